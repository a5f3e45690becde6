import type { Design } from '../variance.ts'

/** The primary sampling units of a design, in the order in which firms first name them. */
export interface SamplingUnits {
  readonly count: number
  /** Unit of each firm. */
  readonly unitOf: Int32Array
  /** Stratum of each unit. */
  readonly stratumOf: Int32Array
  /** Sampled units by stratum: n_h. */
  readonly unitsByStratum: Float64Array
  /** Share of the population's units that were sampled, by stratum: f_h, nought without counts. */
  readonly sampledShares: Float64Array
}

/**
 * The primary sampling units of a design, each firm its own where there are no clusters.
 *
 * Cost: O(firms).
 *
 * @see R survey::as.svrepdesign, which replicates the first stage only, as this does
 * @example
 * samplingUnits(3, { clusters: Int32Array.of(7, 5, 7) }).unitOf // => [0, 1, 0]
 */
export function samplingUnits(firms: number, { strata, clusters, population }: Design): SamplingUnits {
  const unitPlaces = new Map<number, number>()
  const stratumPlaces = new Map<number, number>()
  const stratumOf: number[] = []
  const unitsByStratum: number[] = []
  const counts: number[] = []
  const unitOf = new Int32Array(firms)
  for (let firm = 0; firm < firms; firm++) {
    const code = clusters?.[firm] ?? firm
    let unit = unitPlaces.get(code)
    if (unit === undefined) {
      unit = unitPlaces.size
      unitPlaces.set(code, unit)
      const stratum = placeOf(stratumPlaces, strata?.[firm] ?? 0)
      stratumOf.push(stratum)
      unitsByStratum[stratum] = (unitsByStratum[stratum] ?? 0) + 1
      counts[stratum] = population?.[firm] ?? Number.POSITIVE_INFINITY
    }
    unitOf[firm] = unit
  }
  return {
    count: unitPlaces.size,
    unitOf,
    stratumOf: Int32Array.from(stratumOf),
    unitsByStratum: Float64Array.from(unitsByStratum),
    sampledShares: Float64Array.from(counts, (count, stratum) => (unitsByStratum[stratum] ?? 0) / count),
  }
}

/**
 * Distances of the units' numbers from their stratum's mean, scaled so that their squares add up
 * to the linearised variance of a total:
 *
 *     √((1 − f_h) n_h/(n_h − 1)) · (z_hj − z̄_h),   0 for a unit alone in its stratum
 *
 * Unit: that of the numbers. Cost: O(units).
 *
 * @see Särndal, Swensson & Wretman (1992), §3.7
 * @example
 * scaledDistances(samplingUnits(2, {}), Float64Array.of(0, 2)) // => [-1.4142135623730951, 1.4142135623730951]
 */
export function scaledDistances(units: SamplingUnits, numbers: Float64Array): Float64Array {
  const { stratumOf, unitsByStratum, sampledShares } = units
  const strengths = unitsByStratum.map((n, stratum) =>
    n < 2 ? 0 : Math.sqrt(((1 - (sampledShares[stratum] ?? 0)) * n) / (n - 1)),
  )
  const means = new Float64Array(unitsByStratum.length)
  for (const [unit, z] of numbers.entries()) {
    const stratum = stratumOf[unit] ?? 0
    means[stratum] = (means[stratum] ?? 0) + z / (unitsByStratum[stratum] ?? 1)
  }
  return numbers.map((z, unit) => {
    const stratum = stratumOf[unit] ?? 0
    return (strengths[stratum] ?? 0) * (z - (means[stratum] ?? 0))
  })
}

function placeOf(places: Map<number, number>, code: number): number {
  const place = places.get(code) ?? places.size
  places.set(code, place)
  return place
}
