/**
 * Regularised incomplete beta function I_x(a, b): the probability that a beta(a, b) variable
 * is at most x. `y` is 1 − x, given apart so that a value near one loses no digits.
 *
 *     I_x(a, b) = xᵃ yᵇ / (a B(a, b)) · 1/(1 + d₁/(1 + d₂/(1 + …)))
 *
 * The continued fraction is used on the side where it converges, the other follows from
 * I_x(a, b) = 1 − I_y(b, a). Relative error about 1e-14 up to parameters of 1e5.
 * Cost: O(√max(a, b)) steps.
 *
 * @see DiDonato & Morris (1992), ACM TOMS 708; Lentz (1976) for the fraction
 * @example
 * incompleteBeta({ x: 0.5, y: 0.5, a: 2, b: 5 }) // => 0.890625
 */
export function incompleteBeta({ x, y, a, b }: { x: number; y: number; a: number; b: number }): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail({ x: y, y: x, a: b, b: a })
  return lowerTail({ x, y, a, b })
}

function lowerTail(arguments_: { x: number; y: number; a: number; b: number }): number {
  return (betaPowers(arguments_) / arguments_.a) * continuedFraction(arguments_)
}

const MAX_STEPS = 20_000
const TINY = 1e-300

function continuedFraction({ x, a, b }: { x: number; a: number; b: number }): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/**
 * xᵃ yᵇ / B(a, b) by Loader's saddle point: deviances and Stirling errors instead of
 * differences of large log-gammas, which would lose five digits at a = 50,000.
 *
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function betaPowers({ x, y, a, b }: { x: number; y: number; a: number; b: number }): number {
  const n = a + b
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y)
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n))
}

/** log Γ(x + 1) − [(x + ½) log x − x + ½ log 2π]. */
function stirlingError(x: number): number {
  let shifted = x
  let correction = 0
  for (; shifted < 16; shifted++) correction += (shifted + 0.5) * Math.log1p(1 / shifted) - 1
  const inverse = 1 / (shifted * shifted)
  const series =
    1 / 12 -
    inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - (inverse * 691) / 360_360))))
  return correction + series / shifted
}

/** x log(x / m) + m − x, without cancellation where x is close to m. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x
  const v = (x - m) / (x + m)
  let sum = (x - m) * v
  let term = 2 * x * v
  for (let j = 1; j < 1000; j++) {
    term *= v * v
    const next = sum + term / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}
