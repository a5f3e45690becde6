/**
 * A cubic spline whose ends have the third derivatives of the cubics through the outermost four
 * points (Forsythe, Malcolm & Moler 1977), as R's `spline` draws it.
 */
export class InterpolatingSpline {
  readonly #x: readonly number[]
  readonly #y: readonly number[]
  /** A sixth of the second derivative at each point. */
  readonly #bends: Float64Array

  constructor(x: readonly number[], y: readonly number[]) {
    this.#x = x
    this.#y = y
    this.#bends = bendsOf(x, y)
  }

  at(place: number): number {
    const [x, y, bends] = [this.#x, this.#y, this.#bends]
    const next = x.findIndex((knot) => knot > place)
    const i = next === -1 ? x.length - 2 : Math.max(next - 1, 0)
    const from = x[i] ?? 0
    const width = (x[i + 1] ?? 0) - from
    const [own = 0, other = 0] = bends.subarray(i, i + 2)
    const slope = ((y[i + 1] ?? 0) - (y[i] ?? 0)) / width - width * (other + 2 * own)
    const step = place - from
    return (y[i] ?? 0) + step * (slope + step * (3 * own + (step * (other - own)) / width))
  }
}

function bendsOf(x: readonly number[], y: readonly number[]): Float64Array {
  const n = x.length
  const widths = Float64Array.from({ length: n - 1 }, (_none, i) => member(x, i + 1) - member(x, i))
  const slopes = Float64Array.from(widths, (width, i) => (member(y, i + 1) - member(y, i)) / width)
  const diagonal = new Float64Array(n)
  const right = new Float64Array(n)
  for (let i = 1; i < n - 1; i++) {
    diagonal[i] = 2 * (member(widths, i - 1) + member(widths, i))
    right[i] = member(slopes, i) - member(slopes, i - 1)
  }
  diagonal[0] = -member(widths, 0)
  diagonal[n - 1] = -member(widths, n - 2)
  if (n > 3) {
    const thirdAt = (i: number): number =>
      member(right, i + 1) / (member(x, i + 2) - member(x, i)) -
      member(right, i) / (member(x, i + 1) - member(x, i - 1))
    right[0] = (thirdAt(1) * member(widths, 0) ** 2) / (member(x, 3) - member(x, 0))
    right[n - 1] = (-thirdAt(n - 3) * member(widths, n - 2) ** 2) / (member(x, n - 1) - member(x, n - 4))
  }
  for (let i = 1; i < n; i++) {
    const part = member(widths, i - 1) / member(diagonal, i - 1)
    diagonal[i] = member(diagonal, i) - part * member(widths, i - 1)
    right[i] = member(right, i) - part * member(right, i - 1)
  }
  for (let i = n - 1; i >= 0; i--) {
    const beyond = i < n - 1 ? member(widths, i) * member(right, i + 1) : 0
    right[i] = (member(right, i) - beyond) / member(diagonal, i)
  }
  return right
}

function member(numbers: ArrayLike<number>, place: number): number {
  return numbers[place] ?? 0
}
