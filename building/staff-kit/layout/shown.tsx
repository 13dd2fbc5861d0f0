import type { ReactElement } from 'react';
import { load } from '../words/made/load.ts';
import { useWords } from '../language.ts';
import { fenFromWire, yuanText } from '../../../values/fen.ts';

/** An amount as it came over the wire (a decimal string of fen), in yuan with two decimals. */
export function Yuan({ fen, unit = false }: { readonly fen: string; readonly unit?: boolean }): ReactElement {
  const words = useWords(load).page;
  return (
    <span className="yuan">
      {yuanText(fenFromWire(fen))}
      {unit && <span className="unit"> {words.yuan}</span>}
    </span>
  );
}

export function Key({ children }: { readonly children: string }): ReactElement {
  return <kbd aria-hidden="true">{children}</kbd>;
}

/** An amount of the wire in yuan, as lists sort it and files take it. */
export function yuanOf(fen: string): number {
  return Number(fenFromWire(fen)) / 100;
}
