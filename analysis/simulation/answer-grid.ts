import type { AnswerableItem } from '../../survey-definitions/questionnaire-schema.ts'

/** An item that is answered with a number. */
export type NumberItem = Extract<AnswerableItem, { kind: 'integer' | 'decimal' | 'scale' }>

/** Numbers that firms may answer, in ascending order. */
export interface AnswerGrid {
  readonly numbers: readonly number[]
  /** How far it is from each number to the next: its part of a density. */
  readonly widths: readonly number[]
}

/**
 * Distances grow by this factor once that is over one step, so after 500 steps: a range of a
 * thousand answers is all there, and the widest takes some ten thousand numbers for each anchor.
 */
const GROWTH = 1.004

/**
 * Answers to a number item, close together around the anchors and the ends of its range and
 * ever farther apart from there: every answer where the mass is, whatever the range.
 *
 * Unit: the item's. Cost: O(numbers), at most some ten thousand an anchor.
 *
 * @example
 * answerGrid({ code: 'days', kind: 'integer', min: 0, max: 3 }, []).numbers // => [0, 1, 2, 3]
 */
export function answerGrid(item: NumberItem, anchors: readonly number[]): AnswerGrid {
  const numbers = item.kind === 'scale' ? [1, 2, 3, 4, 5] : numbersAround(item, anchors)
  const gaps = numbers.slice(1).map((number, place) => number - (numbers[place] ?? number))
  return { numbers, widths: [...gaps, gaps.at(-1) ?? 1] }
}

function numbersAround(item: Exclude<NumberItem, { kind: 'scale' }>, anchors: readonly number[]): number[] {
  const decimals = item.kind === 'decimal' ? item.decimals : 0
  const [min, max] = [safe(item.min), safe(item.max)]
  // Adding nought turns minus nought into nought.
  const asAnswer = (number: number) => Number(number.toFixed(decimals)) + 0
  const numbers = new Set<number>()
  for (const anchor of [min, max, ...anchors].map(asAnswer)) {
    for (const distance of distances(max - min, 10 ** -decimals)) {
      numbers.add(asAnswer(anchor - distance))
      numbers.add(asAnswer(anchor + distance))
    }
  }
  return [...numbers].filter((number) => number >= min && number <= max).toSorted((a, b) => a - b)
}

function* distances(farthest: number, step: number): Generator<number> {
  for (let steps = 0; steps * step <= farthest; steps = Math.max(steps + 1, Math.floor(steps * GROWTH))) {
    yield steps * step
  }
}

/** Answers beyond this are refused whatever the item's own bounds. */
function safe(bound: number): number {
  return Math.min(Math.max(bound, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
}
