import type { ScaleReliability } from '../../analysis/reliability/scale-reliability.ts'
import type { IndicatorView } from './definition-lookup.ts'
import { scaleSentence } from './scale-words.ts'
import type { WaveContents } from './wave-context.ts'

interface ScaleNoteProps {
  contents: WaveContents
  view: IndicatorView
}

/** Whether the question goes with its neighbours on the same scale; nothing where it does. */
export function ScaleNote({ contents: { snapshot }, view: { question } }: ScaleNoteProps) {
  const item = question?.item.code
  const scale = snapshot?.estimation.reliability.find(
    ({ items }: ScaleReliability) => item !== undefined && items.includes(item),
  )
  const sentence = scale && item !== undefined ? scaleSentence(scale, item) : undefined
  return sentence === undefined ? null : <p class="small quiet">{sentence}</p>
}
