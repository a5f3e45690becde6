import { z } from 'zod'
import { fayHerriot, type PlaceModel } from '../../../analysis/small-areas/fay-herriot.ts'
import { figureMaker } from './figure-maker.ts'
import { Figure, type FigureTree } from './figure-tree.ts'
import type { TruthFolder } from './truth-folder.ts'
import { dummiesOf, valuesOf } from './variables.ts'

const Places = z.object({
  data: z.string(),
  estimate: z.string(),
  /** Square root of the sampling variance. */
  standardError: z.string(),
  factors: z.array(z.string()),
})
const Model = Places.extend({
  method: z.enum(['reml', 'ml']).default('reml'),
  stop: z.number().default(1e-12),
})

/** Fay and Herriot's model of places. */
export const placeMakers = {
  places: figureMaker(Model, (options, { folder }) => {
    const { betweenVariance, coefficients, places } = modelOf(options, folder)
    const parts = (part: 'g1' | 'g2' | 'g3'): Figure[] =>
      places.map((place) => new Figure(place.parts[part], place.meanSquaredError))
    return {
      method: options.method.toUpperCase(),
      A: betweenVariance,
      beta: Array.from(coefficients),
      gamma: places.map(({ shrinkage }) => shrinkage),
      eblup: places.map(({ value }) => value),
      mse: places.map(({ meanSquaredError }) => meanSquaredError),
      g1: parts('g1'),
      g2: numbered(parts('g2')),
      g3: parts('g3'),
    }
  }),

  'places-by-meta-analysis': figureMaker(Places, (options, { folder }) => {
    const { betweenVariance, coefficients, places } = modelOf(
      { ...options, method: 'reml', stop: 1e-12 },
      folder,
    )
    return {
      tau2: betweenVariance,
      beta: Array.from(coefficients),
      blup: places.map(({ value }) => value),
    }
  }),
}

function modelOf(
  { data, estimate, standardError, factors, method, stop }: z.infer<typeof Model>,
  { table: open }: TruthFolder,
): PlaceModel {
  const table = open(data)
  const dummies = factors.flatMap((factor) => dummiesOf(table, [factor]).slice(1))
  const covariates = valuesOf(table, dummies).map(({ values }) => values)
  const places = {
    estimates: table.numbers(estimate),
    variances: table.numbers(standardError).map((error) => error ** 2),
    covariates: [new Float64Array(table.rows).fill(1), ...covariates],
  }
  return fayHerriot(places, { method, tolerance: stop, whenZero: 'synthetic' })
}

/** A list by its places from 1, as R names the rows of a matrix. */
function numbered(figures: readonly Figure[]): FigureTree {
  return Object.fromEntries(figures.map((figure, place) => [place + 1, figure]))
}
