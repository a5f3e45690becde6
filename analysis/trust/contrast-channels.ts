import type { Sample } from '../sample.ts'
import { channelContrast, type GroupScore, type ScoreContrast } from './channel-contrast.ts'
import { subsample } from './subsample.ts'
import { FEWEST_SENSITIVE_FIRMS } from './too-few.ts'

/** What the scores of those who came by open link are beside those of firms that were drawn. */
export interface ChannelContrast {
  /** Firms that came by open link. */
  readonly open: number
  /** Firms that came by a slip or an invitation, each made out to a firm that was drawn. */
  readonly drawn: number
  /** Open less drawn, of the sub-indices. */
  readonly scores: readonly ScoreContrast[]
}

const OPEN = new Set(['open'])
const DRAWN = new Set(['slip', 'invitation'])

/**
 * The scores of the open link against those of drawn codes, each group with weights of its own to the
 * same margins, so that what differs is not who was easy to reach in the margins' terms. Null where
 * one group has fewer than ten firms. Those an interviewer asked are in neither.
 *
 * Unit: points. Cost: two estimations, and O(firms · indicators).
 *
 * @see channelContrast
 * @example
 * contrastChannels(sample, { items: [], scoresOf: () => [] }) // => null
 */
export function contrastChannels(
  sample: Sample,
  {
    items,
    scoresOf,
  }: {
    /** Items that the scores need, such as those of margins. */
    readonly items: readonly string[]
    readonly scoresOf: (part: Sample) => readonly GroupScore[]
  },
): ChannelContrast | null {
  const open = firmsOf(sample, OPEN)
  const drawn = firmsOf(sample, DRAWN)
  if (Math.min(open.length, drawn.length) < FEWEST_SENSITIVE_FIRMS) return null
  return {
    open: open.length,
    drawn: drawn.length,
    scores: channelContrast(
      scoresOf(subsample(sample, { firms: open, items })),
      scoresOf(subsample(sample, { firms: drawn, items })),
    ),
  }
}

function firmsOf({ channelOf: { names, codes } }: Sample, channels: ReadonlySet<string>): Uint32Array {
  const isIn = names.map((name) => channels.has(name))
  const firms: number[] = []
  for (const [firm, code] of codes.entries()) if (isIn[code]) firms.push(firm)
  return Uint32Array.from(firms)
}
