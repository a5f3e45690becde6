import { normalCdf, normalQuantile } from '../distributions/normal.ts'

/** A published score against its target, with what more answers would and would not change. */
export interface Outlook {
  /** Expected published score less the target. */
  readonly distance: number
  /** Variance of our own sampling with the firms of now. */
  readonly own: number
  /** Variance that more answers leave: official sampling, bias, reference, link, hard data. */
  readonly fixed: number
  /** Firms that answered so far. */
  readonly firms: number
  /** Firms of the population, where `own` has their finite population correction; else null. */
  readonly population: number | null
}

/** At and above, at and below which probabilities a verdict falls. */
export interface Thresholds {
  readonly onTrack: number
  readonly offTrack: number
}

/** How likely each verdict is at a number of firms. */
export interface VerdictChances {
  readonly firms: number
  readonly onTrack: number
  readonly offTrack: number
}

/**
 * Variance of our own sampling with other numbers of firms:
 *
 *     σ_F² = σ_n² n/n_F,   with a finite population   σ_n² (1/n_F − 1/N) / (1/n − 1/N)
 *
 * Unit: points². Cost: constant.
 *
 * @example
 * ownVarianceAt({ distance: 0, own: 0.09, fixed: 0, firms: 100, population: null }, 400) // => 0.0225
 */
export function ownVarianceAt({ own, firms, population }: Outlook, future: number): number {
  if (population === null) return (own * firms) / future
  if (future >= population || firms >= population) return 0
  return (own * (1 / future - 1 / population)) / (1 / firms - 1 / population)
}

/**
 * Predictive probabilities of the verdicts once `future` firms have answered. Until then our score
 * moves by N(0, σ_n² − σ_F²); the verdict is on track where D_F ≥ z_γ τ_F, with τ_F² = σ_F² + V_fixed:
 *
 *     P(on track)  = Φ((D − z_γ τ_F) / √(σ_n² − σ_F²))
 *     P(off track) = Φ((z_δ τ_F − D) / √(σ_n² − σ_F²)),   δ the lower threshold
 *
 * Normal throughout; the firms to come are taken to answer as those before. Over all that may come,
 * the expected probability of reaching the target is that of now.
 *
 * Unit: 0-1. Cost: constant.
 *
 * @see Spiegelhalter, Abrams & Myles (2004), ch. 6; gsDesign::gsPP for group-sequential bounds
 * @example
 * chancesOfVerdicts({ distance: 0, own: 0.04, fixed: 0, firms: 100, population: null }, 400, { onTrack: 0.9, offTrack: 0.1 }).onTrack // ≈ 0.230
 */
export function chancesOfVerdicts(
  outlook: Outlook,
  future: number,
  { onTrack, offTrack }: Thresholds,
): VerdictChances {
  const later = ownVarianceAt(outlook, Math.max(future, outlook.firms))
  const ahead = Math.sqrt(Math.max(0, outlook.own - later))
  const error = Math.sqrt(later + outlook.fixed)
  return {
    firms: future,
    onTrack: reached(outlook.distance - normalQuantile(onTrack) * error, ahead),
    offTrack: reached(normalQuantile(offTrack) * error - outlook.distance, ahead),
  }
}

function reached(margin: number, spread: number): number {
  if (spread === 0) return margin >= 0 ? 1 : 0
  return normalCdf(margin / spread)
}

/** How many firms there are, and how many are meant to answer. */
export interface Reach {
  /** Firms that could be asked at all; null when not known. */
  readonly reachable: number | null
  /** Firms that the wave plans for; null when it does not say. */
  readonly planned: number | null
}

/** What more answers would do for a verdict. */
export interface Settling {
  /** The verdict is one of the two clear ones already. */
  readonly isSettled: boolean
  /** Fewest firms with which one of them falls in nine of ten cases; null where no number does. */
  readonly firms: number | null
  /** Firms that make it clear if the score stays where it is; null where no number does. */
  readonly firmsIfRight: number | null
  readonly reachable: number | null
  /** How likely each verdict is when the planned number of firms has answered. */
  readonly planned: VerdictChances | null
  /** More responses cannot settle this: the rest of the error is too large, or the firms too few. */
  readonly cannotSettle: boolean
}

/** Two clear verdicts with less than this together leave the matter open. */
const SETTLED = 0.9

/** No country has more firms. */
const MOST_FIRMS = 2 ** 30

/**
 * How many firms would settle a verdict. If the present score is right, with z that of the nearer
 * threshold and s² = n σ_n²,
 *
 *     n_req = s² / (D²/z² − V_fixed),   with a finite population   n_req / (1 + n_req/N)
 *
 * and none at all when |D|/√V_fixed < z. The fewest firms for which P(on track) + P(off track) reaches
 * 0.9 come by halving, because that sum grows with the firms as long as the verdict is too close.
 *
 * Unit: firms. Cost: about thirty predictive probabilities.
 *
 * @see Wald (1947), Sequential Analysis, for the question; docs/method.md
 * @example
 * settling({ distance: 0.2, own: 0.04, fixed: 0, firms: 100, population: null }, { onTrack: 0.9, offTrack: 0.1 }, { reachable: null, planned: null }).firmsIfRight // => 165
 */
export function settling(outlook: Outlook, thresholds: Thresholds, reach: Reach): Settling {
  const now = chancesOfVerdicts(outlook, outlook.firms, thresholds)
  const isSettled = now.onTrack + now.offTrack > 0
  const firmsIfRight = isSettled ? outlook.firms : requiredFirms(outlook, thresholds)
  const most = Math.min(reach.reachable ?? MOST_FIRMS, outlook.population ?? MOST_FIRMS)
  const firms = isSettled ? outlook.firms : fewestFirms(outlook, thresholds, most)
  const { planned } = reach
  return {
    isSettled,
    firms,
    firmsIfRight,
    reachable: reach.reachable,
    planned:
      planned === null || planned <= outlook.firms ? null : chancesOfVerdicts(outlook, planned, thresholds),
    // A score on the target may yet move off it: where enough answers nearly surely settle it, they can.
    cannotSettle: firms === null && (firmsIfRight === null || firmsIfRight > most),
  }
}

function requiredFirms(
  { distance, own, fixed, firms, population }: Outlook,
  { onTrack, offTrack }: Thresholds,
): number | null {
  const z = normalQuantile(distance >= 0 ? onTrack : 1 - offTrack)
  const allowed = (distance / z) ** 2 - fixed
  if (!(allowed > 0)) return null
  const perFirm = population === null ? own * firms : own / (1 / firms - 1 / population)
  const required = perFirm / allowed
  return Math.ceil(population === null ? required : required / (1 + required / population))
}

function fewestFirms(outlook: Outlook, thresholds: Thresholds, most: number): number | null {
  const isEnough = (firms: number): boolean => {
    const { onTrack, offTrack } = chancesOfVerdicts(outlook, firms, thresholds)
    return onTrack + offTrack >= SETTLED
  }
  if (most <= outlook.firms || !isEnough(most)) return null
  let tooFew = outlook.firms
  let enough = most
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}
