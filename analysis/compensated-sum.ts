/**
 * Adds numbers with Neumaier's correction, so that the sum of n numbers is as good as if it had
 * been added in twice the precision: ties of cumulative weights are then recognised as ties.
 *
 * Cost: about four additions a number.
 *
 * @see Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen
 * @example
 * const sum = new CompensatedSum()
 * for (const term of [1, 1e100, 1, -1e100]) sum.add(term)
 * sum.total // => 2
 */
export class CompensatedSum {
  #sum = 0
  #correction = 0

  add(term: number): void {
    const sum = this.#sum + term
    this.#correction +=
      Math.abs(this.#sum) >= Math.abs(term) ? this.#sum - sum + term : term - sum + this.#sum
    this.#sum = sum
  }

  get total(): number {
    return this.#sum + this.#correction
  }
}

/**
 * The compensated sum of all numbers of an array.
 *
 * Unit: the numbers'. Cost: O(numbers).
 *
 * @example
 * sumOf([1, 1e100, 1, -1e100]) // => 2
 */
export function sumOf(numbers: ArrayLike<number>): number {
  const sum = new CompensatedSum()
  for (let i = 0; i < numbers.length; i++) sum.add(numbers[i] ?? 0)
  return sum.total
}
