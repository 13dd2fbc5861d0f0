import { Button } from '../button/button.tsx';
import type { Example } from '../examples/example.ts';
import { useSay } from '../language.ts';
import { Note } from './note.tsx';
import { Skeleton } from './skeleton.tsx';
import { Tag } from './tag.tsx';
import { tell } from './toast.tsx';

export const examples: readonly Example[] = [
  {
    title: { 'zh-CN': '要知道的事', en: 'Something to know' },
    Show: () => {
      const say = useSay();
      return (
        <div className="ticks">
          <Note
            kind="late"
            title={say({ 'zh-CN': '银行退回 3 笔', en: 'The bank returned 3 payments' })}
            end={<Button small>{say({ 'zh-CN': '去换账户', en: 'Change accounts' })}</Button>}
          >
            {say({
              'zh-CN': '户名不符 2 笔，账户已销 1 笔。钱已回到专户。',
              en: 'Two names differ, one account is closed. The money is back.',
            })}
          </Note>
          <Note kind="wait" title={say({ 'zh-CN': '有 1 处不一致', en: 'One thing differs' })}>
            {say({
              'zh-CN': '户口本上的出生日期比出生证早一天。',
              en: 'The household book says one day earlier than the birth certificate.',
            })}
          </Note>
          <Note kind="arrived" title={say({ 'zh-CN': '198 笔全部到账', en: 'All 198 payments arrived' })} />
          <Note kind="told" title={say({ 'zh-CN': '明天起公示', en: 'The notice begins tomorrow' })} />
        </div>
      );
    },
  },
  {
    title: { 'zh-CN': '标记、骨架、轻提示', en: 'Tags, a skeleton, a toast' },
    Show: () => {
      const say = useSay();
      return (
        <div className="ticks">
          <div className="acts">
            <Tag>{say({ 'zh-CN': '手机', en: 'Phone' })}</Tag>
            <Tag kind="good">{say({ 'zh-CN': '到账', en: 'Arrived' })}</Tag>
            <Tag kind="bad">{say({ 'zh-CN': '逾期', en: 'Overdue' })}</Tag>
            <Tag kind="wait">{say({ 'zh-CN': '待核实', en: 'To be checked' })}</Tag>
            <Button
              small
              press={() =>
                tell(
                  say({
                    'zh-CN': '新账户已登记，这笔款进下一批。',
                    en: 'The new account is kept; the money goes with the next batch.',
                  }),
                )
              }
            >
              {say({ 'zh-CN': '登记', en: 'Save' })}
            </Button>
          </div>
          <Skeleton lines={4} />
        </div>
      );
    },
  },
];
