import { auxiliariesOf } from '../../../analysis/weighting/auxiliaries.ts'
import { calibrate } from '../../../analysis/weighting/calibrate.ts'
import type { CalibratedWeights } from '../../../analysis/weighting/calibrated-weights.ts'
import {
  linearDistance,
  logitDistance,
  RAKING_DISTANCE,
} from '../../../analysis/weighting/calibration-distance.ts'
import { countMargin } from '../../../analysis/weighting/count-margin.ts'
import { rakeToCounts, type RakingStop } from '../../../analysis/weighting/rake-to-counts.ts'
import truth from '../../truth/calibration.json' with { type: 'json' }

const { apistrat, margins } = truth
export const SCHOOLS = apistrat
export const base = Float64Array.from(apistrat.pw)

const variable = (name: 'stype' | 'sch.wide' | 'comp.imp') =>
  countMargin({ name, counts: margins[name], levelByFirm: apistrat[name] })
const [STYPE, SCH_WIDE, COMP_IMP] = [variable('stype'), variable('sch.wide'), variable('comp.imp')]
const BOTH = countMargin({
  name: 'stype sch.wide',
  counts: margins['stype sch.wide'],
  levelByFirm: apistrat.stype.map((type, school) => `${type} ${apistrat['sch.wide'][school]}`),
})
const API99 = [
  ...auxiliariesOf([STYPE]),
  { name: 'api99', values: Float64Array.from(apistrat.api99), total: truth.api99Total },
]
export const TWO_MARGINS = [STYPE, SCH_WIDE] as const
export const THREE_MARGINS = [STYPE, SCH_WIDE, COMP_IMP] as const
const R_DEFAULT: RakingStop = { cellChange: 1, maxSweeps: 10 }
export const R_TIGHT: RakingStop = { cellChange: 1e-9 * base.reduce((sum, d) => sum + d, 0), maxSweeps: 500 }

/** The eleven calibrations of the schools, by their names in the figures of R. */
export const CALIBRATIONS: Readonly<Record<keyof typeof truth.calibration, () => CalibratedWeights>> = {
  postStratify_schwide: () => rakeToCounts({ base, margins: [SCH_WIDE] }),
  postStratify_2way: () => rakeToCounts({ base, margins: [BOTH] }),
  rake2_default: () => rakeToCounts({ base, margins: [...TWO_MARGINS], stop: R_DEFAULT, residual: 'r-rake' }),
  rake2_tight: () => rakeToCounts({ base, margins: [...TWO_MARGINS], stop: R_TIGHT, residual: 'r-rake' }),
  rake3_tight: () => rakeToCounts({ base, margins: [...THREE_MARGINS], stop: R_TIGHT, residual: 'r-rake' }),
  cal_raking2: () =>
    calibrate({ base, auxiliaries: auxiliariesOf([...TWO_MARGINS]), distance: RAKING_DISTANCE }),
  cal_raking3: () =>
    calibrate({ base, auxiliaries: auxiliariesOf([...THREE_MARGINS]), distance: RAKING_DISTANCE }),
  cal_linear3: () =>
    calibrate({ base, auxiliaries: auxiliariesOf([...THREE_MARGINS]), distance: linearDistance() }),
  cal_linear_api99: () => calibrate({ base, auxiliaries: API99, distance: linearDistance() }),
  cal_logit_api99: () =>
    calibrate({ base, auxiliaries: API99, distance: logitDistance({ lower: 0.5, upper: 2 }) }),
  cal_linear_bounded: () =>
    calibrate({ base, auxiliaries: API99, distance: linearDistance({ lower: 0.6, upper: 1.6 }) }),
}
