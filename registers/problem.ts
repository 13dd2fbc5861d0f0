import type { Language, Localized } from '../values/language.ts';

/** Everything that can be wrong with a register or with what it is built from. `{…}` is filled with the problem's values. */
const sentences = {
  // The file a register is built from.
  'no-such-file': { 'zh-CN': '没有这个文件', en: 'there is no such file' },
  unreadable: { 'zh-CN': '读不了：{why}', en: 'cannot be read: {why}' },
  'is-a-folder': { 'zh-CN': '是目录，这里应当是文件', en: 'is a folder, where a file is expected' },
  'no-file': { 'zh-CN': '不是普通文件，不能反复读取', en: 'is no regular file: it cannot be read more than once' },
  'not-text': {
    'zh-CN': '不是 UTF-8，也不是 GB 18030 编码的文字（第 {line} 行附近）',
    en: 'is neither UTF-8 nor GB 18030 text (near line {line})',
  },
  'no-header': {
    'zh-CN': '是空文件，第一行应当是各列的名称',
    en: 'is empty; its first line should name the columns',
  },
  'column-twice': { 'zh-CN': '列 {name} 出现了两次', en: 'the column {name} is there twice' },
  'no-column': { 'zh-CN': '缺少列 {name}', en: 'the column {name} is missing' },
  'column-of-ratio': { 'zh-CN': '比率不能作为个人事实', en: 'a ratio can be no fact of a person' },
  'too-many-texts': {
    'zh-CN': '不同的文字超过 {most} 种，不像是代码或类别',
    en: 'there are more than {most} different texts: these are no codes or kinds',
  },
  'not-parquet': {
    'zh-CN': '不是完整的 Parquet 文件：{why}',
    en: 'is not a whole Parquet file: {why}',
  },
  'too-many-fields': {
    'zh-CN': '字段多于表头的 {columns} 列',
    en: 'has more fields than the {columns} columns of the header',
  },
  'too-few-fields': {
    'zh-CN': '字段少于表头的 {columns} 列',
    en: 'has fewer fields than the {columns} columns of the header',
  },
  'open-quote': { 'zh-CN': '引号没有成对', en: 'a quotation mark is not closed' },
  'record-too-long': {
    'zh-CN': '从这里开始的一条记录超过 {most} MB，多半是前面的引号没有成对',
    en: 'the record that begins here is longer than {most} MB; most likely a quotation mark is not closed',
  },
  'too-many-broken-lines': {
    'zh-CN': '有 {most} 行以上与表头的列数不符或引号没有成对，不像是用逗号分隔的人员表',
    en: 'has more than {most} lines that do not fit the header or leave a quotation mark open: this is no table of people separated by commas',
  },
  'broken-line': { 'zh-CN': '不成一行：{why}', en: 'is no row: {why}' },
  // Its rows.
  'id-missing': { 'zh-CN': '没有编号', en: 'has no id' },
  'id-with-semicolon': {
    'zh-CN': '编号 {found} 里有分号；父母、配偶、监护人几列用分号隔开编号，谁也指不到这个人',
    en: 'the id {found} holds a semicolon, which separates ids in the columns of links: none could name this person',
  },
  'id-twice': { 'zh-CN': '编号 {found} 用了不止一次', en: 'the id {found} is used more than once' },
  'too-long': { 'zh-CN': '超过 100 个字：{found}', en: 'is longer than 100 characters: {found}' },
  'not-a-division': { 'zh-CN': '区划代码应当是 12 位数字，而不是 {found}', en: 'a division is 12 digits, not {found}' },
  'points-outside': { 'zh-CN': '指向名册之外的人 {found}', en: 'points to somebody outside the register, {found}' },
  'link-to-self': { 'zh-CN': '一个人不能与自己有亲属关系', en: 'nobody is related to themselves' },
  'parents-in-a-circle': {
    'zh-CN': '父母关系绕成了一个圈，经过 {found}',
    en: 'the parents go round in a circle, through {found}',
  },
  'parent-not-older': { 'zh-CN': '父母 {found} 不比子女年长', en: 'the parent {found} is not older than the child' },
  'not-a-date': {
    'zh-CN': '应当是日期，如 2026-02-01，只知道月份的写 2026-02，而不是 {found}',
    en: 'a date such as 2026-02-01 is expected, or 2026-02 where only the month is known, not {found}',
  },
  'no-such-day': { 'zh-CN': '日历上没有 {found} 这一天', en: 'the calendar has no {found}' },
  'in-the-future': { 'zh-CN': '{found} 晚于名册日期 {on}', en: '{found} is later than the day of the register, {on}' },
  'too-long-ago': { 'zh-CN': '{found} 太早，最早是 {from}', en: '{found} is too long ago; the earliest is {from}' },
  'not-a-month': {
    'zh-CN': '应当是月份，如 2026-02，而不是 {found}',
    en: 'a month such as 2026-02 is expected, not {found}',
  },
  'not-a-boolean': {
    'zh-CN': '应当是 true 或 false（也可写 1、0、是、否），而不是 {found}',
    en: 'true or false is expected (or 1 or 0), not {found}',
  },
  'not-a-whole-number': { 'zh-CN': '应当是整数，而不是 {found}', en: 'a whole number is expected, not {found}' },
  'beyond-64-bits': { 'zh-CN': '{found} 超出 64 位整数的范围', en: '{found} is beyond the range of 64-bit numbers' },
  'not-fen': {
    'zh-CN': '金额应当是以分为单位的整数，而不是 {found}',
    en: 'money is a whole number of fen, not {found}',
  },
  'negative-money': { 'zh-CN': '金额 {found} 是负数', en: 'the amount {found} is negative' },
  'not-a-country': {
    'zh-CN': '国家写两位大写字母，如 CN，而不是 {found}',
    en: 'a country is two capital letters such as CN, not {found}',
  },
  'not-a-value': { 'zh-CN': '应当是 {options} 之一，而不是 {found}', en: 'one of {options} is expected, not {found}' },
  // A register on disk.
  'not-a-register': {
    'zh-CN': '不是名册：里面没有 register.json。建立名册用 huijia register build --from people.csv --to 目录',
    en: 'is no register: it has no register.json. Make one with huijia register build --from people.csv --to FOLDER',
  },
  'manifest-broken': { 'zh-CN': '内容有误：{why}', en: 'is broken: {why}' },
  'other-version': {
    'zh-CN': '是第 {found} 版格式，本程序读第 {known} 版，请重新建立名册',
    en: 'is of format {found}; this program reads {known}: build the register again',
  },
  'wrong-people': {
    'zh-CN': '写着 {expected} 人，各片实有 {found} 人',
    en: 'says {expected} people, and its shards hold {found}',
  },
  'wrong-largest-shard': {
    'zh-CN': '写着最大的一片有 {expected} 行，实有 {found} 行',
    en: 'says that the largest shard has {expected} rows, and it has {found}',
  },
  'file-missing': { 'zh-CN': '文件不见了', en: 'the file is missing' },
  'wrong-length': {
    'zh-CN': '应有 {expected} 字节，实有 {found} 字节',
    en: 'should have {expected} bytes and has {found}',
  },
  'digest-differs': { 'zh-CN': '内容与建立时不同（校验和不符）', en: 'is not what was written (its checksum differs)' },
  'offsets-fall': { 'zh-CN': '偏移量不是从 0 递增到 {end}', en: 'the offsets do not rise from 0 to {end}' },
  'target-outside': {
    'zh-CN': '指向第 {found} 行，本片只有 {rows} 行',
    en: 'points to row {found} of a shard of {rows} rows',
  },
  'household-outside': {
    'zh-CN': '指向第 {found} 户，与户的起止不符',
    en: 'points to household {found}, which does not hold the row',
  },
  'no-date': { 'zh-CN': '数值 {found} 不是日期', en: 'the value {found} is no date' },
  'no-boolean': { 'zh-CN': '数值 {found} 不是 0、1 或 -1', en: 'the value {found} is not 0, 1 or -1' },
  'no-text': { 'zh-CN': '代码 {found} 不在词典里', en: 'the code {found} is not in the dictionary' },
  'out-of-range': {
    'zh-CN': '数值 {found} 不在 {least} 到 {greatest} 之间',
    en: 'the value {found} is not between {least} and {greatest}',
  },
  'no-flag': { 'zh-CN': '数值 {found} 不是 0 或 1', en: 'the value {found} is not 0 or 1' },
  'circle-of-rows': { 'zh-CN': '父母关系绕成了一个圈', en: 'the parents go round in a circle' },
} as const satisfies Readonly<Record<string, Localized>>;

export type RegisterProblemKind = keyof typeof sentences;

/** One thing that is wrong, placed and said in words. */
export interface RegisterProblem {
  readonly kind: RegisterProblemKind;
  /** The file that was read. */
  readonly file: string;
  readonly column?: string;
  /** Record of the file from 1, the header not counted; or row of the shard from 1. */
  readonly row?: number;
  /** Line of the file from 1, where it can't be taken apart into records. */
  readonly line?: number;
  readonly words: Localized;
}

export interface Place {
  readonly file: string;
  readonly column?: string;
  readonly row?: number;
  readonly line?: number;
}

const isKind = (kind: string): kind is RegisterProblemKind => Object.hasOwn(sentences, kind);

/** What a kind of problem is called where it is counted, `…` in place of what was found. */
export function kindWords(kind: string): Localized {
  if (!isKind(kind)) return { 'zh-CN': kind, en: kind };
  const { 'zh-CN': zh, en } = sentences[kind];
  const bare = (words: string): string => words.replaceAll(/\{\w+\}/g, '…');
  return { 'zh-CN': bare(zh), en: bare(en) };
}

export function problemAt(
  place: Place,
  kind: RegisterProblemKind,
  values: Readonly<Record<string, string>> = {},
): RegisterProblem {
  const filled = (words: string): string => words.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const { 'zh-CN': zh, en } = sentences[kind];
  return { ...place, kind, words: { 'zh-CN': filled(zh), en: filled(en) } };
}

/** The problem with its place, in one line. */
export function problemText({ file, column, row, line, words }: RegisterProblem, language: Language): string {
  if (language !== 'en') {
    const at = line === undefined ? (row === undefined ? '' : ` 第 ${row} 条`) : ` 第 ${line} 行`;
    return `${file}${at}${column === undefined ? '' : ` ${column} 列`}：${words['zh-CN']}`;
  }
  const at = line === undefined ? (row === undefined ? '' : `, row ${row}`) : `, line ${line}`;
  return `${file}${at}${column === undefined ? '' : `, column ${column}`}: ${words.en}`;
}
