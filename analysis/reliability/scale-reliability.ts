import type { Edition, Indicator } from '../../survey-definitions/edition-schema.ts'
import { type CountedItem, countedItems } from '../../survey-definitions/counted-value.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { AnswerColumn } from '../answer-column.ts'
import type { Sample } from '../sample.ts'
import { taylorVariance } from '../variance.ts'
import { blockAnswers } from './block-answers.ts'
import { blockReliability } from './block-reliability.ts'
import { type SameScaleBlock, sameScaleBlocks } from './same-scale-blocks.ts'

/** How well the items of one section and scale hang together, each turned so that more is better. */
export interface ScaleReliability {
  readonly section: string
  /** The scale's name; `1-5` for items answered by such a number. */
  readonly scale: string
  /** Codes of the items that were looked at. */
  readonly items: readonly string[]
  /** Firms that answered them all. */
  readonly firms: number
  readonly alpha: number
  readonly alphaError: number
  /** Null where the items have no proper common factor. */
  readonly omega: number | null
  /** Items that surely go against most of the others, although the edition says they go with them. */
  readonly reversed: readonly string[]
}

/** What reliability is looked for in. */
export interface ScaledSample {
  readonly edition: Pick<Edition, 'indicators'>
  readonly questionnaire: Questionnaire
  readonly sample: Sample
  /** Of the firms. */
  readonly weights: Float64Array
}

/** Beyond, covariances of all items take seconds; a part of the firms would tell the same. */
const MOST_FIRMS = 20_000

/**
 * Alpha, omega and items keyed the wrong way round, of every block of three items or more that ten
 * firms have answered in full. An item counts as it does for its indicator: turned round where the
 * edition says that lower is better, or where the end of the scale that counts is the last one. So
 * an item that is `reversed` was answered against what its indicator supposes. Items that feed no
 * indicator, or whose options have no order that could be known from what counts, are left out.
 * None above 20,000 firms.
 *
 * Unit: none. Cost: O(firms · items²) of each block.
 *
 * @see blockReliability, itemDirections
 * @example
 * const weights = new Float64Array(sample.firms).fill(1)
 * scaleReliability({ edition: pci2017, questionnaire: pulse, sample, weights }) // => []
 */
export function scaleReliability({
  edition,
  questionnaire,
  sample,
  weights,
}: ScaledSample): readonly ScaleReliability[] {
  if (sample.firms > MOST_FIRMS) return []
  const signOf = itemSigns(edition.indicators, questionnaire, sample)
  return sameScaleBlocks(questionnaire).flatMap((block) => {
    const items = block.items.filter((item) => signOf(item, block) !== 0)
    const { steps } = blockAnswers(sample, { ...block, items })
    const turned = steps.map((answers, place) => {
      const sign = signOf(items[place] ?? '', block)
      return answers.map((answer) => sign * answer)
    })
    const found = blockReliability(turned, weights)
    if (!found) return []
    const { section, scale } = block
    return [
      {
        section,
        scale,
        items,
        firms: found.firms,
        alpha: found.alpha,
        alphaError: Math.sqrt(taylorVariance(found.influence, {})),
        omega: found.omega,
        reversed: items.filter((_item, place) => found.items[place]?.direction === 'reversed'),
      },
    ]
  })
}

/** 1 where the last step is best, −1 where the first is, 0 where nobody can say or the sample lacks it. */
function itemSigns(
  indicators: readonly Indicator[],
  questionnaire: Questionnaire,
  { columns }: Sample,
): (item: string, block: SameScaleBlock) => number {
  const byCode = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  // Where an item feeds several indicators, the first says which way it counts.
  const counted = new Map(
    countedItems(questionnaire)
      .toReversed()
      .map((one) => [one.item.code, one]),
  )
  return (item, { outside }) => {
    const found = counted.get(item)
    const column = columns.get(item)
    const indicator = found && byCode.get(found.counting.indicator)
    if (!found || !column || !indicator) return 0
    return (indicator.direction === 'higher-is-better' ? 1 : -1) * countedEnd(column, found, outside)
  }
}

/** 1 where more of the last step makes the indicator's value higher, −1 for the first. */
function countedEnd(
  column: AnswerColumn,
  { counting: { options: counts } }: CountedItem,
  outside: readonly string[],
): number {
  if (column.kind === 'numbers') return 1
  if (!counts) return 0
  const steps = column.options.filter((option) => !outside.includes(option))
  const isNamed = steps.map((step) => counts.includes(step))
  const count = isNamed.filter(Boolean).length
  // One of three or more that counts may be a name among names.
  if (steps.length > 2 && count < 2) return 0
  if (isNamed.slice(0, count).every(Boolean)) return -1
  return isNamed.slice(-count).every(Boolean) ? 1 : 0
}
