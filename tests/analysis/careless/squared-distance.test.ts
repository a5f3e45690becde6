import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { squaredDistances } from '../../../analysis/careless/squared-distance.ts'
import { completeOnly, itemCovariance } from '../../../analysis/reliability/item-covariance.ts'
import { answerTables, columnsOf } from '../reliability/answer-tables.ts'
import { BFI, bfiColumns } from '../reliability/bfi.ts'

const NAN = Number.NaN

describe('squared distances', () => {
  it('are those of R', () => {
    const { distances, degrees } = squaredDistances(completeOnly(bfiColumns(10)))
    const known = distances.filter((distance) => !Number.isNaN(distance))
    expect(known).toHaveLength(BFI.distances.length)
    for (const [place, distance] of known.entries())
      expect(distance).toBeCloseTo(BFI.distances[place] ?? NAN, 11)
    expect(new Set(degrees)).toEqual(new Set([0, 10]))
  })

  it('do not move when items are shifted, stretched and mixed', () => {
    const mixes = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(answerTables({ items: 3 }), mixes, (table, [a = 0, b = 0, c = 0]) => {
        const items = columnsOf(table)
        fc.pre(squaredDistances(items).degrees[0] === 3)
        const mixed = columnsOf(
          table.map(([x = 0, y = 0, z = 0]) => [x + a, 2 * y + b * x, -z + b * x + c * y + 7]),
        )
        const [one, other] = [squaredDistances(items).distances, squaredDistances(mixed).distances]
        for (const [firm, distance] of one.entries()) expect(other[firm]).toBeCloseTo(distance, 6)
      }),
    )
  })

  it('add up to (n − 1) for every item that the others do not determine', () => {
    fc.assert(
      fc.property(answerTables({ items: 4 }), (table) => {
        const { distances, degrees } = squaredDistances(columnsOf(table))
        const sum = distances.reduce((total, distance) => total + distance, 0)
        expect(sum).toBeCloseTo((table.length - 1) * (degrees[0] ?? NAN), 5)
      }),
    )
  })

  it('stand on the items that a firm answered', () => {
    const items = [Float64Array.of(1, 2, 3, 6), Float64Array.of(2, 1, 4, NAN)]
    const { distances, degrees } = squaredDistances(items)
    expect(degrees).toEqual(Float64Array.of(2, 2, 2, 1))
    expect(distances[3]).toBeCloseTo((6 - 3) ** 2 / (itemCovariance(items).matrix[0] ?? NAN), 12)
    const nobody = squaredDistances([Float64Array.of(1, 2, NAN)])
    expect(nobody.distances[2]).toBeNaN()
    expect(nobody.degrees[2]).toBe(0)
  })

  it('do not count an item that repeats another', () => {
    const item = Float64Array.of(1, 2, 4, 4)
    const [once, twice] = [squaredDistances([item]), squaredDistances([item, item])]
    expect(twice.degrees).toEqual(once.degrees)
    for (const [firm, distance] of once.distances.entries())
      expect(twice.distances[firm]).toBeCloseTo(distance, 12)
  })
})
