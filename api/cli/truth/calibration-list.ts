import { z } from 'zod'
import list from './figures.json' with { type: 'json' }

/** Margins by the columns that they cross; the counts stand in the truth's `populationMargins`. */
const Margins = z.tuple([z.array(z.string())], z.array(z.string()))
const Bounds = z.tuple([z.number(), z.number()])

const Raking = z.object({
  margins: Margins,
  emptyLevels: z.enum(['fail', 'leave-out']).optional(),
  /** Where R stops: a change of a cell's weighted count, or of that over the sum of weights. */
  stop: z
    .union([
      z.object({ cellChange: z.number(), maxSweeps: z.number() }),
      z.object({ relativeCellChange: z.number(), maxSweeps: z.number() }),
    ])
    .optional(),
  residual: z.enum(['greg', 'r-rake']).optional(),
})
const ToTotals = z.object({
  margins: Margins,
  /** Totals of columns of numbers. */
  totals: z.record(z.string(), z.number()).optional(),
  distance: z.enum(['linear', 'raking', 'logit']),
  bounds: Bounds.optional(),
})
const Calibration = z.union([ToTotals, Raking])
export type Calibration = z.infer<typeof Calibration>

/** The calibrations that keys name, each with its arguments in R. */
export const CALIBRATIONS = z.record(z.string(), Calibration).parse(list.calibrations)
