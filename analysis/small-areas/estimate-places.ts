import type { EstimateWithInfluence } from '../weighted-mean.ts'
import { benchmarked } from './benchmarked.ts'
import { fayHerriot, type PlaceModel, type PlaceModelOptions } from './fay-herriot.ts'
import { publishablePlace } from './publishable-place.ts'
import { smoothedVariances } from './smoothed-variances.ts'

/** One place: a district, say. */
interface Place {
  readonly name: string
  /** Its own estimate, a domain of the whole sample. */
  readonly direct: EstimateWithInfluence
  /** Firms that it has. */
  readonly population: number
  /** What the model knows of it, besides the constant. */
  readonly covariates?: readonly number[]
}

/** Places with what they are held to. */
export interface PlacesOfWhole {
  readonly places: readonly Place[]
  /** Direct estimate of all places together. */
  readonly whole: number
  /** Standard error of an estimate, by the sample's own design. */
  readonly errorOf: (estimate: EstimateWithInfluence) => number
}

/** What is said about one place. */
interface PlaceEstimate {
  readonly name: string
  readonly answers: number
  /** Its own estimate and error; NaN where nobody answered. */
  readonly direct: { readonly value: number; readonly standardError: number }
  readonly value: number
  /** Root of the MSE. */
  readonly error: number
  readonly shrinkage: number
  readonly coefficientOfVariation: number
  /** Part of the direct variance that the model takes away. */
  readonly gain: number
  readonly isPublishable: boolean
}

/** Every place, and how they were made. */
export interface PlaceEstimates {
  readonly basis: PlaceModel['basis']
  readonly betweenVariance: number
  /** What places were multiplied by to say together what the whole says. */
  readonly benchmarkFactor: number
  readonly places: readonly PlaceEstimate[]
}

/**
 * Estimates by place where most places have few firms: direct estimates with smoothed variances,
 * Fay and Herriot's model, benchmarked to the whole, each with the verdict whether it may be shown.
 *
 * Unit: that of the estimates. Cost: O(places · firms), for the direct errors.
 *
 * @throws {AnalysisError} `too-few-places`, `columns-collinear`, `answers-tell-nothing`
 * @see `smoothedVariances`, `fayHerriot`, `benchmarked`, `publishablePlace`
 * @example
 * const firms = [[1, 0, 1, 1], [0, 1, 0, 0], [1, 1, 0, 1]].map((y) => Float64Array.from(y))
 * const places = firms.map((y, place) => ({ name: `${place}`, population: 100,
 *   direct: weightedMean(y, Float64Array.of(1, 1, 1, 1)) }))
 * const errorOf = ({ influence }) => Math.sqrt(taylorVariance(influence, {}))
 * estimatePlaces({ places, whole: 7 / 12, errorOf }).benchmarkFactor // => 1
 */
export function estimatePlaces(
  { places, whole, errorOf }: PlacesOfWhole,
  options: PlaceModelOptions = {},
): PlaceEstimates {
  const errors = Float64Array.from(places, ({ direct }) =>
    direct.answers > 0 ? errorOf(direct) : Number.NaN,
  )
  const answers = places.map(({ direct }) => direct.answers)
  const { variances } = smoothedVariances(
    errors.map((error) => error ** 2),
    answers,
  )
  const estimates = Float64Array.from(places, ({ direct }) => direct.value)
  const model = fayHerriot({ estimates, variances, covariates: covariatesOf(places) }, options)
  const held = benchmarked(
    {
      values: Float64Array.from(model.places, ({ value }) => value),
      meanSquaredErrors: Float64Array.from(model.places, ({ meanSquaredError }) => meanSquaredError),
    },
    { populations: Float64Array.from(places, ({ population }) => population), whole },
  )
  return {
    basis: model.basis,
    betweenVariance: model.betweenVariance,
    benchmarkFactor: held.factor,
    places: places.map(({ name }, place) => {
      const value = held.values[place] ?? Number.NaN
      const meanSquaredError = held.meanSquaredErrors[place] ?? Number.NaN
      const directVariance = variances[place] ?? Number.NaN
      return {
        name,
        answers: answers[place] ?? 0,
        direct: { value: estimates[place] ?? Number.NaN, standardError: errors[place] ?? Number.NaN },
        value,
        error: Math.sqrt(meanSquaredError),
        shrinkage: model.places[place]?.shrinkage ?? 0,
        ...publishablePlace({ value, meanSquaredError, directVariance }),
      }
    }),
  }
}

function covariatesOf(places: readonly Place[]): readonly Float64Array[] {
  const [first] = places
  const columns = first?.covariates ?? []
  return [
    Float64Array.from(places, () => 1),
    ...columns.map((_first, column) =>
      Float64Array.from(places, ({ covariates }) => covariates?.[column] ?? Number.NaN),
    ),
  ]
}
