import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossedValue, type WaveAnswers } from '../../../analysis/actions/crossed-value.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { LARGE, SMALL, waveOf } from './wave-of.ts'

const firm = fc.record({
  value: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 20 })),
  weight: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
  cell: fc.integer({ min: 0, max: 2 }),
})
const wave = fc
  .array(firm, { maxLength: 20 })
  .map((firms): WaveAnswers => waveOf([{ value: 3, weight: 1, cell: 0 }, ...firms]))

describe('a value with the composition of another wave', () => {
  it('is its own where the composition is its own, the influence that of a mean', () => {
    fc.assert(
      fc.property(wave, (of) => {
        const { value, ofAnswers, ofComposition } = crossedValue('mean', of, of)
        const own = weightedMean(of.values, of.weights)
        expect(value).toBeCloseTo(own.value, 9)
        for (const [i, u] of own.influence.entries()) {
          expect((ofAnswers[i] ?? 0) + (ofComposition[i] ?? 0)).toBeCloseTo(u, 12)
        }
      }),
    )
  })

  it('leaves out groups of which nobody answered', () => {
    const answers = waveOf([SMALL, SMALL, LARGE])
    const composition = waveOf([SMALL, LARGE, { value: 9, weight: 8, cell: 2 }])
    expect(crossedValue('mean', answers, composition).value).toBeCloseTo(0.5, 12)
    expect(crossedValue('mean', answers, composition).ofComposition[2]).toBe(0)
  })

  it('is a median of the other composition', () => {
    const answers = waveOf(
      [1, 2, 3, 11, 12, 13].map((value, i) => ({ value, weight: 1, cell: i < 3 ? 0 : 1 })),
    )
    const composition = waveOf([SMALL, LARGE, LARGE, LARGE])
    expect(crossedValue('median', answers, answers).value).toBe(7)
    // A quarter on the low three, a quarter each on the high three: half is passed at 11 + one quarter.
    expect(crossedValue('median', answers, composition).value).toBe(11.5)
  })
})
