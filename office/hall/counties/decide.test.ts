import { describe, expect, test } from 'vitest';
import type { County, Province } from '../../../values/division.ts';
import { atHost, atPath, hostOfTwo, pathOfSample, type ServedCounty } from './decide.ts';

const hean = { code: '990101' as County, hosts: ['hean.example', 'www.hean.example'] };
const qinghe = { code: '990102' as County, hosts: ['qinghe.example'] };
const province = { code: '990000' as Province, hosts: ['province.example'] };

const serving = (...counties: readonly ServedCounty[]) => ({ counties, provinces: [] });
const withProvince = (...counties: readonly ServedCounty[]) => ({ counties, provinces: [province] });

describe('who answers at a host', () => {
  test('the county whose name it is, however it is written', () => {
    expect(atHost(serving(hean, qinghe), 'QingHe.example')).toEqual({ kind: 'county', county: '990102' });
    expect(atHost(serving(hean, qinghe), 'www.hean.example')).toEqual({ kind: 'county', county: '990101' });
  });

  test('nobody, where several are served and the host is nobody’s', () => {
    expect(atHost(serving(hean, qinghe), 'localhost')).toEqual({ kind: 'no-such-address' });
  });

  test('the only county, at every host', () => {
    expect(atHost(serving(hean), 'localhost')).toEqual({ kind: 'county', county: '990101' });
  });

  test('no county yet, in an empty database', () => {
    expect(atHost(serving(), 'localhost')).toEqual({ kind: 'no-county-yet' });
  });

  test('the province at its own host and at no other, however few counties there are', () => {
    expect(atHost(withProvince(hean), 'Province.example')).toEqual({ kind: 'province', province: '990000' });
    expect(atHost(withProvince(hean), 'localhost')).toEqual({ kind: 'county', county: '990101' });
    expect(atHost(withProvince(), 'province.example')).toEqual({ kind: 'province', province: '990000' });
  });
});

describe('who answers at a path of a sample', () => {
  test('the county whose code it is, and no other', () => {
    expect(atPath(serving(hean, qinghe), '/c/990102')).toEqual({ kind: 'county', county: '990102' });
    expect(atPath(serving(hean), '/c/990102')).toEqual({ kind: 'no-such-address' });
  });

  test('the province, below a path that no county has', () => {
    expect(atPath(withProvince(hean), '/p/990000')).toEqual({ kind: 'province', province: '990000' });
    expect(atPath(withProvince(hean), '/c/990000')).toEqual({ kind: 'no-such-address' });
    expect(atPath(withProvince(hean), '/p/990101')).toEqual({ kind: 'no-such-address' });
  });

  test('the path stands before all others, and only whole', () => {
    const whole = ['/c/990101', '/c/990101/my', '/c/990101?lang=en', '/p/990000/office'];
    expect(whole.map((url) => pathOfSample.exec(url)?.[0])).toEqual([
      '/c/990101',
      '/c/990101',
      '/c/990101',
      '/p/990000',
    ]);
    expect(['/check', '/c/9901012/my', '/my/c/990101'].map((url) => pathOfSample.exec(url))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('giving counties and provinces their hosts', () => {
  test('a host is one county’s', () => {
    const wished = [{ of: qinghe.code, hosts: ['qinghe.example', 'hean.example'] }];
    expect(hostOfTwo(serving(hean, qinghe), wished)).toEqual({ host: 'hean.example', of: ['990101', '990102'] });
  });

  test('a host of a county is no province’s', () => {
    const wished = [{ of: province.code, hosts: ['hean.example'] }];
    expect(hostOfTwo(withProvince(hean), wished)).toEqual({ host: 'hean.example', of: ['990101', '990000'] });
  });

  test('two counties may exchange theirs', () => {
    const wished = [
      { of: qinghe.code, hosts: hean.hosts },
      { of: hean.code, hosts: qinghe.hosts },
    ];
    expect(hostOfTwo(serving(hean, qinghe), wished)).toBeUndefined();
  });

  test('one for which none are wished keeps its own', () => {
    expect(hostOfTwo(serving(hean), [{ of: qinghe.code, hosts: hean.hosts }])).toMatchObject({ host: 'hean.example' });
  });
});
