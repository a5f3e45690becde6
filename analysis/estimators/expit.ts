import { exp } from '../elementary/exp.ts'

/**
 * The share that a logit stands for, 1 / (1 + e⁻ˣ).
 *
 * Unit: a share. Cost: constant.
 *
 * @see R plogis
 * @example
 * expit(0) // => 0.5
 */
export function expit(logit: number): number {
  return 1 / (1 + exp(-logit))
}
