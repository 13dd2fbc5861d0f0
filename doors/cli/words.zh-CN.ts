import type { Outcome } from '../../rules/determination.ts';

export const zh = {
  usage: `惠家命令行

  huijia check <路径…>      检查政策包、词汇表和放假日历，列出全部错误
  huijia explain <政策> --facts <文件> --period <年度>
                            按一家人的事实测算一项政策，说明理由
  huijia compile <政策> --period <年度> --show ir|js|wat|sql [--on <日期>]
                            显示编译器每一步把政策包变成了什么
  huijia register build --from <people.csv|people.parquet|postgres> --to <目录>
                        [--as-of <日期>] [--replace] [--skip-broken]
                            建立按列存放的名册，用于成批测算
  huijia register check <目录>
                            通读一份名册，看它是否与建立时一样
  huijia determine --register <目录> --policy <政策> --period <年度> [--out <result.parquet>]
                   [--on <日期>] [--by county|township|village] [--engine wasm|js] [--workers <个数>]
                   [--skip-broken] [--verify] [--no-reasons]
                            按名册为所有人测算一项政策
  huijia rehearse --register <目录> --policy <新政策> --against <现行政策> --period <年度>
                  [--against-period <年度>] [--out <changes.parquet>] [determine 的各选项]
                            预演：谁会得益、谁会受损，只列人数
  huijia sql <政策> --period <年度> --dialect postgres|duckdb|spark [--on <日期>] [--schema <名称>]
             [--complete <事实>,…]
                            输出一条 SQL，在数据仓库里为所有人测算一项政策

选项
  --lang zh|en              文字语言（默认按 LANG）
  --json                    输出 JSON
  --law <目录>              政策目录（默认用本仓库的 law）
`,
  usageHint: '运行 huijia --help 看用法。',
  unknownCommand: (name: string) => `没有命令 ${name}。`,
  unknownOption: (name: string) => `不认识的选项 ${name}。`,
  optionWithoutValue: (name: string) => `选项 ${name} 后面要写一个值。`,
  badLanguage: (name: string) => `--lang 只能是 zh 或 en，而不是 ${name}。`,
  noPath: '请写出要检查的文件或目录。',
  noPolicy: '请写出要测算的政策，如 cn/hospital-care。',
  onePolicy: '一次只测算一项政策。',
  noFrom: '请用 --from 指定名册的来源：.csv 或 .parquet 文件，或者 postgres。',
  noTo: '请用 --to 指定名册的目录。',
  registerUsage: '用法：huijia register build --from … --to …，或 huijia register check <目录>。',
  registerBuilt: (people: number, shards: number, to: string) => `名册已建立：${people} 人，${shards} 片，位于 ${to}`,
  columnsDropped: (names: string) => `以下各列不是词汇表里的事实，没有保存：${names}`,
  noHouseholds: '没有 household 列：谁和谁同住，按不知道处理。',
  noLinks: '没有 parents、spouse、guardians 列：亲属关系按不知道处理。',
  rowsSkipped: (rows: number, links: number) =>
    `略去有误的记录 ${rows} 条，以及他人指向它们的关系 ${links} 条。各类问题：`,
  registerFaulty: (count: number) => `发现 ${count} 处问题，没有写入任何名册：`,
  registerHint: (more: boolean, mayBeSkipped: boolean) =>
    `${more ? '每类只列出前 20 处。' : ''}请改正来源后重试${mayBeSkipped ? '；或者加 --skip-broken 略去有误的记录，并计数。' : '。'}`,
  registerSpoilt: (folder: string) => `${folder} 不能使用：`,
  registerWhole: (people: number, shards: number) => `名册完好：${people} 人，${shards} 片。`,
  noFacts: '请用 --facts 指定事实文件。',
  noPeriod: '请用 --period 指定年度，如 --period 2026。',
  unknownStage: (name: string, known: string) => `--show 可以是 ${known}，而不是 ${name}。`,
  notOfPolicy: (option: string, name: string, known: string) =>
    `${option} 后面写这项政策用到的（${known}），而不是 ${name}。`,
  unknownDialect: (name: string, known: string) => `--dialect 可以是 ${known}，而不是 ${name}。`,
  policyTwice: (policy: string, one: string, other: string) =>
    `有两个政策包都叫 ${policy}：${one} 和 ${other}。请移走或改名其中一个；没有测算。`,
  notADay: (option: string, written: string) => `${option} 后面要写日历上的一天，如 2026-02-01，而不是 ${written}。`,
  nothingToCheck: (path: string) => `${path} 里没有可以检查的文件。`,
  missing: (path: string) => `没有这个文件或目录：${path}`,
  unreadable: (path: string) => `读不了：${path}`,
  notUtf8: (path: string) => `${path} 不是 UTF-8 编码的文字。`,
  tooLarge: (path: string) => `${path} 太大，没有读。`,
  badJson: (path: string, line: number, column: number) => `${path} 第 ${line} 行第 ${column} 列：JSON 写法有误。`,
  badFacts: (path: string) => `${path} 里的事实有误：`,
  packFaulty: (policy: string) => `政策包 ${policy} 有错误，不能测算：`,
  vocabularyFaulty: '词汇表有错误：',
  unknownPolicy: (policy: string) => `没有政策 ${policy}。`,
  knownPolicies: (names: string) => `现有：${names}`,
  noPolicies: (path: string) => `${path} 里没有政策包。`,
  outOfRange: (policy: string) =>
    `按这些事实，${policy} 的规则算出了日历以外的日子、参数还没有取值的日子，或超过 34 位的数。没有测算出结果，请告诉政策编写人员。`,
  periodNotCovered: (policy: string, period: string, known: string) => `${policy} 不含 ${period}，可用：${known}。`,
  severity: { error: '错误', warning: '提醒' },
  didYouMean: (name: string) => `是不是 ${name}？`,
  summary: (packs: number, files: number, errors: number, warnings: number) =>
    `检查了 ${packs} 个政策包、${files} 个文件：${errors} 个错误，${warnings} 个提醒。`,
  heading: (title: string, policy: string, period: string) => `${title}（${policy}） ${period}`,
  outcome: { eligible: '可以领', 'not-eligible': '不能领', undetermined: '还说不准' } satisfies Record<Outcome, string>,
  amount: (yuan: string) => `${yuan} 元`,
  colon: '：',
  because: '理由',
  missingFacts: '还差',
  wouldChange: '改变什么，结果会不同（最小的改变）',
  nothingWouldChange: '改变一到三项事实，结果都一样。',
  wouldChangeCut: '要试的改变太多，没有找完。结果本身不受影响。',
  trace: '怎样算出来的（● 决定结果的部分）',
  verified: '已核对原文',
  unverified: '待核实',
  law: (title: string, place: string, check: string) => `${title}${place}（${check}）`,
  version: (digest: string) => `政策版本 ${digest}`,
} as const;

type Widened<T> = T extends string
  ? string
  : T extends (...given: never[]) => string
    ? T
    : { [K in keyof T]: Widened<T[K]> };

/** Every sentence of the command line; Chinese says which there are. */
export type Words = { readonly [K in keyof typeof zh]: Widened<(typeof zh)[K]> };
