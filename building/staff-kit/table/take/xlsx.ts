import { writeXlsxStream } from 'hucre/xlsx';
import type { Sheet } from './sheet.ts';

/** The sheet as a workbook: the heads stay in sight, numbers stay numbers. */
export async function xlsxOf({ name, heads, lines }: Sheet): Promise<Blob> {
  const rows = [[...heads], ...lines.map((line) => line.map((held) => held ?? null))];
  const stream = writeXlsxStream(rows, {
    // Excel takes no more than 31 signs, and none of these.
    name: name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    freezePane: { rows: 1 },
    columns: heads.map((_, column) => ({ width: widthOf(column, heads, lines) })),
  });
  const bytes = await new Response(stream).arrayBuffer();
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

/** As wide as the longest of the first lines, a Chinese sign counted twice. */
function widthOf(column: number, heads: Sheet['heads'], lines: Sheet['lines']): number {
  const texts = [heads[column], ...lines.slice(0, 200).map((line) => line[column])].map((held) => String(held ?? ''));
  const longest = Math.max(...texts.map((text) => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)));
  return Math.min(60, Math.max(8, longest + 2));
}
