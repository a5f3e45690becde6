import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedValues } from '../../../analysis/actions/changed-values.ts'
import type { WaveAnswers } from '../../../analysis/actions/crossed-value.ts'
import {
  CHANGE_PARTS,
  type ChangedIndicator,
  type ChangeDecomposition,
  decomposeChange,
} from '../../../analysis/actions/decompose-change.ts'
import { taylorVariance } from '../../../analysis/variance.ts'
import { LARGE, SMALL, waveOf } from './wave-of.ts'

const errorOf = (influence: Float64Array) => Math.sqrt(taylorVariance(influence, {}))
const errors = { errorOf: { before: errorOf, after: errorOf } }

const firm = fc.record({
  value: fc.oneof(
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 20 }) },
  ),
  weight: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
  cell: fc.integer({ min: 0, max: 2 }),
})
const wave = fc
  .array(firm, { minLength: 4, maxLength: 20 })
  // Somebody of the first group counts in every wave, so that every crossing has a value.
  .map((firms): WaveAnswers => waveOf([{ value: 3, weight: 1, cell: 0 }, ...firms]))
const scale = fc.record({
  weight: fc.integer({ min: 1, max: 40 }).map((percent) => percent / 100),
  intercept: fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10),
  slope: fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10),
})
const scales = fc.record({ before: scale, after: scale })
const surveyed = fc
  .record({ as: fc.constantFrom('mean', 'median'), before: wave, after: wave, scales })
  .map(({ as, before, after, scales: own }) => ({
    source: 'survey' as const,
    scales: own,
    ...changedValues(as, { before, after }),
  }))
const hard = fc
  .record({
    before: fc.double({ min: 0, max: 9, noNaN: true }),
    after: fc.double({ min: 0, max: 9, noNaN: true }),
    scales,
  })
  .map(({ before, after, scales: own }) => ({
    source: 'hard' as const,
    scales: own,
    before: { value: before },
    after: { value: after },
  }))
const gone = hard.map((one) => ({ ...one, after: null }))
const indicators = fc
  .tuple(
    fc.array(hard, { maxLength: 2 }),
    fc.array(gone, { maxLength: 1 }),
    fc.array(surveyed, { minLength: 1, maxLength: 2 }),
  )
  .map((lists): readonly ChangedIndicator[] =>
    lists.flat().map((one, place) => ({ code: String(place), ...one })),
  )

const sumOfParts = ({ parts }: ChangeDecomposition) =>
  CHANGE_PARTS.reduce((sum, part) => sum + parts[part].points, 0)

describe('a change in parts', () => {
  it('adds up to the whole', () => {
    fc.assert(
      fc.property(indicators, (list) => {
        const decomposed = decomposeChange(list, { ...errors, constant: 0.25 })
        expect(Math.abs(sumOfParts(decomposed) - decomposed.change.points)).toBeLessThan(1e-12)
      }),
      { numRuns: 300 },
    )
  })

  it('is the change of the score', () => {
    fc.assert(
      fc.property(indicators, (list) => {
        const scoreIn = (which: 'before' | 'after') =>
          list.reduce((sum, one) => {
            const { weight, intercept, slope } = one.scales[which]
            const value = one[which]?.value
            return value === undefined ? sum : sum + weight * (intercept + slope * value)
          }, 0)
        expect(decomposeChange(list, errors).change.points).toBeCloseTo(
          scoreIn('after') - scoreIn('before'),
          9,
        )
      }),
    )
  })

  it('adds up indicator by indicator', () => {
    fc.assert(
      fc.property(indicators, (list) => {
        const { parts, indicators: own } = decomposeChange(list, errors)
        for (const part of CHANGE_PARTS) {
          expect(own.reduce((sum, { points }) => sum + points[part], 0)).toBeCloseTo(parts[part].points, 9)
        }
      }),
    )
  })

  it('turns every sign when time is turned round', () => {
    fc.assert(
      fc.property(wave, wave, scales, (before, after, own) => {
        const forth = decomposeChange([surveyOf(before, after, own)], errors)
        const back = decomposeChange(
          [surveyOf(after, before, { before: own.after, after: own.before })],
          errors,
        )
        for (const part of CHANGE_PARTS) {
          expect(back.parts[part].points).toBeCloseTo(-forth.parts[part].points, 9)
          expect(back.parts[part].standardError ?? 0).toBeCloseTo(forth.parts[part].standardError ?? 0, 9)
        }
      }),
    )
  })
})

const STEADY = { weight: 0.5, intercept: 1, slope: 2 }
const surveyOf = (
  before: WaveAnswers,
  after: WaveAnswers,
  own: ChangedIndicator['scales'] = { before: STEADY, after: STEADY },
): ChangedIndicator => ({
  code: 'a',
  source: 'survey',
  scales: own,
  ...changedValues('mean', { before, after }),
})

describe('each part', () => {
  const even = waveOf([SMALL, SMALL, LARGE, LARGE])

  it('is composition where each group answers as before and others answered', () => {
    const { parts } = decomposeChange([surveyOf(even, waveOf([SMALL, LARGE, LARGE, LARGE]))], errors)
    expect(parts.composition.points).toBeCloseTo(0.25, 12)
    expect(parts.answers.points).toBeCloseTo(0, 12)
  })

  it('is answers where the same groups answer otherwise', () => {
    const after = waveOf([{ ...SMALL, value: 1 }, SMALL, LARGE, LARGE])
    const { parts } = decomposeChange([surveyOf(even, after)], errors)
    expect(parts.answers.points).toBeCloseTo(0.25, 12)
    expect(parts.composition.points).toBeCloseTo(0, 12)
  })

  it('is anchors where only the scale moved', () => {
    const after = { ...STEADY, slope: 1, intercept: 1.5 }
    const { parts } = decomposeChange([surveyOf(even, even, { before: STEADY, after })], errors)
    expect(parts.anchors.points).toBeCloseTo(0.5 * (0.5 - 0.5), 12)
    const wider = { ...STEADY, slope: 1 }
    expect(
      decomposeChange([surveyOf(even, even, { before: STEADY, after: wider })], errors).parts,
    ).toMatchObject({
      anchors: { points: -0.25 },
      answers: { points: 0 },
      composition: { points: 0 },
      weights: { points: 0 },
      hardData: { points: 0, standardError: null },
    })
  })

  it('is weights where an indicator goes and the others take its place', () => {
    const lone = { code: 'b', source: 'hard', before: { value: 3 }, after: null } as const
    const none = { ...STEADY, weight: 0 }
    const { parts } = decomposeChange(
      [
        { ...lone, scales: { before: STEADY, after: none } },
        surveyOf(even, even, { before: STEADY, after: { ...STEADY, weight: 1 } }),
      ],
      errors,
    )
    expect(parts.weights.points).toBeCloseTo(-0.5 * 7 + 0.5 * 2, 12)
    expect(parts.answers.points).toBe(0)
  })

  it('is all of hard data for hard indicators, without error', () => {
    const scale0 = { before: STEADY, after: STEADY }
    const { change, parts } = decomposeChange(
      [{ code: 'b', source: 'hard', scales: scale0, before: { value: 3 }, after: { value: 4 } }],
      errors,
    )
    expect(parts.hardData).toEqual({ points: 1, standardError: null })
    expect(change).toEqual({ points: 1, standardError: null })
  })
})

describe('the error of a part', () => {
  it('is that of the difference of two means where the groups are the same and no one else', () => {
    fc.assert(
      fc.property(wave, wave, (before, after) => {
        const one = (of: WaveAnswers): WaveAnswers => ({ ...of, cells: of.values.map(() => 0) })
        const { change, parts } = decomposeChange([surveyOf(one(before), one(after))], errors)
        const own = [before, after].map((of) => errorOf(meanInfluence(of)))
        expect(parts.answers.standardError).toBeCloseTo(Math.hypot(...own), 9)
        expect(change.standardError).toBeCloseTo(Math.hypot(...own), 9)
        expect(parts.composition.standardError).toBeCloseTo(0, 12)
      }),
    )
  })

  it('is what the jackknife finds, for answers and for composition', () => {
    const before = waveOf(FIRMS_BEFORE)
    const after = waveOf(FIRMS_AFTER)
    const { parts } = decomposeChange([surveyOf(before, after)], errors)
    for (const part of ['answers', 'composition'] as const) {
      const ofWave = (firms: typeof FIRMS_BEFORE, made: (of: WaveAnswers) => ChangedIndicator) => {
        const left = firms.map(
          (_, out) => decomposeChange([made(waveOf(firms.toSpliced(out, 1)))], errors).parts[part].points,
        )
        const mean = left.reduce((sum, points) => sum + points, 0) / left.length
        return ((left.length - 1) / left.length) * left.reduce((sum, points) => sum + (points - mean) ** 2, 0)
      }
      const jackknife = Math.sqrt(
        ofWave(FIRMS_BEFORE, (of) => surveyOf(of, after)) + ofWave(FIRMS_AFTER, (of) => surveyOf(before, of)),
      )
      expect(Math.abs((parts[part].standardError ?? 0) / jackknife - 1)).toBeLessThan(0.02)
    }
  })
})

/** Two hundred firms in three groups of different size and habit; both waves differ in each. */
const FIRMS_BEFORE = Array.from({ length: 200 }, (_, i) => ({
  value: (i * 7) % 11,
  weight: 1 + (i % 4) / 2,
  cell: i % 3,
}))
const FIRMS_AFTER = Array.from({ length: 200 }, (_, i) => ({
  value: ((i * 5) % 9) + (i % 5 === 0 ? 6 : 0),
  weight: 1 + (i % 3),
  cell: i % 5 === 0 ? 0 : 1 + (i % 2),
}))

function meanInfluence({ values, weights }: WaveAnswers): Float64Array {
  const isKnown = (one: number) => !Number.isNaN(one)
  const total = values.reduce((sum, one, i) => sum + (isKnown(one) ? (weights[i] ?? 0) : 0), 0)
  const mean = values.reduce((sum, one, i) => sum + (isKnown(one) ? (weights[i] ?? 0) * one : 0), 0) / total
  return values.map((one, i) => (isKnown(one) ? ((weights[i] ?? 0) * (one - mean)) / total : 0))
}
