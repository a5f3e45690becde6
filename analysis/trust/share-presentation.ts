import { shareInterval, type ShareWithError } from '../estimators/share-interval.ts'

/** Whether a share is fit to be shown, and why not. */
export type SharePresentation = 'show' | 'suppress-few' | 'suppress-wide'

const FEWEST = 30
const CONFIDENCE = 0.95
const WIDE = 0.3
const NARROW = 0.05
const RELATIVELY_WIDE = 1.3

/**
 * The presentation standard for proportions, by the 95 % interval of Korn & Graubard: suppressed
 * where fewer than `fewest` firms, or as many effective ones, stand behind it; where the interval is
 * 0.30 wide or wider; and, unless it is at most 0.05 wide, where it is wider than 130 % of the
 * share. A share without an interval is suppressed. A share and its complement may fare differently.
 *
 * Unit: shares, 0-1. Cost: constant.
 *
 * @see Parker et al. (2017), National Center for Health Statistics Data Presentation Standards for Proportions
 * @example
 * sharePresentation({ share: 0.4, standardError: 0.04, degreesOfFreedom: 149, firms: 150 }) // => 'show'
 */
export function sharePresentation(share: ShareWithError, fewest = FEWEST): SharePresentation {
  if (Math.min(share.firms, effectiveFirms(share)) < fewest) return 'suppress-few'
  const [lower, upper] = shareInterval('beta', share, CONFIDENCE)
  const width = upper - lower
  if (!(width < WIDE)) return 'suppress-wide'
  if (width <= NARROW) return 'show'
  return width > RELATIVELY_WIDE * share.share ? 'suppress-wide' : 'show'
}

/** Firms of a simple random sample with the same error; all of them where the share has none. */
function effectiveFirms({ share, standardError, firms }: ShareWithError): number {
  return standardError > 0 ? (share * (1 - share)) / standardError ** 2 : firms
}
