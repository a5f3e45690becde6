import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { sameScaleBlocks } from '../reliability/same-scale-blocks.ts'
import type { Sample } from '../sample.ts'
import { answerPatterns } from './answer-patterns.ts'
import { type BlockThresholds, markBlockSignals } from './block-signals.ts'
import { type CarelessSignal, firmsBySignal, markSignal, signalCount } from './careless-signals.ts'
import { nearDuplicates } from './near-duplicates.ts'

/** Who seems to have answered without care. Per firm: never for a desk, `carelessnessCounts` is. */
export interface Carelessness extends CarelessnessCounts {
  /** A cell a firm: bit k is set where the k-th of `CARELESS_SIGNALS` holds. */
  readonly signals: Uint8Array
  /** Factors to put to base weights, so that scores can be made with and without the flagged. */
  readonly baseFactors: (treatment: CarelessTreatment) => Float64Array
}

/** What a desk may see. */
export interface CarelessnessCounts {
  readonly firms: number
  /** Firms with two signals or more. */
  readonly flagged: number
  readonly bySignal: Readonly<Record<CarelessSignal, number>>
  readonly thresholds: CarelessThresholds
  /**
   * Whether scores with and without the flagged may be shown side by side: with fewer than five
   * flagged or left, the difference would tell what those few answered.
   */
  readonly comparable: boolean
}

interface CarelessThresholds extends BlockThresholds {
  /** Signals that make a firm flagged. */
  readonly signals: number
  /** Share of equal answers with another firm; null where copies cannot be told from chance. */
  readonly equalAnswers: number | null
}

/** `with` counts all firms, `without` leaves the flagged out, `down-weighted` counts them less. */
type CarelessTreatment = 'with' | 'without' | 'down-weighted'

/** What a search for careless answers can be told besides the answers. */
export interface CarelessOptions {
  /** How quickly each firm answered, where that is known. */
  readonly speedClass?: readonly (SpeedClass | undefined)[] | undefined
  /** Of the search for near-duplicates. */
  readonly seed?: number | undefined
}

/** `fast`: in less than a third of the median time. */
type SpeedClass = 'fast' | 'usual'

/** One odd thing happens to honest firms; two seldom do. */
const FLAGGED_FROM = 2
/** Shorter blocks show nothing: three equal answers are an opinion. */
const FEWEST_ITEMS = 4
const FEWEST_SHOWN = 5

/**
 * Looks for careless and copied answers: runs of equal answers in a block of one scale, hardly any
 * spread, distance from all others, halves that do not agree, near-duplicates of another firm, and
 * haste where it is known. A firm is flagged at two signals; nobody is left out here.
 *
 * `down-weighted` counts a flagged firm as 1 over the number of its signals. Block signals stand on
 * blocks of four items or more; a questionnaire without such has only the last two.
 * Unit: firms. Cost: O(firms · (items² + bands · log firms)); see `nearDuplicates`.
 *
 * @see Meade & Craig (2012), Identifying careless responses in survey data; Curran (2016),
 * Methods for the detection of carelessly invalid responses
 * @example
 * carelessness({ firms: 2, columns: new Map() }, { scales: {}, sections: [] }, { speedClass: ['fast', 'usual'] }).bySignal.fast // => 1
 */
export function carelessness(
  sample: Pick<Sample, 'firms' | 'columns'>,
  questionnaire: Pick<Questionnaire, 'scales' | 'sections'>,
  { speedClass, seed }: CarelessOptions = {},
): Carelessness {
  const signals = new Uint8Array(sample.firms)
  const blocks = sameScaleBlocks(questionnaire).filter(({ items }) => items.length >= FEWEST_ITEMS)
  const blockThresholds = markBlockSignals(sample, blocks, signals)
  const patterns = answerPatterns(sample, comparedItems(questionnaire))
  const duplicates = nearDuplicates(patterns, seed === undefined ? {} : { seed })
  markSignal(signals, 'near-duplicate', (firm) => duplicates.flagged[firm] === 1)
  markSignal(signals, 'fast', (firm) => speedClass?.[firm] === 'fast')
  const flagged = signals.reduce((firms, own) => firms + Number(isFlagged(own)), 0)
  return {
    firms: sample.firms,
    flagged,
    bySignal: firmsBySignal(signals),
    thresholds: { ...blockThresholds, signals: FLAGGED_FROM, equalAnswers: duplicates.threshold },
    comparable: flagged >= FEWEST_SHOWN && sample.firms - flagged >= FEWEST_SHOWN,
    signals,
    baseFactors: (treatment) => Float64Array.from(signals, (own) => factorOf(own, treatment)),
  }
}

/**
 * What a desk may see of it: counts and thresholds, no firm.
 *
 * Unit: firms. Cost: constant.
 *
 * @example
 * carelessnessCounts(carelessness({ firms: 2, columns: new Map() }, { scales: {}, sections: [] })).flagged // => 0
 */
export function carelessnessCounts({
  firms,
  flagged,
  bySignal,
  thresholds,
  comparable,
}: Carelessness): CarelessnessCounts {
  return { firms, flagged, bySignal, thresholds, comparable }
}

function factorOf(signals: number, treatment: CarelessTreatment): number {
  if (treatment === 'with' || !isFlagged(signals)) return 1
  return treatment === 'without' ? 0 : 1 / signalCount(signals)
}

function isFlagged(signals: number): boolean {
  return signalCount(signals) >= FLAGGED_FROM
}

/** Answers drawn by chance (list, crosswise, forced) say nothing of copying; texts are not in the sample. */
function comparedItems({ sections }: Pick<Questionnaire, 'sections'>): readonly string[] {
  const kinds = new Set<string>(['single', 'multiple', 'integer', 'decimal', 'scale'])
  return sections.flatMap(({ items }) => items.filter(({ kind }) => kinds.has(kind)).map(({ code }) => code))
}
