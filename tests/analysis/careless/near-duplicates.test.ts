import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerPatterns } from '../../../analysis/careless/answer-patterns.ts'
import { answerPatterns } from '../../../analysis/careless/answer-patterns.ts'
import {
  chanceAgreement,
  fewestEqualAnswers,
  pairAgreement,
} from '../../../analysis/careless/chance-agreement.ts'
import { distinctPatterns } from '../../../analysis/careless/distinct-patterns.ts'
import { nearDuplicates } from '../../../analysis/careless/near-duplicates.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'

const ITEMS = 40

/** Firms that answer by chance, four options an item, one in ten answers missing. */
function firmsOf(count: number, { items = ITEMS, stream = 0 } = {}): number[][] {
  const random = randomStream(11, stream)
  return Array.from({ length: count }, () =>
    Array.from({ length: items }, () => (random() < 0.1 ? -1 : Math.floor(4 * random()))),
  )
}

function patternsOf(rows: readonly (readonly number[])[]): AnswerPatterns {
  return { firms: rows.length, items: rows[0]?.length ?? 0, codes: Int16Array.from(rows.flat()) }
}

/** The same answers with the first so many of them another. */
const changed = (row: readonly number[], answers: number) =>
  row.map((code, item) => (item < answers && code >= 0 ? (code + 1) % 4 : code))

const flaggedIn = (patterns: AnswerPatterns, seed = 1) => {
  const { flagged } = nearDuplicates(patterns, { seed })
  return [...flagged.keys()].filter((firm) => flagged[firm] === 1)
}

describe('near-duplicates', () => {
  const honest = firmsOf(400)

  it('are not found among firms that answer by chance', () => {
    expect(flaggedIn(patternsOf(honest))).toEqual([])
  })

  it('are copies, whole or with a few answers changed, and their originals', () => {
    const copies = [changed(honest[0] ?? [], 0), changed(honest[1] ?? [], 2), changed(honest[2] ?? [], 4)]
    const distant = changed(honest[3] ?? [], 15)
    expect(flaggedIn(patternsOf([...honest, ...copies, distant]))).toEqual([0, 1, 2, 400, 401, 402])
  })

  it('are the same firms in whatever order they stand', () => {
    const rows = [...honest, ...honest.slice(0, 30).map((row, place) => changed(row, place % 6))]
    const found = new Set(flaggedIn(patternsOf(rows)).map((firm) => rows[firm]?.join(' ')))
    expect(found.size).toBeGreaterThan(40)
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }), (order) => {
        const shuffled = order.map((firm) => rows[firm] ?? [])
        const again = new Set(flaggedIn(patternsOf(shuffled)).map((firm) => shuffled[firm]?.join(' ')))
        expect(again).toEqual(found)
      }),
      { numRuns: 20 },
    )
  })

  it('are those that comparing all pairs finds, but for one in a hundred', () => {
    const rows = [...firmsOf(600, { stream: 1 })]
    for (let copy = 0; copy < 120; copy++) rows.push(changed(rows[copy] ?? [], copy % 8))
    const patterns = patternsOf(rows)
    const { firms } = distinctPatterns(patterns, 20)
    const agreement = chanceAgreement(patterns, { firms, fewestShared: 20 })
    const fewest = fewestEqualAnswers(agreement, {
      items: ITEMS,
      firms: firms.length,
      least: 0.85,
      chance: 0.01,
    })
    const isAlike = (one: number, other: number) => {
      const { shared, equal } = pairAgreement(patterns, one, other)
      return one !== other && shared >= 20 && equal >= (fewest[shared] ?? shared + 1)
    }
    const all = [...rows.keys()].filter((one) => rows.some((_row, other) => isAlike(one, other)))
    for (const seed of [1, 2, 3]) {
      const found = flaggedIn(patterns, seed)
      expect(found.filter((firm) => !all.includes(firm))).toEqual([])
      expect(found.length).toBeGreaterThanOrEqual(0.99 * all.length - 1)
    }
    expect(all.length).toBeGreaterThan(150)
  })

  it('cannot be told from chance in a short questionnaire', () => {
    const rows = firmsOf(400, { items: 12, stream: 2 }).map((row) => row.map((code) => code % 2))
    const { threshold, flagged } = nearDuplicates(patternsOf([...rows, ...rows.slice(0, 3)]))
    expect(threshold).toBeNull()
    expect(flagged.every((own) => own === 0)).toBe(true)
  })

  it('cannot be told from chance where nearly all agree in everything', () => {
    const random = randomStream(3, 3)
    const content = Array.from({ length: 300 }, () =>
      Array.from({ length: ITEMS }, () => (random() < 0.04 ? 1 : 0)),
    )
    expect(nearDuplicates(patternsOf(content)).threshold).toBeNull()
  })

  it('are not made of missing answers', () => {
    const rows = firmsOf(100)
    const silent = Array.from({ length: ITEMS }, (_none, item) => (item < 5 ? 1 : -1))
    expect(flaggedIn(patternsOf([...rows, silent, silent]))).toEqual([])
  })
})

describe('agreement by chance', () => {
  it('is the share that unrelated answers have in common', () => {
    const patterns = patternsOf(firmsOf(3000))
    const { firms } = distinctPatterns(patterns, 20)
    const { mean, correlation, byItem } = chanceAgreement(patterns, { firms, fewestShared: 20 })
    expect(mean).toBeCloseTo(0.25, 2)
    expect(correlation).toBeLessThan(0.005)
    // Equal options in 0.9² / 4 of pairs, both missing in 0.1².
    for (const share of byItem) expect(Math.abs(share - 0.2125)).toBeLessThan(0.035)
  })

  it('is more alike in pairs of firms that all lean one way', () => {
    const random = randomStream(4, 4)
    const leaning = Array.from({ length: 2000 }, () => {
      const lean = random()
      return Array.from({ length: ITEMS }, () => Number(random() < lean))
    })
    const patterns = patternsOf(leaning)
    const { firms } = distinctPatterns(patterns, 20)
    // E[π²] of pairs with lean p, q uniform: 1/2 + Var-part; ρ = Var(π)/(π(1 − π)) = (1/9)/4 / (1/4) = 1/9.
    expect(chanceAgreement(patterns, { firms, fewestShared: 20 }).correlation).toBeCloseTo(1 / 9, 1)
  })

  it('sets the bar where R has it', () => {
    // a <- 0.5*(1/0.02-1); p <- choose(m,0:m)*beta(0:m+a, m-0:m+a)/beta(a,a); tail <- rev(cumsum(rev(p)));
    // (0:m)[min(which(tail <= 0.01/999))]
    const agreement = { pairs: 999, mean: 0.5, correlation: 0.02, shared: 40, byItem: new Float64Array() }
    const fewest = fewestEqualAnswers(agreement, { items: 40, firms: 1000, least: 0.5, chance: 0.01 })
    expect([fewest[30], fewest[40]]).toEqual([29, 37])
    // Ten of ten are equal in more than 0.01/999 of pairs.
    expect(fewest[10]).toBe(11)
    expect(fewestEqualAnswers(agreement, { items: 40, firms: 1000, least: 0.95, chance: 0.01 })[40]).toBe(38)
    expect(
      fewestEqualAnswers({ ...agreement, pairs: 9 }, { items: 3, firms: 10, least: 0.85, chance: 1 }),
    ).toEqual(Uint16Array.of(1, 2, 3, 4))
  })
})

describe('patterns', () => {
  it('are equal codes for equal answers, below nought where there is none', () => {
    const columns = new Map([
      ['a', { kind: 'choice', options: ['yes', 'no'], codes: Int8Array.of(1, -3, 0) }],
      [
        'b',
        { kind: 'numbers', numbers: Float64Array.of(7.5, 7.5, Number.NaN), missing: Int8Array.of(0, 0, -2) },
      ],
      [
        'c',
        {
          kind: 'choices',
          options: ['x', 'y'],
          ticks: Uint32Array.of(3, 0, 3),
          missing: Int8Array.of(0, -1, 0),
        },
      ],
    ] as const)
    const { codes, items } = answerPatterns({ firms: 3, columns }, ['a', 'b', 'c', 'elsewhere'])
    expect(items).toBe(3)
    expect([...codes]).toEqual([1, 0, 0, -1, 0, -1, 0, -1, 0])
  })

  it('that are equal have one rank, and only those', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        (rows) => {
          const { rankOf, copies, firms } = distinctPatterns(patternsOf(rows), 2)
          for (const [one, row] of rows.entries()) {
            const enough = row.filter((code) => code >= 0).length >= 2
            expect((rankOf[one] ?? -1) >= 0).toBe(enough)
            if (!enough) continue
            const same = rows.filter((other) => other.join(' ') === row.join(' ')).length
            expect(copies[rankOf[one] ?? -1]).toBe(same)
            expect(rows[firms[rankOf[one] ?? -1] ?? -1]).toEqual(row)
          }
        },
      ),
    )
  })
})
