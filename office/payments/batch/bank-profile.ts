import { z } from 'zod';

/** What a column of the bank's CSV can hold. */
const outgoingField = z.enum([
  'line',
  'reference',
  'payee',
  'bank',
  'account',
  'amount',
  'currency',
  'payOn',
  'remark',
]);
export type OutgoingField = z.infer<typeof outgoingField>;

const delimiter = z.enum([',', ';', '|', '\t']);

/** The county's own account, from which the bank pays (bank_profile.payer). */
export const payer = z.strictObject({
  name: z.string().min(1).max(140),
  account: z.string().regex(/^[0-9A-Za-z-]{1,34}$/),
  bank: z.string().min(1).max(140),
  /** Bank code of the clearing system (CNAPS 联行号, 12 digits), where the bank wants it in ISO 20022. */
  clearingCode: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
});

export type Payer = z.infer<typeof payer>;

/** The file that goes to the bank. */
const outgoing = z.object({
  encoding: z.enum(['utf-8', 'gb18030', 'gbk']),
  /** A byte order mark before UTF-8, for banks that open the file in a spreadsheet. */
  byteOrderMark: z.boolean().default(false),
  delimiter,
  header: z.boolean(),
  lineEnd: z.enum(['crlf', 'lf']),
  /** In the bank's order, with its titles. */
  columns: z.array(z.object({ field: outgoingField, title: z.string().min(1).max(40) })).min(1),
  day: z.enum(['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/MM/DD']),
  /** `3600.00`, or whole fen `360000`. */
  amount: z.enum(['yuan', 'fen']),
});

/** The file the bank answers with. Its columns are found by title. */
const incoming = z.object({
  delimiter,
  columns: z.object({
    reference: z.string().min(1),
    amount: z.string().min(1),
    status: z.string().min(1),
    reason: z.string().min(1),
    settledOn: z.string().min(1).optional(),
  }),
  amount: z.enum(['yuan', 'fen']),
  /** What the bank writes for a line it paid, and for one it returned. */
  paid: z.array(z.string().min(1)).min(1),
  returned: z.array(z.string().min(1)).min(1),
});

/** How a county's bank wants its files (bank_profile.layout; without one, the standard). */
export const bankLayout = z
  .object({ outgoing, incoming })
  .refine(
    ({ outgoing: { columns } }) =>
      ['reference', 'account', 'amount'].every((field) => columns.some((c) => c.field === field)),
    {
      message: 'a bank file has at least the columns reference, account and amount',
    },
  );
export type BankLayout = z.infer<typeof bankLayout>;

/**
 * The layout of a county whose bank wants no other: the columns that banks' batch payment templates have in common. No national layout was
 * found.
 */
export const standardLayout: BankLayout = {
  outgoing: {
    encoding: 'gb18030',
    byteOrderMark: false,
    delimiter: ',',
    header: true,
    lineEnd: 'crlf',
    columns: [
      { field: 'line', title: '序号' },
      { field: 'reference', title: '业务编号' },
      { field: 'payee', title: '收款人户名' },
      { field: 'account', title: '收款人账号' },
      { field: 'bank', title: '收款人开户行' },
      { field: 'amount', title: '金额' },
      { field: 'payOn', title: '付款日期' },
      { field: 'remark', title: '附言' },
    ],
    day: 'YYYYMMDD',
    amount: 'yuan',
  },
  incoming: {
    delimiter: ',',
    columns: { reference: '业务编号', amount: '金额', status: '处理结果', reason: '失败原因', settledOn: '处理日期' },
    amount: 'yuan',
    paid: ['成功', '已入账'],
    returned: ['失败', '退汇'],
  },
};
