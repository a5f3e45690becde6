import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ValueColumn } from '../../../analysis/columns/column-source.ts'
import { estimateColumns } from '../../../analysis/columns/estimate-columns.ts'
import { bootstrapScores } from '../../../analysis/replicates/bootstrap-scores.ts'
import { bootstrapSpread } from '../../../analysis/replicates/bootstrap-spread.ts'
import { type BootstrapInput, bootstrapValues } from '../../../analysis/replicates/bootstrap-values.ts'
import { generalisedBootstrap } from '../../../analysis/replicates/generalised-bootstrap.ts'
import type { CountMargin } from '../../../analysis/weighting/count-margin.ts'
import type { Margin } from '../../../analysis/weighting/margin.ts'
import { rake } from '../../../analysis/weighting/rake-to-counts.ts'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import pci2017 from '../../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { columnSample } from './column-sample.ts'

const tens = Array.from({ length: 10 }, (_none, k) => 10 * k)
const indicators: readonly ValueColumn[] = [
  { indicator: 'share', item: 'a', as: 'share', numbers: [0, 1] },
  { indicator: 'mean', item: 'b', as: 'mean', numbers: tens },
  { indicator: 'median', item: 'c', as: 'median', numbers: tens.toReversed() },
]
const shape = { firms: 300, seed: 5, options: [3, 4, 2], indicators }

describe('the bootstrap of a whole sample', () => {
  it('is the generalised bootstrap, raked and estimated replicate by replicate', () => {
    const { source, margins, codes, options } = columnSample(shape)
    const input: BootstrapInput = { margins, replicates: 70, seed: 11 }
    const { indicators: values, unmet } = bootstrapValues(source, input)
    expect(unmet).toBe(0)
    const base = new Float64Array(shape.firms).fill(1)
    const { weightsOf } = generalisedBootstrap({ base, design: {}, replicates: 70, seed: 11 })
    const [first, ...others] = margins.map((margin, place) => firmMargin(margin, options[place]))
    if (!first) throw new Error('The sample has no margins')
    for (const replicate of [0, 1, 2, 3, 63, 64, 69, 70]) {
      const { weights } = rake({
        base: replicate === 70 ? base : weightsOf(replicate),
        margins: [first, ...others],
      })
      for (const [place, column] of indicators.entries()) {
        const found = values[place]
        const value = replicate === 70 ? found?.estimate : found?.replicates[replicate]
        expect(value).toBeCloseTo(plainly(column, codes[place], weights), 8)
      }
    }
  })

  it('is the same to the bit in plain TypeScript, and in chunks of any size', () => {
    fc.assert(
      fc.property(
        fc.record({
          firms: fc.integer({ min: 1, max: 200 }),
          seed: fc.integer({ min: 0, max: 2 ** 40 }),
          chunkFirms: fc.integer({ min: 1, max: 90 }),
          resampling: fc.constantFrom('poisson' as const, 'double-or-nothing' as const),
        }),
        ({ firms, seed, chunkFirms, resampling }) => {
          const whole = columnSample({ ...shape, firms, seed })
          const chunked = columnSample({ ...shape, firms, seed, chunkFirms })
          const input = { margins: whole.margins, replicates: 12, seed, resampling }
          const result = bootstrapValues(whole.source, input)
          expect(result.kernel).toBe('simd')
          expect(bootstrapValues(whole.source, { ...input, kernel: 'plain' })).toEqual({
            ...result,
            kernel: 'plain',
          })
          expect(bootstrapValues(chunked.source, input)).toEqual(result)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('has replicates that do not hang on how many there are', () => {
    const { source, margins } = columnSample(shape)
    const few = bootstrapValues(source, { margins, replicates: 10, seed: 2 })
    const many = bootstrapValues(source, { margins, replicates: 140, seed: 2 })
    for (const [place, { replicates, estimate }] of few.indicators.entries()) {
      expect(many.indicators[place]?.replicates.slice(0, 10)).toEqual(replicates)
      expect(many.indicators[place]?.estimate).toBe(estimate)
    }
  })

  it('follows the numbers of firms, whatever their order', () => {
    const { source, margins } = columnSample(shape)
    const firmIds = Array.from({ length: shape.firms }, (_none, firm) => 1000 + firm)
    const forwards = bootstrapValues(source, { margins, replicates: 8, seed: 3, firmIds })
    const [chunk] = source.chunks()
    if (!chunk) throw new Error('The sample has no chunk')
    const turned = {
      ...source,
      chunks: () => [
        {
          firms: chunk.firms,
          stratifiers: chunk.stratifiers.map((column) => column.toReversed()),
          indicators: chunk.indicators.map((column) => column.toReversed()),
        },
      ],
    }
    const backwards = bootstrapValues(turned, {
      margins,
      replicates: 8,
      seed: 3,
      firmIds: firmIds.toReversed(),
    })
    for (const [place, { replicates }] of forwards.indicators.entries()) {
      for (const [r, value] of replicates.entries()) {
        expect(backwards.indicators[place]?.replicates[r]).toBeCloseTo(value, 10)
      }
    }
  })

  it('leaves out firms that the population has none of, and says nothing of what nobody answered', () => {
    const stratifiers = [{ item: 's', options: ['in', 'out'] }]
    const columns: readonly ValueColumn[] = [
      { indicator: 'x', item: 'x', as: 'mean', numbers: [2, 100] },
      { indicator: 'none', item: 'y', as: 'share', numbers: [0, 1] },
    ]
    const chunk = {
      firms: 5,
      stratifiers: [Int8Array.of(0, 0, 0, 1, 1)],
      indicators: [Uint8Array.of(1, 1, 1, 2, 2), new Uint8Array(5)],
    }
    const margins = [{ item: 's', counts: { in: 50, out: 0 } }]
    const source = { stratifiers, indicators: columns, chunks: () => [chunk] }
    const [x, none] = bootstrapValues(source, { margins, replicates: 5, seed: 1 }).indicators
    expect(x).toMatchObject({ estimate: 2, answers: 3 })
    for (const value of x?.replicates ?? []) expect(value).toBeCloseTo(2, 12)
    expect(none).toMatchObject({ estimate: Number.NaN, answers: 0 })
  })
})

describe('errors of re-raked replicates', () => {
  const REPLICATES = 1000
  const edition = Edition.parse(pci2017)
  const columns: readonly ValueColumn[] = edition.indicators.flatMap((indicator) => {
    const { id, statistic, anchor } = indicator
    if (statistic === 'hard' || statistic === 'median') return []
    const numbers =
      statistic === 'share' ? [0, 1] : [0.2, 0.4, 0.6].map((p) => anchor.min + p * (anchor.max - anchor.min))
    return [{ indicator: id, item: id, as: statistic, numbers }]
  })

  it.each([2000, 4000])('are within 3/√(2R) of the linearised ones, of %i firms', (firms) => {
    const { source, margins } = columnSample({
      firms,
      seed: 9,
      options: [3, 4, 3, 2, 5],
      indicators: columns,
    })
    const terms = { edition, margins, normalisation: 'fixed' as const }
    const linearised = estimateColumns(source, terms)
    const replicated = bootstrapScores(source, { ...terms, replicates: REPLICATES, seed: 20261123 })
    const ratios = [
      ...replicated.subIndices.map((score, place) =>
        ratioOf(score, linearised.subIndices[place]?.samplingError),
      ),
      ...replicated.indicators.map((score, place) =>
        ratioOf(score, linearised.indicators[place]?.standardError),
      ),
    ].filter((ratio) => !Number.isNaN(ratio))
    expect(ratios.length).toBeGreaterThan(100)
    const bound = 3 / Math.sqrt(2 * REPLICATES)
    const within = ratios.filter((ratio) => Math.abs(ratio - 1) < bound)
    // Three standard deviations of each ratio: of a hundred and more, one may be out.
    expect(within.length).toBeGreaterThanOrEqual(ratios.length - 1)
    expect(Math.abs(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length - 1)).toBeLessThan(0.02)
  })

  it('come with the scores that the full sample has', () => {
    const { source, margins } = columnSample({ firms: 500, seed: 4, options: [3, 2], indicators: columns })
    const hardValues = Object.fromEntries(
      edition.indicators.flatMap(({ id, source: of, anchor }) =>
        of === 'hard' ? [[id, (anchor.min + anchor.max) / 2]] : [],
      ),
    )
    const terms = { edition, margins, hardValues }
    const linearised = estimateColumns(source, terms)
    const { composite, subIndices } = bootstrapScores(source, { ...terms, replicates: 4, seed: 1 })
    expect(composite.estimate).toBeCloseTo(linearised.composite.score ?? Number.NaN, 9)
    for (const [place, { code, estimate }] of subIndices.entries()) {
      expect(code).toBe(linearised.subIndices[place]?.code)
      expect(estimate).toBeCloseTo(linearised.subIndices[place]?.estimate.score ?? Number.NaN, 9)
    }
  })
})

describe('the spread of replicates', () => {
  it('is not given where too few replicates have the figure', () => {
    const replicates = Float64Array.of(1, Number.NaN, 2, 3)
    expect(bootstrapSpread({ estimate: 2, replicates }, 0.9).standardError).toBeNull()
    expect(bootstrapSpread({ estimate: Number.NaN, replicates: Float64Array.of(1, 2) }, 0.9).lower).toBeNull()
  })
})

function ratioOf(
  score: { estimate: number; replicates: Float64Array },
  error: number | null | undefined,
): number {
  return (bootstrapSpread(score, 0.9).standardError ?? Number.NaN) / (error ?? Number.NaN)
}

function firmMargin({ item, counts }: Margin, options: ArrayLike<number> = []): CountMargin {
  const names = Object.keys(counts)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    name: item,
    levels: names,
    counts: Float64Array.from(names, (name) => (counts[name] ?? 0) / total),
    levelOf: Int32Array.from(options),
    isProportion: true,
  }
}

/** A value from firms and weights, by its definition. */
function plainly({ as, numbers }: ValueColumn, codes: ArrayLike<number> = [], weights: Float64Array): number {
  const counting = Array.from(weights, (weight, firm) => ({
    weight,
    number: numbers[(codes[firm] ?? 0) - 1],
  }))
    .flatMap(({ weight, number }) => (number === undefined ? [] : [{ weight, number }]))
    .toSorted((a, b) => a.number - b.number)
  const total = counting.reduce((sum, { weight }) => sum + weight, 0)
  if (as !== 'median') return counting.reduce((sum, { weight, number }) => sum + weight * number, 0) / total
  let cumulative = 0
  for (const { weight, number } of counting) {
    cumulative += weight
    if (cumulative >= total / 2) return number
  }
  return Number.NaN
}
