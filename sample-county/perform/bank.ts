import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { decodeText } from '../../building/files/text.ts';
import type { BankLayout } from '../../office/payments/batch/bank-profile.ts';
import type { Day } from '../../values/day.ts';

/** What the invented bank says of the lines that it could not pay. */
const excuses = ['账户已销户', '户名不符', '账号不存在', '账户状态异常'];

/**
 * The bank's answer to a bank file in CSV: every line paid, but for those to the accounts in `returned` and, where `oneIn` is given, every
 * so many lines. In UTF-8, by the titles of the county's layout.
 */
export function bankAnswer(
  bankFile: Uint8Array,
  layout: BankLayout,
  settledOn: Day,
  returned: ReadonlySet<string>,
  oneIn?: number,
): Buffer {
  const decoded = decodeText(bankFile);
  if (decoded.kind === 'refused') throw new Error('The bank can’t read the file');
  const { columns } = layout.incoming;
  const title = (field: string): string =>
    layout.outgoing.columns.find((column) => column.field === field)?.title ?? field;
  const lines = parse<Readonly<Record<string, string>>>(decoded.text, {
    columns: true,
    delimiter: layout.outgoing.delimiter,
  });
  const head = [
    columns.reference,
    columns.amount,
    columns.status,
    columns.reason,
    ...(columns.settledOn === undefined ? [] : [columns.settledOn]),
  ];
  const rows = lines.map((line, n) => {
    const fails = returned.has(digitsOf(line[title('account')])) || (oneIn !== undefined && n % oneIn === oneIn - 1);
    const [status, reason] = fails
      ? [layout.incoming.returned[0], excuses[n % excuses.length]]
      : [layout.incoming.paid[0], ''];
    return [
      line[title('reference')],
      line[title('amount')],
      status,
      reason,
      ...(columns.settledOn === undefined ? [] : [settledOn]),
    ];
  });
  const { delimiter } = layout.incoming;
  return Buffer.from(stringify([head, ...rows], { delimiter, record_delimiter: 'windows' }), 'utf8');
}

/** Account numbers may be written so that spreadsheets leave them alone. */
function digitsOf(cell = ''): string {
  return cell.replaceAll(/\D/g, '');
}
