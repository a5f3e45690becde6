import type { ForcedResponseItem } from './questionnaire-schema.ts'

/** What the toss asks of the person who answers. */
export type Toss = 'truth' | 'yes' | 'no'

/**
 * Tosses for an item of forced response. The outcome stays in the memory of the page that shows it:
 * it is no part of the answer, and neither the draft nor anything sent may hold it.
 *
 * @example
 * tossFor({ forcedYes: 0.25, forcedNo: 0.25 }, () => 0.9) // => 'truth'
 */
export function tossFor(
  { forcedYes, forcedNo }: Pick<ForcedResponseItem, 'forcedYes' | 'forcedNo'>,
  random: () => number,
): Toss {
  const drawn = random()
  if (drawn < forcedYes) return 'yes'
  return drawn < forcedYes + forcedNo ? 'no' : 'truth'
}
