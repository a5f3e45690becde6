import { AnchorsNote } from './anchors-note.tsx'
import { type IndicatorView, distributionOf, indicatorViews, nameOf } from './definition-lookup.ts'
import { DistributionSection } from './distribution-section.tsx'
import { Facts } from './facts.tsx'
import { FEW_ANSWERS } from './indicator-table.tsx'
import { indicatorTexts } from './indicator-texts.ts'
import { publishedValues, valueUnit } from './indicator-value.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { QuestionAsAsked } from './question-as-asked.tsx'
import { ScaleNote } from './scale-note.tsx'
import { Trail } from './trail.tsx'
import { UnknownAnswersNote } from './unknown-answers-note.tsx'
import { countText } from './vietnamese-numbers.ts'
import { type WaveContents, useWave } from './wave-context.ts'

const DIRECTIONS = {
  'higher-is-better': 'càng cao càng tốt',
  'lower-is-better': 'càng thấp càng tốt',
} as const

interface IndicatorPageProps {
  params?: { subIndex?: string; indicator?: string }
}

/** One indicator down to the answers: its value, the question behind it, who answered what. */
export function IndicatorPage({ params }: IndicatorPageProps) {
  const contents = useWave()
  const subIndex = contents.edition.subIndices.find(({ code }) => code === params?.subIndex)
  const views = subIndex === undefined ? [] : indicatorViews(contents, subIndex.code)
  const view = views.find(({ indicator }) => indicator.id === params?.indicator)
  if (subIndex === undefined || view === undefined) return <NotFoundPage />
  const { indicator } = view
  const name = nameOf(indicator, indicator.id)
  const results = `/desk/waves/${contents.wave.id}/results`
  return (
    <article>
      <Trail
        steps={[
          { name: 'Kết quả', href: results },
          { name: nameOf(subIndex, subIndex.code), href: `${results}/${subIndex.code}` },
        ]}
      />
      <PageHeading title={`${indicator.id} ${name}`}>
        <span class="section-number">{indicator.id}</span> {name}
      </PageHeading>
      <IndicatorFacts contents={contents} view={view} />
      <SmallNumbers view={view} />
      {indicator.source === 'hard' ? (
        <HardSource contents={contents} />
      ) : (
        <Answers contents={contents} view={view} />
      )}
      <AnchorsNote indicator={indicator} unit={valueUnit(indicator, view.question?.item)} />
    </article>
  )
}

function IndicatorFacts({ contents, view }: { contents: WaveContents; view: IndicatorView }) {
  const { indicator } = view
  const { own, national } = publishedValues(indicator)
  const texts = indicatorTexts(view)
  const isIndicative = contents.snapshot?.estimation.indicative === true
  return (
    <Facts
      facts={[
        { name: 'Giá trị', text: texts.value },
        { name: isIndicative ? 'Điểm (tham khảo)' : 'Điểm', text: texts.score },
        { name: 'Khoảng tin cậy của điểm', text: texts.interval },
        { name: 'Số doanh nghiệp tính vào', text: texts.answers },
        { name: 'Trọng số trong chỉ số thành phần', text: texts.weight },
        { name: `${contents.plan.province.title.vi} ${own?.year}`, text: own && texts.own },
        { name: `Trung vị cả nước ${national?.year}`, text: national && texts.national },
        { name: 'Chiều đánh giá', text: DIRECTIONS[indicator.direction] },
      ]}
    />
  )
}

function SmallNumbers({ view: { indicator, estimate } }: { view: IndicatorView }) {
  if (indicator.source === 'hard' || estimate === undefined) return null
  if (estimate.withheld === true) {
    return (
      <p class="note small">
        Không hiện giá trị, để không đoán được ai đã trả lời gì: chỉ tiêu này, hoặc một chỉ tiêu khác cùng chỉ
        số thành phần, có quá ít câu trả lời.
      </p>
    )
  }
  if (estimate.answers >= FEW_ANSWERS) return null
  return (
    <p class="note small">
      Chỉ có {countText(estimate.answers)} câu trả lời dùng được cho chỉ tiêu này. Dưới {FEW_ANSWERS} câu trả
      lời, giá trị có thể đổi nhiều khi thêm doanh nghiệp.
    </p>
  )
}

function HardSource({ contents }: { contents: WaveContents }) {
  return (
    <p>
      Chỉ tiêu này lấy từ số liệu thống kê, không hỏi doanh nghiệp. Nhập hoặc sửa giá trị ở trang{' '}
      <a href={`/desk/waves/${contents.wave.id}/inputs`}>Số liệu</a>.
    </p>
  )
}

function Answers({ contents, view }: { contents: WaveContents; view: IndicatorView }) {
  const { indicator, question } = view
  if (question === undefined) return <p>Phiếu của đợt này không có câu hỏi cho chỉ tiêu này.</p>
  const distribution = distributionOf(contents, question.item.code)
  return (
    <>
      <QuestionAsAsked questionnaire={contents.questionnaire} question={question} indicator={indicator.id} />
      <DistributionSection
        questionnaire={contents.questionnaire}
        item={question.item}
        indicator={indicator.id}
        distribution={distribution}
      />
      <UnknownAnswersNote contents={contents} view={view} />
      <ScaleNote contents={contents} view={view} />
    </>
  )
}
