import { ln, ln1p } from '../elementary/ln.ts'

/**
 * Stirling's error: log Γ(x + 1) − [(x + ½) log x − x + ½ log 2π], for x > 0.
 *
 * Unit: none. Cost: at most 16 logarithms.
 *
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 * @example
 * stirlingError(1) // => 0.08106146679532683
 */
export function stirlingError(x: number): number {
  let shifted = x
  let correction = 0
  for (; shifted < 16; shifted++) correction += (shifted + 0.5) * ln1p(1 / shifted) - 1
  const inverse = 1 / (shifted * shifted)
  const series =
    1 / 12 -
    inverse *
      (1 / 360 -
        inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - (inverse * 691) / 360_360))))
  return correction + series / shifted
}

/**
 * Deviance: x log(x / m) + m − x with `excess` = x − m, without cancellation where x is close to m.
 *
 * Unit: none. Cost: a logarithm, or a series of some ten terms.
 *
 * @see Loader (2000), function bd0
 * @example
 * deviance(2, 1, 1) // => 0.3862943611198906
 */
export function deviance(x: number, m: number, excess: number): number {
  if (Math.abs(excess) >= 0.1 * (x + m)) return x * ln(x / m) - excess
  const v = excess / (x + m)
  let sum = excess * v
  let term = 2 * x * v
  for (let j = 1; j < 1000; j++) {
    term *= v * v
    const next = sum + term / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}
