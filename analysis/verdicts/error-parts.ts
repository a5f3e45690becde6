/**
 * What the uncertainty of a published score is made of, as standard deviations in points. Only `own`
 * shrinks as firms answer.
 */
export interface ErrorParts {
  /** Sampling of our own survey. */
  readonly own: number
  /** Sampling of the official survey. */
  readonly official: number
  /** Self-assessment against the official survey; null where nothing is known of it. */
  readonly bias: number | null
  /** The scale, moved by new extremes and by ranges that are not fully known. */
  readonly reference: number
  /** What the edition's link from its mean to the published scale leaves. */
  readonly link: number
  /** Error of the hard data themselves. */
  readonly hard: number
}

/** Variances of a score, the sampling error of its own survey apart, and with what a reader adds. */
export interface TotalVariances {
  /** Of the score if everybody had answered, had we been asking as the official survey does. */
  readonly true: number
  /** Of the score that will be published. */
  readonly published: number
  /** The part of `true` that more answers do not remove. */
  readonly fixedTrue: number
  /** The part of `published` that more answers do not remove. */
  readonly fixedPublished: number
}

/**
 * The parts put together:
 *
 *     V_true = own² + bias² + reference² + link² + hard²,   V_published = V_true + official²
 *
 * A bias of which nothing is known counts as nought. Unit: points². Cost: constant.
 *
 * @example
 * totalVariances({ own: 3, official: 4, bias: null, reference: 0, link: 0, hard: 0 }).published // => 25
 */
export function totalVariances({ own, official, bias, reference, link, hard }: ErrorParts): TotalVariances {
  const fixedTrue = (bias ?? 0) ** 2 + reference ** 2 + link ** 2 + hard ** 2
  const fixedPublished = fixedTrue + official ** 2
  return {
    true: fixedTrue + own ** 2,
    published: fixedPublished + own ** 2,
    fixedTrue,
    fixedPublished,
  }
}

/**
 * Error of the official survey of this sub-index: its firms taken to vary as ours do,
 *
 *     official = own · √(n / N),   with a finite population M   own · √((1/N − 1/M) / (1/n − 1/M))
 *
 * because `own` then has the correction for the share that we asked, and the official one has another.
 * With all firms asked, how they vary cannot be told from `own`, which is 0.
 *
 * Unit: points. Cost: constant.
 *
 * @example
 * officialError({ own: 0.3, firms: 400, officialSampleSize: 100 }) // => 0.6
 */
export function officialError(sizes: {
  readonly own: number
  readonly firms: number
  readonly officialSampleSize: number
  /** Firms of the population, where `own` has their finite population correction. */
  readonly population?: number | null
}): number {
  const { own, firms, officialSampleSize, population = null } = sizes
  if (population === null) return own * Math.sqrt(firms / officialSampleSize)
  if (firms >= population) return 0
  const official = Math.max(0, 1 / officialSampleSize - 1 / population)
  return own * Math.sqrt(official / (1 / firms - 1 / population))
}
