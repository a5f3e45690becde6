import { z } from 'zod'
import { independenceTest } from '../../../analysis/estimators/independence-test.ts'
import { linearRegression } from '../../../analysis/estimators/linear-regression.ts'
import { logisticRegression } from '../../../analysis/estimators/logistic-regression.ts'
import type { Regression } from '../../../analysis/estimators/weighted-least-squares.ts'
import { degreesOfFreedom } from '../../../analysis/variance.ts'
import type { EstimateWithInfluence } from '../../../analysis/weighted-mean.ts'
import { DesignChoice } from './design-choice.ts'
import { type FigureMaker, figureMaker } from './figure-maker.ts'
import { estimateAndError } from './statistics-tree.ts'
import { surveyedBy } from './surveyed.ts'
import type { SurveyTable } from './survey-table.ts'
import { levelsOf, valuesOf, Variable } from './variables.ts'

const Slopes = z.object({
  design: DesignChoice.optional(),
  response: Variable,
  covariates: z.array(Variable),
})
const Crossed = z.object({ design: DesignChoice.optional(), rows: z.string(), columns: z.string() })

/** Relative change of the deviance at which R ends. */
export const R_STOP = 1e-8

/** What goes with what. */
export const regressionMakers = {
  'linear-regression': slopes(linearRegression),

  'logistic-regression': slopes((regression) => logisticRegression(regression, R_STOP)),

  'independence-test': figureMaker(Crossed, ({ design, rows, columns }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const { table, weights, design: drawn, covarianceOf } = surveyed
    const test = independenceTest(
      { rows: codesOf(table, rows), columns: codesOf(table, columns), weights },
      // R counts units of weight 0 too.
      { covarianceOf, degreesOfFreedom: degreesOfFreedom(table.rows, drawn) },
    )
    return { F: test.f, ndf: test.degreesOfFreedom.above, ddf: test.degreesOfFreedom.below, p: test.p }
  }),
}

function slopes(regression: (regression: Regression) => readonly EstimateWithInfluence[]): FigureMaker {
  return figureMaker(Slopes, ({ design, response, covariates }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const [explained, ...columns] = valuesOf(surveyed.table, [response, ...covariates])
    const ones = new Float64Array(surveyed.table.rows).fill(1)
    const estimates = regression({
      columns: [ones, ...columns.map(({ values }) => values)],
      response: explained?.values ?? new Float64Array(),
      weights: surveyed.weights,
    })
    const names = ['(Intercept)', ...columns.map(({ name }) => name)]
    const byName = <Member>(member: (estimate: EstimateWithInfluence) => Member): Record<string, Member> =>
      Object.fromEntries(estimates.map((estimate, place) => [names[place] ?? '', member(estimate)]))
    return {
      coef: byName(({ value }) => value),
      se: byName((estimate) => estimateAndError(estimate, surveyed).se),
    }
  })
}

/** Every row's level by its number, −1 where nothing is known. */
function codesOf(table: SurveyTable, column: string): Int32Array {
  const levels = levelsOf(table, column)
  return Int32Array.from(table.labels(column), (label) => levels.indexOf(label))
}
