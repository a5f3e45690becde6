import { type ChartAxis, placeOn } from './chart-axis.ts'
import { type ScoredTarget, intervalMarks } from './interval-marks.ts'
import { decimalText } from './vietnamese-numbers.ts'

const TRIANGLE = 'M-4.5 14.5L0 7.5L4.5 14.5Z'

/**
 * A score as a point on its interval, against the target (upright line) and the baseline
 * (triangle below). As high as its place, so that the axis runs on from row to row. Hidden from
 * screen readers: the same figures always stand beside it as text.
 */
export function IntervalChart({ axis, figures }: { axis: ChartAxis; figures: ScoredTarget }) {
  const { score, interval, target, baseline } = intervalMarks(axis, figures)
  return (
    <svg class="interval-chart" width="100%" height="100%" aria-hidden="true">
      <AxisLines axis={axis} />
      {/* Its origin is the middle of the row, whatever the row's height. */}
      <svg y="50%" overflow="visible">
        {interval && (
          <rect
            class="mark-interval"
            x={`${interval.start}%`}
            y={-5}
            width={`${interval.length}%`}
            height={10}
          />
        )}
        {baseline !== undefined && (
          <svg x={`${baseline}%`} overflow="visible">
            <path class="mark-baseline" d={TRIANGLE} />
          </svg>
        )}
        {target !== undefined && (
          <line class="mark-target" x1={`${target}%`} x2={`${target}%`} y1={-13} y2={13} />
        )}
        {score !== undefined && <circle class="mark-score" cx={`${score}%`} cy={0} r={5} />}
      </svg>
    </svg>
  )
}

/** The numbers of the axis, once, above the charts that share it. */
export function AxisNumbers({ axis }: { axis: ChartAxis }) {
  return (
    <svg class="interval-chart" width="100%" height={18} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <text key={tick} class="axis-number" x={`${placeOn(axis, tick)}%`} y={13}>
          {decimalText(tick, Number.isInteger(tick) ? 0 : 1)}
        </text>
      ))}
    </svg>
  )
}

function AxisLines({ axis }: { axis: ChartAxis }) {
  return (
    <>
      {axis.ticks.map((tick) => {
        const place = `${placeOn(axis, tick)}%`
        return <line key={tick} class="axis-line" x1={place} x2={place} y1="0" y2="100%" />
      })}
    </>
  )
}

/** What the marks mean, drawn with the marks themselves. */
export function IntervalLegend({ confidence, baselineYear }: { confidence: number; baselineYear: number }) {
  return (
    <ul class="legend small">
      <li>
        <svg width="44" height="16" aria-hidden="true">
          <rect class="mark-interval" x="2" y="3" width="40" height="10" />
          <circle class="mark-score" cx="22" cy="8" r="5" />
        </svg>
        ước lượng và khoảng tin cậy {decimalText(confidence * 100, 0)}%
      </li>
      <li>
        <svg width="8" height="20" aria-hidden="true">
          <line class="mark-target" x1="4" x2="4" y1="0" y2="20" />
        </svg>
        mục tiêu
      </li>
      <li>
        <svg width="14" height="16" aria-hidden="true">
          <svg x="7" y="-2" overflow="visible">
            <path class="mark-baseline" d={TRIANGLE} />
          </svg>
        </svg>
        mốc năm {baselineYear}
      </li>
    </ul>
  )
}
