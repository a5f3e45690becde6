import { type Spread, histogramLayout } from './histogram-layout.ts'
import { decimalText } from './vietnamese-numbers.ts'

/** Where numbers lie: a histogram with its middle half and median. The table below says the same. */
export function HistogramChart({ spread, unit }: { spread: Spread; unit: string }) {
  const { bars, labels, middleHalf, median } = histogramLayout(spread)
  return (
    <figure class="histogram">
      <svg class="histogram-bars" width="100%" height="140" aria-hidden="true">
        {bars.map(({ x, width, height }) => (
          <rect
            key={x}
            class="bar"
            x={`${x}%`}
            width={`${width}%`}
            y={`${100 - height}%`}
            height={`${height}%`}
          />
        ))}
        <line class="histogram-floor" x1="0" x2="100%" y1="100%" y2="100%" />
      </svg>
      <svg class="interval-chart" width="100%" height="44" aria-hidden="true">
        <rect class="mark-interval" x={`${middleHalf.x}%`} width={`${middleHalf.width}%`} y="8" height="10" />
        <circle class="mark-score" cx={`${median}%`} cy="13" r="5" />
        {labels.map(({ x, value }) => (
          <text key={value} class="axis-number axis-start" x={`${x}%`} y="40">
            {decimalText(value, 0)}
          </text>
        ))}
      </svg>
      <figcaption class="small quiet">
        Trục ngang: {unit || 'giá trị trả lời'}. Vạch nhạt là nửa số doanh nghiệp ở giữa, chấm là trung vị.
      </figcaption>
    </figure>
  )
}
