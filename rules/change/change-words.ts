import { fen, shortYuanText } from '../../values/fen.ts';
import type { Localized } from '../../values/language.ts';
import { baseOf } from '../check/types.ts';
import type { Pack } from '../explain/evaluate.ts';
import { dateWords, factValueWords, factWords } from '../explain/words.ts';
import type { Facts, FactValue } from '../facts.ts';
import { anyOtherText } from './candidates.ts';
import type { Change, ChangedFact } from './change.ts';

interface Asked {
  readonly pack: Pack;
  readonly facts: Facts;
  readonly period: string;
}

type Unsaid = Omit<ChangedFact, 'words'>;

const quoted = ({ 'zh-CN': zh, en }: Localized): Localized => ({ 'zh-CN': `“${zh}”`, en: `“${en}”` });

/** `2025 年 1 月 1 日`, `5,000 元`, `“是”`. */
function valueSaid({ pack }: Asked, fact: string, value: FactValue): Localized {
  const use = pack.rule.facts.get(fact);
  const known = typeof value === 'number' ? BigInt(value) : value;
  if (use === undefined || known === undefined) throw new Error('A change is to a value.');
  const type = { base: baseOf(use.type), list: false, nullable: false, ...(use.values && { values: use.values }) };
  const words = factValueWords(pack.vocabulary, fact, known, type);
  return typeof value === 'boolean' ? quoted(words) : words;
}

/** A space between Chinese and digits. */
const apart = (zh: string): string => `${/^\d/.test(zh) ? ' ' : ''}${zh}${/\d$/.test(zh) ? ' ' : ''}`;

/** What the fact would have to be, after the verb: `是 2025 年 1 月 1 日或以后`. */
function valuesSaid(asked: Asked, { fact, from, to, among }: Unsaid, be: string): Localized {
  const said = (value: FactValue): Localized => valueSaid(asked, fact, value);
  if (to === anyOtherText) {
    if (from === undefined) return { 'zh-CN': '是别的', en: `${be} another` };
    return { 'zh-CN': `不是${apart(said(from)['zh-CN']).trimEnd()}`, en: `${be} other than ${said(from).en}` };
  }
  const isTime = typeof to === 'string';
  if (among !== undefined && among.least === undefined && among.greatest === undefined)
    return { 'zh-CN': '已经知道', en: `${be} known` };
  if (among?.least === undefined && among?.greatest !== undefined) {
    const { 'zh-CN': zh, en } = said(among.greatest);
    return {
      'zh-CN': `是${apart(zh)}${isTime ? '或以前' : '或更少'}`,
      en: `${be} ${en} or ${isTime ? 'earlier' : 'less'}`,
    };
  }
  if (among?.least !== undefined && among.greatest === undefined) {
    const { 'zh-CN': zh, en } = said(among.least);
    return {
      'zh-CN': `是${apart(zh)}${isTime ? '或以后' : '或更多'}`,
      en: `${be} ${en} or ${isTime ? 'later' : 'more'}`,
    };
  }
  if (among?.least !== undefined && among.greatest !== undefined && among.least !== among.greatest) {
    const [least, greatest] = [said(among.least), said(among.greatest)];
    return {
      'zh-CN': `在${apart(least['zh-CN'])}到${apart(greatest['zh-CN'])}之间`,
      en: `${be} between ${least.en} and ${greatest.en}`,
    };
  }
  const { 'zh-CN': zh, en } = said(to);
  return { 'zh-CN': `是${apart(zh).trimEnd()}`, en: `${be} ${en}` };
}

function resultSaid({ period }: Asked, { outcome, amountFen }: Came, isOpen: boolean): Localized {
  const when = /^\d{4}$/.test(period) ? { 'zh-CN': `${period} 年`, en: period } : dateWords(period);
  const verb = isOpen ? 'is' : 'would be';
  if (outcome === 'not-eligible' || amountFen === undefined)
    return { 'zh-CN': `${when['zh-CN']}就不能领`, en: `nothing ${verb} paid for ${when.en}` };
  const yuan = shortYuanText(fen(amountFen));
  return { 'zh-CN': `${when['zh-CN']}可以领 ${yuan} 元`, en: `${yuan} yuan ${verb} paid for ${when.en}` };
}

type Came = Pick<Change, 'outcome' | 'amountFen'>;

/** `孩子的出生日期是 2025 年 1 月 1 日或以后`. `isOpen`: the facts are not known yet, so that nothing is contrary to fact. */
export function clauseWords(asked: Asked, change: Unsaid, isOpen: boolean): Localized {
  const { pack, facts } = asked;
  const speaking = { vocabulary: pack.vocabulary, subjectWords: pack.info.subject.words, subject: facts.subject };
  const what = factWords(speaking, change);
  const is = valuesSaid(asked, change, isOpen ? 'is' : 'were');
  const en = typeof change.to === 'boolean' ? quoted(what).en : `the ${what.en}`;
  return { 'zh-CN': `${what['zh-CN']}${is['zh-CN']}`, en: `${en} ${is.en}` };
}

/** 如果孩子的出生日期是 2025 年 1 月 1 日或以后，2026 年可以领 3,600 元。 */
export function changeWords(asked: Asked, clauses: readonly Localized[], came: Came, isOpen: boolean): Localized {
  const result = resultSaid(asked, came, isOpen);
  return {
    'zh-CN': `如果${clauses.map(({ 'zh-CN': zh }) => zh).join('，并且')}，${result['zh-CN']}。`,
    en: `If ${clauses.map(({ en }) => en).join(' and ')}, ${result.en}.`,
  };
}
