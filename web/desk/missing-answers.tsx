import type { ItemDistribution } from '../../analysis/estimation.ts'
import { countText } from './vietnamese-numbers.ts'

const KINDS = [
  { kind: 'notAsked', words: 'không thuộc diện được hỏi' },
  { kind: 'dontKnow', words: 'chọn “Không biết”' },
  { kind: 'refused', words: 'chọn “Không muốn trả lời”' },
  { kind: 'blank', words: 'để trống' },
] as const satisfies readonly { kind: keyof ItemDistribution['missing']; words: string }[]

/** Those without an answer, by the four reasons that are never mixed. */
export function MissingAnswers({ answered, missing }: Pick<ItemDistribution, 'answered' | 'missing'>) {
  return (
    <dl class="standing-figures missing">
      <div class="fact">
        <dt>có trả lời</dt>
        <dd>{countText(answered)}</dd>
      </div>
      {KINDS.map(({ kind, words }) => (
        <div class="fact" key={kind}>
          <dt>{words}</dt>
          <dd>{countText(missing[kind])}</dd>
        </div>
      ))}
    </dl>
  )
}
