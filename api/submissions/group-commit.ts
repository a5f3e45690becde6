import { Overloaded } from '../db/overloaded.ts'

interface Commit<Element, Outcome> {
  /** Stores the elements together, all or none, and answers an outcome for each, in their order. */
  readonly commit: (elements: readonly Element[]) => Promise<readonly Outcome[]>
  /** Whether one element can be to blame for an error, so that the others deserve another try. */
  readonly blamesOne: (error: unknown) => boolean
}

interface Limits {
  readonly mostTogether: number
  readonly mostWaiting: number
}

type Settled<Outcome> = readonly PromiseSettledResult<Outcome>[]

interface Group<Element, Outcome> {
  readonly elements: Element[]
  readonly outcomes: Promise<Settled<Outcome>>
}

/**
 * Lets elements that arrive together share one commit: a commit waits for the disk, and one wait
 * serves all. A group takes members until its own commit begins; nobody hears of an outcome before.
 */
export function groupCommit<Element, Outcome>({
  mostTogether,
  mostWaiting,
  ...commit
}: Commit<Element, Outcome> & Limits): (element: Element) => Promise<Outcome> {
  let joinable: Group<Element, Outcome> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function commitAfter(before: Promise<unknown>, elements: readonly Element[]) {
    await before
    // One turn of the event loop, so that what came in with the first may join it.
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (joinable?.elements === elements) joinable = undefined
    return settle(commit, elements)
  }

  function groupWithRoom(): Group<Element, Outcome> {
    if (joinable && joinable.elements.length < mostTogether) return joinable
    const elements: Element[] = []
    joinable = { elements, outcomes: commitAfter(last, elements) }
    last = joinable.outcomes
    return joinable
  }

  return async (element) => {
    if (waiting >= mostWaiting) throw new Overloaded('Too many wait for a commit')
    waiting += 1
    try {
      const { elements, outcomes } = groupWithRoom()
      const place = elements.push(element) - 1
      return outcomeAt(await outcomes, place)
    } finally {
      waiting -= 1
    }
  }
}

/** Never rejects: one element that cannot be stored must not fail those it arrived with. */
async function settle<Element, Outcome>(
  { commit, blamesOne }: Commit<Element, Outcome>,
  elements: readonly Element[],
): Promise<Settled<Outcome>> {
  try {
    const outcomes = await commit(elements)
    return outcomes.map((value) => ({ status: 'fulfilled', value }))
  } catch (error) {
    if (elements.length === 1 || !blamesOne(error)) {
      return elements.map(() => ({ status: 'rejected', reason: error }))
    }
    const alone: PromiseSettledResult<Outcome>[] = []
    for (const element of elements) alone.push(...(await settle({ commit, blamesOne }, [element])))
    return alone
  }
}

function outcomeAt<Outcome>(outcomes: Settled<Outcome>, place: number): Outcome {
  const outcome = outcomes[place]
  if (!outcome) throw new Error('A commit answered fewer outcomes than elements')
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
