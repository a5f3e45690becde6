import { compositeMakers } from './composite-figures.ts'
import { distributionMakers } from './distribution-figures.ts'
import { domainMakers } from './domain-figures.ts'
import type { FigureMaker } from './figure-maker.ts'
import { halfSampleMakers } from './half-sample-figures.ts'
import { listMakers } from './list-figures.ts'
import { lonelyMakers } from './lonely-figures.ts'
import { meanMakers } from './mean-figures.ts'
import { medianMakers } from './median-figures.ts'
import { placeMakers } from './place-figures.ts'
import { psychometricsMakers } from './psychometrics-figures.ts'
import { quantileMakers } from './quantile-figures.ts'
import { regressionMakers } from './regression-figures.ts'
import { replicateMakers } from './replicate-figures.ts'
import { sensitiveMakers } from './sensitive-figures.ts'
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
    ...psychometricsMakers,
    ...placeMakers,
    ...halfSampleMakers,
    ...regressionMakers,
    ...listMakers,
    ...sensitiveMakers,
  }),
)
