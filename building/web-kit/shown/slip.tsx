import type { ComponentChildren } from 'preact';
import { Qr } from './qr.tsx';

/** The slip a person keeps: a number to say, a code to scan, and a line or two of what it is about. */
export function Slip({
  numberLabel,
  number,
  qr,
  children,
}: {
  numberLabel: string;
  number: string;
  qr: { text: string; label: string };
  children?: ComponentChildren;
}) {
  return (
    <div class="slip">
      <p class="small">{numberLabel}</p>
      <p class="number">{number}</p>
      <Qr text={qr.text} label={qr.label} />
      <div class="small">{children}</div>
    </div>
  );
}
