import { z } from 'zod'

const Trimming = z.object({
  lower: z.number().optional(),
  upper: z.number().optional(),
  /** The upper bound over the median weight. */
  upperOverMedian: z.number().optional(),
  rounds: z.enum(['once', 'strict']).default('once'),
})
export type Trimming = z.infer<typeof Trimming>

const WeightedDesign = z.object({
  name: z.string(),
  /** A name of the list of calibrations. */
  calibration: z.string(),
  trim: Trimming.optional(),
})

/** A design of `designs.json` by its name, as it is or with calibrated weights. */
export const DesignChoice = z.union([z.string(), WeightedDesign])
export type DesignChoice = z.infer<typeof DesignChoice>

/** The name that a group of figures has for its design. */
export function nameOfDesign(design: DesignChoice): string {
  return typeof design === 'string' ? design : `${design.name} ${design.calibration}`
}
