import type { Option } from '../choice/option.ts';
import type { Branch } from '../choice/tri-state.ts';

/** An invented county for the examples: townships with their villages. */
export const places: readonly Branch[] = [
  {
    id: '990101100000',
    text: '柳塘镇',
    branches: [
      { id: '990101100001', text: '新桥社区', branches: [] },
      { id: '990101100002', text: '石桥村', branches: [] },
      { id: '990101100003', text: '大圩村', branches: [] },
    ],
  },
  {
    id: '990101101000',
    text: '石门镇',
    branches: [
      { id: '990101101001', text: '北街社区', branches: [] },
      { id: '990101101002', text: '上河村', branches: [] },
    ],
  },
];

export const townships: readonly Option[] = places.map(({ id, text }) => ({ id, text }));

/** A line of an invented worklist. */
export interface SampleCase {
  readonly id: string;
  readonly due: string;
  readonly applicant: string;
  readonly village: string;
  readonly state: 'review' | 'confirm' | 'family';
  readonly yuan: number | undefined;
  readonly receipt: string;
  readonly odd?: string;
}

const surnames = ['王', '孙', '苏', '罗', '李', '陈', '武', '胡', '赵', '尉迟'];
const states = ['review', 'confirm', 'family'] as const;
const villages = places.flatMap((township) => township.branches.map(({ id }) => id));

/** As many cases as asked for, always the same ones. */
export function sampleCases(count: number): readonly SampleCase[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `case-${index}`,
    due: `2026-12-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`,
    applicant: `${surnames[(index * 3) % surnames.length]}*${['宁', '芳', '怡', '山'][index % 4]}`,
    village: villages[(index * 2) % villages.length] ?? '',
    state: states[index % 3] ?? 'review',
    yuan: index % 9 === 4 ? undefined : 960 + ((index * 1_320) % 7_200),
    receipt: `禾 2026-${String(161 + index).padStart(6, '0')}`,
    ...(index % 8 === 3 ? { odd: '有 1 处不一致，须逐件看' } : {}),
  }));
}

export function villageName(code: string): string {
  for (const township of places)
    for (const village of township.branches) if (village.id === code) return `${township.text} ${village.text}`;
  return code;
}
