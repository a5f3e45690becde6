import type { IndicatorWithGain } from './indicator-gain.ts'
import { indicatorTexts } from './indicator-texts.ts'
import { publishedValues } from './indicator-value.ts'
import { TableHeads } from './table-heads.tsx'
import { figureText, scoreText } from './vietnamese-numbers.ts'
import type { WaveContents } from './wave-context.ts'

/** Fewer valid answers than this say little; the page says so beside the number. */
export const FEW_ANSWERS = 30

const HEADS = ['Giá trị', 'Lạng Sơn 2019', 'Cả nước', 'Điểm', 'Khoảng', 'Số DN', 'Trọng số', 'Có thể tăng']

interface IndicatorTableProps {
  contents: WaveContents
  indicators: readonly IndicatorWithGain[]
}

/** The indicators of a sub-index, the one that could raise it most first. */
export function IndicatorTable({ contents, indicators }: IndicatorTableProps) {
  const heads = headsFor(contents, indicators)
  return (
    <>
      <p class="small quiet">
        Xếp theo mức có thể tăng: số điểm chỉ số thành phần tăng thêm nếu riêng chỉ tiêu đó lên tới điểm 10.
        “Cả nước” là trung vị các tỉnh.
        {contents.snapshot?.estimation.indicative === true &&
          ' Điểm để tham khảo: có câu trả lời qua đường dẫn mở.'}
      </p>
      <table class="figures indicator-table stacking" role="table">
        <caption class="visually-hidden">Các chỉ tiêu, giá trị và điểm</caption>
        <TableHeads first="Chỉ tiêu" figures={heads} />
        <tbody role="rowgroup">
          {indicators.map((view) => (
            <IndicatorRow key={view.indicator.id} contents={contents} view={view} heads={heads} />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The years of the published columns are the edition's, not ours. */
function headsFor(
  { plan, snapshot }: WaveContents,
  indicators: readonly IndicatorWithGain[],
): readonly string[] {
  const published = indicators.map(({ indicator }) => publishedValues(indicator))
  const ownYear = published.find(({ own }) => own !== undefined)?.own?.year ?? ''
  const nationalYear = published.find(({ national }) => national)?.national?.year ?? ''
  return HEADS.map((head, column) => {
    if (column === 1) return `${plan.province.title.vi} ${ownYear}`.trim()
    if (head === 'Điểm' && snapshot?.estimation.indicative === true) return 'Điểm tham khảo'
    return column === 2 ? `${head} ${nationalYear}`.trim() : head
  })
}

interface IndicatorRowProps {
  contents: WaveContents
  view: IndicatorWithGain
  heads: readonly string[]
}

function IndicatorRow({ contents, view, heads }: IndicatorRowProps) {
  const { indicator } = view
  const href = `/desk/waves/${contents.wave.id}/results/${indicator.subIndex}/${indicator.id}`
  const figures = figuresOf(view)
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="name">
        <a href={href}>
          <span class="code">{indicator.id}</span> {indicator.name.vi ?? indicator.name.en}
        </a>
        <SourceNote view={view} />
      </th>
      {figures.map((text, column) => (
        <td role="cell" key={heads[column]} class="number" data-label={heads[column]}>
          {text}
        </td>
      ))}
    </tr>
  )
}

function SourceNote({ view: { indicator, estimate, question } }: { view: IndicatorWithGain }) {
  if (indicator.source === 'hard') return <span class="agency">số liệu thống kê, không hỏi doanh nghiệp</span>
  if (question === undefined) return <span class="agency">phiếu của đợt này không hỏi</span>
  if (estimate?.withheld === true)
    return <span class="agency caution">không hiện, để giữ kín người trả lời</span>
  if (estimate !== undefined && estimate.answers < FEW_ANSWERS) {
    return <span class="agency caution">ít câu trả lời</span>
  }
  return null
}

/** In the order of the columns. */
function figuresOf(view: IndicatorWithGain): readonly string[] {
  const { value, own, national, score, interval, answers, weight } = indicatorTexts(view)
  return [value, own, national, score, interval, answers, weight, figureText(view.gain, scoreText)]
}
