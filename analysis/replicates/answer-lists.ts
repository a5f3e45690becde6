import type { ColumnChunk, ColumnSource } from '../columns/column-source.ts'
import { BLOCK_FIRMS, type BlockLists } from '../kernel/kernel.ts'

/** A class of an indicator's answers: the firms with one value, or those that do not count. */
export interface IndicatorClasses {
  /** The class of code k at place k; −1 for the commonest, whose firms are in no list. */
  readonly classOf: Int32Array
  readonly commonest: number
}

/** All answers of a sample, as lists of the firms that gave them. */
export interface AnswerLists {
  readonly indicators: readonly IndicatorClasses[]
  readonly classes: number
  readonly blocks: readonly BlockLists[]
  /** Firms that count, by indicator. */
  readonly answers: Float64Array
}

/**
 * How many firms there are of every code of every indicator, and the class that each becomes. The
 * commonest of an indicator's codes needs no lists: it is what the others leave of the whole.
 *
 * Cost: one addition a firm and indicator.
 *
 * @example
 * const counter = new CodeCounter(1)
 * counter.add({ firms: 3, stratifiers: [], indicators: [Uint8Array.of(1, 2, 2)] })
 * counter.classes()[0].classOf // => [-1, 0, -1]
 */
export class CodeCounter {
  readonly #counts: number[][]

  constructor(indicators: number) {
    this.#counts = Array.from({ length: indicators }, () => [0])
  }

  add({ firms, indicators }: ColumnChunk): void {
    for (const [place, codes] of indicators.entries()) {
      const counts = this.#counts[place] ?? []
      for (let firm = 0; firm < firms; firm++) {
        const code = codes[firm] ?? 0
        counts[code] = (counts[code] ?? 0) + 1
      }
    }
  }

  classes(): readonly IndicatorClasses[] {
    let classes = 0
    return this.#counts.map((sparse) => {
      const firms = Int32Array.from(sparse, (count) => count ?? 0)
      const commonest = firms.indexOf(Math.max(...firms))
      const classOf = firms.map((count, code) => (count === 0 || code === commonest ? -1 : classes++))
      return { classOf, commonest }
    })
  }
}

/**
 * The lists of a sample, in blocks of 64 firms in their order, whatever its chunks are. Firms that
 * are not in are listed, since they have no weight, and are no answers.
 *
 * Cost: one pass over the indicators, one byte a firm and indicator that is not of the commonest
 * class.
 *
 * @example
 * const chunk = { firms: 3, stratifiers: [], indicators: [Uint8Array.of(1, 2, 2)] }
 * const source = { stratifiers: [], indicators: [], chunks: () => [chunk] }
 * answerLists(source, [{ classOf: Int32Array.of(-1, 0, -1), commonest: 2 }]).blocks[0].firms // => [0]
 */
export function answerLists(
  source: ColumnSource,
  indicators: readonly IndicatorClasses[],
  isIn: (firm: number) => boolean = () => true,
): AnswerLists {
  const classes =
    indicators.reduce((most, { classOf }) => classOf.reduce((a, b) => Math.max(a, b), most), -1) + 1
  const writer = new ListWriter(indicators, classes)
  const answers = new Float64Array(indicators.length)
  let before = 0
  for (const chunk of source.chunks()) {
    writer.add(chunk)
    const counting = Uint8Array.from({ length: chunk.firms }, (_none, firm) => Number(isIn(before + firm)))
    for (const [place, codes] of chunk.indicators.entries()) {
      answers[place] = (answers[place] ?? 0) + answersIn(codes, counting)
    }
    before += chunk.firms
  }
  return { indicators, classes, blocks: writer.blocks(), answers }
}

function answersIn(codes: ArrayLike<number>, counting: Uint8Array): number {
  let answers = 0
  for (let firm = 0; firm < counting.length; firm++) {
    if (codes[firm] !== 0) answers += counting[firm] ?? 0
  }
  return answers
}

/** Sorts the firms of one block after the other by class. */
class ListWriter {
  readonly #indicators: readonly IndicatorClasses[]
  /** Classes of the block's firms, indicator by indicator. */
  readonly #staged: Int32Array
  /** Of each class, the firms in the block, then where the next goes. */
  readonly #counts: Int32Array
  readonly #blocks: BlockLists[] = []
  #firms = 0

  constructor(indicators: readonly IndicatorClasses[], classes: number) {
    this.#indicators = indicators
    this.#staged = new Int32Array(indicators.length * BLOCK_FIRMS)
    this.#counts = new Int32Array(classes)
  }

  add({ firms, indicators }: ColumnChunk): void {
    for (let from = 0; from < firms;) {
      const count = Math.min(BLOCK_FIRMS - this.#firms, firms - from)
      for (const [place, { classOf }] of this.#indicators.entries()) {
        const codes = indicators[place]
        const at = place * BLOCK_FIRMS + this.#firms
        for (let firm = 0; firm < count; firm++) {
          this.#staged[at + firm] = classOf[codes?.[from + firm] ?? 0] ?? -1
        }
      }
      this.#firms += count
      from += count
      if (this.#firms === BLOCK_FIRMS) this.#endBlock()
    }
  }

  blocks(): readonly BlockLists[] {
    if (this.#firms > 0) this.#endBlock()
    return this.#blocks
  }

  #endBlock(): void {
    const lists = { classes: [], ends: [], firms: new Uint8Array(this.#staged.length) }
    let end = 0
    for (let place = 0; place < this.#indicators.length; place++) {
      end = this.#listIndicator(place * BLOCK_FIRMS, end, lists)
    }
    const { classes, ends, firms } = lists
    this.#blocks.push({
      classes: Int32Array.from(classes),
      ends: Int32Array.from(ends),
      firms: firms.slice(0, end),
    })
    this.#firms = 0
  }

  /**
   * A counting sort of the firms by their class of one indicator, classes in the order in which
   * firms first have them; from place `at` of what is staged on. Hands back where the lists end.
   */
  #listIndicator(at: number, from: number, lists: GrowingLists): number {
    const counts = this.#counts
    const staged = this.#staged.subarray(at, at + this.#firms)
    for (let firm = 0; firm < staged.length; firm++) {
      const own = staged[firm] ?? -1
      if (own >= 0) counts[own] = (counts[own] ?? 0) + 1
    }
    let end = from
    for (let firm = 0; firm < staged.length; firm++) {
      const own = staged[firm] ?? -1
      if (own >= 0) end = this.#enter(firm, own, { lists, end })
    }
    this.#forget(staged)
    return end
  }

  #forget(staged: Int32Array): void {
    for (let firm = 0; firm < staged.length; firm++) {
      const own = staged[firm] ?? -1
      if (own >= 0) this.#counts[own] = 0
    }
  }

  /** Puts a firm into the list of its class, which it opens if it is the first. */
  #enter(firm: number, own: number, { lists, end }: { lists: GrowingLists; end: number }): number {
    const count = this.#counts[own] ?? 0
    const opens = count > 0
    if (opens) {
      lists.classes.push(own)
      lists.ends.push(end + count)
    }
    // Below nought once the list is open: where the class's next firm goes.
    const place = opens ? end : -1 - count
    lists.firms[place] = firm
    this.#counts[own] = -2 - place
    return opens ? end + count : end
  }
}

interface GrowingLists {
  readonly classes: number[]
  readonly ends: number[]
  readonly firms: Uint8Array
}
