import { commonAxis } from './chart-axis.ts'
import { type SubIndexView, bodyName, indicatorViews, nameOf, subIndexViews } from './definition-lookup.ts'
import { DataDoubts } from './data-doubts.tsx'
import { Facts } from './facts.tsx'
import { byPossibleGain } from './indicator-gain.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { AxisNumbers, IntervalChart, IntervalLegend } from './interval-chart.tsx'
import { figuresOf } from './interval-marks.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { PlanTasks } from './plan-tasks.tsx'
import { scoredTarget, subIndexTexts } from './sub-index-figures.ts'
import { Trail } from './trail.tsx'
import { VerdictParts } from './verdict-parts.tsx'
import { VerdictSettling } from './verdict-settling.tsx'
import { VerdictText } from './verdict-text.tsx'
import { type WaveContents, useWave } from './wave-context.ts'
import { WhatToDo } from './what-to-do.tsx'

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
      <DataDoubts contents={contents} view={view} />
      <h2>Chỉ tiêu</h2>
      <IndicatorTable contents={contents} indicators={indicators} />
      {subIndex.link && (
        <p class="small quiet">
          Điểm công bố của chỉ số này không phải trung bình có trọng số của các chỉ tiêu mà được tính lại từ
          trung bình đó; bộ chỉ số ghi công thức gần đúng và sai số còn lại, đã tính vào khoảng tin cậy.
        </p>
      )}
      <WhatToDo contents={contents} view={view} />
      {target && <PlanTasks plan={contents.plan} target={target} />}
    </article>
  )
}

function Standing({ contents, view }: { contents: WaveContents; view: SubIndexView }) {
  const { plan, snapshot } = contents
  const figures = scoredTarget(view)
  const axis = commonAxis(figuresOf([figures]), { bounds: [1, 10], step: 1 })
  const texts = subIndexTexts(view)
  const isIndicative = snapshot?.estimation.indicative === true
  return (
    <section aria-label="Vị trí so với mục tiêu">
      <div class="standing-chart">
        <AxisNumbers axis={axis} />
        <div class="chart-row">
          <IntervalChart axis={axis} figures={figures} />
        </div>
        <IntervalLegend
          confidence={snapshot?.estimation.confidence ?? plan.confidence}
          baselineYear={plan.baselineYear}
        />
      </div>
      <Facts
        facts={[
          {
            name: isIndicative ? 'Ước lượng (tham khảo)' : 'Ước lượng',
            text: <strong>{texts.score}</strong>,
          },
          { name: 'Khoảng tin cậy', text: texts.interval },
          { name: 'Khoảng khi theo dõi nhiều lần', text: texts.anytime },
          { name: 'Điểm công bố dự kiến', text: texts.forecast },
          { name: 'Xác suất đạt', text: texts.probability },
          { name: 'Xác suất đạt nếu hỏi mọi doanh nghiệp', text: texts.probabilityTrue },
          { name: 'Nhận định', text: <VerdictText estimate={view.estimate} /> },
          { name: 'Mục tiêu', text: texts.target },
          { name: `Mốc ${plan.baselineYear}`, text: texts.baseline },
          { name: 'Cần tăng so với mốc', text: texts.rise },
        ]}
      />
      <VerdictSettling verdict={view.estimate?.verdict} firms={snapshot?.estimation.firms} />
      {isIndicative && (
        <p class="small quiet">
          <strong class="indicative">Tham khảo</strong> Có câu trả lời qua đường dẫn mở.
        </p>
      )}
    </section>
  )
}
