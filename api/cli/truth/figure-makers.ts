import { distributionMakers } from './distribution-figures.ts'
import type { FigureMaker } from './figure-maker.ts'
import { meanMakers } from './mean-figures.ts'
import { replicateMakers } from './replicate-figures.ts'
import { weightMakers } from './weight-figures.ts'

/** Every estimator that `figures.json` may name. */
export const FIGURE_MAKERS: ReadonlyMap<string, FigureMaker> = new Map(
  Object.entries({ ...distributionMakers, ...meanMakers, ...weightMakers, ...replicateMakers }),
)
