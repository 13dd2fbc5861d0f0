import type { Progress } from '../../../registers/run/run.ts';
import type { Io } from '../io.ts';
import { wordsIn as runWordsIn } from './words/made/all.ts';
import type { Words } from './words/made/words.ts';

const width = 24;

/** A line that is written over itself: how much is done, how fast, and how long it will take. */
function timeSaid(words: Words, seconds: number): string {
  return seconds < 90 ? words.seconds({ seconds }) : words.minutes({ minutes: Math.ceil(seconds / 60) });
}

function progressLine({ rows, allRows, seconds, resumedRows }: Progress, io: Io): string {
  const words = runWordsIn(io.language);
  const share = allRows === 0 ? 1 : rows / allRows;
  const filled = Math.round(share * width);
  const rate = seconds === 0 ? 0 : (rows - resumedRows) / seconds;
  const left = rate === 0 ? 0 : Math.ceil((allRows - rows) / rate);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(Math.floor(share * 100)).padStart(3)}%`;
  return words.progress({ share: bar, rows: whole(rows), rate: whole(Math.round(rate)), left: timeSaid(words, left) });
}

/** Draws the bar on the terminal's error channel; does nothing where there is no terminal or a program reads. */
export function progressBar(
  io: Io,
  shown: boolean,
): { readonly tell: (progress: Progress) => void; readonly end: () => void } {
  if (!shown || !process.stderr.isTTY) return { tell: () => undefined, end: () => undefined };
  let drawn = false;
  return {
    tell: (progress) => {
      drawn = true;
      io.err(`\r\u001B[K${progressLine(progress, io)}`);
    },
    end: () => {
      if (drawn) io.err('\r\u001B[K');
    },
  };
}

/** 1234567 → 1,234,567 */
export function whole(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
