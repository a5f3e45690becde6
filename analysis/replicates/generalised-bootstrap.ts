import { multiplicityTable, numberOf, type Resampling } from '../kernel/multiplicity-table.ts'
import { keyOf, philox } from '../simulation/philox.ts'
import type { Design } from '../variance.ts'
import type { ReplicateWeights } from './replicate-weights.ts'
import { samplingUnits, scaledDistances } from './sampling-units.ts'

interface GeneralisedBootstrap {
  readonly base: Float64Array
  readonly design: Design
  readonly replicates: number
  readonly seed: number
  readonly resampling?: Resampling
  /** A lasting number of each sampling unit; its place in the sample where there is none. */
  readonly unitIds?: ArrayLike<number>
}

/**
 * The generalised bootstrap in a form that can stream: every sampling unit has in every
 * replicate a number t of its own, drawn from a counter and not from a state, and
 *
 *     w⁽ʳ⁾ = w (1 + κ_h (t − t̄_h)),   κ_h = √((1 − f_h) n_h/(n_h − 1))
 *     V = 1/R Σ (θ_r − θ̂)²
 *
 * t is Poisson(1), or 0 or 2 by the toss of a coin; t̄_h is the stratum's mean in the replicate.
 * The expected variance of a linear statistic is then exactly the linearised one: without the
 * centring it would keep what strata differ by. A weight can fall below nought where a unit was
 * not drawn and κ_h t̄_h > 1. The random part of a standard error is about 1/√(2R) of it.
 *
 * A unit's numbers do not depend on which other units there are, nor on their order. A unit
 * alone in its stratum keeps its weight.
 * Unit: that of the weights. Cost: O(firms) a replicate, a quarter of a Philox block a unit.
 *
 * @see Bertail & Combris (1997), Annales d'Économie et de Statistique 46; Beaumont & Patak (2012)
 * @see Salmon et al. (2011) for Philox4x32-10
 * @example
 * const bootstrap = { base: Float64Array.of(1, 1), design: {}, replicates: 1, seed: 7 }
 * const [one, other] = generalisedBootstrap(bootstrap).weightsOf(0)
 * one + other // => 2
 */
export function generalisedBootstrap(bootstrap: GeneralisedBootstrap): ReplicateWeights {
  const { base, design, replicates, resampling = 'poisson' } = bootstrap
  const units = samplingUnits(base.length, design)
  const [table, key] = [multiplicityTable(resampling), keyOf(bootstrap.seed)]
  return {
    count: replicates,
    scale: 1 / replicates,
    centre: 'estimate',
    weightsOf(replicate) {
      const drawn = Float64Array.from({ length: units.count }, (_none, unit) => {
        const [low, high] = keyOf(bootstrap.unitIds?.[unit] ?? unit)
        // Four replicates share a block.
        return numberOf(table, philox([low, high, replicate >>> 2, 0], key)[replicate & 3] ?? 0)
      })
      const distances = scaledDistances(units, drawn)
      return base.map((weight, firm) => weight * (1 + (distances[units.unitOf[firm] ?? 0] ?? 0)))
    },
  }
}
