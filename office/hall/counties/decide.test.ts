import { describe, expect, test } from 'vitest';
import type { County } from '../../../values/division.ts';
import { countyAtHost, countyAtPath, countyPath, hostOfTwo } from './decide.ts';

const hean = { code: '990101' as County, hosts: ['hean.example', 'www.hean.example'] };
const qinghe = { code: '990102' as County, hosts: ['qinghe.example'] };

describe('which county answers at a host', () => {
  test('the one whose name it is, however it is written', () => {
    expect(countyAtHost([hean, qinghe], 'QingHe.example')).toEqual({ kind: 'county', county: '990102' });
    expect(countyAtHost([hean, qinghe], 'www.hean.example')).toEqual({ kind: 'county', county: '990101' });
  });

  test('none, where several are served and the host is nobody’s', () => {
    expect(countyAtHost([hean, qinghe], 'localhost')).toEqual({ kind: 'no-such-address' });
  });

  test('the only one, at every host', () => {
    expect(countyAtHost([hean], 'localhost')).toEqual({ kind: 'county', county: '990101' });
  });

  test('none yet, in an empty database', () => {
    expect(countyAtHost([], 'localhost')).toEqual({ kind: 'no-county-yet' });
  });
});

describe('which county answers at a path of a sample', () => {
  test('the one whose code it is, and no other', () => {
    expect(countyAtPath([hean, qinghe], '/c/990102')).toEqual({ kind: 'county', county: '990102' });
    expect(countyAtPath([hean], '/c/990102')).toEqual({ kind: 'no-such-address' });
  });

  test('the path stands before all others, and only whole', () => {
    expect(['/c/990101', '/c/990101/my', '/c/990101?lang=en'].map((url) => countyPath.exec(url)?.[0])).toEqual(
      Array.from({ length: 3 }, () => '/c/990101'),
    );
    expect(['/check', '/c/9901012/my', '/my/c/990101'].map((url) => countyPath.exec(url))).toEqual([null, null, null]);
  });
});

describe('giving counties their hosts', () => {
  test('a host is one county’s', () => {
    const wished = [{ county: qinghe.code, hosts: ['qinghe.example', 'hean.example'] }];
    expect(hostOfTwo([hean, qinghe], wished)).toEqual({ host: 'hean.example', counties: ['990101', '990102'] });
  });

  test('two counties may exchange theirs', () => {
    const wished = [
      { county: qinghe.code, hosts: hean.hosts },
      { county: hean.code, hosts: qinghe.hosts },
    ];
    expect(hostOfTwo([hean, qinghe], wished)).toBeUndefined();
  });

  test('one for which none are wished keeps its own', () => {
    expect(hostOfTwo([hean], [{ county: qinghe.code, hosts: hean.hosts }])).toMatchObject({ host: 'hean.example' });
  });
});
