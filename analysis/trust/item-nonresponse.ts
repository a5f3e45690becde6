/** How often a question that was asked brought no answer, by the three reasons. */
export interface ItemNonresponse {
  /** Firms that the question was put to. */
  readonly asked: number
  /** Shares of these, 0-1. */
  readonly dontKnow: number
  readonly refused: number
  readonly blank: number
  /** The three together. */
  readonly all: number
}

/**
 * The item non-response of a question among the firms it was put to. A question that nobody was
 * asked has none. A share of refusals far above other questions' is a sign of fear.
 *
 * Unit: shares, 0-1. Cost: constant.
 *
 * @see AAPOR (2023), Standard Definitions
 * @example
 * itemNonresponse({ answered: 15, missing: { notAsked: 40, dontKnow: 3, refused: 2, blank: 0 } }).all // => 0.25
 */
export function itemNonresponse({
  answered,
  missing: { dontKnow, refused, blank },
}: {
  readonly answered: number
  readonly missing: {
    readonly notAsked: number
    readonly dontKnow: number
    readonly refused: number
    readonly blank: number
  }
}): ItemNonresponse {
  const unanswered = dontKnow + refused + blank
  const asked = answered + unanswered
  const shareOf = (count: number): number => (asked === 0 ? 0 : count / asked)
  return {
    asked,
    dontKnow: shareOf(dontKnow),
    refused: shareOf(refused),
    blank: shareOf(blank),
    all: shareOf(unanswered),
  }
}
