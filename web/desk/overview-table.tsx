import type { IndicatorEstimate } from '../../analysis/estimation.ts'
import { type ChartAxis, commonAxis } from './chart-axis.ts'
import { type SubIndexView, bodyName, nameOf } from './definition-lookup.ts'
import { AxisNumbers, IntervalChart } from './interval-chart.tsx'
import { figuresOf } from './interval-marks.ts'
import { scoredTarget, subIndexTexts } from './sub-index-figures.ts'
import { VerdictText } from './verdict-text.tsx'
import { percentText } from './vietnamese-numbers.ts'
import type { WaveContents } from './wave-context.ts'

interface OverviewTableProps {
  contents: WaveContents
  views: readonly SubIndexView[]
}

/** The ten sub-indices: figures and figure in one table, on one axis. */
export function OverviewTable({ contents, views }: OverviewTableProps) {
  const axis = commonAxis(figuresOf(views.map(scoredTarget)), { bounds: [1, 10], step: 1 })
  const { plan } = contents
  return (
    <table class="figures overview-table stacking" role="table">
      <caption class="visually-hidden">Mười chỉ số thành phần so với mục tiêu năm {plan.year}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Chỉ số thành phần
          </th>
          <th role="columnheader" scope="col" class="number">
            Mốc {plan.baselineYear}
          </th>
          <th role="columnheader" scope="col" class="number">
            Mục tiêu
          </th>
          <th role="columnheader" scope="col" class="chart">
            <span class="visually-hidden">Hình vẽ</span>
            <AxisNumbers axis={axis} />
          </th>
          <th role="columnheader" scope="col" class="number">
            Ước lượng
            {contents.snapshot?.estimation.indicative === true && <span class="agency">tham khảo</span>}
          </th>
          <th role="columnheader" scope="col" class="number">
            Khoảng {percentText(contents.snapshot?.estimation.confidence ?? plan.confidence)}
          </th>
          <th role="columnheader" scope="col" class="number">
            Xác suất đạt
          </th>
          <th role="columnheader" scope="col" class="verdict-cell">
            Nhận định
          </th>
          <th role="columnheader" scope="col" class="number">
            Số DN
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {views.map((view) => (
          <OverviewRow key={view.subIndex.code} contents={contents} view={view} axis={axis} />
        ))}
      </tbody>
    </table>
  )
}

interface OverviewRowProps {
  contents: WaveContents
  view: SubIndexView
  axis: ChartAxis
}

function OverviewRow({ contents, view, axis }: OverviewRowProps) {
  const { subIndex, target, estimate } = view
  const texts = subIndexTexts(view)
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="name">
        <a href={`/desk/waves/${contents.wave.id}/results/${subIndex.code}`}>
          {nameOf(subIndex, subIndex.code)}
        </a>
        {target && <span class="agency">{bodyName(contents.plan, target.leadAgency)}</span>}
      </th>
      <Figure label={`Mốc ${contents.plan.baselineYear}`} text={texts.baseline} />
      <Figure label="Mục tiêu" text={texts.target} />
      <td role="cell" class="chart">
        <div class="chart-row">
          <IntervalChart axis={axis} figures={scoredTarget(view)} />
        </div>
        <div class="phone-only">
          <AxisNumbers axis={axis} />
        </div>
      </td>
      <Figure label={estimateLabel(contents)} text={texts.score} kind="estimate" />
      <Figure label="Khoảng" text={texts.interval} />
      <Figure label="Xác suất đạt" text={texts.probability} />
      <td role="cell" class="verdict-cell" data-label="Nhận định">
        <VerdictText estimate={estimate} />
      </td>
      <Figure label="Số DN" text={answersText(contents, subIndex.code)} />
    </tr>
  )
}

/** For a phone, where the heads of the columns are not seen. */
function estimateLabel({ snapshot }: WaveContents): string {
  return snapshot?.estimation.indicative === true ? 'Ước lượng tham khảo' : 'Ước lượng'
}

function Figure({ label, text, kind = '' }: { label: string; text: string; kind?: string }) {
  return (
    <td role="cell" class={`number ${kind}`} data-label={label}>
      {text}
    </td>
  )
}

/** Firms whose answers count, from the least answered indicator to the most answered one. */
function answersText({ snapshot }: WaveContents, subIndex: string): string {
  const counts = (snapshot?.estimation.indicators ?? [])
    .filter(isSurveyed(subIndex))
    .map(({ answers }) => answers)
  if (counts.length === 0) return '–'
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  return least === most ? String(most) : `${least}–${most}`
}

function isSurveyed(subIndex: string) {
  return (estimate: IndicatorEstimate) =>
    estimate.subIndex === subIndex && estimate.source === 'survey' && estimate.item !== null
}
