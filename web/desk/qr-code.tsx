import { correction, generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

/** Empty modules that a reader needs around the code. */
const QUIET_ZONE = 4

/** An address as a QR code that survives a quarter of it being dirty. Black on white in every theme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = generate(text, { minCorrectionLevel: correction.Q })
  const side = code.size + 2 * QUIET_ZONE
  return (
    <svg
      class="qr-code"
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect class="qr-paper" x={-QUIET_ZONE} y={-QUIET_ZONE} width={side} height={side} />
      <path class="qr-ink" d={toSvgPath(code)} />
    </svg>
  )
}
