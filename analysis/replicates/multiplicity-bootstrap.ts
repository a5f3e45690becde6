import type { Design } from '../variance.ts'
import type { ReplicateWeights } from './replicate-weights.ts'
import { samplingUnits } from './sampling-units.ts'

/** How often each firm's sampling unit was drawn, a list a replicate. */
type Multiplicities = readonly ArrayLike<number>[]

interface Resampled {
  readonly base: Float64Array
  readonly design: Design
  readonly multiplicities: Multiplicities
}

/** What a unit of a stratum drawn t times is worth. */
type UnitFactor = (t: number, stratum: { readonly n: number; readonly f: number }) => number

/**
 * The rescaling bootstrap with finite population correction, from the multiplicities t of
 * n_h − 1 units drawn with replacement in each stratum:
 *
 *     w⁽ʳ⁾ = w (1 − λ + λ · n_h/(n_h − 1) · t),   λ = √(1 − f_h)
 *     V = 1/R Σ (θ_r − θ̂)²
 *
 * Unit: that of the weights. Cost: O(firms) a replicate.
 *
 * @see Rao & Wu (1988), JASA 83; Rao, Wu & Yue (1992), Survey Methodology 18; Beaumont & Patak
 * (2012), Int. Stat. Review 80
 * @example
 * const drawn = { base: Float64Array.of(3, 3), design: {}, multiplicities: [[1, 0]] }
 * raoWuBootstrap(drawn).weightsOf(0) // => [6, 0]
 */
export function raoWuBootstrap(resampled: Resampled): ReplicateWeights {
  const weightsOf = weightsBy(resampled, (t, { n, f }) => {
    const part = Math.sqrt(1 - f)
    return 1 - part + (part * n * t) / (n - 1)
  })
  const { length: count } = resampled.multiplicities
  return { count, scale: 1 / count, centre: 'estimate', weightsOf }
}

/**
 * R's `subbootstrap`, from the multiplicities t of n_h − 1 units drawn with replacement:
 *
 *     w⁽ʳ⁾ = w · n_h/(n_h − 1) · t,   V = 1/(R − 1) Σ (θ_r − θ̄)²
 *
 * It takes no finite population correction.
 * Unit: that of the weights. Cost: O(firms) a replicate.
 *
 * @see R survey::subbootweights
 * @example
 * const drawn = { base: Float64Array.of(3, 3), design: {}, multiplicities: [[1, 0], [0, 1]] }
 * subBootstrap(drawn).scale // => 1
 */
export function subBootstrap(resampled: Resampled): ReplicateWeights {
  const weightsOf = weightsBy(resampled, (t, { n }) => (n * t) / (n - 1))
  const { length: count } = resampled.multiplicities
  return { count, scale: 1 / (count - 1), centre: 'mean', weightsOf }
}

/**
 * R's `bootstrap` (Canty & Davison), from the multiplicities t of n_h units, drawn from the
 * sample repeated up to the size of its population where that is known:
 *
 *     w⁽ʳ⁾ = w · t,   V = ñ / ((ñ − 1)(R − 1)) Σ (θ_r − θ̄)²,   ñ the harmonic mean of n_h
 *
 * Unit: that of the weights. Cost: O(firms) a replicate.
 *
 * @see Canty & Davison (1999), The Statistician 48; R survey::bootweights
 * @example
 * const drawn = { base: Float64Array.of(3, 3), design: {}, multiplicities: [[2, 0], [0, 2]] }
 * cantyDavisonBootstrap(drawn).scale // => 2
 */
export function cantyDavisonBootstrap(resampled: Resampled): ReplicateWeights {
  const weightsOf = weightsBy(resampled, (t) => t)
  const { length: count } = resampled.multiplicities
  const { unitsByStratum } = samplingUnits(resampled.base.length, resampled.design)
  const inverses = unitsByStratum.reduce((sum, n) => sum + 1 / n, 0)
  const mean = unitsByStratum.length / inverses
  return { count, scale: mean / ((mean - 1) * (count - 1)), centre: 'mean', weightsOf }
}

function weightsBy({ base, design, multiplicities }: Resampled, factorOf: UnitFactor) {
  const { unitOf, stratumOf, unitsByStratum, sampledShares } = samplingUnits(base.length, design)
  const strata = Array.from(unitsByStratum, (n, stratum) => ({ n, f: sampledShares[stratum] ?? 0 }))
  return (replicate: number): Float64Array =>
    base.map((weight, firm) => {
      const stratum = strata[stratumOf[unitOf[firm] ?? 0] ?? 0]
      return stratum ? weight * factorOf(multiplicities[replicate]?.[firm] ?? 0, stratum) : weight
    })
}
