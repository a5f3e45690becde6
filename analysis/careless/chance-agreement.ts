import type { AnswerPatterns } from './answer-patterns.ts'

/** How much firms agree that have nothing to do with each other. */
export interface ChanceAgreement {
  /** Pairs of firms looked at. */
  readonly pairs: number
  /** Share of equal answers among items that both answered. */
  readonly mean: number
  /** Correlation of one item's agreement with another's, at least 0: some pairs agree in everything. */
  readonly correlation: number
  /** Items that both answered, on average. */
  readonly shared: number
  /** Share of pairs with equal cells, for each item, two missing answers being equal. */
  readonly byItem: Float64Array
}

/** Items that both firms answered, and how many of the answers are equal. */
export interface PairAgreement {
  readonly shared: number
  readonly equal: number
}

/**
 * Compares two firms, answer by answer.
 *
 * Unit: answers. Cost: O(items).
 *
 * @example
 * pairAgreement({ firms: 2, items: 3, codes: Int16Array.of(1, 2, -1, 1, 3, -1) }, 0, 1) // => { shared: 2, equal: 1 }
 */
export function pairAgreement(
  { codes, items }: AnswerPatterns,
  first: number,
  second: number,
): PairAgreement {
  let [shared, equal] = [0, 0]
  for (let item = 0; item < items; item++) {
    const [one, other] = [codes[first * items + item] ?? -1, codes[second * items + item] ?? -1]
    if (one < 0 || other < 0) continue
    shared++
    if (one === other) equal++
  }
  return { shared, equal }
}

/**
 * The agreement of neighbours in an order that has nothing to do with agreement. With k equal
 * answers of m to a pair, π = Σ k / Σ m and the correlation is that of beta-binomial counts,
 *
 *     ρ = (Σ (k − m π)² / (π (1 − π)) − Σ m) / Σ m (m − 1)
 *
 * Unit: shares. Cost: O(firms · items).
 *
 * @see Ridout, Demétrio & Firth (1999), Estimating intraclass correlation for binary data
 * @example
 * const patterns = { firms: 2, items: 2, codes: Int16Array.of(1, 2, 1, 3) }
 * chanceAgreement(patterns, { firms: Int32Array.of(0, 1), fewestShared: 1 }).mean // => 0.5
 */
export function chanceAgreement(
  patterns: AnswerPatterns,
  { firms, fewestShared }: { readonly firms: Int32Array; readonly fewestShared: number },
): ChanceAgreement {
  const equalCells = new Float64Array(patterns.items)
  const pairs: PairAgreement[] = []
  for (let rank = 1; rank < firms.length; rank++) {
    const [one, other] = [firms[rank - 1] ?? 0, firms[rank] ?? 0]
    countEqualCells(patterns, { one, other }, equalCells)
    const pair = pairAgreement(patterns, one, other)
    if (pair.shared >= fewestShared) pairs.push(pair)
  }
  const shared = pairs.reduce((sum, pair) => sum + pair.shared, 0)
  const mean = pairs.reduce((sum, pair) => sum + pair.equal, 0) / shared
  const squares = pairs.reduce((sum, pair) => sum + (pair.equal - pair.shared * mean) ** 2, 0)
  const couples = pairs.reduce((sum, pair) => sum + pair.shared * (pair.shared - 1), 0)
  return {
    pairs: pairs.length,
    mean,
    correlation: Math.max((squares / (mean * (1 - mean)) - shared) / couples, 0),
    shared: shared / pairs.length,
    byItem: equalCells.map((equal) => equal / Math.max(firms.length - 1, 1)),
  }
}

function countEqualCells(
  { codes, items }: AnswerPatterns,
  { one, other }: { readonly one: number; readonly other: number },
  equalCells: Float64Array,
): void {
  for (let item = 0; item < items; item++) {
    if (codes[one * items + item] !== codes[other * items + item]) continue
    equalCells[item] = (equalCells[item] ?? 0) + 1
  }
}

/** With fewer pairs nobody knows how much agreement is usual. */
const FEWEST_PAIRS = 30

/** From how many equal answers on two firms are near-duplicates. */
export interface EqualAnswers {
  /** Items of the questionnaire that are compared. */
  readonly items: number
  /** Firms that each firm is compared with, and one. */
  readonly firms: number
  /** At least this share is equal. */
  readonly least: number
  /** Share of firms that may agree so much with any other by chance. */
  readonly chance: number
}

/**
 * The fewest equal answers that make near-duplicates of two firms, for every number m of items that
 * both answered: at least the share `least`, and so many that `chance` of the firms or fewer reach
 * them with any other by chance. m + 1 where even m equal answers could be chance, as with few items.
 *
 * The number of equal answers of two unrelated firms is taken as beta-binomial with the mean and
 * correlation seen, so that answers which hang together (the content agree with everything) count
 * as what they are. Unit: answers. Cost: O(items²).
 *
 * @see Kuriakose & Robbins (2016), Don't get duped, for 0.85; Skellam (1948) for the distribution
 * @example
 * const agreement = { pairs: 999, mean: 0.3, correlation: 0.01, shared: 40, byItem: new Float64Array() }
 * fewestEqualAnswers(agreement, { items: 40, firms: 1000, least: 0.85, chance: 0.01 })[40] // => 34
 */
export function fewestEqualAnswers(
  { pairs, mean, correlation }: ChanceAgreement,
  { items, firms, least, chance }: EqualAnswers,
): Uint16Array {
  const never = Uint16Array.from({ length: items + 1 }, (_none, shared) => shared + 1)
  if (pairs < FEWEST_PAIRS || !(mean > 0 && mean < 1)) return never
  const precision = 1 / Math.max(correlation, 1e-6) - 1
  return never.map((tooMany, shared) => {
    const probabilities = betaBinomial(shared, { a: mean * precision, b: (1 - mean) * precision })
    let fewest = tooMany
    let byChance = 0
    while (fewest - 1 >= least * shared) {
      byChance += probabilities[fewest - 1] ?? 0
      if (byChance > chance / (firms - 1)) break
      fewest--
    }
    return fewest
  })
}

/** Probabilities of 0 to n successes, one from the other. */
function betaBinomial(n: number, { a, b }: { readonly a: number; readonly b: number }): Float64Array {
  const probabilities = new Float64Array(n + 1)
  let probability = 1
  for (let j = 0; j < n; j++) probability *= (b + j) / (a + b + j)
  for (let k = 0; k <= n; k++) {
    probabilities[k] = probability
    probability *= ((n - k) * (a + k)) / ((k + 1) * (b + n - k - 1))
  }
  return probabilities
}
