import { policiesOf, readPack, type PackRead } from './read-pack.ts';
import { checkRule } from './check/rule/check-rule.ts';
import { hasErrors, reportOn } from './check/tell/report.ts';
import type { Pack } from './explain/evaluate.ts';
import { compileRule } from './explain/compile/program.ts';
import { readYaml } from './pack/text/yaml.ts';
import { readPeriod } from './pack/period.ts';
import { sourceText } from './source-text.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** A vocabulary with one fact of every type, for tests of the language itself. */
const vocabularyText = `facts:
  birth: { type: date, notBefore: 1900-01-01, notInFuture: true, words: { zh: "出生日期", en: date of birth }, from: { zh: "户口簿", en: register } }
  alive: { type: boolean, words: { zh: "健在", en: living }, from: { zh: "户口簿", en: register } }
  nationality: { type: text, form: country, words: { zh: "国籍", en: nationality }, from: { zh: "户口簿", en: register } }
  school: { type: text, words: { zh: "学段", en: school }, from: { zh: "学籍", en: school register } }
  nights: { type: int, words: { zh: "住院天数", en: nights in hospital }, from: { zh: "病历", en: record } }
  income: { type: money, words: { zh: "收入", en: income }, from: { zh: "申报", en: statement } }
  care: { type: enum, values: { self: { zh: "能自理", en: independent }, partial: { zh: "半失能", en: partly dependent }, full: { zh: "失能", en: dependent } }, words: { zh: "自理能力", en: need of care }, from: { zh: "评估", en: assessment } }
  local: { type: boolean, words: { zh: "本地户口", en: local registration }, from: { zh: "户口簿", en: register } }
`;

export function testVocabulary(): Vocabulary {
  const read = readVocabulary({ file: 'vocabulary.yaml', text: vocabularyText });
  if (read.kind !== 'vocabulary') throw new Error(JSON.stringify(read.findings));
  return read.vocabulary;
}

/** A small sound pack: 100 yuan a night in hospital, at most 90 nights, for people aged 60. Its one warning: nobody asks for the nights. */
export const smallPack = `---
policy: test/hospital-care
title: { zh: "住院护理补贴", en: Hospital care }
summary: { zh: "住院一天补 100 元。", en: 100 yuan a night. }
division: "990101000000"
period: { kind: year, first: 2025, last: 2027 }
subject: { zh: "老人", en: elder }
sources:
  order: { title: 《办法》, date: 2025-01-01, verified: official-text }
  notice: { title: 《通知》, verified: secondary }
---

# 住院护理补贴

## 标准 / Rates

> 〔order 第三条〕每住院一天补 100 元，一年最多 90 天。
>
> en: 100 yuan for each night in hospital, at most 90 a year.

入院和出院
算一天。

en: The days of admission and discharge
count as one.

\`\`\`rule
for: person as elder
facts:
  birth: date
  nights: int
  local: boolean?
parameters:
  rate:
    type: money
    values: { 2025-01-01: 100.00, 2027-01-01: 120.00 }
    source: order 第三条
    words: { zh: "每天的标准", en: rate a night }
  mostNights:
    type: int
    values: { 2024-01-01: 90 }
    source: notice 第一条
    words: { zh: "一年最多的天数", en: most nights a year }
let:
  age: completedYears(elder.birth, period.last)
  oldEnough: age >= 60
  counted: min(elder.nights, mostNights)
words:
  age: { zh: "年底的周岁", en: age at the end of the year }
  oldEnough: { zh: "年满 60 周岁", en: 60 or older }
  counted: { zh: "计发天数", en: nights that count }
eligible: oldEnough and elder.local and counted > 0
amount: rate * counted
because:
  oldEnough:
    yes: { zh: "{period} 年满 {age} 岁。", en: "Aged {age} in {period}." }
    no: { zh: "{period} 年才 {age} 岁，要满 60 岁。", en: "Aged {age} in {period}; 60 is needed." }
    law: order 第二条
  amount:
    words: { zh: "{rate} × {counted} 天 = {amount}。", en: "{rate} × {counted} nights = {amount}." }
    law: order 第三条
\`\`\`

\`\`\`documents
record:
  name: { zh: "住院记录", en: Hospital record }
  hint: { zh: "出院小结也可以。", en: The discharge note will do. }
  required: true
\`\`\`

\`\`\`procedure
steps:
  - { act: receive, level: township, name: { zh: "受理", en: Received } }
  - { act: review, level: township, name: { zh: "审核", en: Reviewed } }
  - { act: confirm, level: county, name: { zh: "确认", en: Confirmed } }
workingDays: 20
law: order 第五条
payment: { rhythm: once, words: { zh: "一次发放。", en: Paid once. } }
remedies:
  review: { words: { zh: "可以申请行政复议。", en: You may ask for review. }, withinDays: 60, law: order 第九条 }
\`\`\`

\`\`\`questions
birth:
  fact: elder.birth
  ask: { zh: "老人哪天出生？", en: When was the elder born? }
  why: { zh: "要满 60 岁。", en: 60 is needed. }
\`\`\`

\`\`\`families
supposed:
  - { fact: elder.local, value: true, words: { zh: "按本地户口算。", en: Taken as registered here. } }
notes:
  - { zh: "出院后再申请。", en: Apply after discharge. }
ends:
  - { zh: "一年满 90 天为止。", en: Ends at 90 nights a year. }
leaflet:
  - { zh: "带住院记录。", en: Bring the record. }
\`\`\`

\`\`\`examples
- { elder: { birth: 1965-12-31, nights: 10, local: true }, period: 2025, amount: 1000.00 }
- { elder: { birth: 1966-01-01, nights: 10, local: true }, period: 2025, outcome: not-eligible }
- { elder: { birth: 1950-05-05, nights: 120, local: true }, period: 2027, amount: 10800.00 }
- { elder: { birth: 1950-05-05, local: true }, period: 2025, undetermined: [elder.nights] }
\`\`\`

\`\`\`table
given: { birth: 1950-05-05, local: true }
| nights | 2025 | 2026 | 2027 |
| ------ | ---: | ---: | ---: |
| 0      |    - |    - |    - |
| 1      |  100 |  100 |  120 |
| ?      |    ? |    ? |    ? |
\`\`\`
`;

export function readText(text: string, packs: readonly Pack[] = []): PackRead {
  const vocabulary = testVocabulary();
  return readPack({ file: 'policy.md', text, version: '000000000000', vocabulary, packs: byPolicy(packs) });
}

const byPolicy = (packs: readonly Pack[]): ReadonlyMap<string, Pack> =>
  new Map(packs.map((pack) => [pack.info.policy, pack]));

/** The pack in the text, which may refer to others. Throws with its findings when it has faults. */
export function packIn(text: string, packs: readonly Pack[] = []): Pack {
  const read = readText(text, packs);
  if (read.kind === 'findings')
    throw new Error(
      read.findings.map(({ span, code, words }) => `${span.line}:${span.column} ${code} ${words.en}`).join('\n'),
    );
  return read.pack;
}

let small: Pack | undefined;

/**
 * A pack like the small one, but with another rule, which may refer to other packs; no examples to try it. Throws with the rule's faults.
 */
export function packWithRule(rule: string, packs: readonly Pack[] = []): Pack {
  small ??= packIn(smallPack);
  const report = reportOn(sourceText('rule.yaml', rule));
  const byKey = new Map(small.info.sources.map((source) => [source.key, source]));
  const periods = small.info.periods.map((text) => readPeriod(text)).filter((period) => period !== undefined);
  const sources = { byKey, cited: new Set<string>() };
  const policies = policiesOf(byPolicy(packs));
  const context = { report, vocabulary: small.vocabulary, sources, periods, policies };
  const checked = checkRule(context, readYaml(report, 0, report.source.text.length));
  const told = report.findings
    .map(({ span, code, words }) => `${span.line}:${span.column} ${code} ${words.en}`)
    .join('\n');
  if (checked === undefined || hasErrors(report.findings)) throw new Error(told);
  const subject = { ...small.info.subject, name: checked.subject };
  return { ...small, info: { ...small.info, subject }, rule: checked, program: compileRule(checked, periods) };
}
