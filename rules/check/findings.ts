import type { Finding, Span } from '../finding.ts';

interface Entry {
  readonly severity: 'error' | 'warning';
  readonly 'zh-CN': string;
  readonly en: string;
}

const error = (zh: string, en: string): Entry => ({ severity: 'error', 'zh-CN': zh, en });
const warning = (zh: string, en: string): Entry => ({ severity: 'warning', 'zh-CN': zh, en });

/** Every fault a pack can have. `{name}` stands for what was found there. A code, once published, keeps its meaning. */
const catalogue = {
  // The text
  'text-too-large': error('文件太大：最多 {most} 个字符', 'The file is too large: at most {most} characters'),
  'control-character': error('有看不见的控制字符（{sign}）', 'There is an invisible control character ({sign})'),
  'no-front-matter': error(
    '第一行应当是 ---，下面写政策的名称和来源',
    'The first line should be ---, with the policy and its sources below',
  ),
  'front-matter-not-closed': error('开头的 --- 没有结束', 'The opening --- is never closed'),
  'fence-not-closed': error(
    '代码块 {language} 没有结束，缺一行 ```',
    'The block {language} is never closed by a line of ```',
  ),
  'unknown-fence': error('不认识的代码块 {language}，可用：{known}', 'Unknown block {language}; known are: {known}'),
  'missing-fence': error('缺少代码块 {language}', 'The block {language} is missing'),
  'doubled-fence': error('代码块 {language} 只能有一个', 'There can be only one block {language}'),

  // YAML and its shape
  'yaml-syntax': error('YAML 写法有误：{message}', 'The YAML is wrong: {message}'),
  'yaml-duplicate-key': error('同一个键写了两次', 'The same key is written twice'),
  'yaml-too-deep': error('嵌套太深', 'The nesting is too deep'),
  'yaml-alias': error('不使用 YAML 的锚点、别名和标签', 'Anchors, aliases and tags of YAML are not used'),
  'yaml-key-not-text': error('键应当是一个词', 'A key should be one word'),
  'expected-map': error('这里应当是若干“键：值”', 'Keys with values are expected here'),
  'expected-list': error('这里应当是一个列表（每项以 - 开头）', 'A list is expected here (each item starts with -)'),
  'expected-text': error('这里应当写文字', 'A text is expected here'),
  'expected-boolean': error('应当写 true 或 false，而不是 {found}', 'Write true or false, not {found}'),
  'expected-whole-number': error(
    '应当是整数，不带前导零，而不是 {found}',
    'A whole number without leading zeros is expected, not {found}',
  ),
  'expected-day': error(
    '应当是日期（年-月-日，确有其日），而不是 {found}',
    'A day of the calendar (YYYY-MM-DD) is expected, not {found}',
  ),
  'expected-one-of': error('{found} 不在可选范围内：{options}', '{found} is none of: {options}'),
  'unknown-key': error('不认识的键 {key}，可用：{known}', 'Unknown key {key}; known are: {known}'),
  'missing-key': error('缺少 {key}', '{key} is missing'),

  // Front matter, sources and articles
  'bad-policy-id': error(
    '政策编号应当像 cn/hospital-care，而不是 {found}',
    'A policy is named like cn/hospital-care, not {found}',
  ),
  'policy-named-twice': error(
    '{other} 里的政策包也叫 {policy}：请改名或移走其中一个',
    'The pack in {other} is named {policy} too: rename or move one of them',
  ),
  'bad-division': error('行政区划代码应当是 12 位数字，而不是 {found}', 'A division code has 12 digits, not {found}'),
  'bad-period-range': error(
    '期间应当先后有序，且不超过 {most} 个',
    'Periods run from first to last, at most {most} of them',
  ),
  'unknown-source': error('来源 {source} 没有在开头列出', 'The source {source} is not listed in the front matter'),
  'bad-citation': error(
    '引用应当写成“来源 位置”，如 scheme 二',
    'A citation is written as source and place, such as: scheme 二',
  ),
  'quotation-without-citation': error('条文应当以〔来源 位置〕开头', 'An article starts with 〔source place〕'),
  'quotation-without-english': error(
    '条文缺少英文（另起一段，以 en: 开头）',
    'The article lacks its English (a paragraph that starts with en:)',
  ),
  'note-without-english': error(
    '条文后面的说明缺少英文（另起一段，以 en: 开头）',
    'The note below this article lacks its English (a paragraph that starts with en:)',
  ),
  'unused-source': warning('来源 {source} 没有被引用', 'The source {source} is never cited'),

  // Expressions: reading
  'unclosed-text': error(
    '引号没有结束，或者其中有不能用的反斜线',
    'The quotation mark is never closed, or holds a backslash that is not allowed',
  ),
  'full-width-sign': error(
    '这里要用半角符号，而不是全角的 {sign}',
    'An ASCII sign is needed here, not the full-width {sign}',
  ),
  'unexpected-sign': error('不认识的符号 {sign}', 'Unknown sign {sign}'),
  'number-with-leading-zero': error('数字 {number} 不能以 0 开头', 'The number {number} may not start with 0'),
  'number-too-long': error('数字太长：最多 15 位', 'The number is too long: at most 15 digits'),
  'number-runs-into-name': error('数字后面紧跟着文字', 'A number runs into a name'),
  'expression-too-long': error('算式太长，请用 let 分成几步', 'The expression is too long: split it with let'),
  'expression-too-deep': error(
    '算式嵌套太深：最多 {most} 层',
    'The expression is nested too deeply: at most {most} levels',
  ),
  'expression-ends-early': error(
    '算式没有写完，还差：{expected}',
    'The expression ends too early; still expected: {expected}',
  ),
  'unexpected-word': error('这里不该是 {found}，应当是：{expected}', '{found} is not expected here, but: {expected}'),
  'wants-brackets': error('{word} 用在算式中间时要加括号', '{word} inside an operation wants brackets'),
  'not-wants-brackets': error('否定写成 not(…)', 'A negation is written not(…)'),
  'null-is-not-written': error(
    '不写 null：不知道就是不知道，不是一个值',
    'null is not written: what is not known is no value',
  ),
  'range-outside-in': error('范围和比较只能写在 in 后面', 'A range or a test stands after in, and nowhere else'),
  'comparisons-dont-chain': error('比较不能连写，请用 and 或 between', 'Comparisons do not chain: use and, or between'),

  // Expressions: names and types
  'unknown-name': error('没有声明过的名称 {name}', 'The name {name} is not declared'),
  'used-before-declared': error('{name} 在后面才声明，请把它移到前面', '{name} is declared further down: move it up'),
  'function-without-brackets': error('{name} 是函数，要写成 {name}(…)', '{name} is a function: write {name}(…)'),
  'unknown-function': error('没有函数 {name}', 'There is no function {name}'),
  'unknown-member': error('{ofZh}没有 {name}', 'A {ofEn} has no {name}'),
  'member-of-list': error(
    '一列里没有 {name}，请用 some、every 或 for 逐个看',
    'A list has no {name}: look at each with some, every or for',
  ),
  'undeclared-fact': error('{name} 没有在 facts 里声明', '{name} is not declared under facts'),
  'unknown-fact': error('词汇表里没有 {name}', 'The vocabulary has no {name}'),
  'fact-type-differs': error('词汇表里 {name} 是 {expected}', 'In the vocabulary {name} is {expected}'),
  'wrong-argument-count': error(
    '{name} 需要 {wanted} 个参数，这里有 {given} 个',
    '{name} takes {wanted} arguments, not {given}',
  ),
  'wrong-type': error('这里应当是{expectedZh}，而不是{foundZh}', 'A {expectedEn} is expected here, not a {foundEn}'),
  'types-differ': error('不能把{expectedZh}和{foundZh}放在一起比', 'A {expectedEn} and a {foundEn} do not go together'),
  'no-such-value': error(
    '{fact}不会是“{found}”，只会是：{options}',
    '{fact} is never “{found}”; it is one of: {options}',
  ),
  'not-ordered': error('{foundZh}没有大小先后', 'A {foundEn} has no order'),
  'not-comparable': error('{foundZh}不能比较', 'A {foundEn} cannot be compared'),
  'no-such-arithmetic': error(
    '{expectedZh} {operator} {foundZh}没有意义',
    '{expectedEn} {operator} {foundEn} has no meaning',
  ),
  'money-times-money': error('金额不能乘以金额', 'Money cannot be multiplied by money'),
  'round-first': error(
    '先取整：roundHalfUp(…)、floor(…) 或 ceiling(…)',
    'Round first: roundHalfUp(…), floor(…) or ceiling(…)',
  ),
  'divisor-not-constant': error(
    '除数应当是写明的、不为零的整数',
    'A divisor is a whole number written in the pack, and not 0',
  ),
  'exponent-not-constant': error(
    '指数应当是写明的整数，从 1 到 {most}',
    'An exponent is a whole number written in the pack, from 1 to {most}',
  ),
  'nullable-condition': error(
    'if 的条件可能不知道真假：请在 facts 里去掉这项事实的问号，或改用 and、or',
    'The condition of this if may be unknown: declare its fact without ?, or use and, or',
  ),
  'nullable-filter': error('筛选条件可能不知道真假', 'The condition of this filter may be unknown'),
  'date-wants-text': error(
    'date 里要写带引号的日期，如 date("2025-01-01")',
    'date wants a quoted day, such as date("2025-01-01")',
  ),
  'date-wants-numbers': error(
    'date 的月和日要写明数字，如 date(birth.year, 12, 31)',
    'The month and the day of a date are written numbers, as in date(birth.year, 12, 31)',
  ),
  'no-such-day': error('没有 {found} 这一天', 'There is no such day as {found}'),
  'not-a-list': error('这里应当是一列，而不是{foundZh}', 'A list is expected here, not a {foundEn}'),
  'list-of-lists': error('列表里不能再有列表', 'A list cannot hold lists'),
  'empty-list': error('列表是空的', 'The list is empty'),
  'name-taken': error('{name} 已有别的意思，请换一个名称', '{name} already means something else: choose another name'),
  'bad-name': error(
    '{found} 不能作名称：用字母、汉字、数字和下划线，不以数字开头',
    '{found} is no name: use letters, Chinese characters, digits and _, no digit first',
  ),

  // The rule
  'bad-subject': error('for 应当写成 person as 名称', 'for is written: person as name'),
  'bad-type': error('没有类型 {found}，可用：{options}', 'There is no type {found}; known are: {options}'),
  'bad-value': error('{found} 不是{expectedZh}', '{found} is not a {expectedEn}'),
  'parameter-without-value': error('参数没有任何取值', 'The parameter has no value'),
  'parameter-not-in-order': error(
    '参数的取值按公布的先后排列（没有写公布日期的按生效日期），不能重复',
    'The values of a parameter stand in the order of publication (or of the day from which they hold), none twice',
  ),
  'parameter-starts-late': error(
    '参数在 {period} 年度开始时还没有取值',
    'The parameter has no value yet at the start of {period}',
  ),
  'parameter-changes-within': error(
    '参数 {name} 在 {period} 期间内变化，要说明哪一天或哪个月的：valueAt({name}, …)',
    'The parameter {name} changes within {period}: say of which day or month, as in valueAt({name}, …)',
  ),
  'value-at-wants-parameter': error(
    'valueAt 的第一项是参数的名称，如 valueAt(monthly, m)',
    'The first argument of valueAt is the name of a parameter, as in valueAt(monthly, m)',
  ),
  'value-before-first': error('参数 {name} 从 {from} 起才有取值', 'The parameter {name} has no value before {from}'),
  'unknown-benefit': error('没有政策 {policy}', 'There is no policy {policy}'),
  'faulty-benefit': error(
    '所引用的政策 {policy} 本身有错，请先改好',
    'The policy {policy} has faults of its own: mend them first',
  ),
  'benefit-period-not-covered': error(
    '所引用的政策 {policy} 不含 {period}',
    'The policy {policy} does not cover {period}',
  ),
  'policies-in-a-circle': error(
    '政策之间互相引用，绕成了一个圈：{circle}',
    'The policies refer to one another in a circle: {circle}',
  ),
  'amount-not-money': error('amount 应当是金额，而不是{foundZh}', 'The amount should be money, not a {foundEn}'),
  'eligible-not-boolean': error(
    'eligible 应当是“是否”，而不是{foundZh}',
    'eligible should be a boolean, not a {foundEn}',
  ),
  'unknown-label': error(
    '{section} 里的 {label} 不是这条规则的名称',
    '{section} speaks of {label}, which this rule does not name',
  ),
  'because-wants-yes-no': error(
    '{label} 是“是否”，理由写在 yes 和 no 下',
    '{label} is a boolean: its reasons stand under yes and no',
  ),
  'because-wants-words': error(
    '{label} 不是“是否”，理由写在 words 下',
    '{label} is no boolean: its reason stands under words',
  ),
  'bad-placeholder': error(
    '文字里的 {found} 不能替换：只能用规则里的名称和事实',
    'The text cannot fill in {found}: use names and facts of the rule',
  ),
  'step-without-words': warning(
    '{name} 没有给人看的名称，测算过程里看不到这一步：请写在 words 下',
    '{name} has no words, so nobody reads of this step in the trace: give it some under words',
  ),
  'parameter-without-words': warning(
    '参数 {name} 没有给人看的名称，测算过程里看不到它：请给它写 words',
    'The parameter {name} has no words, so nobody reads of it in the trace: give it words',
  ),
  'unused-name': warning('{name} 声明了却没有用到', '{name} is declared and never used'),

  // Around the rule
  'unknown-question-fact': error(
    '问题所问的 {fact} 不是这条规则用到的事实',
    'The question asks for {fact}, which the rule does not use',
  ),
  'question-answer-differs': error('答案 {found} 不合 {fact} 的类型', 'The answer {found} does not fit {fact}'),
  'fact-never-asked': warning('{fact} 没有问题可问，也没有设定', '{fact} is neither asked nor supposed'),
  'no-examples': error('没有任何实例：规则没有被试过', 'There are no examples: the rule was never tried'),
  'bad-example': error('实例写得不对：{problemZh}', 'The example is not right: {problemEn}'),
  'example-fails': error(
    '实例不符：应当是 {expectedZh}，算出来是 {foundZh}',
    'The example fails: expected {expectedEn}, came out {foundEn}',
  ),
  'bad-table': error('表格应当有表头，每行的格数相同', 'A table has a heading, and every row as many cells'),
  'period-not-covered': error('这个政策包不含 {period} 年度', 'The pack does not cover {period}'),

  // Other files beside the packs
  'values-without-enum': error('只有 enum 才列出取值，{type} 不列', 'Only an enum lists its values, a {type} does not'),
  'too-few-values': error('enum 至少要有两个取值', 'An enum has at least two values'),
  'bad-calendar-year': error('年份 {found} 与文件里的日子不符', 'The year {found} does not fit the days in the file'),
  'calendar-day-doubled': error('{found} 写了两次', '{found} is written twice'),
  'make-up-day-not-weekend': error('调休上班日 {found} 不是周末', 'The make-up day {found} is not on a weekend'),
} as const satisfies Readonly<Record<string, Entry>>;

export type FindingCode = keyof typeof catalogue;

/** Every code with its severity, for the guide and the tests. */
export const findingCodes: readonly FindingCode[] = Object.keys(catalogue) as FindingCode[];

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => shortened(values[name] ?? ''));
}

/** What a hostile pack wrote is repeated only so far. */
const shortened = (value: string): string => (value.length > 120 ? `${value.slice(0, 117)}…` : value);

/** The finding of that code at that place, its sentence filled in. */
export function findingOf(
  code: FindingCode,
  span: Span,
  details: { readonly values?: Readonly<Record<string, string>>; readonly didYouMean?: string | undefined } = {},
): Finding {
  const { severity, 'zh-CN': zh, en } = catalogue[code];
  const values = details.values ?? {};
  const words = { 'zh-CN': filled(zh, values), en: filled(en, values) };
  const { didYouMean } = details;
  return { code, severity, words, span, ...(didYouMean === undefined ? {} : { didYouMean }) };
}
