import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Overloaded } from '../../../api/db/overloaded.ts'
import { groupCommit } from '../../../api/submissions/group-commit.ts'

const LIMITS = { mostTogether: 5, mostWaiting: 100 }
const blamesOne = (error: unknown) => !(error instanceof Overloaded)

describe('groupCommit', () => {
  it('commits what arrives together, together', async () => {
    const groups: number[][] = []
    const add = groupCommit({
      ...LIMITS,
      blamesOne,
      commit: async (elements: readonly number[]) => {
        groups.push([...elements])
        return elements.map((element) => element * 10)
      },
    })
    expect(await Promise.all([1, 2, 3].map(add))).toEqual([10, 20, 30])
    expect(groups).toEqual([[1, 2, 3]])
  })

  it('runs one commit at a time, and gathers the next group meanwhile', async () => {
    let running = 0
    const groups: number[] = []
    const add = groupCommit({
      ...LIMITS,
      blamesOne,
      commit: async (elements: readonly number[]) => {
        running += 1
        expect(running).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 2))
        running -= 1
        groups.push(elements.length)
        return elements
      },
    })
    await Promise.all(Array.from({ length: 12 }, (_, n) => add(n)))
    expect(groups).toEqual([5, 5, 2])
  })

  it('gives each element its own outcome, however they arrive and whichever fail', async () => {
    const arrivals = fc.array(fc.record({ id: fc.nat(), delay: fc.nat(3), bad: fc.boolean() }), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(arrivals, async (elements) => {
        const add = groupCommit({
          ...LIMITS,
          blamesOne,
          commit: async (group: readonly { id: number; bad: boolean }[]) => {
            await Promise.resolve()
            if (group.some(({ bad }) => bad)) throw new Error('one of them')
            return group.map(({ id }) => id)
          },
        })
        const outcomes = await Promise.allSettled(
          elements.map(async (element) => {
            await new Promise((resolve) => setTimeout(resolve, element.delay))
            return add(element)
          }),
        )
        expect(
          outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed')),
        ).toEqual(elements.map(({ id, bad }) => (bad ? 'failed' : id)))
      }),
      { numRuns: 30, seed: 20_260_504 },
    )
  })

  it('does not try each alone when nobody is to blame', async () => {
    let commits = 0
    const add = groupCommit({
      ...LIMITS,
      blamesOne,
      commit: async (): Promise<readonly number[]> => {
        commits += 1
        throw new Overloaded('busy')
      },
    })
    const outcomes = await Promise.allSettled([1, 2, 3].map(add))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(commits).toBe(1)
  })

  it('goes on after a failure', async () => {
    let fails = true
    const add = groupCommit({
      ...LIMITS,
      blamesOne,
      commit: async (elements: readonly number[]) => {
        if (fails) throw new Error('no')
        return elements
      },
    })
    await expect(add(1)).rejects.toThrow('no')
    fails = false
    expect(await add(2)).toBe(2)
  })

  it('turns away what it cannot hold', async () => {
    const add = groupCommit({
      mostTogether: 5,
      mostWaiting: 3,
      blamesOne,
      commit: async (elements: readonly number[]) => elements,
    })
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(add))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
    expect(await add(5)).toBe(5)
  })
})
