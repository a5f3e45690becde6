import type { OfficialScoreView, WaveForecastsView, YearForecastsView } from '../../../api/views.ts'
import { dateText, intervalText, scoreText } from '../vietnamese-numbers.ts'
import { ForecastTable } from './forecast-table.tsx'
import { COMPOSITE, scaleOf } from './official-score-drafts.ts'

interface WaveForecastsProps {
  year: YearForecastsView
  wave: WaveForecastsView
}

/** What one wave forecast, from which snapshot, and how that turned out. */
export function WaveForecasts({ year, wave }: WaveForecastsProps) {
  const hasForecasts = wave.entries.length + wave.open.length > 0
  return (
    <section class="wave-forecasts" aria-labelledby={`forecasts-${wave.wave}`}>
      <h3 id={`forecasts-${wave.wave}`}>
        <a href={`/desk/waves/${wave.wave}/results`}>{wave.title}</a>
        {wave.demo && <span class="agency">dữ liệu mô phỏng</span>}
      </h3>
      <p class="small quiet">{standingWords(wave, year.officials.length > 0)}</p>
      {hasForecasts && <ForecastTable year={year} wave={wave} />}
      {wave.snapshot !== null && !hasForecasts && (
        <p>
          Bản kết quả này không có dự báo nào: điểm chưa quy về thang công bố, hoặc chưa đủ câu trả lời. Cách
          quy thang chọn ở trang <a href={`/desk/waves/${wave.wave}`}>Thu thập</a>.
        </p>
      )}
      <CompositeLine wave={wave} official={year.officials.find(({ subIndex }) => subIndex === COMPOSITE)} />
    </section>
  )
}

/** Which snapshot it is, and whether it may still change. */
function standingWords({ snapshot, frozenOn }: WaveForecastsView, isPublished: boolean): string {
  if (snapshot === null) {
    return isPublished
      ? 'Đợt này chưa có bản kết quả nào khi điểm công bố được nhập, nên không có dự báo để chấm.'
      : 'Đợt này chưa có bản kết quả nào.'
  }
  const made = `Bản kết quả số ${snapshot.number}, phân tích ngày ${dateText(snapshot.day)}`
  if (frozenOn !== null)
    return `${made}, chốt ngày ${dateText(frozenOn)}: phân tích sau ngày đó không đổi dự báo.`
  return `${made}. Chưa chốt: mỗi lần phân tích lại thay dự báo cũ, cho đến khi nhập điểm công bố.`
}

/** The composite is shown beside what was published; nothing was forecast of it. */
function CompositeLine({
  wave: { composite },
  official,
}: {
  wave: WaveForecastsView
  official: OfficialScoreView | undefined
}) {
  if (!official || composite?.score == null) return null
  const { score, lower, upper } = composite
  return (
    <p class="small">
      Điểm tổng hợp PCI công bố {scoreText(official.score)}; ước lượng của đợt {scoreText(score)}
      {lower !== null && upper !== null && ` (khoảng ${intervalText(lower, upper, scaleOf(COMPOSITE))})`},
      trên thang của bộ chỉ số, không phải dự báo nên không chấm.
    </p>
  )
}
