import type { ItemDistribution } from '../../analysis/estimation.ts'
import { Facts } from './facts.tsx'
import { countText } from './vietnamese-numbers.ts'

/** Those with an answer and those without, by the four reasons that are never mixed. */
export function MissingAnswers({ answered, missing }: Pick<ItemDistribution, 'answered' | 'missing'>) {
  return (
    <Facts
      facts={[
        { name: 'có trả lời', text: countText(answered) },
        { name: 'không thuộc diện hỏi', text: countText(missing.notAsked) },
        { name: 'chọn “Không biết”', text: countText(missing.dontKnow) },
        { name: 'chọn “Không muốn trả lời”', text: countText(missing.refused) },
        { name: 'để trống', text: countText(missing.blank) },
      ]}
    />
  )
}
