import { useState } from 'react';
import { type Day, day, weekdayOf } from '../../../values/day.ts';
import type { Example } from '../examples/example.ts';
import { useSay } from '../language.ts';
import { DayField } from './day-field.tsx';

const holidays = new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']);
const makeUpDays = new Set(['2026-10-10']);

function works(one: Day): boolean {
  return makeUpDays.has(one) || (!holidays.has(one) && weekdayOf(one) <= 5);
}

export const examples: readonly Example[] = [
  {
    title: { 'zh-CN': '日期：不上班的日子选不了', en: 'A day: one on which nobody works is refused' },
    Show: () => {
      const say = useSay();
      const [payOn, setPayOn] = useState('2026-10-09');
      const [refused, setRefused] = useState('2026-10-11');
      const [born, setBorn] = useState('');
      const refuse = (one: Day): string | undefined =>
        works(one)
          ? undefined
          : say({
              'zh-CN': `${one} 不是工作日，银行不放款。请选前后的工作日。`,
              en: `${one} is no working day: banks don't pay. Choose a working day near it.`,
            });
      return (
        <div className="fields">
          <DayField
            label={say({ 'zh-CN': '发放日', en: 'Pay day' })}
            hint={say({ 'zh-CN': '20261009 这样连着打也可以。', en: 'Eight digits are enough: 20261009.' })}
            value={payOn}
            change={setPayOn}
            refuse={refuse}
            from={day('2026-09-01')}
            until={day('2026-12-31')}
          />
          <DayField
            label={say({ 'zh-CN': '改到', en: 'Move to' })}
            value={refused}
            change={setRefused}
            refuse={refuse}
          />
          <DayField label={say({ 'zh-CN': '出生日期', en: 'Date of birth' })} value={born} change={setBorn} />
        </div>
      );
    },
  },
];
