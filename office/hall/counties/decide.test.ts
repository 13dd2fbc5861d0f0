import { describe, expect, test } from 'vitest';
import type { County } from '../../../values/division.ts';
import { countyAtHost } from './decide.ts';

const hean = { code: '990101' as County, hosts: ['hean.example', 'www.hean.example'] };
const qinghe = { code: '990102' as County, hosts: ['qinghe.example'] };

describe('which county answers at a host', () => {
  test('the one whose name it is, however it is written', () => {
    expect(countyAtHost([hean, qinghe], 'QingHe.example')).toEqual({ kind: 'county', county: '990102' });
    expect(countyAtHost([hean, qinghe], 'www.hean.example')).toEqual({ kind: 'county', county: '990101' });
  });

  test('none, where several are served and the host is nobody’s', () => {
    expect(countyAtHost([hean, qinghe], 'localhost')).toEqual({ kind: 'no-such-host' });
  });

  test('the only one, at every host', () => {
    expect(countyAtHost([hean], 'localhost')).toEqual({ kind: 'county', county: '990101' });
  });

  test('none yet, in an empty database', () => {
    expect(countyAtHost([], 'localhost')).toEqual({ kind: 'no-county-yet' });
  });
});
