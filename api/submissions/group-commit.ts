import { Overloaded } from '../db/overloaded.ts'

interface GroupCommit<Element, Outcome> {
  /** Stores the elements together, all or none, and answers an outcome for each, in their order. */
  readonly commit: (elements: readonly Element[]) => Promise<readonly Outcome[]>
  /** Whether one element can be to blame for an error, so that the others deserve another try. */
  readonly blamesOne: (error: unknown) => boolean
  readonly mostTogether: number
  readonly mostWaiting: number
}

interface Group<Element, Outcome> {
  readonly elements: Element[]
  readonly outcomes: Promise<readonly PromiseSettledResult<Outcome>[]>
}

/**
 * Lets elements that arrive together share one commit: a commit waits for the disk, and one wait
 * serves all. A group takes members until its own commit begins; nobody hears of an outcome before.
 */
export function groupCommit<Element, Outcome>({
  commit,
  blamesOne,
  mostTogether,
  mostWaiting,
}: GroupCommit<Element, Outcome>): (element: Element) => Promise<Outcome> {
  let joinable: Group<Element, Outcome> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  function open(): Group<Element, Outcome> {
    const elements: Element[] = []
    const before = last
    const group = { elements, outcomes: commitAfter(before, elements) }
    last = group.outcomes
    joinable = group
    return group
  }

  async function commitAfter(before: Promise<unknown>, elements: readonly Element[]) {
    await before
    // One turn of the event loop, so that what came in with the first may join it.
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (joinable?.elements === elements) joinable = undefined
    return settle(elements)
  }

  async function settle(elements: readonly Element[]): Promise<readonly PromiseSettledResult<Outcome>[]> {
    try {
      const outcomes = await commit(elements)
      return outcomes.map((value) => ({ status: 'fulfilled', value }))
    } catch (error) {
      if (elements.length === 1 || !blamesOne(error)) {
        return elements.map(() => ({ status: 'rejected', reason: error }))
      }
      const alone: PromiseSettledResult<Outcome>[] = []
      for (const element of elements) alone.push(...(await settle([element])))
      return alone
    }
  }

  return async (element) => {
    if (waiting >= mostWaiting) throw new Overloaded('Too many wait for a commit')
    waiting += 1
    try {
      const group = joinable && joinable.elements.length < mostTogether ? joinable : open()
      const place = group.elements.push(element) - 1
      const outcome = (await group.outcomes)[place]
      if (outcome === undefined) throw new Error('A commit answered fewer outcomes than elements')
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value
    } finally {
      waiting -= 1
    }
  }
}
