import { tCdf } from '../distributions/student-t.ts'
import { holm } from './holm.ts'

/** A score of one group of firms. */
export interface GroupScore {
  readonly code: string
  readonly score: number | null
  readonly standardError: number | null
  readonly degreesOfFreedom: number | null
}

/** How the same score comes out in two groups. */
export interface ScoreContrast {
  readonly code: string
  /** First less second; null where one of them has no score. */
  readonly difference: number | null
  readonly standardError: number | null
  /** Two-sided, against no difference. */
  readonly pValue: number | null
  /** Holm's, for all scores contrasted at once. */
  readonly adjustedPValue: number | null
  /** The difference is more than chance between so many scores would make. */
  readonly isFlagged: boolean
}

/**
 * Scores of two groups of firms side by side, such as those that came by open link and those that
 * were drawn: for each score
 *
 *     D = S₁ − S₂,   SE = √(SE₁² + SE₂²),   p = 2 F_t(−|D| / SE; ν)
 *     ν = SE⁴ / (SE₁⁴/ν₁ + SE₂⁴/ν₂)   (Welch & Satterthwaite)
 *
 * and flagged where Holm's adjusted p is at most `level`. Groups of different firms are taken as
 * independent. A flag says that the channel and the score go together: by who answers, or by how
 * people answer there, which this cannot tell apart.
 *
 * Unit: points. Cost: O(scores · log scores).
 *
 * @see Welch (1947), Biometrika 34; Holm (1979)
 * @example
 * const open = [{ code: 'land-access', score: 6.5, standardError: 0.3, degreesOfFreedom: 40 }]
 * const drawn = [{ code: 'land-access', score: 5.3, standardError: 0.4, degreesOfFreedom: 30 }]
 * channelContrast(open, drawn)[0]?.pValue?.toFixed(4) // => '0.0196'
 */
export function channelContrast(
  first: readonly GroupScore[],
  second: readonly GroupScore[],
  level = 0.05,
): readonly ScoreContrast[] {
  const others = new Map(second.map((one) => [one.code, one]))
  const contrasts = first.map((one) => contrastOf(one, others.get(one.code)))
  const tested = contrasts.filter(({ pValue }) => pValue !== null)
  const adjusted = holm(tested.map(({ pValue }) => pValue ?? 1))
  const adjustedOf = new Map(tested.map(({ code }, place) => [code, adjusted[place] ?? 1]))
  return contrasts.map((contrast) => {
    const adjustedPValue = adjustedOf.get(contrast.code) ?? null
    return { ...contrast, adjustedPValue, isFlagged: adjustedPValue !== null && adjustedPValue <= level }
  })
}

type Contrast = Omit<ScoreContrast, 'adjustedPValue' | 'isFlagged'>

function contrastOf(one: GroupScore, other: GroupScore | undefined): Contrast {
  const { code } = one
  if (one.score === null || !other || other.score === null) {
    return { code, difference: null, standardError: null, pValue: null }
  }
  const difference = one.score - other.score
  const standardError = errorOf(one, other)
  if (standardError === null) return { code, difference, standardError, pValue: null }
  return { code, difference, standardError, pValue: pValueOf(difference, one, other) }
}

/** What a standard error of a score can be from rounding alone. */
const ROUNDING = 1e-9

/** Without a spread on either side nothing can be said of chance. */
function errorOf(one: GroupScore, other: GroupScore): number | null {
  if (one.standardError === null || other.standardError === null) return null
  if (!one.degreesOfFreedom || !other.degreesOfFreedom) return null
  const error = Math.hypot(one.standardError, other.standardError)
  return error > ROUNDING ? error : null
}

function pValueOf(difference: number, one: GroupScore, other: GroupScore): number {
  const [first, second] = [(one.standardError ?? 0) ** 2, (other.standardError ?? 0) ** 2]
  const variance = first + second
  const degreesOfFreedom =
    variance ** 2 / (first ** 2 / (one.degreesOfFreedom ?? 1) + second ** 2 / (other.degreesOfFreedom ?? 1))
  return 2 * tCdf(-Math.abs(difference) / Math.sqrt(variance), degreesOfFreedom)
}
