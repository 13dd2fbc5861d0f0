import { useWords } from '../../../../building/staff-kit/language.ts';
import { fenFromWire, sumOf, yuanText } from '../../../../values/fen.ts';
import { load } from './words/made/load.ts';

/** Says what amounts come to together, beside the count of a list or of what is chosen in it. */
export function useSum(): (amounts: readonly string[]) => string {
  const words = useWords(load);
  return (amounts) => words.sum({ yuan: yuanText(sumOf(amounts.map(fenFromWire))) });
}
