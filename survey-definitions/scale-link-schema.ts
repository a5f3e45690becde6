import { z } from 'zod'
import { Code } from './localized-text-schema.ts'

const Year = z.int().min(2000).max(2100)
const Firms = z.int().positive()

/** A sub-index's score in a wave of our own, as an estimates CSV has it. */
const OwnScore = z.strictObject({
  score: z.number(),
  standardError: z.number().positive(),
  /** Firms that answered. */
  firms: Firms,
})

/** Our own scores of one past year beside the official ones: the change since then leads to the scale. */
export const BaselineWave = z.strictObject({
  format: z.literal('pci-pulse/baseline-wave/1'),
  /** The edition by which our own scores were computed. */
  edition: Code,
  year: Year,
  /** Firms of the province in the official survey of that year. */
  officialSampleSize: Firms,
  subIndices: z.array(z.strictObject({ subIndex: Code, own: OwnScore, official: z.number() })).min(1),
})

/** Own and official scores of past years: what self-assessment used to be off by. */
export const PastPairs = z.strictObject({
  format: z.literal('pci-pulse/past-pairs/1'),
  edition: Code,
  pairs: z
    .array(
      z.strictObject({
        subIndex: Code,
        year: Year,
        own: OwnScore,
        official: z.number(),
        officialSampleSize: Firms,
      }),
    )
    .min(1),
})

/** What VCCI sends each province: indicator values of one year, with their spread over provinces. */
export const ScaleProfile = z.strictObject({
  format: z.literal('pci-pulse/scale-profile/1'),
  edition: Code,
  year: Year,
  indicators: z
    .array(
      z.strictObject({
        indicator: z.string().min(1),
        /** The province's own value. */
        value: z.number().optional(),
        min: z.number(),
        median: z.number().optional(),
        max: z.number(),
        /** Year it came in, for an indicator newer than the edition's anchors. */
        since: Year.optional(),
      }),
    )
    .min(1),
})

/** Any of the files that lead scores onto the published scale. */
export const ScaleFile = z.discriminatedUnion('format', [BaselineWave, PastPairs, ScaleProfile])

export type ScaleFile = z.infer<typeof ScaleFile>
export type BaselineWave = z.infer<typeof BaselineWave>
export type PastPairs = z.infer<typeof PastPairs>
export type ScaleProfile = z.infer<typeof ScaleProfile>
