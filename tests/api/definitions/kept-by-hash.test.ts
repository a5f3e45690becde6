import { describe, expect, it } from 'vitest'
import { keptByHash } from '../../../api/definitions/kept-by-hash.ts'

/** Reads as a store does, and notes what it was asked for. */
function readingStore() {
  const asked: string[] = []
  const published = new Set<string>()
  const find = async (hash: string) => {
    asked.push(hash)
    return published.has(hash) ? { hash } : undefined
  }
  return { asked, published, find }
}

describe('definitions kept by hash', () => {
  it('are read once each', async () => {
    const { asked, published, find } = readingStore()
    published.add('a').add('b')
    const definitionOf = keptByHash(find)
    for (const hash of ['a', 'b', 'a', 'b', 'a']) expect(await definitionOf(hash)).toEqual({ hash })
    expect(asked).toEqual(['a', 'b'])
  })

  it('are read again after a read that found nothing', async () => {
    const { published, find } = readingStore()
    const definitionOf = keptByHash(find)
    await expect(definitionOf('late')).rejects.toThrow('never published')
    published.add('late')
    expect(await definitionOf('late')).toEqual({ hash: 'late' })
  })

  it('are not kept without end', async () => {
    const { asked, published, find } = readingStore()
    const hashes = Array.from({ length: 1000 }, (_, number) => `hash-${number}`)
    for (const hash of hashes) published.add(hash)
    const definitionOf = keptByHash(find)
    for (const hash of hashes) await definitionOf(hash)
    asked.length = 0
    for (const hash of hashes) await definitionOf(hash)
    expect(asked.length).toBeGreaterThan(900)
  })
})
