import type { IndicatorView } from './definition-lookup.ts'
import { valueText, valueUnit } from './indicator-value.ts'
import { percentText } from './vietnamese-numbers.ts'
import type { WaveContents } from './wave-context.ts'

interface UnknownAnswersNoteProps {
  contents: WaveContents
  view: IndicatorView
}

/** How often an indicator's question brought no answer, and what that could do to its value. */
export function UnknownAnswersNote({ contents, view: { indicator, question } }: UnknownAnswersNoteProps) {
  const estimation = contents.snapshot?.estimation
  const silent = estimation?.nonresponse.find(({ item }) => item === question?.item.code)
  const bounds = estimation?.dkBounds.indicators.find(({ code }) => code === indicator.id)
  if (silent === undefined || silent.all === 0) return null
  const unit = valueUnit(indicator, question?.item)
  return (
    <p class="small quiet">
      {percentText(silent.all, 1)} số doanh nghiệp được hỏi không cho câu trả lời: “Không biết”{' '}
      {percentText(silent.dontKnow, 1)}, “Không muốn trả lời” {percentText(silent.refused, 1)}, để trống{' '}
      {percentText(silent.blank, 1)}.
      {bounds &&
        ` Nếu những người “Không biết” hoặc “Không muốn trả lời” đều chọn mức thấp nhất hay cao nhất, giá trị sẽ nằm trong khoảng từ ${valueText(bounds.value.lowest, unit)} đến ${valueText(bounds.value.highest, unit)}.`}
    </p>
  )
}
