import type { ItemDistribution } from '../../analysis/estimation.ts'
import type { AnswerableItem, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { type DistributionBar, distributionBars } from './distribution-bars.ts'
import { Facts } from './facts.tsx'
import { HistogramChart } from './histogram-chart.tsx'
import type { Spread } from './histogram-layout.ts'
import { MissingAnswers } from './missing-answers.tsx'
import { countText, decimalText, percentText } from './vietnamese-numbers.ts'

interface DistributionSectionProps {
  questionnaire: Questionnaire
  item: AnswerableItem
  indicator: string
  distribution: ItemDistribution | undefined
}

/** How the question was answered: bars that are a table, and who did not answer and why. */
export function DistributionSection({ distribution, ...asked }: DistributionSectionProps) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Trả lời</h2>
      {distribution === undefined ? (
        <p>Chưa có câu trả lời nào được tổng hợp cho câu này.</p>
      ) : (
        <>
          <Distribution asked={asked} distribution={distribution} />
          <MissingAnswers answered={distribution.answered} missing={distribution.missing} />
          {asked.item.stratifier && (
            <p class="small quiet">
              “Để trống” gồm cả những phiếu có đặc điểm hiếm: câu trả lời được bỏ trống trước khi hiện, để
              không nhận ra doanh nghiệp.
            </p>
          )}
        </>
      )}
    </section>
  )
}

interface DistributionProps {
  asked: Omit<DistributionSectionProps, 'distribution'>
  distribution: ItemDistribution
}

function Distribution({ asked, distribution }: DistributionProps) {
  if (distribution.withheld === true) {
    return <p>Không hiện phân bố, để không đoán được ai đã trả lời gì: có quá ít câu trả lời giống nhau.</p>
  }
  if (distribution.answered === 0) return <p>Chưa doanh nghiệp nào trả lời câu này.</p>
  const bars = distributionBars(asked, distribution)
  return (
    <>
      <p class="small">
        {countText(distribution.answered)} doanh nghiệp trả lời.
        {asked.item.kind === 'multiple' && ' Được chọn nhiều ý nên tổng có thể trên 100%.'}{' '}
        {bars.some(({ kind }) => kind === 'counted') && 'Thanh đậm là ý được tính vào chỉ tiêu.'}
      </p>
      {'numbers' in distribution && distribution.numbers !== null && asked.item.kind !== 'scale' ? (
        <Numbers item={asked.item} spread={distribution.numbers} bars={bars} />
      ) : (
        <BarTable bars={bars} />
      )}
    </>
  )
}

interface NumbersProps {
  item: AnswerableItem
  spread: Spread
  bars: readonly DistributionBar[]
}

function Numbers({ item, spread, bars }: NumbersProps) {
  const unit = 'unit' in item && item.unit ? item.unit.vi : ''
  return (
    <>
      {bars.length > 1 && <HistogramChart spread={spread} unit={unit} />}
      <Quartiles spread={spread} bars={bars} unit={unit} />
      <details class="small">
        <summary>Bảng số liệu của hình</summary>
        <BarTable bars={bars} />
      </details>
      <p class="small quiet">
        Mỗi cột gộp từ 5 doanh nghiệp trở lên, để không đoán được ai đã trả lời gì; cột đầu gồm cả các số nhỏ
        hơn, cột cuối gồm cả các số lớn hơn.
      </p>
    </>
  )
}

function BarTable({ bars }: { bars: readonly DistributionBar[] }) {
  const longest = Math.max(...bars.map(({ share }) => share), 0.01)
  return (
    <table class="figures bars">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Trả lời</th>
          <th scope="col">Hình vẽ</th>
          <th scope="col">Số doanh nghiệp</th>
          <th scope="col">Tỷ lệ</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, count, share, kind }) => (
          <tr key={key} class={kind}>
            <th scope="row">
              {label}
              {kind === 'counted' && <span class="visually-hidden"> (tính vào chỉ tiêu)</span>}
              {kind === 'outside-base' && <span class="agency">không thuộc diện tính chỉ tiêu</span>}
            </th>
            <td class="bar-cell">
              <Bar length={share / longest} />
            </td>
            <td class="number">{countText(count)}</td>
            <td class="number">{percentText(share, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ length }: { length: number }) {
  return (
    <svg width="100%" height="18" aria-hidden="true">
      <rect class="bar" x="0" y="2" height="14" width={`${length * 100}%`} />
    </svg>
  )
}

interface QuartilesProps {
  spread: Spread
  bars: readonly DistributionBar[]
  unit: string
}

function Quartiles({ spread, bars, unit }: QuartilesProps) {
  const textOf = (value: number) => `${decimalText(value, Number.isInteger(value) ? 0 : 1)} ${unit}`
  const outer = (bar: DistributionBar | undefined) =>
    bars.length > 1 && bar ? `${bar.label} ${unit}` : undefined
  return (
    <Facts
      facts={[
        { name: 'Nhóm thấp nhất', text: outer(bars[0]) },
        { name: 'Một phần tư dưới', text: textOf(spread.lowerQuartile) },
        { name: 'Trung vị', text: textOf(spread.median) },
        { name: 'Một phần tư trên', text: textOf(spread.upperQuartile) },
        { name: 'Nhóm cao nhất', text: outer(bars.at(-1)) },
      ]}
    />
  )
}
