const RANGE = 2 ** 32

/**
 * The elements in an order drawn evenly from all orders (Fisher and Yates), from a cryptographic
 * source: nobody can draw it again.
 */
export function shuffled<Element>(elements: readonly Element[]): readonly Element[] {
  const drawn: Element[] = []
  for (const [count, element] of elements.entries()) {
    const place = randomBelow(count + 1)
    const displaced = drawn[place]
    if (displaced === undefined) drawn.push(element)
    else {
      drawn.push(displaced)
      drawn[place] = element
    }
  }
  return drawn
}

/** A whole number from 0 up to, not including, `bound`, each as likely. */
function randomBelow(bound: number): number {
  // Above the last whole multiple of the bound, small remainders would come up more often.
  const even = RANGE - (RANGE % bound)
  for (;;) {
    const [draw] = crypto.getRandomValues(new Uint32Array(1))
    if (draw !== undefined && draw < even) return draw % bound
  }
}
