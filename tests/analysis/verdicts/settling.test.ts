import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../../../analysis/distributions/normal.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import {
  chancesOfVerdicts,
  type Outlook,
  ownVarianceAt,
  settling,
} from '../../../analysis/verdicts/settling.ts'

const THRESHOLDS = { onTrack: 0.9, offTrack: 0.1 }
const OUTLOOK: Outlook = { distance: 0.2, own: 0.04, fixed: 0.01, firms: 100, population: null }
const ANYWHERE = { reachable: null, planned: null }
const outlooks = fc.record({
  distance: fc.double({ min: -1, max: 1, noNaN: true }),
  own: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
  fixed: fc.double({ min: 0, max: 0.3, noNaN: true }),
  firms: fc.integer({ min: 10, max: 500 }),
  population: fc.constantFrom(null, 600, 5000),
})

describe('own variance at another number of firms', () => {
  it('falls as one over the firms, and to nought when all have answered', () => {
    expect(ownVarianceAt(OUTLOOK, 400)).toBeCloseTo(0.01, 12)
    const finite = { ...OUTLOOK, population: 1000 }
    // s² (1/n − 1/N): s² = 0.04 / (1/100 − 1/1000) = 40/9.
    expect(ownVarianceAt(finite, 500)).toBeCloseTo((40 / 9) * (1 / 500 - 1 / 1000), 12)
    expect(ownVarianceAt(finite, 100)).toBeCloseTo(0.04, 12)
    expect(ownVarianceAt(finite, 1000)).toBe(0)
  })
})

describe('predictive probabilities', () => {
  it('are those of simulated waves that go on', () => {
    // Flat prior: the truth given what we saw, then the firms to come, then the verdict on all.
    const random = randomStream(11, 0)
    const normal = () => normalQuantile(random() || 0.5)
    const { distance, own, fixed, firms } = OUTLOOK
    const future = 350
    const later = (own * firms) / future
    const counts = { on: 0, off: 0 }
    const runs = 40_000
    for (let run = 0; run < runs; run++) {
      const truth = distance + Math.sqrt(own) * normal()
      const coming = truth + Math.sqrt((own * firms) / (future - firms)) * normal()
      const all = (distance * firms + coming * (future - firms)) / future
      const probability = normalCdf(all / Math.sqrt(later + fixed))
      if (probability >= 0.9) counts.on += 1
      if (probability <= 0.1) counts.off += 1
    }
    const { onTrack, offTrack } = chancesOfVerdicts(OUTLOOK, future, THRESHOLDS)
    expect(onTrack).toBeCloseTo(counts.on / runs, 2)
    expect(offTrack).toBeCloseTo(counts.off / runs, 2)
    expect(onTrack).toBeGreaterThan(0.3)
  })

  it('with no more firms are those of the fixed-sample test', () => {
    // Predictive power with a flat prior: Φ((Z√(n_F) − z√n)/√(n_F − n)) for Z = D/σ_n, as in Spiegelhalter et al.
    const [z, n, final] = [1.1, 100, 250]
    const outlook = { distance: z * 0.2, own: 0.04, fixed: 0, firms: n, population: null }
    const { onTrack } = chancesOfVerdicts(outlook, final, THRESHOLDS)
    const power = normalCdf(
      (z * Math.sqrt(final) - normalQuantile(0.9) * Math.sqrt(n)) / Math.sqrt(final - n),
    )
    expect(onTrack).toBeCloseTo(power, 12)
  })

  it('expect of the probability to come that of now', () => {
    fc.assert(
      fc.property(outlooks, fc.integer({ min: 2, max: 50 }), (outlook, times) => {
        const future = Math.min(outlook.firms * times, outlook.population ?? Infinity)
        // E[P] = ∫ P(P ≥ p) dp, by the midpoint rule on the upper threshold.
        const steps = 4000
        let expectation = 0
        for (let step = 0; step < steps; step++) {
          const onTrack = (step + 0.5) / steps
          expectation += chancesOfVerdicts(outlook, future, { onTrack, offTrack: 0.1 }).onTrack / steps
        }
        const now = normalCdf(outlook.distance / Math.sqrt(outlook.own + outlook.fixed))
        expect(expectation).toBeCloseTo(now, 3)
      }),
      { numRuns: 40, seed: 3 },
    )
  })

  it('are mirrored when the distance is', () => {
    fc.assert(
      fc.property(outlooks, fc.integer({ min: 1, max: 5000 }), (outlook, more) => {
        const future = outlook.firms + more
        const one = chancesOfVerdicts(outlook, future, THRESHOLDS)
        const other = chancesOfVerdicts({ ...outlook, distance: -outlook.distance }, future, THRESHOLDS)
        expect(other.offTrack).toBeCloseTo(one.onTrack, 12)
        expect(other.onTrack).toBeCloseTo(one.offTrack, 12)
      }),
      { seed: 4 },
    )
  })
})

describe('what settles a verdict', () => {
  it('does not say that nothing can settle it and how many firms do', () => {
    // On the target by chance of ten firms: most likely it will not stay there.
    const onTarget = { distance: 0.001, own: 0.25, fixed: 0.001, firms: 10, population: null }
    const result = settling(onTarget, THRESHOLDS, { reachable: 2000, planned: null })
    expect(result.firmsIfRight).toBe(null)
    expect(result.firms).toBeLessThan(2000)
    expect(result.cannotSettle).toBe(false)
    expect(settling(onTarget, THRESHOLDS, { reachable: 1000, planned: null }).cannotSettle).toBe(true)
  })

  it('if the score stays: the firms with which the threshold is just reached, and one less does not', () => {
    fc.assert(
      fc.property(outlooks, (outlook) => {
        const { isSettled, firmsIfRight } = settling(outlook, THRESHOLDS, ANYWHERE)
        if (isSettled || firmsIfRight === null) return
        const probabilityAt = (firms: number) =>
          normalCdf(Math.abs(outlook.distance) / Math.sqrt(ownVarianceAt(outlook, firms) + outlook.fixed))
        expect(probabilityAt(firmsIfRight)).toBeGreaterThanOrEqual(0.9 - 1e-9)
        expect(probabilityAt(firmsIfRight - 1)).toBeLessThan(0.9 + 1e-9)
      }),
      { seed: 5 },
    )
  })

  it('is by formula (z s / D)² firms where nothing else is uncertain, fewer in a finite population', () => {
    const open = { ...OUTLOOK, fixed: 0 }
    const required = ((1.2815515655446004 * 2) / 0.2) ** 2
    expect(settling(open, THRESHOLDS, ANYWHERE).firmsIfRight).toBe(Math.ceil(required))
    const finite = { ...open, own: 4 * (1 / 100 - 1 / 1000), population: 1000 }
    expect(settling(finite, THRESHOLDS, ANYWHERE).firmsIfRight).toBe(
      Math.ceil(required / (1 + required / 1000)),
    )
  })

  it('is the fewest firms with which a clear verdict falls nine times in ten', () => {
    fc.assert(
      fc.property(outlooks, (outlook) => {
        const { isSettled, firms } = settling(outlook, THRESHOLDS, ANYWHERE)
        if (isSettled || firms === null) return
        const clear = (number: number) => {
          const { onTrack, offTrack } = chancesOfVerdicts(outlook, number, THRESHOLDS)
          return onTrack + offTrack
        }
        expect(clear(firms)).toBeGreaterThanOrEqual(0.9)
        // One firm more than now may be enough already.
        const fewer = firms > outlook.firms + 1 ? clear(firms - 1) : 0
        expect(fewer).toBeLessThan(0.9)
      }),
      { seed: 6 },
    )
  })

  it('is nothing where the rest of the error alone leaves it open', () => {
    // 0.2 / √0.04 = 1 < 1.28: with every firm of the world asked, the probability would be 0.84.
    const result = settling({ ...OUTLOOK, fixed: 0.04 }, THRESHOLDS, ANYWHERE)
    expect(result).toMatchObject({ isSettled: false, firms: null, firmsIfRight: null, cannotSettle: true })
  })

  it('is nothing where there are not so many firms', () => {
    const open = { ...OUTLOOK, fixed: 0 }
    expect(settling(open, THRESHOLDS, { reachable: 164, planned: null }).cannotSettle).toBe(true)
    expect(settling(open, THRESHOLDS, { reachable: 165, planned: null }).cannotSettle).toBe(false)
  })

  it('is what there is where the verdict is clear already', () => {
    for (const distance of [0.6, -0.6]) {
      const result = settling({ ...OUTLOOK, distance }, THRESHOLDS, { reachable: 120, planned: 110 })
      expect(result).toMatchObject({ isSettled: true, firms: 100, firmsIfRight: 100, cannotSettle: false })
      const { onTrack, offTrack } = result.planned ?? { onTrack: 0, offTrack: 0 }
      expect(onTrack + offTrack).toBeGreaterThan(0.9)
    }
  })

  it('has nothing to say of a plan that is behind', () => {
    expect(settling(OUTLOOK, THRESHOLDS, { reachable: null, planned: 100 }).planned).toBeNull()
    expect(settling(OUTLOOK, THRESHOLDS, { reachable: null, planned: 101 }).planned?.firms).toBe(101)
  })
})
