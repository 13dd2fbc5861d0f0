import { fen, shortYuanText } from '../../values/fen.ts';
import { inEveryLanguage, type Localized } from '../../values/language.ts';
import { baseOf } from '../check/expression/types.ts';
import type { Pack } from '../explain/evaluate.ts';
import { dateWords, factValueWords, factWords } from '../explain/tell/value-words.ts';
import type { Facts, FactValue } from '../facts.ts';
import { anyOtherText } from './candidates.ts';
import type { Change, ChangedFact } from './change.ts';
import { words } from './words/made/all.ts';

interface Asked {
  readonly pack: Pack;
  readonly facts: Facts;
  readonly period: string;
}

type Unsaid = Omit<ChangedFact, 'words'>;

const quoted = (said: Localized): Localized => inEveryLanguage(words, (w, inOwn) => w.quoted({ words: inOwn(said) }));

/** `2025 年 1 月 1 日`, `5,000 元`, `“是”`. */
function valueSaid({ pack }: Asked, fact: string, value: FactValue): Localized {
  const use = pack.rule.facts.get(fact);
  const known = typeof value === 'number' ? BigInt(value) : value;
  if (use === undefined || known === undefined) throw new Error('A change is to a value.');
  const type = { base: baseOf(use.type), list: false, nullable: false, ...(use.values && { values: use.values }) };
  const said = factValueWords(pack.vocabulary, fact, known, type);
  return typeof value === 'boolean' ? quoted(said) : said;
}

/** Chinese sets digits apart from its characters. */
const apart = (said: string, gap: string): string =>
  `${/^\d/.test(said) ? gap : ''}${said}${/\d$/.test(said) ? gap : ''}`;

/** What the fact would have to be, with the verb: `是 2025 年 1 月 1 日或以后`. */
function valuesSaid(asked: Asked, { fact, from, to, among }: Unsaid, isOpen: boolean): Localized {
  const [least, greatest] = [among?.least, among?.greatest];
  const isTime = typeof to === 'string';
  return inEveryLanguage(words, ({ value: w, besideDigits }, inOwn) => {
    const said = (value: FactValue): string => apart(inOwn(valueSaid(asked, fact, value)), besideDigits);
    if (to === anyOtherText)
      return from === undefined ? w.another({ isOpen }) : w.otherThan({ isOpen, value: said(from).trimEnd() });
    if (among !== undefined && least === undefined && greatest === undefined) return w.known({ isOpen });
    if (least === undefined && greatest !== undefined) return w.atMost({ isOpen, isTime, value: said(greatest) });
    if (least !== undefined && greatest === undefined) return w.atLeast({ isOpen, isTime, value: said(least) });
    if (least !== undefined && greatest !== undefined && least !== greatest)
      return w.between({ isOpen, least: said(least), greatest: said(greatest) });
    return w.exactly({ isOpen, value: said(to).trimEnd() });
  });
}

function resultSaid({ period }: Asked, { outcome, amountFen }: Came, isOpen: boolean): Localized {
  const isYear = /^\d{4}$/.test(period);
  const month = isYear ? undefined : dateWords(period);
  return inEveryLanguage(words, (w, inOwn) => {
    const when = month === undefined ? w.year({ year: period }) : inOwn(month);
    if (outcome === 'not-eligible' || amountFen === undefined) return w.nothingPaid({ isOpen, period: when });
    return w.paid({ isOpen, period: when, yuan: shortYuanText(fen(amountFen)) });
  });
}

type Came = Pick<Change, 'outcome' | 'amountFen'>;

/** `孩子的出生日期是 2025 年 1 月 1 日或以后`. `isOpen`: the facts are not known yet, so that nothing is contrary to fact. */
export function clauseWords(asked: Asked, change: Unsaid, isOpen: boolean): Localized {
  const { pack, facts } = asked;
  const speaking = { vocabulary: pack.vocabulary, subjectWords: pack.info.subject.words, subject: facts.subject };
  const what = factWords(speaking, change);
  const value = valuesSaid(asked, change, isOpen);
  const isYesNo = typeof change.to === 'boolean';
  return inEveryLanguage(words, (w, inOwn) => w.clause({ isYesNo, what: inOwn(what), value: inOwn(value) }));
}

/** 如果孩子的出生日期是 2025 年 1 月 1 日或以后，2026 年可以领 3,600 元。 */
export function changeWords(asked: Asked, clauses: readonly Localized[], came: Came, isOpen: boolean): Localized {
  const result = resultSaid(asked, came, isOpen);
  return inEveryLanguage(words, (w, inOwn) => {
    const all = clauses.map(inOwn).reduce((one, other) => w.clauses({ one, other }));
    return w.change({ clauses: all, result: inOwn(result) });
  });
}
