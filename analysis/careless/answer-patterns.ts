import type { AnswerColumn } from '../answer-column.ts'
import type { Sample } from '../sample.ts'

/** All answers of every firm, one row a firm, for comparing firms with firms. */
export interface AnswerPatterns {
  readonly firms: number
  readonly items: number
  /** A number that stands for the answer; below 0 where there is none. */
  readonly codes: Int16Array
}

const NO_ANSWER = -1
const LARGEST_CODE = 0x7fff

/**
 * Answers as rows of small codes: equal codes of an item are equal answers. Above 32,768 different
 * numbers to one item two of them may share a code, which makes two firms only seem more alike.
 *
 * Unit: none. Cost: O(firms · items); 2 bytes an answer.
 *
 * @example
 * const columns = new Map([['a', { kind: 'choice', options: ['yes', 'no'], codes: Int8Array.of(1, -1) }]])
 * answerPatterns({ firms: 2, columns }, ['a']).codes // => [1, -1]
 */
export function answerPatterns(
  { firms, columns }: Pick<Sample, 'firms' | 'columns'>,
  items: readonly string[],
): AnswerPatterns {
  const compared = items.flatMap((item) => columns.get(item) ?? [])
  const codes = new Int16Array(firms * compared.length)
  for (const [place, column] of compared.entries()) {
    const codeAt = codesOf(column)
    for (let firm = 0; firm < firms; firm++) codes[firm * compared.length + place] = codeAt(firm)
  }
  return { firms, items: compared.length, codes }
}

function codesOf(column: AnswerColumn): (firm: number) => number {
  if (column.kind === 'choice') return (firm) => Math.max(column.codes[firm] ?? NO_ANSWER, NO_ANSWER)
  const values = column.kind === 'numbers' ? column.numbers : column.ticks
  const codes = new Map<number, number>()
  return (firm) => {
    if (column.missing[firm] !== 0) return NO_ANSWER
    const value = values[firm] ?? 0
    const known = codes.get(value)
    if (known !== undefined) return known
    const code = codes.size & LARGEST_CODE
    codes.set(value, code)
    return code
  }
}
