import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf } from '../../../analysis/compensated-sum.ts'
import { benchmarked } from '../../../analysis/small-areas/benchmarked.ts'
import { estimatePlaces } from '../../../analysis/small-areas/estimate-places.ts'
import { publishablePlace } from '../../../analysis/small-areas/publishable-place.ts'
import { smoothedVariances } from '../../../analysis/small-areas/smoothed-variances.ts'
import { taylorVariance } from '../../../analysis/variance.ts'
import { type EstimateWithInfluence, weightedMean } from '../../../analysis/weighted-mean.ts'

const NAN = Number.NaN

describe('smoothed variances', () => {
  it('follow c nᵇ where the variances do', () => {
    const sizes = [4, 9, 16, 25]
    const { slope, variances } = smoothedVariances(
      Float64Array.from(sizes, (n) => 3 * n ** -1.2),
      [...sizes, 100],
    )
    expect(slope).toBeCloseTo(-1.2, 12)
    expect(variances[1]).toBeCloseTo(3 * 9 ** -1.2, 12)
  })

  it('keep the sum of those above 0, and give one to places that agree', () => {
    const { variances } = smoothedVariances(Float64Array.of(4, 0, 1, 2, 0.5), [2, 3, 8, 5, 20])
    expect(sumOf([0, 2, 3, 4].map((place) => variances[place] ?? 0))).toBeCloseTo(7.5, 12)
    expect(variances[1]).toBeGreaterThan(0)
  })

  it('fall as 1/n where fewer than three sizes can tell', () => {
    const { slope, variances } = smoothedVariances(Float64Array.of(2, 1, NAN), [5, 10, 0])
    expect(slope).toBe(-1)
    expect([...variances]).toEqual([expect.closeTo(2, 12), expect.closeTo(1, 12), NAN])
  })

  it('need one variance at least', () => {
    expect(() => smoothedVariances(Float64Array.of(0, NAN), [3, 0])).toThrow(
      expect.objectContaining({ code: 'answers-tell-nothing' }),
    )
  })
})

describe('benchmarked places', () => {
  it('say together what the whole says, each a little less exact', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 1, max: 9, noNaN: true }), fc.integer({ min: 1, max: 500 })), {
          minLength: 1,
        }),
        fc.double({ min: 1, max: 9, noNaN: true }),
        (list, whole) => {
          const values = Float64Array.from(list, ([value]) => value)
          const populations = Float64Array.from(list, ([, firms]) => firms)
          const held = benchmarked(
            { values, meanSquaredErrors: values.map(() => 0.1) },
            { populations, whole },
          )
          const total = sumOf(held.values.map((value, place) => value * (populations[place] ?? 0)))
          expect(total / sumOf(populations)).toBeCloseTo(whole, 10)
          for (const [place, value] of held.values.entries()) {
            expect(held.meanSquaredErrors[place]).toBeCloseTo(0.1 + (value - (values[place] ?? 0)) ** 2, 10)
          }
        },
      ),
    )
  })
})

describe('a place is shown', () => {
  it.each([
    ['with a coefficient of variation of 25 %', 0.25 ** 2, NAN, true],
    ['not with more', 0.26 ** 2, 0.07, false],
    ['with more, where the model takes a fifth off', 0.64, 0.8, true],
    ['not where it takes less', 0.64, 0.79, false],
  ])('%s', (_case, meanSquaredError, directVariance, isPublishable) => {
    expect(publishablePlace({ value: 1, meanSquaredError, directVariance }).isPublishable).toBe(isPublishable)
  })
})

describe('estimates by place', () => {
  // Four districts of the same survey; the last has no answers.
  const answers = [[1, 1, 0, 1, 1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 1, 1, 1, 1], []]
  const all = answers.flatMap((district, place) => district.map((y) => ({ y, place })))
  const weights = Float64Array.from(all, () => 1)
  const direct = (place: number) =>
    weightedMean(
      Float64Array.from(all, (one) => (one.place === place ? one.y : NAN)),
      weights,
    )
  const errorOf = ({ influence }: EstimateWithInfluence) => Math.sqrt(taylorVariance(influence, {}))
  const whole = weightedMean(
    Float64Array.from(all, ({ y }) => y),
    weights,
  ).value
  const populations = [80, 40, 60, 20]
  const estimated = estimatePlaces({
    places: populations.map((population, place) => ({
      name: `d${place}`,
      direct: direct(place),
      population,
    })),
    whole,
    errorOf,
  })

  it('add up to the whole', () => {
    const sum = estimated.places.reduce(
      (total, { value }, place) => total + value * (populations[place] ?? 0),
      0,
    )
    expect(sum / 200).toBeCloseTo(whole, 12)
  })

  it('say how a place without answers was made', () => {
    const [, , , none] = estimated.places
    expect(none).toMatchObject({ answers: 0, shrinkage: 0, direct: { value: NAN, standardError: NAN } })
    expect(none?.value).toBeGreaterThan(0)
    expect(none?.error).toBeGreaterThan(estimated.places[0]?.error ?? Infinity)
  })

  it('lean on the others the more, the fewer firms there are', () => {
    const [many, few] = estimated.places
    expect(many?.shrinkage).toBeGreaterThan(few?.shrinkage ?? 1)
  })

  it('take covariates into account', () => {
    const places = [0, 1, 2].map((place) => ({
      name: `d${place}`,
      direct: direct(place),
      population: 10,
      covariates: [place === 1 ? 1 : 0],
    }))
    const plain = estimatePlaces({
      places: places.map(({ covariates: _none, ...rest }) => rest),
      whole,
      errorOf,
    })
    const explained = estimatePlaces({ places, whole, errorOf })
    expect(explained.places[1]?.value).toBeLessThan(plain.places[1]?.value ?? 0)
  })
})
