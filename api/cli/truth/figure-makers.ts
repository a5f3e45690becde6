import { compositeMakers } from './composite-figures.ts'
import { distributionMakers } from './distribution-figures.ts'
import { domainMakers } from './domain-figures.ts'
import type { FigureMaker } from './figure-maker.ts'
import { lonelyMakers } from './lonely-figures.ts'
import { meanMakers } from './mean-figures.ts'
import { medianMakers } from './median-figures.ts'
import { quantileMakers } from './quantile-figures.ts'
import { replicateMakers } from './replicate-figures.ts'
import { shareMakers } from './share-figures.ts'
import { weightMakers } from './weight-figures.ts'

/** Every estimator that `figures.json` may name. */
export const FIGURE_MAKERS: ReadonlyMap<string, FigureMaker> = new Map(
  Object.entries({
    ...distributionMakers,
    ...meanMakers,
    ...domainMakers,
    ...shareMakers,
    ...quantileMakers,
    ...lonelyMakers,
    ...compositeMakers,
    ...weightMakers,
    ...medianMakers,
    ...replicateMakers,
  }),
)
