/** Sums from which the spread of a firm's answers is made; those of blocks add up. */
export interface SpreadSums {
  /** Squares of distances from the firm's own mean, for every firm. */
  readonly squares: Float64Array
  /** Answers less one, for every firm that has any. */
  readonly degrees: Float64Array
}

/**
 * Sums of no block yet.
 *
 * Unit: firms. Cost: O(firms).
 *
 * @example
 * noSpread(2).degrees // => [0, 0]
 */
export function noSpread(firms: number): SpreadSums {
  return { squares: new Float64Array(firms), degrees: new Float64Array(firms) }
}

/**
 * Adds the spread of one block, around the firm's mean of that block: Σⱼ (xᵢⱼ − x̄ᵢ)² and its
 * degrees of freedom.
 *
 * Unit: steps of the scale, squared. Cost: O(firms · items).
 *
 * @example
 * const sums = noSpread(1)
 * addSpread(sums, [Float64Array.of(1), Float64Array.of(3)])
 * sums.squares // => [2]
 */
export function addSpread({ squares, degrees }: SpreadSums, items: readonly Float64Array[]): void {
  const { counts, means } = ownMeans(items, squares.length)
  for (const answers of items) {
    for (const [firm, answer] of answers.entries()) {
      if (!Number.isNaN(answer)) squares[firm] = (squares[firm] ?? 0) + (answer - (means[firm] ?? 0)) ** 2
    }
  }
  for (const [firm, count] of counts.entries()) degrees[firm] = (degrees[firm] ?? 0) + Math.max(count - 1, 0)
}

function ownMeans(
  items: readonly Float64Array[],
  firms: number,
): { readonly counts: Uint16Array; readonly means: Float64Array } {
  const [counts, totals] = [new Uint16Array(firms), new Float64Array(firms)]
  for (const answers of items) {
    for (const [firm, answer] of answers.entries()) {
      if (Number.isNaN(answer)) continue
      counts[firm] = (counts[firm] ?? 0) + 1
      totals[firm] = (totals[firm] ?? 0) + answer
    }
  }
  return { counts, means: totals.map((total, firm) => total / (counts[firm] ?? 0)) }
}

/**
 * The standard deviation of every firm's answers, pooled over blocks; NaN with fewer than two.
 *
 * Unit: steps of the scale. Cost: O(firms).
 *
 * @example
 * pooledSpread({ squares: Float64Array.of(8), degrees: Float64Array.of(2) }) // => [2]
 */
export function pooledSpread({ squares, degrees }: SpreadSums): Float64Array {
  return squares.map((square, firm) => Math.sqrt(square / (degrees[firm] ?? 0)))
}

/**
 * How far each firm's own answers to items of one scale lie apart: their standard deviation
 * (intra-individual response variability). NaN with fewer than two answers.
 *
 * Unit: steps of the scale. Cost: O(firms · items).
 *
 * @see Dunn, Heggestad, Shanock & Theilgard (2018), Intra-individual response variability; R careless::irv
 * @example
 * answerSpread([Float64Array.of(1, 2), Float64Array.of(3, 2), Float64Array.of(2, NaN)]) // => [1, 0]
 */
export function answerSpread(items: readonly Float64Array[]): Float64Array {
  const sums = noSpread(items[0]?.length ?? 0)
  addSpread(sums, items)
  return pooledSpread(sums)
}
