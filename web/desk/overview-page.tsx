import type { Estimation } from '../../analysis/estimation.ts'
import type { SnapshotView } from '../../api/views.ts'
import { CarelessNote } from './careless-note.tsx'
import { CompositeSummary } from './composite-summary.tsx'
import { subIndexViews } from './definition-lookup.ts'
import { EstimationWarnings } from './estimation-warnings.tsx'
import { IntervalLegend } from './interval-chart.tsx'
import { JointVerdictSection } from './joint-verdict-section.tsx'
import { NoSnapshotYet } from './no-snapshot-yet.tsx'
import { OverviewTable } from './overview-table.tsx'
import { PageHeading } from './page-heading.tsx'
import { PlanDeadlines } from './plan-deadlines.tsx'
import { SensitiveSection } from './sensitive-section.tsx'
import { LINK_WORDS } from './verdict-words.ts'
import { countText, dateText } from './vietnamese-numbers.ts'
import { type WaveContents, useWave } from './wave-context.ts'

/** The whole plan on one page: every sub-index against its target. */
export function OverviewPage() {
  const contents = useWave()
  const { plan, snapshot } = contents
  return (
    <article class="overview">
      <PageHeading title={`PCI ${plan.year} so với mục tiêu kế hoạch`} />
      <p class="quiet small issuer">
        {plan.province.title.vi} · {plan.title.vi}
      </p>
      {snapshot === null ? (
        <NoSnapshotYet contents={contents} />
      ) : (
        <>
          <Provenance snapshot={snapshot} />
          <CompositeSummary contents={contents} estimation={snapshot.estimation} />
          <ReadingNote contents={contents} estimation={snapshot.estimation} />
          <OverviewTable contents={contents} views={subIndexViews(contents)} />
          <IntervalLegend confidence={snapshot.estimation.confidence} baselineYear={plan.baselineYear} />
          {snapshot.estimation.joint && (
            <JointVerdictSection contents={contents} joint={snapshot.estimation.joint} />
          )}
          <SensitiveSection
            questionnaire={contents.questionnaire}
            sensitive={snapshot.estimation.sensitive ?? []}
            confidence={snapshot.estimation.confidence}
          />
          {snapshot.estimation.careless && <CarelessNote careless={snapshot.estimation.careless} />}
          <EstimationWarnings contents={contents} warnings={snapshot.estimation.warnings} />
        </>
      )}
      <PlanDeadlines plan={plan} />
    </article>
  )
}

function Provenance({ snapshot }: { snapshot: SnapshotView }) {
  const { estimation, release, day } = snapshot
  return (
    <p class="provenance small">
      {estimation.indicative && <strong class="indicative">Tham khảo</strong>}
      Theo lần tổng hợp số {release}, phân tích ngày {dateText(day)}, {countText(estimation.firms)} doanh
      nghiệp.{' '}
      {estimation.indicative &&
        'Có câu trả lời qua đường dẫn mở, ai có mã QR cũng gửi được, nên điểm chỉ để tham khảo.'}
    </p>
  )
}

interface ReadingNoteProps {
  contents: WaveContents
  estimation: Estimation
}

/** How far the figures can be held against the targets: said before them, not after. */
function ReadingNote({ contents: { edition, wave }, estimation }: ReadingNoteProps) {
  if (estimation.subIndices.every(({ score }) => score === null)) {
    return (
      <p class="note small">
        Chưa chỉ số thành phần nào có điểm: phiếu của đợt này hỏi quá ít chỉ tiêu, hoặc quá ít doanh nghiệp
        trả lời. Bấm vào tên chỉ số để xem giá trị của từng chỉ tiêu đã hỏi.
      </p>
    )
  }
  if (estimation.scaleLink === 'edition') {
    return (
      <p class="small quiet">
        Điểm coi như ở trên thang sẽ công bố, với các mức thấp nhất và cao nhất biết đến năm{' '}
        {edition.anchorsAsOf} của bộ chỉ số {edition.edition}: nhận định theo <em>thang gần đúng</em>.
      </p>
    )
  }
  if (estimation.scaleLink !== 'none') {
    return (
      <p class="small quiet">
        Nhận định so mục tiêu với điểm công bố dự kiến, quy {LINK_WORDS[estimation.scaleLink]}; điểm ước lượng
        trong bảng vẫn ở trên thang của bộ chỉ số {edition.edition}.
      </p>
    )
  }
  return (
    <p class="note small">
      Điểm ước lượng nằm trên thang của bộ chỉ số, <strong>chưa quy về thang điểm công bố</strong> của mục
      tiêu, nên chưa thể nhận định đạt hay không. Cách quy thang chọn ở trang{' '}
      <a href={`/desk/waves/${wave.id}`}>Thu thập</a>.
    </p>
  )
}
