import type { Localized } from '../../values/language.ts';

const sentences = {
  'not-an-object': { 'zh-CN': '应当是一个 JSON 对象，而不是 {found}', en: 'a JSON object is expected, not {found}' },
  'not-a-list': { 'zh-CN': '应当是一个列表，而不是 {found}', en: 'a list is expected, not {found}' },
  'unknown-field': { 'zh-CN': '不认识的项 {name}', en: 'unknown field {name}' },
  'misspelt-field': { 'zh-CN': '不认识的项 {name}，是不是 {near}？', en: 'unknown field {name}; did you mean {near}?' },
  'not-an-id': { 'zh-CN': '应当是一个编号（文字），而不是 {found}', en: 'an id (a text) is expected, not {found}' },
  'same-id': { 'zh-CN': '编号 {id} 用了两次', en: 'the id {id} is used twice' },
  nobody: { 'zh-CN': '名单里没有编号为 {id} 的人', en: 'nobody in people has the id {id}' },
  'not-people': { 'zh-CN': '应当是一到 {most} 个人的列表', en: 'a list of one to {most} people is expected' },
  'not-a-day': {
    'zh-CN': '应当是日期，如 2026-02-01，并且确有这一天，而不是 {found}',
    en: 'a day of the calendar such as 2026-02-01 is expected, not {found}',
  },
  'not-a-month': {
    'zh-CN': '应当是月份，如 2026-02，而不是 {found}',
    en: 'a month such as 2026-02 is expected, not {found}',
  },
  'in-the-future': { 'zh-CN': '{found} 晚于办理日期 {on}', en: '{found} is later than the day of asking, {on}' },
  'too-long-ago': { 'zh-CN': '{found} 太早，最早是 {from}', en: '{found} is too long ago; the earliest is {from}' },
  'not-a-boolean': { 'zh-CN': '应当是 true 或 false，而不是 {found}', en: 'true or false is expected, not {found}' },
  'not-a-whole-number': { 'zh-CN': '应当是整数，而不是 {found}', en: 'a whole number is expected, not {found}' },
  'not-fen': {
    'zh-CN': '应当是以分为单位的数字文字，而不是 {found}',
    en: 'a decimal text of fen is expected, not {found}',
  },
  'negative-money': { 'zh-CN': '金额 {found} 是负数', en: 'the amount {found} is negative' },
  'not-a-text': {
    'zh-CN': '应当是不超过 100 字的文字，而不是 {found}',
    en: 'a text of at most 100 characters is expected, not {found}',
  },
  'not-a-country': {
    'zh-CN': '国家写两位大写字母，如 CN，而不是 {found}',
    en: 'a country is two capital letters such as CN, not {found}',
  },
  'not-a-value': { 'zh-CN': '应当是 {options} 之一，而不是 {found}', en: 'one of {options} is expected, not {found}' },
  'misspelt-value': {
    'zh-CN': '应当是 {options} 之一，而不是 {found}；是不是 {near}？',
    en: 'one of {options} is expected, not {found}; did you mean {near}?',
  },
  'not-a-fact': { 'zh-CN': '{found} 不能作为事实', en: '{found} can be no fact' },
  'not-a-link': {
    'zh-CN': '关系应当是 parent、spouse 或 guardian，而不是 {found}',
    en: 'a link is parent, spouse or guardian, not {found}',
  },
  'twice-in-household': { 'zh-CN': '{id} 在这一户里写了两次', en: '{id} stands twice in this household' },
  'too-many-households': { 'zh-CN': '户数太多：最多 {most} 户', en: 'there are too many households: at most {most}' },
  'link-to-self': { 'zh-CN': '一个人不能与自己有亲属关系', en: 'nobody is related to themselves' },
  'parent-not-older': {
    'zh-CN': '父母 {from} 不比子女 {to} 年长',
    en: 'the parent {from} is not older than the child {to}',
  },
  'parents-in-a-circle': { 'zh-CN': '父母关系绕成了一个圈', en: 'the parents go round in a circle' },
} as const satisfies Readonly<Record<string, Localized>>;

export type ProblemKind = keyof typeof sentences;

/** One thing that is wrong with facts from outside: where, and in words. */
export interface FactProblem {
  /** `people[0].birth`; empty for the whole. */
  readonly path: string;
  readonly kind: ProblemKind;
  readonly words: Localized;
}

export function problemIn(path: string, kind: ProblemKind, values: Readonly<Record<string, string>> = {}): FactProblem {
  const filled = (words: string): string => words.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const { 'zh-CN': zh, en } = sentences[kind];
  return { path, kind, words: { 'zh-CN': filled(zh), en: filled(en) } };
}
