import type { BootstrapSettings } from '../../analysis/estimation-options.ts'
import { InputProblem, wholeNumber } from './command.ts'

export const VARIANCE_OPTIONS = ['variance', 'replicates', 'seed'] as const

type VarianceOptions = Partial<Record<(typeof VARIANCE_OPTIONS)[number], string>>

const DEFAULT_REPLICATES = 1000
const DEFAULT_SEED = 1
/** With fewer, the ends of a percentile interval are single replicates. */
const FEWEST_REPLICATES = 100
/** Every figure of every replicate is held at a time. */
const MOST_REPLICATES = 100_000

/** How errors are to be made: undefined for linearised ones. */
export function readVariance(options: VarianceOptions): BootstrapSettings | undefined {
  const { variance = 'taylor', replicates, seed } = options
  if (variance !== 'taylor' && variance !== 'bootstrap') {
    throw new InputProblem(`--variance takes taylor or bootstrap, not ${JSON.stringify(variance)}`)
  }
  if (variance === 'taylor') {
    if (replicates === undefined && seed === undefined) return undefined
    throw new InputProblem('--replicates and --seed go with --variance bootstrap')
  }
  return {
    replicates: replicates === undefined ? DEFAULT_REPLICATES : replicateCount(replicates),
    seed: seed === undefined ? DEFAULT_SEED : wholeNumber('seed', seed, 0),
  }
}

function replicateCount(text: string): number {
  const replicates = wholeNumber('replicates', text, FEWEST_REPLICATES)
  if (replicates <= MOST_REPLICATES) return replicates
  throw new InputProblem(`--replicates takes at most ${MOST_REPLICATES}, not ${text}`)
}
