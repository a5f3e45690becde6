/** Eigenvalues, the largest first, and their vectors of length 1. */
export interface Eigen {
  readonly values: Float64Array
  readonly vectors: readonly Float64Array[]
}

/** A matrix of 60 items needs about ten sweeps. */
const MAX_SWEEPS = 60

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, which find small
 * eigenvalues of positive matrices as well as large ones. The sign of a vector is that of the sum
 * of its elements.
 *
 * Unit: that of the matrix. Cost: O(size³) a sweep, six to ten sweeps.
 *
 * @see Golub & Van Loan, Matrix Computations, §8.5; Demmel & Veselić (1992) on its accuracy
 * @example
 * symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values // => [3, 1]
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const rotated = matrix.slice()
  const vectors = Array.from({ length: size }, (_none, row) =>
    Float64Array.from({ length: size }, (_zero, column) => Number(row === column)),
  )
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let changed = false
    for (let row = 0; row < size; row++) {
      for (let column = row + 1; column < size; column++) {
        changed = rotateAway(rotated, { row, column, size }, vectors) || changed
      }
    }
    if (!changed) break
  }
  const pairs = vectors
    .map((vector, place) => ({ value: rotated[place * size + place] ?? Number.NaN, vector }))
    .toSorted((a, b) => b.value - a.value)
  return {
    values: Float64Array.from(pairs, ({ value }) => value),
    vectors: pairs.map(({ vector }) => pointedUp(vector)),
  }
}

interface Cell {
  readonly row: number
  readonly column: number
  readonly size: number
}

/** Makes one cell nought by a rotation; says whether there was anything to do. */
function rotateAway(
  matrix: Float64Array,
  { row, column, size }: Cell,
  vectors: readonly Float64Array[],
): boolean {
  const at = (i: number, j: number): number => matrix[i * size + j] ?? 0
  const off = at(row, column)
  if (Math.abs(off) <= Number.EPSILON * 0.5 * Math.sqrt(Math.abs(at(row, row) * at(column, column))))
    return false
  const { cosine, sine, tangent } = rotation((at(column, column) - at(row, row)) / (2 * off))
  const [rowValue, columnValue] = [at(row, row) - tangent * off, at(column, column) + tangent * off]
  for (let k = 0; k < size; k++) {
    if (k === row || k === column) continue
    const [x, y] = [at(k, row), at(k, column)]
    const [turnedX, turnedY] = [cosine * x - sine * y, sine * x + cosine * y]
    matrix[k * size + row] = turnedX
    matrix[row * size + k] = turnedX
    matrix[k * size + column] = turnedY
    matrix[column * size + k] = turnedY
  }
  matrix[row * size + row] = rowValue
  matrix[column * size + column] = columnValue
  matrix[row * size + column] = 0
  matrix[column * size + row] = 0
  turnVectors(vectors[row], vectors[column], { cosine, sine })
  return true
}

function rotation(cotangentOfDouble: number): { cosine: number; sine: number; tangent: number } {
  const tangent =
    (cotangentOfDouble < 0 ? -1 : 1) /
    (Math.abs(cotangentOfDouble) + Math.sqrt(1 + cotangentOfDouble * cotangentOfDouble))
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  return { cosine, sine: tangent * cosine, tangent }
}

function turnVectors(
  first: Float64Array | undefined,
  second: Float64Array | undefined,
  { cosine, sine }: { cosine: number; sine: number },
): void {
  if (!first || !second) return
  for (const [k, x] of first.entries()) {
    const y = second[k] ?? 0
    first[k] = cosine * x - sine * y
    second[k] = sine * x + cosine * y
  }
}

function pointedUp(vector: Float64Array): Float64Array {
  const sum = vector.reduce((total, element) => total + element, 0)
  return sum < 0 ? vector.map((element) => -element) : vector
}
