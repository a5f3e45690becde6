import type { Counting } from '../../survey-definitions/questionnaire-schema.ts'
import type { Codes } from './column-source.ts'

/**
 * Gives every number that occurs a code, from 1 up in the order they come; 0 is no number. A share
 * knows its two numbers from the start.
 *
 * @example
 * const codes = new ValueCodes('mean')
 * ;[codes.codeOf(12.5), codes.codeOf(undefined), codes.codeOf(12.5)] // => [1, 0, 1]
 */
export class ValueCodes {
  /** The number of code k + 1, at place k. */
  readonly numbers: number[] = []
  readonly #codes = new Map<number, number>()

  constructor(as: Counting['as']) {
    if (as !== 'share') return
    this.codeOf(0)
    this.codeOf(1)
  }

  codeOf(number: number | undefined): number {
    if (number === undefined) return 0
    const known = this.#codes.get(number)
    if (known !== undefined) return known
    const code = this.numbers.push(number)
    this.#codes.set(number, code)
    return code
  }
}

/**
 * The numbers in ascending order, and the codes led to them: what the order of firms leaves no trace
 * in.
 *
 * Unit: the numbers'. Cost: O(firms + numbers · log numbers).
 *
 * @example
 * sortedCodes([7, 3], Uint8Array.of(1, 2, 0)).codes // => [2, 1, 0]
 */
export function sortedCodes(
  numbers: readonly number[],
  codes: ArrayLike<number>,
): { readonly numbers: Float64Array; readonly codes: Codes } {
  const sorted = Float64Array.from(numbers).toSorted()
  const rank = new Map([...sorted].map((number, place) => [number, place + 1]))
  const led = [0, ...numbers.map((number) => rank.get(number) ?? 0)]
  const ordered = codesFor(sorted.length, codes.length)
  for (let firm = 0; firm < codes.length; firm++) ordered[firm] = led[codes[firm] ?? 0] ?? 0
  return { numbers: sorted, codes: ordered }
}

/** The narrowest array that holds codes up to the largest. */
function codesFor(largest: number, length: number): Codes {
  if (largest < 2 ** 8) return new Uint8Array(length)
  return largest < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length)
}
