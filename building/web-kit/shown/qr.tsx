import { qrPath } from '../../qr-path.ts';

/** A QR code as SVG with its quiet zone of four modules, sharp on paper. `label` says what it leads to. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { path, size } = qrPath(text);
  return (
    <svg
      class="qr"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn into the page: no second request, sharp on paper
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M-4-4h${size + 8}v${size + 8}h-${size + 8}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
