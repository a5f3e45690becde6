/**
 * P-values adjusted for asking many questions at once, so that the chance of even one false alarm
 * stays below the level whatever their dependence (Holm's step-down of Bonferroni):
 *
 *     p̃₍ₖ₎ = max_{j ≤ k} min(1, (m − j + 1) p₍ⱼ₎)   in ascending order of p
 *
 * Unit: probabilities. Cost: O(m log m).
 *
 * @see Holm (1979), Scandinavian Journal of Statistics 6; R stats::p.adjust, method "holm"
 * @example
 * holm([0.01, 0.04, 0.03]) // => [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((p, place) => ({ p, place })).toSorted((one, other) => one.p - other.p)
  const adjusted = pValues.map(() => 1)
  let highest = 0
  for (const [rank, { p, place }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * p))
    adjusted[place] = highest
  }
  return adjusted
}
