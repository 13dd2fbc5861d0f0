/** What is said of runs over a whole register. */
export const zh = {
  noRegister: '请用 --register 指定名册的目录。',
  noPolicyOption: '请用 --policy 指定政策，如 cn/hospital-care，或者一个 policy.md 文件。',
  oneOf: (option: string, known: string, written: string) => `${option} 可以是 ${known}，而不是 ${written}。`,
  notWorkers: (written: string) => `--workers 后面要写 1 到 256 的整数，而不是 ${written}。`,
  stray: (written: string) => `不明白 ${written}：名册、政策和年度都写在选项里。`,
  notParquet: (path: string) => `--out 要写一个 .parquet 文件，而不是 ${path}；没有写入任何结果。`,
  brokenRegister: '名册有误，没有测算，也没有写入任何结果：',
  brokenHint: '请重新建立名册；或者加 --skip-broken 略过有误的片，并计数。',
  notHeld: (facts: string) => `提醒：政策要看的这些事实名册里没有，受影响的人会是“还说不准”：${facts}`,
  stopped: (finished: number, shards: number) => `已停止，做完了 ${shards} 片中的 ${finished} 片。`,
  keptForNext: (out: string) => `做完的片留在 ${out}.parts；再运行同一命令，就从这里接着做。`,
  progress: (share: string, rows: string, rate: string, left: string) =>
    `${share}  ${rows} 人  每秒 ${rate} 人  还要 ${left}`,
  seconds: (seconds: number) => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`),
  columns: ['区划', '人数', '可以领', '不能领', '还说不准', '金额（元）'],
  all: '合计',
  reasons: '理由（人数）',
  missing: '还差的事实（人数）',
  skipped: (shards: number, people: string) => `略过有误的 ${shards} 片，共 ${people} 人：`,
  resumed: (shards: number) => `其中 ${shards} 片是上次已经做完的。`,
  written: (out: string) => `每个人的结果写在 ${out}`,
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
