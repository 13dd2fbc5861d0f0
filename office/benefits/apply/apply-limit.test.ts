import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkDigitOf } from '../../../values/resident-id.ts';
import { apply } from './apply.ts';
import { dongzhuang, testOffice } from '../testing-office.ts';

const { house, family, application, at } = await testOffice();

const identity = (running: number): string => {
  const first17 = `99010120231205${String(running).padStart(3, '0')}`;
  return `${first17}${checkDigitOf(first17)}`;
};

test('a phone that tries identity numbers one after the other learns nothing more after ten', async () => {
  const own = await family();
  const asking = (running: number, into = house) =>
    apply(
      into,
      own.acting,
      application(own, {
        submissionKey: randomUUID(),
        subject: {
          enter: {
            name: '刘二诺',
            birth: '2023-12-05',
            identity: identity(running),
            residence: dongzhuang,
            link: 'parent',
          },
        },
      }),
    );
  const [first, again] = [await asking(1), await asking(1)];
  expect([first.kind, again.kind]).toEqual(['received', 'identity-of-another']);
  for (let running = 1; running < 9; running += 1) await asking(1);
  expect(await asking(2)).toEqual({ kind: 'identity-of-another', at: 'child' });
  expect((await asking(2, at('2026-03-03T09:00:01+08:00'))).kind).toBe('received');
});
