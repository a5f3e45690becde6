import { describe, expect, it } from 'vitest'
import { type ColumnEstimates, estimateColumns } from '../../../analysis/columns/estimate-columns.ts'
import { sampleColumns } from '../../../analysis/columns/sample-columns.ts'
import { type ReleasedResponse, sampleOf } from '../../../analysis/sample.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import type { Margin } from '../../../analysis/weighting/margin.ts'
import { publishedEdition, publishedQuestionnaire } from '../../support/definition-files.ts'
import provinces from '../../truth/pci-2019-five-provinces.json' with { type: 'json' }

const edition = publishedEdition('pci-2017')
const pulse = publishedQuestionnaire('pci-full')
const values = provinces.provinces[0]?.values ?? {}
const responses = [...simulateFirms({ questionnaire: pulse, values, firms: 120, seed: 11 })]
const size: Margin = {
  item: 'size',
  counts: Object.fromEntries(optionsOf('size').map((code, place) => [code, 100 + 50 * place])),
}

function optionsOf(item: string): readonly string[] {
  const column = sampleOf(pulse, responses).columns.get(item)
  return column?.kind === 'choice' ? column.options : []
}

function estimates(firms: readonly ReleasedResponse[], margins: readonly Margin[], factors?: Float64Array) {
  const items = margins.map(({ item }) => item)
  return estimateColumns(sampleColumns(sampleOf(pulse, firms), items, factors), { edition, margins })
}

/** Scores of sub-indices and values of indicators. */
function figuresOf({ subIndices, indicators }: ColumnEstimates): readonly (number | null)[] {
  return [...subIndices.map(({ estimate: { score } }) => score), ...indicators.map(({ value }) => value)]
}

const near = (figures: readonly (number | null)[]) =>
  figures.map((figure) => (figure === null ? null : expect.closeTo(figure, 9)))

describe.each([
  ['without margins', []],
  ['raked to a margin', [size]],
])('factors of base weights, %s', (_name, margins) => {
  it('of nought leave firms out', () => {
    const factors = Float64Array.from(responses, (_none, firm) => Number(firm % 5 > 0))
    const kept = responses.filter((_none, firm) => firm % 5 > 0)
    const without = estimates(responses, margins, factors)
    expect(figuresOf(without)).toEqual(near(figuresOf(estimates(kept, margins))))
    expect(without.covariance.firms).toBe(kept.length)
    expect(without.covariance.degreesOfFreedom).toBe(kept.length - 1)
  })

  it('of a half count a firm as one of two', () => {
    const factors = Float64Array.from(responses, (_none, firm) => (firm % 5 > 0 ? 1 : 0.5))
    const doubled = responses.flatMap((response, firm) => (firm % 5 > 0 ? [response, response] : [response]))
    const halved = estimates(responses, margins, factors)
    expect(figuresOf(halved)).toEqual(near(figuresOf(estimates(doubled, margins))))
    expect(figuresOf(halved)).not.toEqual(figuresOf(estimates(responses, margins)))
  })

  it('of one change nothing', () => {
    const all = estimates(responses, margins)
    const ones = estimates(responses, margins, new Float64Array(responses.length).fill(1))
    expect({ ...ones, cells: undefined }).toEqual({ ...all, cells: undefined })
  })
})
