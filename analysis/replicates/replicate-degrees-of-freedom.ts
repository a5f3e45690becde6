/** R's tolerance for a column that others explain. */
const EXPLAINED = 1e-5

/**
 * Degrees of freedom of replicate weights: the rank of their matrix less 1, counted by
 * orthogonalisation. For a jackknife that is units less strata; a bootstrap of R replicates of
 * many units has R − 1.
 *
 * Unit: degrees of freedom, a count. Cost: O(firms · replicates²).
 *
 * @see R survey::degf of a svrepdesign
 * @example
 * replicateDegreesOfFreedom([Float64Array.of(0, 2), Float64Array.of(2, 0)]) // => 1
 */
export function replicateDegreesOfFreedom(replicates: readonly Float64Array[]): number {
  const basis: Float64Array[] = []
  for (const weights of replicates) {
    const left = weights.slice()
    for (let pass = 0; pass < 2; pass++) {
      for (const direction of basis) takeOut(left, direction)
    }
    const length = Math.sqrt(dot(left, left))
    if (length > EXPLAINED * Math.sqrt(dot(weights, weights))) basis.push(left.map((x) => x / length))
  }
  return basis.length - 1
}

function takeOut(vector: Float64Array, direction: Float64Array): void {
  const slope = dot(vector, direction)
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - slope * (direction[i] ?? 0)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
