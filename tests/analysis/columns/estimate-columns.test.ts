import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateColumns } from '../../../analysis/columns/estimate-columns.ts'
import { sampleColumns } from '../../../analysis/columns/sample-columns.ts'
import { streamColumns } from '../../../analysis/columns/stream-columns.ts'
import { type ReleasedResponse, sampleOf } from '../../../analysis/sample.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import type { Margin } from '../../../analysis/weighting/margin.ts'
import type { Edition } from '../../../survey-definitions/edition-schema.ts'
import { FIRMS, TINY, TINY_EDITION } from '../tiny-survey.ts'
import { estimateByFirm } from './estimate-by-firm.ts'
import { firms, margins } from './tiny-firms.ts'

const edition = TINY_EDITION
const hardValues = { '2.05': 6 }

function columnsOf(
  responses: readonly ReleasedResponse[],
  byMargins: readonly Margin[] = [],
  of: Edition = edition,
) {
  const sample = sampleOf(TINY, responses)
  const items = byMargins.map(({ item }) => item)
  return estimateColumns(sampleColumns(sample, items), { edition: of, margins: byMargins, hardValues })
}

/** A difference that is rounding, of the number or of what it is the rest of; an unknown is close to all. */
function isClose(actual: number | null | undefined, expected: number, scale: number): boolean {
  if (Number.isNaN(expected)) return true
  return Math.abs((actual ?? Number.NaN) - expected) <= 1e-12 * Math.max(Math.abs(expected), scale)
}

describe('estimates by columns', () => {
  it('of indicators are those of the general estimators firm by firm, whatever the margins', () => {
    fc.assert(
      fc.property(firms, margins, (responses, byMargins) => {
        const reference = estimateByFirm(sampleOf(TINY, responses), { edition, margins: byMargins })
        fc.pre(reference.isMet)
        const estimates = columnsOf(responses, byMargins).indicators.filter(({ value }) => value !== null)
        for (const { code, value } of estimates) {
          expect(isClose(value, reference.indicators.get(code)?.value ?? Number.NaN, 1e-3)).toBe(true)
        }
        // Shares that came out 0 or 1 have an error of another kind, and one answer has none.
        const spread = estimates.filter(({ value, answers }) => answers > 1 && value !== 0 && value !== 1)
        for (const { code, valueStandardError } of spread) {
          const { standardError = Number.NaN } = reference.indicators.get(code) ?? {}
          expect(isClose((valueStandardError ?? 0) ** 2, standardError ** 2, 1e-2)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('of the covariance are those of the general estimators firm by firm, whatever the margins', () => {
    fc.assert(
      fc.property(firms, margins, (responses, byMargins) => {
        const reference = estimateByFirm(sampleOf(TINY, responses), { edition, margins: byMargins })
        fc.pre(reference.isMet)
        const { codes, scores, covariance } = columnsOf(responses, byMargins).covariance
        fc.pre(scores.every((score) => score !== null))
        const expected = codes.flatMap((one) => codes.map((other) => reference.covariance(one, other)))
        for (const [place, one] of expected.entries()) expect(isClose(covariance[place], one, 1)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('do not change by a bit with the order of firms', () => {
    fc.assert(
      fc.property(firms, margins, fc.infiniteStream(fc.nat()), (responses, byMargins, numbers) => {
        const key = new Map(responses.map((response) => [response, numbers.next().value ?? 0]))
        const shuffled = responses.toSorted((one, other) => (key.get(one) ?? 0) - (key.get(other) ?? 0))
        expect(columnsOf(shuffled, byMargins)).toEqual(columnsOf(responses, byMargins))
      }),
    )
  })

  it('do not change by a bit with the size of chunks', () => {
    fc.assert(
      fc.property(firms, margins, fc.integer({ min: 1, max: 61 }), (responses, byMargins, chunkFirms) => {
        const stratifiers = byMargins.map(({ item }) => item)
        const source = streamColumns(TINY, { responses: () => responses, stratifiers, chunkFirms })
        const streamed = estimateColumns(source, { edition, margins: byMargins, hardValues })
        expect(streamed).toEqual(columnsOf(responses, byMargins))
      }),
    )
  })

  it('are the same in reverse order of thousands of firms, in chunks that no cache knows', () => {
    const values = { '1.01': 0.6, '1.02': 0.4, '1.03': 0.1, '1.04': 0.3, '1.05': 0.2 }
    const more = { '2.01': 9, '2.02': 0.2, '2.03': 3.3, '2.04': 12 }
    const all = [
      ...simulateFirms({ questionnaire: TINY, values: { ...values, ...more }, firms: 5000, seed: 3 }),
    ]
    const byMargins: readonly Margin[] = [
      { item: 'size', counts: { small: 60, medium: 30, large: 10 } },
      { item: 'sector', counts: { trade: 70, industry: 30 } },
    ]
    const backwards = streamColumns(TINY, {
      responses: () => all.toReversed(),
      stratifiers: ['size', 'sector'],
      chunkFirms: 777,
    })
    const reversed = estimateColumns(backwards, { edition, margins: byMargins, hardValues })
    expect(reversed).toEqual(columnsOf(all, byMargins))
    expect(reversed.composite.standardError).toBeGreaterThan(0)
  })

  it('do not change by a bit when registers count double', () => {
    fc.assert(
      fc.property(firms, margins, (responses, byMargins) => {
        const doubled = byMargins.map(({ item, counts }) => ({
          item,
          counts: Object.fromEntries(Object.entries(counts).map(([level, count]) => [level, 2 * count])),
        }))
        expect(columnsOf(responses, doubled)).toEqual(columnsOf(responses, byMargins))
      }),
    )
  })
})

describe('the covariance', () => {
  it('of a score with itself leaves no error in their difference', () => {
    const twice: Edition = {
      ...edition,
      subIndices: edition.subIndices.map(({ code, number, name }) => ({ code, number, name })),
      indicators: edition.indicators
        .filter(({ subIndex }) => subIndex === 'first')
        .flatMap((indicator) => [indicator, { ...indicator, subIndex: 'second' }]),
    }
    fc.assert(
      fc.property(firms, margins, (responses, byMargins) => {
        const [own, shared, alsoShared, other] = columnsOf(responses, byMargins, twice).covariance.covariance
        expect((own ?? 0) - (shared ?? 0) - (alsoShared ?? 0) + (other ?? 0)).toBe(0)
      }),
    )
  })

  it('is the textbook one of firms’ own scores where weights are equal and all answer', () => {
    const { covariance } = columnsOf(FIRMS)
    const n = FIRMS.length
    const late = FIRMS.filter(({ answers }) => answers.wait !== 'not-asked')
    expect(late).toHaveLength(9)
    const only: Edition = {
      ...edition,
      indicators: edition.indicators.filter(({ id }) => id === '1.01' || id === '2.04'),
    }
    const [fair, both, , cost] = columnsOf(FIRMS, [], only).covariance.covariance
    const fairScores = FIRMS.map(({ answers }) => 15 * Number(answers.fair === 'agree'))
    const costScores = FIRMS.map(({ answers }) => 0.5 * -0.1 * answers.cost)
    expect(fair).toBeCloseTo(sampleCovariance(fairScores, fairScores) / n, 12)
    expect(both).toBeCloseTo(sampleCovariance(fairScores, costScores) / n, 12)
    expect(cost).toBeCloseTo(sampleCovariance(costScores, costScores) / n, 12)
    expect(covariance.degreesOfFreedom).toBe(11)
  })

  it('of one firm, or none, is nought', () => {
    for (const few of [[], FIRMS.slice(0, 1)]) {
      expect(columnsOf(few).covariance.covariance).toEqual(new Float64Array(4))
    }
  })
})

describe('what cells do to the composite', () => {
  it('adds up to its variance', () => {
    fc.assert(
      fc.property(firms, margins, (responses, byMargins) => {
        const { cells, covariance, composite, weighting } = columnsOf(responses, byMargins)
        fc.pre(composite.score !== null && weighting.designEffect > 0)
        const totalWeight = cells.reduce((sum, { firms: count, weight }) => sum + count * weight, 0)
        const n = responses.length
        const squares =
          cells.reduce((sum, cell) => sum + cell.weight ** 2 * cell.squares, 0) / totalWeight ** 2
        const sum = cells.reduce((total, cell) => total + cell.weight * cell.sum, 0) / totalWeight
        const variance = (n / (n - 1)) * (squares - sum ** 2 / n)
        const [first = 0, both = 0, , second = 0] = covariance.covariance
        expect(variance).toBeCloseTo(25 * (first + 2 * both + second), 9)
      }),
    )
  })

  it('is told by their options', () => {
    const { cells } = columnsOf(FIRMS, [{ item: 'size', counts: { small: 1, large: 1 } }])
    expect(cells.map(({ levels, firms: count }) => [levels, count])).toEqual([
      [['small'], 8],
      [['large'], 4],
    ])
  })
})

function sampleCovariance(one: readonly number[], other: readonly number[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length
  const [first, second] = [mean(one), mean(other)]
  return one.reduce((sum, x, i) => sum + (x - first) * ((other[i] ?? 0) - second), 0) / (one.length - 1)
}
