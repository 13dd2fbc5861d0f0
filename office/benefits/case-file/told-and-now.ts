import { createHash } from 'node:crypto';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Localized } from '../../../values/language.ts';
import { alike, inEveryLanguage } from '../../../values/language.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import { recordOnce } from '../../hall/record.ts';
import type { CaseFile } from '../contract/case-file.ts';
import type { KeptDetermination } from '../determine/kept-determination.ts';
import type { WorkedOutAgain } from '../determine/worked-out-again.ts';
import type { BenefitsHouse } from '../house.ts';
import type { OpenCase } from '../review/open-case.ts';
import { listed } from '../words/amounts-and-days.ts';
import { words } from '../words/made/all.ts';
import { outcomeWords } from '../words/why-refused.ts';

/** Whether what was told comes out the same today, as the case file shows it. */
export function toldAndNow(before: KeptDetermination, again: WorkedOutAgain): CaseFile['workedOutAgain'] {
  switch (again.kind) {
    case 'same':
      return { result: 'same' };
    case 'different':
      return { result: 'different', words: differenceWords(before, again.now) };
    case 'not-possible':
      return { result: 'not-possible', words: notPossible };
  }
}

function differenceWords(before: KeptDetermination, now: KeptDetermination): Localized {
  const sameAnswer = before.outcome === now.outcome && before.amountFen === now.amountFen;
  const [was, is] = sameAnswer ? [articles(before), articles(now)] : [outcomeWords(before), outcomeWords(now)];
  return inEveryLanguage(words, (w, inOwn) => w.toldAndNow.different({ was: inOwn(was), now: inOwn(is) }));
}

function articles({ articles: keys }: KeptDetermination): Localized {
  const named = listed(keys.map(alike));
  return inEveryLanguage(words, (w, inOwn) =>
    keys.length === 0 ? w.toldAndNow.byNone : w.toldAndNow.byArticles({ articles: inOwn(named) }),
  );
}

const notPossible: Localized = inEveryLanguage(words, (w) => w.toldAndNow.notPossible);

/** Writes a difference into the audit for whoever supervises: once for each engine that comes to it, however often the case is opened. */
export async function recordDifference(
  trx: Transaction<Tables>,
  house: BenefitsHouse,
  acting: StaffActing,
  { stored: { found, kept }, again }: OpenCase,
): Promise<void> {
  if (again.kind !== 'different') return;
  const { engine } = house.packs;
  const { now } = again;
  await recordOnce(trx, acting, sha256(`${found.id} ${kept.digest} ${now.digest} ${engine}`), {
    at: house.clock.now(),
    act: 'case.comes-out-differently',
    subjectKind: 'case',
    subjectId: found.id,
    detail: {
      receipt: found.receipt,
      told: kept.digest,
      toldByEngine: kept.engine,
      toldOutcome: kept.outcome,
      toldAmountFen: kept.amountFen,
      engine,
      outcome: now.outcome,
      amountFen: now.amountFen,
      articles: now.articles,
    },
  });
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
