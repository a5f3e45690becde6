const number = new Float64Array(1)
const words = new Uint32Array(number.buffer)
/** Where the word with sign and exponent is: engines run on machines of either order. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0

/**
 * The upper 32 bits of a float64, as a signed integer: sign, exponent, first 20 bits of the rest.
 *
 * Unit: none, 32 bits. Cost: constant.
 *
 * @example
 * highWord(1) // => 0x3ff00000
 */
export function highWord(x: number): number {
  number[0] = x
  return (words[HIGH] ?? 0) | 0
}

/**
 * The float64 with other upper 32 bits.
 *
 * Unit: none. Cost: constant.
 *
 * @example
 * withHighWord(1.5, 0x40080000) // => 3
 */
export function withHighWord(x: number, high: number): number {
  number[0] = x
  words[HIGH] = high
  return number[0] ?? x
}

/**
 * 2ᵏ for k from −1022 to 1023.
 *
 * Unit: none. Cost: constant.
 *
 * @example
 * powerOfTwo(-1) // => 0.5
 */
export function powerOfTwo(k: number): number {
  return withHighWord(0, (k + 1023) << 20)
}
