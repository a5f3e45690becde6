import type {
  AnswerableItem,
  Counting,
  Questionnaire,
} from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import type { Bounds } from './dont-know-bounds.ts'

/**
 * What an answer to an item can count as at least and at most: 0 and 1 of a share, 1 and 5 of a
 * scale, the values of the options of a choice. An open number has no categories: the least and the
 * greatest that firms gave stand for them, because the form's own limits only catch slips of the pen.
 *
 * Unit: the indicator's. Cost: O(options + numbers).
 *
 * @see dontKnowBounds
 * @example
 * const { item } = countedItems(pulse).find(({ counting }) => counting.as === 'share')
 * answerRange(pulse, { item, counting: { indicator: '5.01', as: 'share' }, given: [0, 1] }) // => { lowest: 0, highest: 1 }
 */
export function answerRange(
  questionnaire: Questionnaire,
  {
    item,
    counting,
    given,
  }: {
    readonly item: AnswerableItem
    readonly counting: Pick<Counting, 'as' | 'indicator'>
    /** The numbers that firms gave. */
    readonly given: ArrayLike<number>
  },
): Bounds {
  if (counting.as === 'share') return { lowest: 0, highest: 1 }
  if (item.kind === 'scale') return { lowest: 1, highest: 5 }
  const values = optionsOf(questionnaire, item).flatMap(({ value }) => (value === undefined ? [] : [value]))
  return endsOf(values.length > 0 ? values : Array.from(given))
}

function endsOf(numbers: readonly number[]): Bounds {
  let [lowest = Number.NaN] = numbers
  let highest = lowest
  for (const number of numbers) {
    lowest = Math.min(lowest, number)
    highest = Math.max(highest, number)
  }
  return { lowest, highest }
}
