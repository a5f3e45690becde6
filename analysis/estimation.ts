import type { IndicatorGradient } from './actions/indicator-gradient.ts'
import type { CarelessEffect } from './careless/careless-effect.ts'
import type { ScaleReliability } from './reliability/scale-reliability.ts'
import type { BiasModel, ScaleLink } from './scale-link/linked-scale.ts'
import type { JointVerdict } from './verdicts/joint-verdict.ts'
import type { Verdict } from './verdicts/verdict-result.ts'
import type { ChannelContrast } from './trust/contrast-channels.ts'
import type { BoundsOfScores } from './trust/estimate-bounds.ts'
import type { ItemNonresponse } from './trust/item-nonresponse.ts'

/**
 * The result of one analysis of one sample: what a snapshot stores, the desk shows and the CSV
 * prints. Plain JSON: absent figures are `null`, never NaN. Scores of indicators and sub-indices
 * are on 1-10, of the composite on 0-100; shares on 0-1; intervals are of the score.
 */
export interface Estimation {
  /** Firms in the sample. */
  readonly firms: number
  /** Firms by channel: `open`, `slip`, `invitation`, `interviewer`. */
  readonly channels: Readonly<Record<string, number>>
  /** Some answers came by open link: scores are indicative only, and pages say so. */
  readonly indicative: boolean
  /** First and last year the composite weights hold for. */
  readonly weightYears: readonly [number, number]
  readonly confidence: number
  readonly varianceMethod: 'taylor' | 'generalised-bootstrap'
  /** What the errors were made from, where they are a bootstrap's. */
  readonly bootstrap?: BootstrapRun
  readonly weighting: Weighting
  readonly scaleLink: ScaleLink
  /** What past pairs of own and official scores told, where the scale rests on them. */
  readonly biasModel: BiasModel | null
  readonly indicators: readonly IndicatorEstimate[]
  readonly subIndices: readonly SubIndexEstimate[]
  readonly composite: ScoreEstimate
  /** The verdicts together; null where none was given. */
  readonly joint: JointVerdict | null
  /** What one step of each indicator is worth; of those with a score. */
  readonly gradients: readonly IndicatorGradient[]
  /** How far "don't know" and "refused" could move values and scores. */
  readonly dkBounds: BoundsOfScores
  /** Open link against drawn codes; null where one of them has too few firms. */
  readonly channelContrast: ChannelContrast | null
  /** Of the items that feed indicators. */
  readonly nonresponse: readonly (ItemNonresponse & { readonly item: string })[]
  /** What careless answering does to the scores; null in analyses made before it was looked for. */
  readonly careless: CarelessEffect | null
  /** Of blocks of items on one scale, as far as enough firms answered them. */
  readonly reliability: readonly ScaleReliability[]
  /** Shares from answers that chance has a part in, where the questionnaire asks so. */
  readonly sensitive?: readonly SensitiveEstimate[]
  /** Questions' own distributions, for the click from a score down to its answers. */
  readonly items: readonly ItemDistribution[]
  readonly warnings: readonly EstimationWarning[]
}

export type { ScaleLink } from './scale-link/linked-scale.ts'
export type { Verdict } from './verdicts/verdict-result.ts'

/** One run of a bootstrap; the same seed gives the same figures. */
interface BootstrapRun {
  readonly replicates: number
  readonly seed: number
  /** Replicates whose weights could not be led to the margins. */
  readonly unmet: number
}

/** How the firms were weighted. */
export interface Weighting {
  readonly method: 'equal' | 'post-stratified' | 'raked'
  /** The items whose margins the weights meet. */
  readonly items: readonly string[]
  /** Kish's design effect of the weights, 1 when equal. */
  readonly designEffect: number
}

/** A score with its sampling error; all null where it cannot be had. */
export interface ScoreEstimate {
  readonly score: number | null
  readonly standardError: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly degreesOfFreedom: number | null
  /** Share of the weight whose indicators have no value; above 1/3 there is no score. */
  readonly missingWeight: number
}

/** One indicator: its value, its score and the errors of both. */
export interface IndicatorEstimate {
  readonly code: string
  readonly subIndex: string
  readonly source: 'survey' | 'hard'
  /** The item that feeds it; null for hard data or where the questionnaire does not ask. */
  readonly item: string | null
  /** In the indicator's own unit: share 0-1, mean, median in days or hours. */
  readonly value: number | null
  /** Of the value, in the value's unit. */
  readonly valueStandardError: number | null
  readonly score: number | null
  /** Of the score, as are the bounds. */
  readonly standardError: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Valid answers; below two there is a value and no score, because one firm has no spread. */
  readonly answers: number
  /** The value lay beyond an observed anchor, which was extended to it. */
  readonly anchorExtended: boolean
  /** The value lay beyond an anchor, and its score is held there: its error is nought only near by. */
  readonly anchorHeld?: true
  /** So few answers that figures could point at a firm: value and score were taken out. */
  readonly withheld?: true
}

/** One sub-index, with its target and the verdict on it. */
export interface SubIndexEstimate extends ScoreEstimate {
  readonly code: string
  readonly target: number | null
  readonly baseline: number | null
  readonly verdict: Verdict | null
  /** The interval for those who look at every release: all looks together hold with the confidence. */
  readonly anytime: { readonly lower: number; readonly upper: number } | null
}

/** The share of firms that a sensitive statement is true of; null where too few answered. */
export interface SensitiveEstimate {
  readonly item: string
  readonly design: 'list-experiment' | 'crosswise' | 'randomised'
  readonly answers: number
  /** 0-1, and now and then beyond: not cut off, because cutting would bias it. */
  readonly estimate: number | null
  readonly standardError: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** What speaks against leaning on it: too few firms, or many at an end of the list. */
  readonly guards: readonly ('floor' | 'ceiling' | 'too-few-firms')[]
}

/** How one item was answered: counts of options, or the spread of numbers. Unit: firms. */
export type ItemDistribution =
  | (ItemCounts & { readonly options: readonly { readonly code: string; readonly count: number }[] })
  | (ItemCounts & {
      /** In a snapshot the outer bins hold all that lies beyond them, and no number is that of a single firm. */
      readonly numbers: {
        readonly min: number
        readonly lowerQuartile: number
        readonly median: number
        readonly upperQuartile: number
        readonly max: number
        readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[]
      } | null
    })

interface ItemCounts {
  readonly item: string
  readonly answered: number
  /** So few answers that they could point at a firm: options or numbers were taken out. */
  readonly withheld?: true
  readonly missing: {
    readonly notAsked: number
    readonly dontKnow: number
    readonly refused: number
    readonly blank: number
  }
}

/** Something the reader of a result must know; worded on the page. */
export interface EstimationWarning {
  readonly code:
    | 'indicator-missing'
    | 'sub-index-withheld'
    | 'composite-partial'
    | 'margin-level-empty'
    | 'margin-level-missing'
    | 'margin-not-met'
    | 'margin-totals-differ'
    | 'stratifier-unknown'
    | 'one-answer'
    | 'few-answers'
    | 'weights-inferred'
    | 'anchor-extended'
    | 'anchor-held'
  /** Indicator, sub-index, item or `item.option` that it is about. */
  readonly about: string
}
