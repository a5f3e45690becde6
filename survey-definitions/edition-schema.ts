import { z } from 'zod'

/** A name not yet translated may be null: publishing asks for it, computing does not. */
const Name = z.looseObject({ vi: z.string().nullish(), en: z.string().nullish() })

/** One indicator of an edition: what it measures, which way is better, and its anchors. */
export const Indicator = z.looseObject({
  id: z.string().min(1),
  subIndex: z.string().min(1),
  name: Name,
  source: z.enum(['survey', 'hard']),
  statistic: z.enum(['share', 'mean', 'median', 'hard']),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  /** Share of its sub-index; the weights of one sub-index add to 1. */
  weight: z.number().positive(),
  /** The extremes that become 1 and 10; only an `observed` basis may be extended. */
  anchor: z.looseObject({ min: z.number(), max: z.number(), basis: z.string() }),
  /** Values of the pilot province by year, where published. */
  langSon: z.record(z.string(), z.number()).optional(),
})

export const SubIndex = z.looseObject({
  code: z.string().min(1),
  number: z.int(),
  name: Name,
  /** How the indicators' scores become one; a weighted arithmetic mean when not said. */
  aggregation: z.enum(['arithmetic', 'geometric']).optional(),
  /** Leads from the mean of scores to the published scale, where the two differ. */
  link: z
    .looseObject({
      slope: z.number(),
      intercept: z.number(),
      residualSd: z.number().min(0).optional(),
    })
    .optional(),
})

const CompositeWeights = z.looseObject({
  /** First and last year these weights hold for. */
  years: z.tuple([z.int(), z.int()]),
  percent: z.record(z.string(), z.number().min(0)),
})

/** One PCI methodology. Unknown members are kept: files of later years may say more. */
export const Edition = z.looseObject({
  /** The code plans and questionnaires name it by. */
  id: z.string().min(1).optional(),
  edition: z.string().min(1),
  anchorsAsOf: z.int(),
  scale: z.tuple([z.number(), z.number()]),
  compositeWeights: z.array(CompositeWeights).min(1),
  subIndices: z.array(SubIndex).min(1),
  indicators: z.array(Indicator).min(1),
})

export type Indicator = z.infer<typeof Indicator>
export type SubIndex = z.infer<typeof SubIndex>
export type Edition = z.infer<typeof Edition>
