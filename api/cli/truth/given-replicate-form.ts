import { z } from 'zod'

/**
 * What a design of `designs.json` says of replicate weights that came with its data, in the words of
 * R's svrepdesign(). A file of them has a column a replicate, and no other.
 */
export const GivenReplicateForm = z.object({
  repweights: z.string(),
  type: z
    .enum(['BRR', 'Fay', 'JK1', 'JK2', 'JKn', 'bootstrap', 'ACS', 'successive-difference', 'other'])
    .default('other'),
  scale: z.number().nullish(),
  /** One number, or one a replicate. */
  rscales: z.union([z.number(), z.array(z.number())]).nullish(),
  rho: z.number().nullish(),
  mse: z.boolean().nullish(),
  combined: z.boolean().nullish(),
  'combined.weights': z.boolean().nullish(),
})
export type GivenReplicateForm = z.infer<typeof GivenReplicateForm>
