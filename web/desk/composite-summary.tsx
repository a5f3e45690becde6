import type { Estimation } from '../../analysis/estimation.ts'
import { commonAxis } from './chart-axis.ts'
import { AxisNumbers, IntervalChart } from './interval-chart.tsx'
import { figuresOf } from './interval-marks.ts'
import { jointSentence } from './joint-words.ts'
import { verdictSummary } from './verdict-words.ts'
import { decimalText, intervalText, scoreText } from './vietnamese-numbers.ts'
import type { WaveContents } from './wave-context.ts'

interface CompositeSummaryProps {
  contents: WaveContents
  estimation: Estimation
}

/** The composite on its 0-100 scale, and how the ten verdicts stand, in plain words. */
export function CompositeSummary({ contents: { plan }, estimation }: CompositeSummaryProps) {
  const { score, lower, upper, missingWeight } = estimation.composite
  const figures = { score, lower, upper, target: null, baseline: plan.publishedBaselineComposite ?? null }
  const axis = commonAxis(figuresOf([figures]), { bounds: [0, 100], step: 5 })
  return (
    <section class="composite" aria-label="Điểm tổng hợp">
      <p class="composite-score">
        <span class="quiet small">Điểm tổng hợp (0–100){estimation.indicative && ', tham khảo'}</span>
        {score === null ? <span class="absent">chưa có</span> : <strong>{scoreText(score)}</strong>}
      </p>
      <div class="composite-words">
        {score === null ? (
          <p>
            Chưa tính được điểm tổng hợp: thiếu {decimalText(missingWeight * 100, 0)}% trọng số, cần không quá
            một phần ba.
          </p>
        ) : (
          <p>
            {lower !== null && upper !== null && (
              <>Nhiều khả năng trong khoảng {intervalText(lower, upper, [0, 100])}. </>
            )}
            {plan.publishedBaselineComposite !== undefined && (
              <>
                Năm {plan.baselineYear} công bố {scoreText(plan.publishedBaselineComposite)}.
              </>
            )}
          </p>
        )}
        <VerdictWords estimation={estimation} />
      </div>
      <div class="composite-chart">
        <AxisNumbers axis={axis} />
        <div class="chart-row">
          <IntervalChart axis={axis} figures={figures} />
        </div>
      </div>
    </section>
  )
}

function VerdictWords({ estimation }: { estimation: Estimation }) {
  const verdicts = estimation.subIndices.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]))
  if (verdicts.length === 0) return null
  return (
    <p>
      Trong {verdicts.length} chỉ số thành phần có mục tiêu: {verdictSummary(verdicts)}.
      {estimation.joint && ` ${jointSentence(estimation.joint)}`}
    </p>
  )
}
