import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockReliability } from '../../../analysis/reliability/block-reliability.ts'
import { completeOnly, itemCovariance, keyed } from '../../../analysis/reliability/item-covariance.ts'
import { directionSigns, itemDirections } from '../../../analysis/reliability/item-direction.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import { BFI, bfiColumns } from './bfi.ts'

const BFI_COVARIANCE = itemCovariance(completeOnly(bfiColumns(5)))
const directionsOf = (items: readonly Float64Array[], firms: number) =>
  itemDirections(itemCovariance(items), { firms }).map(({ direction }) => direction)

describe('the direction of items', () => {
  it('names the item that the authors of the scale keyed the other way, as sure as R', () => {
    const directions = itemDirections(BFI_COVARIANCE, { firms: BFI.complete })
    expect(directions.map(({ direction }) => direction)).toEqual([
      'reversed',
      'as-keyed',
      'as-keyed',
      'as-keyed',
      'as-keyed',
    ])
    for (const [item, { correlation, pValue }] of directions.entries()) {
      expect(correlation).toBeCloseTo(BFI.directionCorrelations[item] ?? Number.NaN, 12)
      expect(pValue / (BFI.directionPValues[item] ?? Number.NaN)).toBeCloseTo(1, 8)
    }
  })

  it('follows the items when some are turned round', () => {
    const turn = fc.array(fc.constantFrom(-1, 1), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(turn, (signs) => {
        const [plain, turned] = [directionSigns(BFI_COVARIANCE), directionSigns(keyed(BFI_COVARIANCE, signs))]
        const relative = [...turned].map((sign, item) => sign * (signs[item] ?? 1) * (plain[item] ?? 1))
        expect(new Set(relative).size).toBe(1)
      }),
    )
  })

  it('is unclear for items that have nothing to do with each other', () => {
    // 60 scales of five unrelated items: at level 0.01 about one has a direction somewhere, not ten.
    let sure = 0
    for (let scale = 0; scale < 60; scale++) {
      const random = randomStream(2, scale)
      const items = Array.from({ length: 5 }, () =>
        Float64Array.from({ length: 80 }, () => Math.floor(4 * random())),
      )
      if (directionsOf(items, 80).some((direction) => direction !== 'unclear')) sure++
    }
    expect(sure).toBeLessThan(15)
  })

  it('is less sure with fewer firms', () => {
    const few = itemDirections(BFI_COVARIANCE, { firms: 12 })
    const many = itemDirections(BFI_COVARIANCE, { firms: 1200 })
    for (const [item, { pValue }] of few.entries()) expect(pValue).toBeGreaterThan(many[item]?.pValue ?? 1)
    expect(itemDirections(BFI_COVARIANCE, { firms: 2 }).every(({ pValue }) => pValue === 1)).toBe(true)
  })

  it('of an item that all answer alike is unclear', () => {
    const answers = Float64Array.from({ length: 30 }, (_none, firm) => firm % 5)
    const items = [answers, answers, new Float64Array(30).fill(3)]
    expect(directionsOf(items, 30)).toEqual(['as-keyed', 'as-keyed', 'unclear'])
  })
})

describe('the reliability of a block', () => {
  const ones = new Float64Array(BFI.answers.length).fill(1)
  const reliabilityOf = (items: readonly Float64Array[]) => {
    const reliability = blockReliability(items, ones)
    if (!reliability) throw new Error('no reliability')
    return reliability
  }

  it('shows what the wrong key costs', () => {
    const reliability = reliabilityOf(bfiColumns(5))
    expect(reliability.firms).toBe(BFI.complete)
    expect(reliability.alpha).toBeLessThan(0.55)
    expect(reliability.keyedAlpha).toBeGreaterThan(0.74)
    expect(reliability.omega).toBeCloseTo(BFI.omega, 1)
    expect(reliability.items[0]).toMatchObject({ direction: 'reversed' })
  })

  it('has the item-total correlations of R', () => {
    for (const [item, { raw, corrected }] of reliabilityOf(bfiColumns(5)).items.entries()) {
      expect(raw).toBeCloseTo(BFI.itemTotal[item] ?? Number.NaN, 12)
      expect(corrected).toBeCloseTo(BFI.itemRest[item] ?? Number.NaN, 12)
    }
  })

  it('counts unequal weights as fewer firms', () => {
    // Every firm twice, with the weights 1 and 3: the same correlations, from 2n / 1.25 firms.
    const twice = completeOnly(bfiColumns(5)).map((answers) => Float64Array.of(...answers, ...answers))
    const weights = Float64Array.from(twice[0] ?? [], (_x, firm) => (firm < ones.length ? 1 : 3))
    const expected = itemDirections(BFI_COVARIANCE, { firms: (2 * BFI.complete) / 1.25 })
    const found = blockReliability(twice, weights)?.items ?? []
    expect(found).toHaveLength(5)
    for (const [item, { pValue }] of found.entries()) {
      expect(Math.log(pValue)).toBeCloseTo(Math.log(expected[item]?.pValue ?? 0), 6)
    }
  })

  it('is not given for too few items or firms, or an item that does not vary', () => {
    const items = bfiColumns(5)
    expect(blockReliability(items.slice(0, 2), ones)).toBeUndefined()
    expect(blockReliability([...items.slice(0, 3), ones], ones)).toBeUndefined()
    const nine = items.map((answers) => answers.slice(10, 19))
    expect(blockReliability(nine, ones.slice(0, 9))).toBeUndefined()
  })
})
