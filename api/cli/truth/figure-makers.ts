import { distributionMakers } from './distribution-figures.ts'
import type { FigureMaker } from './figure-maker.ts'
import { meanMakers } from './mean-figures.ts'

/** Every estimator that `figures.json` may name. */
export const FIGURE_MAKERS: ReadonlyMap<string, FigureMaker> = new Map(
  Object.entries({ ...distributionMakers, ...meanMakers }),
)
