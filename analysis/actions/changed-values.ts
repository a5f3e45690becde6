import { crossedValue, type CrossedValue, type WaveAnswers } from './crossed-value.ts'
import type { ChangedIndicator, WaveValue } from './decompose-change.ts'

/**
 * A survey indicator in both waves, with all four values that the decomposition of its change needs:
 * the answers of each wave with the composition of each.
 *
 * Unit: the indicator's. Cost: O(firms), a median O(firms · log firms).
 *
 * @see decomposeChange
 * @example
 * const wave = { values: Float64Array.of(0, 1), weights: Float64Array.of(1, 1), cells: [0, 1] }
 * changedValues('share', { before: wave, after: { ...wave, weights: Float64Array.of(1, 3) } }).crossed.beforeAsAfter.value // => 0.75
 */
export function changedValues(
  as: 'share' | 'mean' | 'median',
  { before, after }: { readonly before: WaveAnswers; readonly after: WaveAnswers },
): Required<Pick<ChangedIndicator, 'crossed'>> & { readonly before: WaveValue; readonly after: WaveValue } {
  const ownBefore = crossedValue(as, before, before)
  const ownAfter = crossedValue(as, after, after)
  const beforeAsAfter = crossedValue(as, before, after)
  const afterAsBefore = crossedValue(as, after, before)
  return {
    before: { value: ownBefore.value, before: added(ownBefore) },
    after: { value: ownAfter.value, after: added(ownAfter) },
    crossed: {
      beforeAsAfter: {
        value: beforeAsAfter.value,
        before: beforeAsAfter.ofAnswers,
        after: beforeAsAfter.ofComposition,
      },
      afterAsBefore: {
        value: afterAsBefore.value,
        before: afterAsBefore.ofComposition,
        after: afterAsBefore.ofAnswers,
      },
    },
  }
}

/** Both halves are of the same firms where a wave has its own composition. */
function added({ ofAnswers, ofComposition }: CrossedValue): Float64Array {
  return ofAnswers.map((u, firm) => u + (ofComposition[firm] ?? 0))
}
