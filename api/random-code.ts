/** Lower-case letters and digits that cannot be taken for one another on paper: no 0 o, 1 i l. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Bytes from here on would favour the first letters: they are drawn again. */
const UNBIASED = 256 - (256 % ALPHABET.length)

/** Characters that hold at least 128 bits: a secret nobody guesses. */
export const SECRET_LENGTH = 26

/** A code of letters drawn evenly from a cryptographic source, 4.95 bits each. */
export function randomCode(length: number): string {
  let code = ''
  while (code.length < length) {
    const even = crypto.getRandomValues(new Uint8Array(length)).filter((byte) => byte < UNBIASED)
    for (const byte of even) code += ALPHABET.charAt(byte % ALPHABET.length)
  }
  return code.slice(0, length)
}
