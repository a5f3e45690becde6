import type { WaveAnswers } from '../../../analysis/actions/crossed-value.ts'

/** Small firms say 0, large ones 1. */
export const SMALL = { value: 0, weight: 1, cell: 0 }
export const LARGE = { value: 1, weight: 1, cell: 1 }

/** A wave of these firms. */
export function waveOf(firms: readonly { value: number; weight: number; cell: number }[]): WaveAnswers {
  return {
    values: Float64Array.from(firms, ({ value }) => value),
    weights: Float64Array.from(firms, ({ weight }) => weight),
    cells: firms.map(({ cell }) => cell),
  }
}
