import type { ItemDistribution } from '../../analysis/estimation.ts'
import { Facts } from './facts.tsx'
import { countText } from './vietnamese-numbers.ts'

/** Those with an answer and those without, by the four reasons that are never mixed. */
export function MissingAnswers({ answered, missing }: Pick<ItemDistribution, 'answered' | 'missing'>) {
  return (
    <Facts
      facts={[
        { name: 'Có trả lời', text: countText(answered) },
        { name: 'Không thuộc diện hỏi', text: countText(missing.notAsked) },
        { name: 'Chọn “Không biết”', text: countText(missing.dontKnow) },
        { name: 'Chọn “Không muốn trả lời”', text: countText(missing.refused) },
        { name: 'Để trống', text: countText(missing.blank) },
      ]}
    />
  )
}
