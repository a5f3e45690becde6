import { geometricMean } from './estimators/geometric-mean.ts'

/** One part of a mean of scores; no score where there is no value. */
export interface Part {
  readonly weight: number
  readonly score: number | null
  /** Share of the part that is itself missing, 0-1; 0 when not said. */
  readonly missing?: number
}

/** How scores are put together. */
export type Aggregation = 'arithmetic' | 'geometric'

/** Scores made one, and what each of them did to it. */
export interface Aggregate {
  /** Weighted mean of the parts that have a score; null when too much is missing. */
  readonly score: number | null
  /** Share of the weight that has no value. */
  readonly missingWeight: number
  /** ∂S/∂s of each part; nought where it has no score, or the whole has none. */
  readonly gradient: readonly number[]
}

/** With more than this share of its weight missing, a score says too little to be shown. */
const MOST_MISSING = 1 / 3

/**
 * A weighted mean of scores whose weights are shared out again over the parts that have one:
 *
 *     S = Σ ωⱼ sⱼ / Σ ωⱼ   or   S = exp(Σ ωⱼ log sⱼ / Σ ωⱼ)   over j with a value
 *
 * Withheld when more than a third of the weight is missing. Unit: that of the scores. Cost: O(parts).
 *
 * @throws {AnalysisError} `score-not-positive` for a geometric mean of scores not above 0
 * @see Specification of missing indicators in docs/method.md
 * @example
 * aggregate([{ weight: 0.75, score: 4 }, { weight: 0.25, score: null }]).score // => 4
 */
export function aggregate(parts: readonly Part[], aggregation: Aggregation = 'arithmetic'): Aggregate {
  let total = 0
  let missing = 0
  for (const { weight, score, missing: missingShare = 0 } of parts) {
    total += weight
    missing += weight * (score === null ? 1 : missingShare)
  }
  const missingWeight = total > 0 ? missing / total : 1
  // A hair above a third is a third: weights such as 4/9 are rounded.
  const isWithheld = missingWeight > MOST_MISSING + 1e-9
  if (isWithheld || parts.every(({ score }) => score === null)) {
    return { score: null, missingWeight, gradient: parts.map(() => 0) }
  }
  return { missingWeight, ...MEANS[aggregation](parts) }
}

type Mean = (parts: readonly Part[]) => { readonly score: number; readonly gradient: readonly number[] }

const arithmetic: Mean = (parts) => {
  let present = 0
  let sum = 0
  for (const { weight, score } of parts) {
    if (score === null) continue
    present += weight
    sum += weight * score
  }
  return {
    score: sum / present,
    gradient: parts.map(({ weight, score }) => (score === null ? 0 : weight / present)),
  }
}

/** The influence of scores that each have one firm to themselves is the gradient. */
const geometric: Mean = (parts) => {
  const terms = parts.flatMap(({ weight, score }, place) => {
    if (score === null) return []
    const influence = new Float64Array(parts.length)
    influence[place] = 1
    return [{ weight, estimate: { value: score, influence, answers: 1 } }]
  })
  const { value, influence } = geometricMean(terms)
  return { score: value, gradient: [...influence] }
}

const MEANS: Readonly<Record<Aggregation, Mean>> = { arithmetic, geometric }
