import { chiSquaredUpperTail } from '../distributions/chi-squared.ts'
import { blockAnswers } from '../reliability/block-answers.ts'
import { itemCovariance } from '../reliability/item-covariance.ts'
import type { SameScaleBlock } from '../reliability/same-scale-blocks.ts'
import type { Sample } from '../sample.ts'
import { addSpread, noSpread, pooledSpread, type SpreadSums } from './answer-spread.ts'
import { markSignal } from './careless-signals.ts'
import { addHalves, evenOddConsistency, type HalfSums, noHalves } from './even-odd.ts'
import { longestRuns } from './longest-run.ts'
import { percentile } from './percentile.ts'
import { type SquaredDistances, squaredDistances } from './squared-distance.ts'

/** From where on answers to blocks of one scale are signals; null where there is nothing to see. */
export interface BlockThresholds {
  readonly blocks: readonly BlockThreshold[]
  /** Spread below which all of a firm's answers are nearly the same. */
  readonly spread: number | null
  /** Agreement of halves below which answers hang together too little. */
  readonly halves: number | null
}

interface BlockThreshold extends Pick<SameScaleBlock, 'section' | 'scale'> {
  readonly items: number
  /** Equal answers in a row. */
  readonly run: number | null
  /** Probability of a distance from the others, were answers normal. */
  readonly probability: number | null
}

const FEWEST_RUN = 6
const SHARE_OF_MEDIAN_SPREAD = 0.3
const FAR = 0.01
/** Firms an item below which covariances are too rough to call anybody far from the others. */
const FIRMS_PER_ITEM = 5
const FEWEST_HALF_BLOCKS = 5
const UNEVEN = 0.3

/**
 * Marks firms by their answers to blocks, one block at a time. Runs and distances are looked at
 * within each block, the distance at 0.01 over the number of blocks, so that many blocks do not
 * make more firms look odd; spread and halves over all blocks together.
 *
 * Unit: firms. Cost: O(firms · items²) of each block.
 *
 * @see Meade & Craig (2012), Identifying careless responses in survey data
 * @example
 * markBlockSignals({ firms: 1, columns: new Map() }, [], new Uint8Array(1)) // => { blocks: [], spread: null, halves: null }
 */
export function markBlockSignals(
  sample: Pick<Sample, 'firms' | 'columns'>,
  blocks: readonly SameScaleBlock[],
  signals: Uint8Array,
): BlockThresholds {
  const spread = noSpread(sample.firms)
  const halves = noHalves(sample.firms)
  const thresholds = blocks.map((block) => {
    const { places, steps, asked } = blockAnswers(sample, block)
    const covariance = itemCovariance(steps)
    addSpread(spread, steps)
    addHalves(halves, steps, covariance)
    return {
      section: block.section,
      scale: block.scale,
      items: block.items.length,
      run: markLongRuns(longestRuns(places, asked), block.items.length, signals),
      probability: markFar(squaredDistances(steps, covariance), FAR / blocks.length, signals),
    }
  })
  return { blocks: thresholds, spread: markLowSpread(spread, signals), halves: markUneven(halves, signals) }
}

/** Six in a row and half the block; or more than 99 of 100 firms have. */
function markLongRuns(runs: Uint16Array, items: number, signals: Uint8Array): number | null {
  const usual = percentile(runs, 0.99)
  const threshold = Math.min(Math.max(FEWEST_RUN, Math.ceil(items / 2)), usual + 1)
  if (!(threshold <= items)) return null
  markSignal(signals, 'long-run', (firm) => (runs[firm] ?? 0) >= threshold)
  return threshold
}

function markFar(
  { distances, degrees }: SquaredDistances,
  probability: number,
  signals: Uint8Array,
): number | null {
  const answered = degrees.reduce((firms, own) => firms + Number(own > 0), 0)
  const items = degrees.reduce((most, own) => Math.max(most, own), 0)
  if (answered < Math.max(FIRMS_PER_ITEM * items, 1)) return null
  const isFar = (firm: number): boolean => {
    const own = degrees[firm] ?? 0
    return own > 0 && chiSquaredUpperTail(distances[firm] ?? 0, own) < probability
  }
  markSignal(signals, 'far-from-others', isFar)
  return probability
}

function markLowSpread(sums: SpreadSums, signals: Uint8Array): number | null {
  const spreads = pooledSpread(sums)
  const threshold = SHARE_OF_MEDIAN_SPREAD * percentile(spreads, 0.5)
  if (!(threshold > 0)) return null
  markSignal(signals, 'low-spread', (firm) => (spreads[firm] ?? Number.NaN) < threshold)
  return threshold
}

/** Below Jackson's 0.3 and lower than 95 of 100 firms: few blocks make an honest firm's r rough. */
function markUneven(sums: HalfSums, signals: Uint8Array): number | null {
  const consistency = evenOddConsistency(sums, FEWEST_HALF_BLOCKS)
  const threshold = Math.min(UNEVEN, percentile(consistency, 0.05))
  // Where the lowest possible is usual, halves say nothing of anybody.
  if (!(threshold > -1)) return null
  markSignal(signals, 'uneven-halves', (firm) => (consistency[firm] ?? Number.NaN) < threshold)
  return threshold
}
