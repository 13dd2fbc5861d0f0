import { expect, test } from 'vitest';
import type { County } from '../../../values/division.ts';
import { groundDuties } from '../../hall/who/duty.ts';
import { alike } from '../../../values/language.ts';
import type { FoundingPart } from '../../hall/desk.ts';
import { readFounding } from './founding-file.ts';

const county = '330182' as County;
const people = [
  { name: '王芳', signIn: 'wang.fang', duties: ['administer'] },
  { name: '李明', signIn: 'li.ming', duties: ['confirm', 'author-policy'] },
];
const top = { code: '330182000000', name: { zh: '建德市', en: 'Jiande' }, staff: people };
const town = { code: '330182101000', name: { zh: '梅城镇', en: 'Meicheng' } };

function faultsOf(divisions: unknown): readonly string[] {
  const read = readFounding({ divisions }, county, groundDuties, []);
  return read.kind === 'faults' ? read.faults.map(({ at, words }) => `${at}: ${words.en}`) : [];
}

test('a county, its towns and their people are read; an office is named after its place', () => {
  const read = readFounding({ divisions: [top, town] }, county, groundDuties, []);
  expect(read).toMatchObject({
    kind: 'founding',
    founding: {
      divisions: [
        {
          code: '330182000000',
          office: { 'zh-CN': '建德市家庭服务中心' },
          staff: [{ signInName: 'wang.fang' }, { duties: ['confirm', 'author-policy'] }],
        },
        { code: '330182101000', staff: [] },
      ],
    },
  });
});

test('a file without a county named is of the one that it is about, and says at which hosts it answers', () => {
  const read = readFounding({ hosts: ['Jiande.example.gov.cn'], divisions: [town, top] }, undefined, groundDuties, []);
  expect(read).toMatchObject({ founding: { of: county, hosts: ['jiande.example.gov.cn'] } });
  const port = readFounding({ hosts: ['jiande.example:443'], divisions: [top] }, undefined, groundDuties, []);
  expect(port).toMatchObject({ faults: [{ at: 'hosts[0]' }] });
});

test('what a desk must be told of a county is read by the desk, with its faults among the others; of a province nothing is', () => {
  const bank: FoundingPart = {
    key: 'bank',
    read: (written) =>
      written === 'here'
        ? { kind: 'read', write: async () => undefined }
        : { kind: 'faults', faults: [{ at: 'payer', words: alike('who pays?') }] },
  };
  const read = (file: object) => readFounding(file, undefined, groundDuties, [bank]);
  expect(read({ divisions: [top], bank: 'here' })).toMatchObject({ founding: { parts: [{ kind: 'read' }] } });
  expect(read({ divisions: [top, top] })).toMatchObject({
    faults: [
      { at: 'divisions[1]' },
      { at: 'divisions[1].staff[0]' },
      { at: 'divisions[1].staff[1]' },
      { at: 'bank.payer' },
    ],
  });
  const province = { code: '330000000000', name: { zh: '浙江省', en: 'Zhejiang' }, staff: [] };
  expect(read({ divisions: [province] })).not.toMatchObject({ faults: [{ at: 'bank.payer' }] });
});

test('every fault is told at once, with its place', () => {
  const both = { name: '张强', signIn: 'wang.fang', duties: ['confirm', 'pay-out'] };
  expect(faultsOf([top, { ...town, code: '330183101000', staff: [both] }, town, town])).toEqual([
    'divisions[1]: 330183101000 is not within 330182',
    'divisions[1].staff[0]: the sign-in name wang.fang is written twice',
    'divisions[1].staff[0]: confirming, managing funds, paying out and supervising are never in one hand',
    'divisions[3]: 330182101000 is written twice',
  ]);
});

test('without the county itself, or without anyone who administers, there is no beginning', () => {
  expect(faultsOf([town])).toEqual([
    'divisions: the office’s own division, 330182000000, is missing',
    'divisions: somebody must hold the duty administer',
  ]);
});

test('a duty that no desk introduces is told with its place', () => {
  expect(faultsOf([{ ...top, staff: [...people, { name: '赵六', signIn: 'zhao.liu', duties: ['rule'] }] }])).toEqual([
    'divisions[0].staff[2]: there is no duty rule',
  ]);
});

test('a wrong shape is told with its place', () => {
  expect(faultsOf([{ ...top, staff: [{ ...people[0], duties: ['Rule!'] }] }])).toEqual([
    'divisions[0].staff[0].duties[0]: not written as expected (invalid_format)',
  ]);
  expect(faultsOf([])).toEqual(['divisions: not written as expected (too_small)']);
  expect(faultsOf([{ ...top, phone: '1' }])).toEqual(['divisions[0]: not written as expected (unrecognized_keys)']);
});

const figures = { key: 'oversight/province-figures', words: alike('figures'), of: 'province' } as const;
const provinceTop = {
  code: '330000000000',
  name: { zh: '浙江省', en: 'Zhejiang' },
  staff: [{ name: '顾文', signIn: 'gu.wen', duties: ['oversight/province-figures'] }],
};

test('a file of a province is read; nobody administers there', () => {
  const read = readFounding(
    { hosts: ['zhejiang.example'], divisions: [provinceTop] },
    undefined,
    [...groundDuties, figures],
    [],
  );
  expect(read).toMatchObject({ kind: 'founding', founding: { of: '330000', hosts: ['zhejiang.example'] } });
});

test('a province’s duty is held in no county, and a county’s in no province', () => {
  const said = (division: unknown, duty: string): readonly string[] => {
    const staff = [{ name: '顾文', signIn: 'gu.wen', duties: [duty] }, people[0]];
    const divisions = [{ ...(division as object), staff }];
    const read = readFounding({ divisions }, undefined, [...groundDuties, figures], []);
    return read.kind === 'faults' ? read.faults.map(({ at, words }) => `${at}: ${words.en}`) : [];
  };
  expect(said(top, 'oversight/province-figures')).toEqual([
    'divisions[0].staff[0]: the duty oversight/province-figures is not held in 330182',
  ]);
  expect(said(provinceTop, 'supervise')).toContain('divisions[0].staff[0]: the duty supervise is not held in 330000');
});
