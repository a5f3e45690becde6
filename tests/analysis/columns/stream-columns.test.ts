import { describe, expect, it } from 'vitest'
import { RetainedCodes } from '../../../analysis/columns/retained-codes.ts'
import { sampleColumns } from '../../../analysis/columns/sample-columns.ts'
import { CellCollector } from '../../../analysis/columns/stratifier-cells.ts'
import { streamColumns } from '../../../analysis/columns/stream-columns.ts'
import { estimateColumns } from '../../../analysis/columns/estimate-columns.ts'
import { indicatorValues, sampleOf } from '../../../analysis/sample.ts'
import { FIRMS, TINY, TINY_EDITION } from '../tiny-survey.ts'

const responses = () => FIRMS

describe('a stream of columns', () => {
  it('has the chunks asked for, and the rest', () => {
    const source = streamColumns(TINY, { responses, stratifiers: ['size'], chunkFirms: 5 })
    expect(Array.from(source.chunks(), ({ firms }) => firms)).toEqual([5, 5, 2])
  })

  it('has cells wide enough for as many numbers as there are', () => {
    const many = Array.from({ length: 700 }, (_none, i) => ({
      channel: 'slip',
      answers: { ...FIRMS[i % 12]?.answers, cost: ((i * 37) % 700) / 10 },
    }))
    const source = streamColumns(TINY, { responses: () => many, stratifiers: [], chunkFirms: 200 })
    const streamed = estimateColumns(source, { edition: TINY_EDITION })
    const sample = sampleOf(TINY, many)
    expect(sample.indicators.get('2.04')?.codes).toBeInstanceOf(Uint16Array)
    expect(streamed).toEqual(estimateColumns(sampleColumns(sample, []), { edition: TINY_EDITION }))
    expect(streamed.indicators.find(({ code }) => code === '2.04')?.value).toBeCloseTo(34.95, 10)
  })

  it.each(['nothing', 'days', 'obstacles'])('refuses %s as a stratifier', (item) => {
    const refusal = expect.objectContaining({ code: 'unknown-margin-item' })
    expect(() => streamColumns(TINY, { responses, stratifiers: [item] })).toThrow(refusal)
    expect(() => sampleColumns(sampleOf(TINY, FIRMS), [item])).toThrow(refusal)
  })
})

describe('the values of a sample', () => {
  it('are numbers in ascending order with a code a firm, the same in any order of firms', () => {
    const { indicators } = sampleOf(TINY, FIRMS.toReversed())
    const days = indicators.get('2.01')
    expect(days?.numbers).toEqual(Float64Array.from({ length: 12 }, (_none, i) => i + 1))
    expect(days && Array.from(indicatorValues(days))).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(indicators.get('1.05')?.numbers).toEqual(Float64Array.of(0, 1))
  })
})

describe('codes that are kept', () => {
  it('grow wider with what comes', () => {
    const retained = new RetainedCodes()
    retained.append(
      Uint8Array.from({ length: 100 }, (_none, i) => i),
      100,
    )
    retained.append(Uint16Array.of(300, 301, 302), 2)
    retained.append(Uint32Array.of(70_000), 1)
    retained.append(Uint8Array.of(7), 1)
    expect(retained.codes()).toBeInstanceOf(Uint32Array)
    expect([...retained.codes().subarray(98)]).toEqual([98, 99, 300, 301, 70_000, 7])
  })
})

describe('cells', () => {
  it('are in the order of the options, whatever firm came first', () => {
    const stratifiers = [
      { item: 'size', options: ['small', 'large'] },
      { item: 'sector', options: ['trade', 'industry'] },
    ]
    const collector = new CellCollector(stratifiers)
    const met = collector.collect([Int8Array.of(1, -3, 0, 1), Int8Array.of(0, 1, 1, 0)], 4)
    const { cells, placeOf } = collector.sorted()
    expect(cells.codes).toEqual([Int16Array.of(-1, 0, 1), Int16Array.of(1, 1, 0)])
    expect(cells.firms).toEqual(Float64Array.of(1, 1, 2))
    expect([...met].map((cell) => placeOf[cell])).toEqual([2, 0, 1, 2])
  })

  it('are refused where their numbers could not be told apart', () => {
    const options = Array.from({ length: 99 }, (_none, i) => `${i}`)
    const wide = Array.from({ length: 8 }, (_none, i) => ({ item: `${i}`, options }))
    expect(() => new CellCollector(wide)).toThrow(expect.objectContaining({ code: 'too-many-options' }))
  })
})
