/**
 * The longest run of equal answers to items in a row, for every firm: 8 of 8 agreed or not is 8.
 *
 * Columns hold the answers in the questionnaire's order, NaN where there is none. A missing answer
 * ends a run; an item that the firm was not asked (`asked` is 0) was not on its page and does not.
 * Unit: items. Cost: O(firms · items).
 *
 * @see Johnson (2005), Ascertaining the validity of individual protocols; R careless::longstring
 * @example
 * longestRuns([Float64Array.of(1, 1), Float64Array.of(2, 1), Float64Array.of(2, NaN)]) // => [2, 2]
 */
export function longestRuns(items: readonly Float64Array[], asked?: readonly Uint8Array[]): Uint16Array {
  const firms = items[0]?.length ?? 0
  const runs: Runs = {
    longest: new Uint16Array(firms),
    running: new Uint16Array(firms),
    last: new Float64Array(firms).fill(Number.NaN),
  }
  for (const [place, answers] of items.entries()) {
    for (const [firm, answer] of answers.entries()) {
      if (asked?.[place]?.[firm] !== 0) goOn(runs, firm, answer)
    }
  }
  return runs.longest
}

interface Runs {
  readonly longest: Uint16Array
  readonly running: Uint16Array
  readonly last: Float64Array
}

function goOn({ longest, running, last }: Runs, firm: number, answer: number): void {
  const run = answer === last[firm] ? (running[firm] ?? 0) + 1 : Number(!Number.isNaN(answer))
  running[firm] = run
  last[firm] = answer
  longest[firm] = Math.max(longest[firm] ?? 0, run)
}
