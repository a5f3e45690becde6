import { AnalysisError } from './analysis-error.ts'

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
  /** How firms were drawn within each of those units; counts where the units have a population. */
  readonly within?: Design
  /** What a stratum with a single unit adds, whose spread nobody knows; `certainty` without it. */
  readonly lonelyUnits?: LonelyUnits
}

/**
 * `certainty`: nothing. `adjust`: its distance from nought instead of from its own mean.
 * `average`: what the other strata add on average. `fail`: there is no variance.
 */
type LonelyUnits = 'certainty' | 'adjust' | 'average' | 'fail'

/**
 * Variance of an estimator from its influence values, `taylorCovariance` with itself.
 *
 * Unit: the estimate's, squared. Cost: O(firms · stages).
 *
 * @throws {AnalysisError} `lonely-unit` where the design asks for that
 * @see Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling; R survey::svyrecvar
 * @example
 * taylorVariance(Float64Array.of(-1, 0, 1), {}) // => 3
 */
export function taylorVariance(influence: Float64Array, design: Design): number {
  return taylorCovariance(influence, influence, design)
}

/**
 * Covariance of two estimators from their influence values: the one routine that every standard
 * error of the product goes through. With z the influence summed over a primary sampling unit,
 *
 *     V = Σ_h [(1 − f_h) · n_h/(n_h − 1) · Σ_j (z_hj − z̄_h)(z′_hj − z̄′_h) + f_h · Σ_j V_j]
 *
 * where f_h = n_h/N_h, nought without N_h, and V_j is the same within unit j of a design of
 * several stages. Firms outside a domain count in n_h, with influence zero. A stratum of which
 * all is sampled adds nothing at its stage.
 *
 * Unit: the product of the estimates'. Cost: O(firms · stages).
 *
 * @throws {AnalysisError} `lonely-unit` where the design asks for that
 * @see Särndal, Swensson & Wretman (1992), §4.3; R survey::svyrecvar
 * @example
 * taylorCovariance(Float64Array.of(-1, 0, 1), Float64Array.of(1, 0, -1), {}) // => -3
 */
export function taylorCovariance(first: Float64Array, second: Float64Array, design: Design): number {
  if (!design.strata && !design.clusters && !design.population) return spread(first, second)
  return stageCovariance({ first, second }, design, first.keys())
}

interface InfluencePair {
  readonly first: Float64Array
  readonly second: Float64Array
}

function stageCovariance(influence: InfluencePair, design: Design, firms: Iterable<number>): number {
  const strata = sampledUnits(design, firms)
  let covariance = 0
  let lonely = 0
  for (const { units, population } of strata.values()) {
    const sampledShare = population === undefined ? 0 : units.size / population
    if (1 - sampledShare > CENSUS) {
      if (units.size === 1) lonely++
      covariance += (1 - sampledShare) * unitSpread(totalsOf(influence, units), design.lonelyUnits)
    }
    if (design.within && sampledShare > 0) {
      for (const unit of units.values()) {
        covariance += sampledShare * stageCovariance(influence, design.within, unit)
      }
    }
  }
  if (design.lonelyUnits !== 'average') return covariance
  return (covariance * strata.size) / (strata.size - lonely)
}

/** A share of the population this near to all of it is all of it. */
const CENSUS = 1e-7

function unitSpread({ first, second }: InfluencePair, lonelyUnits: LonelyUnits = 'certainty'): number {
  if (first.length > 1) return spread(first, second)
  if (lonelyUnits === 'fail') throw new AnalysisError('lonely-unit', 'a stratum has a single sampling unit')
  return lonelyUnits === 'adjust' ? (first[0] ?? 0) * (second[0] ?? 0) : 0
}

/**
 * Degrees of freedom of the variance: primary sampling units less strata, of the firms that
 * count where `counts` says which. Nought or less means that no interval can be given.
 *
 * Unit: degrees of freedom, a count. Cost: O(firms).
 *
 * @see Korn & Graubard (1999), Analysis of Health Surveys; R survey::degf
 * @example
 * degreesOfFreedom(150, {}) // => 149
 */
export function degreesOfFreedom(
  firms: number,
  { strata, clusters }: Design,
  counts: (firm: number) => boolean = () => true,
): number {
  const seenUnits = new Set<number>()
  const seenStrata = new Set<number>()
  for (let firm = 0; firm < firms; firm++) {
    if (!counts(firm)) continue
    seenUnits.add(clusters?.[firm] ?? firm)
    seenStrata.add(strata?.[firm] ?? 0)
  }
  return seenUnits.size - seenStrata.size
}

/** n/(n − 1) · Σ (z − z̄)(z′ − z̄′). */
function spread(first: Float64Array, second: Float64Array): number {
  const n = first.length
  if (n < 2) return 0
  const firstMean = meanOf(first)
  const secondMean = first === second ? firstMean : meanOf(second)
  let products = 0
  for (let i = 0; i < n; i++) products += ((first[i] ?? 0) - firstMean) * ((second[i] ?? 0) - secondMean)
  return (n / (n - 1)) * products
}

/** In two passes: the mean of numbers that are all the same is exactly that number. */
function meanOf(numbers: Float64Array): number {
  let sum = 0
  for (const number of numbers) sum += number
  const mean = sum / numbers.length
  let rest = 0
  for (const number of numbers) rest += number - mean
  return mean + rest / numbers.length
}

interface StratumUnits {
  /** Firms of each primary sampling unit. */
  readonly units: Map<number, number[]>
  readonly population: number | undefined
}

function sampledUnits(design: Design, firms: Iterable<number>): Map<number, StratumUnits> {
  const strata = new Map<number, StratumUnits>()
  for (const firm of firms) {
    const code = design.strata?.[firm] ?? 0
    const stratum = strata.get(code) ?? { units: new Map(), population: design.population?.[firm] }
    strata.set(code, stratum)
    const unit = design.clusters?.[firm] ?? firm
    const members = stratum.units.get(unit)
    if (members) members.push(firm)
    else stratum.units.set(unit, [firm])
  }
  return strata
}

/** Influence summed over each primary sampling unit. */
function totalsOf(
  { first, second }: InfluencePair,
  units: ReadonlyMap<number, readonly number[]>,
): InfluencePair {
  const totals = (influence: Float64Array): Float64Array =>
    Float64Array.from(units.values(), (firms) => firms.reduce((sum, firm) => sum + (influence[firm] ?? 0), 0))
  const firstTotals = totals(first)
  return { first: firstTotals, second: first === second ? firstTotals : totals(second) }
}
