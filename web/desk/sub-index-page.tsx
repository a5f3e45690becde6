import { commonAxis } from './chart-axis.ts'
import { type SubIndexView, bodyName, indicatorViews, nameOf, subIndexViews } from './definition-lookup.ts'
import { byPossibleGain } from './indicator-gain.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { AxisNumbers, IntervalChart, IntervalLegend } from './interval-chart.tsx'
import { figuresOf } from './interval-marks.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { PlanTasks } from './plan-tasks.tsx'
import { Trail } from './trail.tsx'
import { VerdictParts } from './verdict-parts.tsx'
import { VerdictText } from './verdict-text.tsx'
import { changeText, intervalText, probabilityText, scoreText } from './vietnamese-numbers.ts'
import { type WaveContents, useWave } from './wave-context.ts'

/** One sub-index: where it stands, who answers for it, and what it is made of. */
export function SubIndexPage({ params }: { params?: { subIndex?: string } }) {
  const contents = useWave()
  const view = subIndexViews(contents).find(({ subIndex }) => subIndex.code === params?.subIndex)
  if (view === undefined) return <NotFoundPage />
  const { subIndex, target, estimate } = view
  const name = nameOf(subIndex, subIndex.code)
  const indicators = byPossibleGain(indicatorViews(contents, subIndex.code), subIndex)
  return (
    <article>
      <Trail steps={[{ name: 'Kết quả', href: `/desk/waves/${contents.wave.id}/results` }]} />
      <PageHeading title={name}>
        <span class="section-number">{subIndex.number}</span> {name}
      </PageHeading>
      {target && (
        <p class="quiet small">Cơ quan đầu mối theo dõi: {bodyName(contents.plan, target.leadAgency)}</p>
      )}
      <div class="standing standing-grid">
        <Standing contents={contents} view={view} />
        {estimate?.verdict?.parts && <VerdictParts parts={estimate.verdict.parts} />}
      </div>
      <h2>Chỉ tiêu</h2>
      <IndicatorTable contents={contents} indicators={indicators} />
      {subIndex.link && (
        <p class="small quiet">
          Điểm công bố của chỉ số này không phải trung bình có trọng số của các chỉ tiêu mà được tính lại từ
          trung bình đó; bộ chỉ số ghi công thức gần đúng và sai số còn lại, đã tính vào khoảng tin cậy.
        </p>
      )}
      {target && <PlanTasks plan={contents.plan} target={target} />}
    </article>
  )
}

function Standing({ contents, view: { target, estimate } }: { contents: WaveContents; view: SubIndexView }) {
  const figures = {
    score: estimate?.score ?? null,
    lower: estimate?.lower ?? null,
    upper: estimate?.upper ?? null,
    target: target?.target ?? null,
    baseline: target?.baseline ?? null,
  }
  const axis = commonAxis(figuresOf([figures]), { bounds: [1, 10], step: 1 })
  const probability = estimate?.verdict?.probability ?? null
  const { score, lower, upper } = figures
  const isIndicative = contents.snapshot?.estimation.indicative === true
  return (
    <section aria-label="Vị trí so với mục tiêu">
      <div class="standing-chart">
        <AxisNumbers axis={axis} />
        <div class="chart-row">
          <IntervalChart axis={axis} figures={figures} />
        </div>
        <IntervalLegend
          confidence={contents.snapshot?.estimation.confidence ?? contents.plan.confidence}
          baselineYear={contents.plan.baselineYear}
        />
      </div>
      <dl class="standing-figures">
        <Fact
          name={isIndicative ? 'Ước lượng (tham khảo)' : 'Ước lượng'}
          text={score === null ? '–' : scoreText(score)}
          strong
        />
        <Fact
          name="Khoảng tin cậy"
          text={lower === null || upper === null ? '–' : intervalText(lower, upper)}
        />
        <Fact name="Xác suất đạt" text={probability === null ? '–' : probabilityText(probability)} />
        <div class="fact">
          <dt>Nhận định</dt>
          <dd>
            <VerdictText
              verdict={estimate?.verdict ?? null}
              missingWeight={score === null ? estimate?.missingWeight : 0}
            />
          </dd>
        </div>
        <Fact name="Mục tiêu" text={target ? scoreText(target.target) : '–'} />
        <Fact name={`Mốc ${contents.plan.baselineYear}`} text={target ? scoreText(target.baseline) : '–'} />
        <Fact name="Cần tăng so với mốc" text={target ? changeText(target.rise) : '–'} />
      </dl>
      {isIndicative && (
        <p class="small quiet">
          <strong class="indicative">Tham khảo</strong> Có câu trả lời qua đường dẫn mở.
        </p>
      )}
    </section>
  )
}

function Fact({ name, text, strong = false }: { name: string; text: string; strong?: boolean }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{strong ? <strong>{text}</strong> : text}</dd>
    </div>
  )
}
