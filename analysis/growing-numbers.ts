/**
 * Float64 numbers of which nobody knows the count yet.
 *
 * Cost: amortised O(1) a number.
 *
 * @example
 * const numbers = new GrowingNumbers()
 * for (const number of [3, 1]) numbers.push(number)
 * numbers.numbers() // => [3, 1]
 */
export class GrowingNumbers {
  #numbers = new Float64Array(64)
  #count = 0

  push(number: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Float64Array(this.#count * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#count++] = number
  }

  /** A copy of the numbers so far. */
  numbers(): Float64Array {
    return this.#numbers.slice(0, this.#count)
  }
}
