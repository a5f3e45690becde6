import { AnalysisError } from '../analysis-error.ts'
import type { EstimateWithInfluence } from '../weighted-mean.ts'

/**
 * How chance hides what a firm says.
 * `warner`: with chance p it is asked about the statement, else about its opposite.
 * `forced`: with chance `truth` it answers, with chance `yes` it must say yes, else no.
 * `unrelated`: with chance p it is asked the statement, else one that holds with chance `prevalence`.
 * `crosswise`: it says whether both or neither of two statements are true, of which the second
 * holds with chance p.
 */
export type Randomisation =
  | { readonly kind: 'warner'; readonly p: number }
  | { readonly kind: 'forced'; readonly truth: number; readonly yes: number }
  | { readonly kind: 'unrelated'; readonly p: number; readonly prevalence: number }
  | { readonly kind: 'crosswise'; readonly p: number }

/** The chance of a yes as a line of the share looked for: λ = c π + d. */
export interface RandomisationLine {
  readonly c: number
  readonly d: number
}

/**
 * How the share of yes answers depends on the share looked for, λ = cπ + d:
 *
 *     warner, crosswise   c = 2p − 1,     d = 1 − p
 *     forced              c = truth,      d = yes
 *     unrelated           c = p,          d = (1 − p) prevalence
 *
 * Unit: shares. Cost: constant.
 *
 * @see Warner (1965); Greenberg et al. (1969); Boruch (1971); Yu, Tian & Tang (2008)
 * @example
 * randomisationLine({ kind: 'crosswise', p: 0.25 }) // => { c: -0.5, d: 0.75 }
 */
export function randomisationLine(randomisation: Randomisation): RandomisationLine {
  if (randomisation.kind === 'forced') return { c: randomisation.truth, d: randomisation.yes }
  const { p } = randomisation
  return randomisation.kind === 'unrelated'
    ? { c: p, d: (1 - p) * randomisation.prevalence }
    : { c: 2 * p - 1, d: 1 - p }
}

/** A slope of λ so small that answers say nothing about the share. */
const FLAT = 1e-9

/**
 * The share looked for, from the share of yes answers with its influence:
 *
 *     π̂ = (λ̂ − d) / c,   u ← u / c,   SE = SE(λ̂) / |c|
 *
 * The error is that of the sample's design, made larger by what chance hides. It may come out
 * below 0 or above 1 and is kept so, because cutting it off would bias sums and differences;
 * `displayedShare` is for the eye.
 * Unit: a share. Cost: O(firms).
 *
 * @throws {AnalysisError} `answers-tell-nothing` where a yes is as likely whatever the truth
 * @see Chaudhuri & Mukerjee (1988), Randomized Response; Yu, Tian & Tang (2008), Metrika 67
 * @example
 * const yes = weightedMean(Float64Array.of(1, 0, 0, 0), Float64Array.of(1, 1, 1, 1))
 * randomisedShare(yes, { kind: 'forced', truth: 0.5, yes: 0.25 }).value // => 0
 */
export function randomisedShare(
  yes: EstimateWithInfluence,
  randomisation: Randomisation,
): EstimateWithInfluence {
  const { c, d } = randomisationLine(randomisation)
  if (!(Math.abs(c) > FLAT)) {
    throw new AnalysisError('answers-tell-nothing', 'a yes is as likely whether the statement is true or not')
  }
  return { ...yes, value: (yes.value - d) / c, influence: yes.influence.map((u) => u / c) }
}

/**
 * A share as it is shown: within 0 and 1.
 *
 * Unit: a share. Cost: constant.
 *
 * @example
 * displayedShare(-0.02) // => 0
 */
export function displayedShare(share: number): number {
  return Math.min(1, Math.max(0, share))
}
