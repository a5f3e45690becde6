import { z } from 'zod'
import { answerSpread } from '../../../analysis/careless/answer-spread.ts'
import { longestRuns } from '../../../analysis/careless/longest-run.ts'
import { squaredDistances } from '../../../analysis/careless/squared-distance.ts'
import { chiSquaredQuantile } from '../../../analysis/distributions/chi-squared.ts'
import {
  alphaIfDropped,
  alphaOf,
  cronbachAlpha,
  standardisedAlpha,
} from '../../../analysis/reliability/cronbach-alpha.ts'
import {
  completeOnly,
  type ItemCovariance,
  itemCorrelation,
  itemCovariance,
  keyed,
} from '../../../analysis/reliability/item-covariance.ts'
import { minimumResidualFactor } from '../../../analysis/reliability/minimum-residual-factor.ts'
import { observedOmega, omegaOf } from '../../../analysis/reliability/omega.ts'
import { oneFactor } from '../../../analysis/reliability/one-factor.ts'
import { type FigureContext, figureMaker } from './figure-maker.ts'
import { Figure, type FigureTree, isBranch, partsOf, type TruthTree } from './figure-tree.ts'

const Items = z.object({
  data: z.string(),
  items: z.array(z.string()),
  /** Items that are keyed against the others. */
  reversed: z.array(z.string()).default([]),
})
type Items = z.infer<typeof Items>
/** Weights of the firms that answered all, over and over. */
const Weighted = Items.extend({ weightCycle: z.array(z.number()).min(1) })
const OfFactor = Items.extend({ part: z.enum(['loadings', 'uniquenesses', 'omega']) })

/** Reliability of scales, and figures of single respondents' answers. */
export const psychometricsMakers = {
  alpha: figureMaker(Items, (options, { folder }) => alphaOf(covarianceOf(options, folder))),

  'standardised-alpha': figureMaker(Items, (options, { folder }) =>
    standardisedAlpha(covarianceOf(options, folder)),
  ),

  'alpha-if-dropped': figureMaker(Items, (options, { folder }) => {
    const alphas = alphaIfDropped(covarianceOf(options, folder))
    return Object.fromEntries(options.items.map((item, place) => [item, alphas[place] ?? null]))
  }),

  'weighted-alpha': figureMaker(Weighted, (options, { folder }) => {
    const turned = columnsOf(options, folder).map((answers, place) =>
      options.reversed.includes(options.items[place] ?? '') ? answers.map((answer) => -answer) : answers,
    )
    return cronbachAlpha(turned, cycled(options.weightCycle, completeOnly(turned)[0])).value
  }),

  factor: figureMaker(OfFactor, (options, { folder }) => {
    const factor = oneFactor(completeCorrelation(options, folder))
    if (options.part === 'omega') return omegaOf(factor)
    // Both are parts of one standard deviation.
    return Array.from(factor[options.part], (share) => new Figure(share, 1))
  }),

  'observed-omega': figureMaker(Items, (options, { folder }) => {
    const correlation = completeCorrelation(options, folder)
    return observedOmega(correlation, minimumResidualFactor(correlation))
  }),

  'squared-distances': figureMaker(Items, (options, { folder, truth }) => {
    const complete = completeOnly(columnsOf(options, folder))
    const distances = squaredDistances(complete).distances.filter((distance) => !Number.isNaN(distance))
    const cut = (level: string): number => chiSquaredQuantile(Number(`0.${level}`), options.items.length)
    const part = (name: string): FigureTree | undefined => {
      if (name === 'n') return distances.length
      if (name === 'max') return distances.reduce((most, distance) => Math.max(most, distance), 0)
      if (name === 'flagged') return distances.filter((distance) => distance > cut('99')).length
      const level = /^cut(\d+)$/.exec(name)?.[1]
      return level ? cut(level) : firstOf(distances, name, truth)
    }
    return byName(truth, part)
  }),

  'longest-runs': figureMaker(Items, (options, { folder, truth }) => {
    // Where nothing is answered, R counts each empty cell as a run of one.
    const runs = longestRuns(columnsOf(options, folder)).map((run) => Math.max(run, 1))
    return byName(truth, (name) => (name === 'tab' ? tabulated(runs) : firstOf(runs, name, truth)))
  }),

  'answer-spreads': figureMaker(Items, (options, { folder, truth }) => {
    const spreads = answerSpread(columnsOf(options, folder))
    return byName(truth, (name) => firstOf(spreads, name, truth))
  }),
}

function columnsOf({ data, items }: Items, folder: FigureContext['folder']): readonly Float64Array[] {
  const table = folder.table(data)
  return items.map((item) => table.numbers(item))
}

function covarianceOf(options: Items, folder: FigureContext['folder']): ItemCovariance {
  return keyed(itemCovariance(columnsOf(options, folder)), signsOf(options))
}

function completeCorrelation(options: Items, folder: FigureContext['folder']): ItemCovariance {
  const complete = completeOnly(columnsOf(options, folder))
  return keyed(itemCorrelation(itemCovariance(complete)), signsOf(options))
}

function signsOf({ items, reversed }: Items): readonly number[] {
  return items.map((item) => (reversed.includes(item) ? -1 : 1))
}

function cycled(weights: readonly number[], complete: Float64Array = new Float64Array()): Float64Array {
  let place = 0
  return complete.map((answer) => (Number.isNaN(answer) ? 0 : (weights[place++ % weights.length] ?? 0)))
}

/** The named parts that the truth has of what can be computed. */
function byName(truth: TruthTree, part: (name: string) => FigureTree | undefined): FigureTree {
  if (!isBranch(truth)) return {}
  return Object.fromEntries(
    partsOf(truth).flatMap(([name]) => {
      const figures = part(name)
      return figures === undefined ? [] : [[name, figures]]
    }),
  )
}

/** `first20`: those of the first respondents, under the names that the truth has for them. */
function firstOf(figures: ArrayLike<number>, name: string, truth: TruthTree): FigureTree | undefined {
  const wanted = Object.entries(truth ?? {}).find(([key]) => key === name)?.[1]
  if (!/^first\d+$/.test(name) || !isBranch(wanted)) return undefined
  const names = partsOf(wanted).map(([own]) => own)
  return Array.isArray(wanted)
    ? names.map((_name, place) => figures[place] ?? null)
    : Object.fromEntries(names.map((own, place) => [own, figures[place] ?? null]))
}

function tabulated(counts: ArrayLike<number>): FigureTree {
  const table: Record<string, number> = {}
  for (let place = 0; place < counts.length; place++) {
    const count = String(counts[place])
    table[count] = (table[count] ?? 0) + 1
  }
  return table
}
