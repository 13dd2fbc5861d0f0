import { inEveryLanguage } from '../../../values/language.ts';
import { type Day, readDay } from '../../../values/day.ts';
import { birthFault, deathFault } from '../decide.ts';
import { notRead, type Read, read, unreadable } from './reading.ts';
import { words } from '../words/made/all.ts';

/** A day of birth. `2024-1-5`, `2024/01/05`, `20240105` and `2024年1月5日` are understood. */
export function readBirth(typed: string, today: Day): Read<Day> {
  const birth = readTypedDay(typed);
  if (birth === undefined) {
    return typed.trim() === ''
      ? unreadable(
          'birth',
          'birth-empty',
          inEveryLanguage(words, (w) => w.typed.birthEmpty),
        )
      : unreadable(
          'birth',
          'birth-no-such-day',
          inEveryLanguage(words, (w) => w.typed.birthNoSuchDay),
        );
  }
  const fault = birthFault(birth, today);
  return fault === undefined ? read(birth) : notRead(fault);
}

/** A day of death. */
export function readDeath(typed: string, birth: Day, today: Day): Read<Day> {
  const day = readTypedDay(typed);
  if (day === undefined)
    return unreadable(
      'diedOn',
      'died-no-such-day',
      inEveryLanguage(words, (w) => w.typed.diedNoSuchDay),
    );
  const fault = deathFault(day, birth, today);
  return fault === undefined ? read(day) : notRead(fault);
}

function readTypedDay(typed: string): Day | undefined {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(
    typed.normalize('NFKC').replaceAll(/\s/g, ''),
  );
  if (!match) return undefined;
  const [, year = '', month = match[4] ?? '', day = match[5] ?? ''] = match;
  return readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
