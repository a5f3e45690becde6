import { z } from 'zod'
import list from './figures.json' with { type: 'json' }

/** Replicate weights of a design: a column a replicate in a file, or made from multiplicities. */
const ReplicateSet = z.object({
  design: z.string(),
  /** How replicates were made, and so how much each counts. */
  method: z.enum(['jackknife', 'sub-bootstrap', 'canty-davison', 'rao-wu']),
  weights: z.string().optional(),
  multiplicities: z.string().optional(),
  centre: z.enum(['mean', 'estimate']).optional(),
  /** R has the common scale in every replicate's factor instead. */
  scaleInFactors: z.boolean().default(false),
})
export type ReplicateSet = z.infer<typeof ReplicateSet>

/** The sets of replicate weights that keys name. */
export const REPLICATE_SETS = z.record(z.string(), ReplicateSet).parse(list.replicates)
