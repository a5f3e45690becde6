import { randomStream } from '../simulation/philox.ts'
import type { AnswerPatterns } from './answer-patterns.ts'
import { chanceAgreement, fewestEqualAnswers, pairAgreement } from './chance-agreement.ts'
import { distinctPatterns } from './distinct-patterns.ts'
import { patternHash } from './pattern-hash.ts'

/** Firms whose answers nearly repeat those of another. */
export interface NearDuplicates {
  /** 1 for such a firm, 0 for the others. */
  readonly flagged: Uint8Array
  /** Share of equal answers from which, at the usual number; null where that could be chance. */
  readonly threshold: number | null
  /** Items that both must have answered. */
  readonly fewestShared: number
}

/** What counts as nearly the same. */
export interface DuplicateSearch {
  /** At least this share of answers is equal; more where firms agree much by chance. */
  readonly least?: number
  /** Share of honest firms that may be flagged. */
  readonly chance?: number
  readonly seed?: number
}

const FEWEST_SHARED = 10
/** Comparisons of a firm within one band: what keeps a band where all are alike from being quadratic. */
const NEIGHBOURS = 32
const MAX_BANDS = 128
/** Share of near-duplicates at the threshold that the bands together may miss. */
const MISSED = 0.01

/**
 * Finds firms that share nearly all answers with another, among the items that both answered,
 * without comparing all pairs. Equal answers are found by sorting. Others by bands: some items
 * drawn by the seed, so many that unrelated firms seldom agree in all of them; firms that do are
 * compared in full. Bands are drawn until a pair at the threshold t is missed by all of them,
 * Π (1 − tʳ) with r the items of a band, in 1 of 100 cases, or there are 128: then it may be more
 * (one in 12 at a million firms and t = 0.85). A missing answer equals a missing one in a band, so
 * pairs that differ there are missed a little more often.
 *
 * The same firms are found in whatever order they stand.
 * Unit: firms. Cost: O(bands · firms · (log firms + 32 items)), memory O(firms).
 *
 * @see Kuriakose & Robbins (2016), Don't get duped; Indyk & Motwani (1998), Approximate nearest neighbors
 * @example
 * const patterns = { firms: 2, items: 1, codes: Int16Array.of(1, 1) }
 * nearDuplicates(patterns).threshold // => null
 */
export function nearDuplicates(
  patterns: AnswerPatterns,
  { least = 0.85, chance = 0.01, seed = 1 }: DuplicateSearch = {},
): NearDuplicates {
  const fewestShared = Math.max(FEWEST_SHARED, Math.ceil(patterns.items / 2))
  const { firms, rankOf, copies } = distinctPatterns(patterns, fewestShared)
  const agreement = chanceAgreement(patterns, { firms, fewestShared })
  const fewest = fewestEqualAnswers(agreement, { items: patterns.items, firms: firms.length, least, chance })
  const isAlike = (a: number, b: number): boolean => {
    const { shared, equal } = pairAgreement(patterns, firms[a] ?? 0, firms[b] ?? 0)
    return shared >= fewestShared && equal >= (fewest[shared] ?? shared + 1)
  }
  const usual = Math.round(agreement.shared)
  const threshold = (fewest[usual] ?? usual + 1) / usual
  if (!(threshold <= 1)) return { flagged: new Uint8Array(patterns.firms), threshold: null, fewestShared }
  const alike = Uint8Array.from(copies, (count, rank) => Number(count > 1 && isAlike(rank, rank)))
  for (const band of bandsOf(agreement.byItem, { firms: firms.length, threshold, seed })) {
    compareWithin(sortedByBand(patterns, firms, band), alike, isAlike)
  }
  const flagged = Uint8Array.from(rankOf, (rank) => alike[rank] ?? 0)
  return { flagged, threshold, fewestShared }
}

interface Band {
  readonly items: readonly number[]
  readonly seed: number
}

/** Nearly all agree in such an item: it tells nobody from anybody. */
const TELLS_NOTHING = 0.99

function* bandsOf(
  agreeing: Float64Array,
  { firms, threshold, seed }: { readonly firms: number; readonly threshold: number; readonly seed: number },
): Generator<Band> {
  let missed = 1
  for (let band = 0; band < MAX_BANDS && missed > MISSED; band++) {
    const items: number[] = []
    let expected = firms
    for (const item of shuffled(agreeing.length, randomStream(seed, band))) {
      if (expected <= 1) break
      if ((agreeing[item] ?? 1) >= TELLS_NOTHING) continue
      expected *= agreeing[item] ?? 1
      items.push(item)
    }
    missed *= 1 - threshold ** items.length
    yield { items, seed: band }
  }
}

function shuffled(count: number, random: () => number): readonly number[] {
  const numbers = Array.from({ length: count }, (_none, place) => place)
  for (let place = count - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1))
    const moved = numbers[place] ?? 0
    numbers[place] = numbers[other] ?? 0
    numbers[other] = moved
  }
  return numbers
}

/** Ranks in the order of what they answered in the band, packed behind it into one number each. */
interface SortedBand {
  readonly keys: Float64Array
  readonly ranks: number
}

function sortedByBand(patterns: AnswerPatterns, firms: Int32Array, band: Band): SortedBand {
  const ranks = 2 ** (32 - Math.clz32(Math.max(firms.length, 2) - 1))
  const hashes = Math.min(2 ** 52 / ranks, 2 ** 32)
  const keys = new Float64Array(firms.length)
  for (let rank = 0; rank < keys.length; rank++) {
    keys[rank] = (patternHash(patterns, firms[rank] ?? 0, band) % hashes) * ranks + rank
  }
  return { keys: keys.toSorted(), ranks }
}

function compareWithin(
  { keys, ranks }: SortedBand,
  alike: Uint8Array,
  isAlike: (a: number, b: number) => boolean,
): void {
  for (const [place, key] of keys.entries()) {
    const band = Math.floor(key / ranks)
    for (let next = place + 1; next <= place + NEIGHBOURS; next++) {
      const other = keys[next] ?? -1
      if (Math.floor(other / ranks) !== band) break
      const [a, b] = [key % ranks, other % ranks]
      if ((alike[a] === 1 && alike[b] === 1) || !isAlike(a, b)) continue
      alike[a] = 1
      alike[b] = 1
    }
  }
}
