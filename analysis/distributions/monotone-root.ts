/** A function that increases, and how fast, at one place. */
export interface Slope {
  readonly value: number
  readonly slope: number
}

/**
 * Where an increasing function is nought: Newton's method, kept inside a bracket by halving it.
 *
 * Unit: the argument's. Cost: about ten evaluations, at most 400.
 *
 * @example
 * monotoneRoot((x) => ({ value: x * x - 2, slope: 2 * x }), { low: 0, high: 2 }) // => 1.414213562373095
 */
export function monotoneRoot(at: (x: number) => Slope, bracket: { low: number; high: number }): number {
  let { low, high } = bracket
  let x = (low + high) / 2
  for (let step = 0; step < 400; step++) {
    const { value, slope } = at(x)
    if (value === 0) return x
    if (value < 0) low = x
    else high = x
    const newton = x - value / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (next === x || Math.abs(next - x) <= 1e-16 * Math.abs(x)) return next
    x = next
  }
  return x
}
