/**
 * How the firms were drawn. Without members: one simple random sample from a population so
 * large that drawing from it changes nothing.
 */
export interface Design {
  /** Stratum of each firm, as a small integer. */
  readonly strata?: Int32Array
  /** Primary sampling unit of each firm, distinct across strata; without it, the firm itself. */
  readonly clusters?: Int32Array
  /** Primary sampling units in the population of the firm's stratum. */
  readonly population?: Float64Array
}

/**
 * Variance of an estimator from its influence values: the one routine that every standard error
 * of the product goes through. With z the influence summed over a primary sampling unit,
 *
 *     V = Σ_h (1 − n_h/N_h) · n_h/(n_h − 1) · Σ_j (z_hj − z̄_h)²
 *
 * Firms outside a domain count in n_h, with influence zero. A stratum of which all is sampled
 * adds nothing, and nor does one with a single unit, whose spread nobody knows.
 *
 * Unit: the estimate's, squared. Cost: O(firms).
 *
 * @see Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling; R survey::svyrecvar
 * @example
 * taylorVariance(Float64Array.of(-1, 0, 1), {}) // => 3
 */
export function taylorVariance(influence: Float64Array, design: Design): number {
  if (!design.strata && !design.clusters && !design.population) return spread(influence)
  let variance = 0
  for (const { totals, population } of sampledUnits(influence, design).values()) {
    const units = Float64Array.from(totals.values())
    const sampledShare = population === undefined ? 0 : units.length / population
    if (1 - sampledShare > 1e-7) variance += (1 - sampledShare) * spread(units)
  }
  return variance
}

/**
 * Degrees of freedom of the variance: primary sampling units less strata. Nought or less means
 * that no interval can be given.
 *
 * @see Korn & Graubard (1999), Analysis of Health Surveys; R survey::degf
 * @example
 * degreesOfFreedom(150, {}) // => 149
 */
export function degreesOfFreedom(firms: number, { strata, clusters }: Design): number {
  const units = clusters ? new Set(clusters).size : firms
  return units - (strata ? new Set(strata).size : 1)
}

/** n/(n − 1) · Σ (z − z̄)². */
function spread(units: Float64Array): number {
  const n = units.length
  if (n < 2) return 0
  let sum = 0
  for (const z of units) sum += z
  const mean = sum / n
  let squares = 0
  for (const z of units) squares += (z - mean) * (z - mean)
  return (n / (n - 1)) * squares
}

interface StratumUnits {
  /** Influence summed over each primary sampling unit. */
  readonly totals: Map<number, number>
  readonly population: number | undefined
}

function sampledUnits(influence: Float64Array, design: Design): Map<number, StratumUnits> {
  const strata = new Map<number, StratumUnits>()
  for (const [firm, z] of influence.entries()) {
    const code = design.strata?.[firm] ?? 0
    const stratum = strata.get(code) ?? { totals: new Map(), population: design.population?.[firm] }
    strata.set(code, stratum)
    const unit = design.clusters?.[firm] ?? firm
    stratum.totals.set(unit, (stratum.totals.get(unit) ?? 0) + z)
  }
  return strata
}
