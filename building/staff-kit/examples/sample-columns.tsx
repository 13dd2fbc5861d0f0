import { useMemo } from 'react';
import { useSay } from '../language.ts';
import { Tag } from '../notice/tag.tsx';
import type { Column } from '../table/column.ts';
import { places, type SampleCase, villageName } from './sample.ts';

const states = {
  review: { 'zh-CN': '待审核', en: 'To be reviewed' },
  confirm: { 'zh-CN': '待确认', en: 'To be confirmed' },
  family: { 'zh-CN': '等家庭补正', en: 'Waits for the family' },
} as const;

/** The columns of the invented worklist, one of each kind. */
export function useSampleColumns(): readonly Column<SampleCase>[] {
  const say = useSay();
  return useMemo(
    () => [
      {
        key: 'due',
        head: say({ 'zh-CN': '答复期限', en: 'Due' }),
        cell: ({ due }) => <b>{due}</b>,
        held: ({ due }) => due,
        filter: { kind: 'days' },
        phone: 'end',
      },
      {
        key: 'applicant',
        head: say({ 'zh-CN': '申请人', en: 'Applicant' }),
        cell: ({ applicant }) => applicant,
        held: ({ applicant }) => applicant,
        filter: { kind: 'text' },
        phone: 'head',
      },
      {
        key: 'place',
        head: say({ 'zh-CN': '乡镇、村', en: 'Place' }),
        cell: ({ village }) => villageName(village),
        held: ({ village }) => village,
        written: ({ village }) => villageName(village),
        filter: { kind: 'places', branches: places },
      },
      {
        key: 'state',
        head: say({ 'zh-CN': '环节', en: 'Step' }),
        cell: ({ state }) => <Tag {...(state === 'family' ? { kind: 'wait' as const } : {})}>{say(states[state])}</Tag>,
        held: ({ state }) => state,
        written: ({ state }) => say(states[state]),
        filter: { kind: 'some', options: Object.entries(states).map(([id, words]) => ({ id, text: say(words) })) },
      },
      {
        key: 'odd',
        head: say({ 'zh-CN': '核对', en: 'Checks' }),
        cell: ({ odd }) =>
          odd === undefined ? (
            <span className="soft">✓ {say({ 'zh-CN': '无异常', en: 'nothing unusual' })}</span>
          ) : (
            <span className="due soon">！{say({ 'zh-CN': '1 处不一致', en: '1 thing differs' })}</span>
          ),
      },
      {
        key: 'yuan',
        head: say({ 'zh-CN': '测算（元）', en: 'Amount (yuan)' }),
        look: 'number',
        cell: ({ yuan }) => yuan?.toFixed(2) ?? '',
        held: ({ yuan }) => yuan,
        filter: { kind: 'numbers' },
      },
      {
        key: 'receipt',
        head: say({ 'zh-CN': '回执号', en: 'Receipt' }),
        look: 'quiet',
        phone: 'away',
        cell: ({ receipt }) => receipt,
        held: ({ receipt }) => receipt,
      },
      {
        key: 'way',
        head: say({ 'zh-CN': '来源', en: 'Origin' }),
        begins: 'hidden',
        cell: () => say({ 'zh-CN': '手机', en: 'Phone' }),
      },
    ],
    [say],
  );
}
