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

/** The only design of `designs.json` that reads this file. */
const DesignOfFile = z.object({ of: z.string() })

/** A design of `designs.json` by its name or file, as it is or with calibrated weights. */
export const DesignChoice = z.union([z.string(), WeightedDesign, DesignOfFile])
export type DesignChoice = z.infer<typeof DesignChoice>

/** The name that a group of figures has for its design. */
export function nameOfDesign(design: DesignChoice): string {
  if (typeof design === 'string') return design
  return 'of' in design ? design.of : `${design.name} ${design.calibration}`
}
