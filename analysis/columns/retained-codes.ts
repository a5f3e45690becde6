import type { Codes } from './column-source.ts'

/**
 * Codes kept from chunk to chunk in arrays as narrow as they come, wider once a chunk's are.
 *
 * Cost: amortised O(1) a code.
 *
 * @example
 * const retained = new RetainedCodes()
 * retained.append(Uint8Array.of(1, 2, 9), 2)
 * retained.codes() // => [1, 2]
 */
export class RetainedCodes {
  #codes: Codes = new Uint8Array(64)
  #count = 0

  append(codes: Codes, count: number): void {
    const needed = this.#count + count
    const isNarrow = codes.BYTES_PER_ELEMENT > this.#codes.BYTES_PER_ELEMENT
    if (isNarrow || needed > this.#codes.length) {
      const wider = isNarrow ? codes : this.#codes
      const larger = emptyLike(wider, Math.max(needed, this.#codes.length * 2))
      larger.set(this.#codes.subarray(0, this.#count))
      this.#codes = larger
    }
    this.#codes.set(codes.subarray(0, count), this.#count)
    this.#count = needed
  }

  /** All so far, not copied. */
  codes(): Codes {
    return this.#codes.subarray(0, this.#count)
  }
}

function emptyLike(codes: Codes, length: number): Codes {
  if (codes instanceof Uint8Array) return new Uint8Array(length)
  return codes instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length)
}
