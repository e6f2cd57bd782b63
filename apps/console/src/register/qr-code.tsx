import { useMemo } from 'react';
import { encodeQR } from 'qr';

/** Modules of white around it, without which cameras do not find it. */
const QUIET = 4;

/** As a drawing: it stays sharp on paper, and no picture has to be allowed by the page's policy. */
export function QrCode({ text, className }: { text: string; className: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET }), [text]);
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className={className}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      data-qr
    >
      <path fill="#fff" d={`M0 0h${rows.length}v${rows.length}H0z`} />
      <path fill="#000" d={dark.join('')} />
    </svg>
  );
}
