/**
 * Whether a few contributors make up so much of a total that it tells of them: the (n, k) rule,
 * the largest n having more than k of the whole.
 *
 * Unit: amounts, not negative. Cost: O(amounts · log amounts).
 *
 * @see Hundepool et al. (2012), Statistical Disclosure Control, §4.2.2
 * @example
 * isDominated([90, 5, 5], { contributors: 1, share: 0.8 }) // => true
 */
export function isDominated(
  amounts: readonly number[],
  { contributors, share }: { readonly contributors: number; readonly share: number },
): boolean {
  const total = sum(amounts)
  return total > 0 && sum(descending(amounts).slice(0, contributors)) > share * total
}

/**
 * The p% rule: whether the second largest contributor, taking its own amount from the total, knows
 * the largest to within p of it, which is where all the others together have less:
 *
 *     Σ_{i ≥ 3} x₍ᵢ₎ < p x₍₁₎
 *
 * Unit: amounts, not negative; p a share. Cost: O(amounts · log amounts).
 *
 * @see Hundepool et al. (2012), §4.2.2
 * @example
 * failsPercentRule([100, 40, 9], 0.1) // => true
 */
export function failsPercentRule(amounts: readonly number[], p = 0.1): boolean {
  const [largest = 0, , ...others] = descending(amounts)
  return largest > 0 && sum(others) < p * largest
}

function descending(amounts: readonly number[]): readonly number[] {
  return amounts.toSorted((one, other) => other - one)
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0)
}
