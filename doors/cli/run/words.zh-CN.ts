/** What is said of runs over a whole register. */
export const zh = {
  noRegister: '请用 --register 指定名册的目录。',
  noPolicyOption: '请用 --policy 指定政策，如 cn/hospital-care，或者一个 policy.md 文件。',
  oneOf: (option: string, known: string, written: string) => `${option} 可以是 ${known}，而不是 ${written}。`,
  notWorkers: (written: string) => `--workers 后面要写 1 到 256 的整数，而不是 ${written}。`,
  stray: (written: string) => `不明白 ${written}：名册、政策和年度都写在选项里。`,
  notParquet: (path: string) => `--out 要写一个 .parquet 文件，而不是 ${path}；没有写入任何结果。`,
  brokenRegister: '名册有误，没有测算，也没有写入任何结果：',
  brokenHint: (mayBeSkipped: boolean) =>
    `请重新建立名册${mayBeSkipped ? '；或者加 --skip-broken 略过有误的片，并计数。' : '。'}`,
  noSuchRegister: '没有名册，没有测算，也没有写入任何结果：',
  notHeld: (facts: string) => `提醒：政策要看的这些事实名册里没有，受影响的人会是“还说不准”：${facts}`,
  stopped: (finished: number, shards: number) => `已停止，做完了 ${shards} 片中的 ${finished} 片。`,
  keptForNext: (out: string) => `做完的片留在 ${out}.parts；再运行同一命令，就从这里接着做。`,
  progress: (share: string, rows: string, rate: string, left: string) =>
    `${share}  ${rows} 人  每秒 ${rate} 人  还要 ${left}`,
  seconds: (seconds: number) => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`),
  columns: ['区划', '人数', '可以领', '不能领', '还说不准', '金额（元）'],
  all: '合计',
  reasons: '理由（人数）',
  notSo: (condition: string) => `不符合“${condition}”`,
  missing: '还差的事实（人数）',
  skipped: (shards: number, people: string) => `略过有误的 ${shards} 片，共 ${people} 人：`,
  resumed: (shards: number) => `其中 ${shards} 片是上次已经做完的。`,
  written: (out: string) => `每个人的结果写在 ${out}`,
  noAgainst: '请用 --against 指定与之比较的政策（现行的），如 cn/hospital-care 或一个 policy.md 文件。',
  rehearsal: (before: string, after: string) => `预演：以 ${after} 代替 ${before}`,
  side: (policy: string, version: string, period: string) => `${policy} ${period}（版本 ${version}）`,
  cost: (before: string, after: string, difference: string) =>
    `金额合计：原 ${before} 元，新 ${after} 元，相差 ${difference} 元`,
  hiddenCost: '金额合计：不显示，否则可以推算出不足 10 人的一组',
  gainAndLose: (gained: string, lost: string) => `多得 ${gained} 元，少得 ${lost} 元`,
  changes: {
    newly: '新可以领',
    more: '多领',
    same: '照旧领',
    less: '少领',
    'no-longer': '不再能领',
    neither: '都不能领',
    open: '有一边还说不准',
  },
  tables: { division: '按区划', age: '按年龄（周岁）', household: '按家庭人口' },
  changeColumns: ['人数', '得益', '受损', '不变', '说不准', '多得（元）', '少得（元）', '原（元）', '新（元）'],
  unknownGroup: '不知道',
  bands: '得益、受损多少（人数）',
  band: (from: string, to: string | undefined) => (to === undefined ? `${from} 元以上` : `${from}–${to} 元`),
  bandColumns: ['差额', '得益', '受损'],
  suppression: (least: number) =>
    `不足 ${least} 人的一格写作 <${least}；* 表示人数够多，但写出来就能推算出别的格。金额只算两边都说得准的人。`,
  rates: (seconds: string, rate: string, megabytes: string) =>
    `用时 ${seconds} 秒，每秒 ${rate} 人，内存最多 ${megabytes} MB`,
} as const;

type Widened<T> = T extends string
  ? string
  : T extends (...given: never[]) => string
    ? T
    : { [K in keyof T]: Widened<T[K]> };

/** Every sentence about runs; Chinese says which there are. */
export type RunWords = { readonly [K in keyof typeof zh]: Widened<(typeof zh)[K]> };
