import type { ReactElement } from 'react';
import { qrPath } from '../../qr-path.ts';

/** A QR code with its quiet zone, sharp on paper. `label` says what it leads to. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const { path, size } = qrPath(text);
  return (
    <svg
      className="qr"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn into the page: no second request, sharp on paper
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M-4-4h${size + 8}v${size + 8}h-${size + 8}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
