import { treatedWords } from './careless-words.ts'
import type { SubIndexView } from './definition-lookup.ts'
import { countText, intervalText, scoreText } from './vietnamese-numbers.ts'
import type { WaveContents } from './wave-context.ts'

interface DataDoubtsProps {
  contents: WaveContents
  view: SubIndexView
}

/** What the score could also be: by those who did not say, the channel they came through, and their care. */
export function DataDoubts(props: DataDoubtsProps) {
  return (
    <>
      <UnknownAnswers {...props} />
      <ChannelDifference {...props} />
      <CarelessScores {...props} />
    </>
  )
}

function UnknownAnswers({ contents: { snapshot }, view: { subIndex } }: DataDoubtsProps) {
  const bounds = snapshot?.estimation.dkBounds.subIndices.find(({ code }) => code === subIndex.code)
  if (bounds === undefined || bounds.highest <= bounds.lowest) return null
  return (
    <p class="small quiet">
      Có doanh nghiệp chọn “Không biết” hoặc “Không muốn trả lời”. Nếu tất cả các câu trả lời đó đều ở mức xấu
      nhất hoặc đều ở mức tốt nhất, điểm sẽ nằm trong khoảng {intervalText(bounds.lowest, bounds.highest)}.
    </p>
  )
}

function ChannelDifference({ contents: { snapshot }, view: { subIndex } }: DataDoubtsProps) {
  const contrast = snapshot?.estimation.channelContrast
  const found = contrast?.scores.find(({ code }) => code === subIndex.code)
  if (!contrast || !found || found.difference === null) return null
  const { difference, isFlagged } = found
  return (
    <p class={isFlagged ? 'note small' : 'small quiet'}>
      {countText(contrast.open)} doanh nghiệp trả lời qua đường dẫn mở cho điểm{' '}
      {difference < 0 ? 'thấp hơn' : 'cao hơn'} {scoreText(Math.abs(difference))} so với{' '}
      {countText(contrast.drawn)} doanh nghiệp được chọn mẫu.{' '}
      {isFlagged
        ? 'Chênh lệch này lớn hơn mức ngẫu nhiên: hai nhóm khác nhau về thành phần hoặc về cách trả lời.'
        : 'Chênh lệch này có thể chỉ do ngẫu nhiên.'}
    </p>
  )
}

function CarelessScores({ contents: { snapshot }, view: { subIndex } }: DataDoubtsProps) {
  const careless = snapshot?.estimation.careless
  if (careless?.status !== 'compared') return null
  const scores = careless.subIndices.find(({ code }) => code === subIndex.code)
  if (scores === undefined || scores.with === null) return null
  return (
    <p class="small quiet">
      {countText(careless.flagged)} phiếu có dấu hiệu trả lời thiếu cẩn thận. Điểm {treatedWords(scores)}.
    </p>
  )
}
