/** An answer that could not be had: off the path, not known, not told, left empty. */
export type Missing = 'not-asked' | 'dont-know' | 'refused' | 'blank'

/**
 * One answer as browsers send it: an option code, option codes, a number, a text, or
 * `dont-know` or `refused`. A blank answer is not sent.
 */
export type Answer = string | number | readonly string[]

/** Answers by item code. */
export type Answers = Readonly<Record<string, Answer>>

/** Whether there is no real answer: none sent, or one of the four words that stand for none. */
export function isMissing(answer: Answer | undefined): answer is undefined | Missing {
  if (answer === undefined) return true
  return answer === 'dont-know' || answer === 'refused' || answer === 'blank' || answer === 'not-asked'
}
