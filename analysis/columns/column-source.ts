import type { Counting } from '../../survey-definitions/questionnaire-schema.ts'

/** Small whole numbers, a cell a firm; as narrow as they can be. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** The answers to an item that margins are of, as a chunk holds them. */
export interface StratifierColumn {
  readonly item: string
  readonly options: readonly string[]
  /** What base weights are multiplied by, an option each; 1 when not said. */
  readonly factors?: readonly number[]
}

/** One indicator's values, as a chunk holds them. */
export interface ValueColumn {
  readonly indicator: string
  /** The item that feeds it; the first, where several do. */
  readonly item: string
  readonly as: Counting['as']
  /**
   * The number that code k + 1 stands for, at place k; code 0 is a firm that does not count. It may
   * grow from chunk to chunk. A share has 0 and 1.
   */
  readonly numbers: ArrayLike<number>
}

/** Some firms at a time, a column a stratifier and a column an indicator. */
export interface ColumnChunk {
  readonly firms: number
  /** In the source's order: place of the option, negative where the answer is missing. */
  readonly stratifiers: readonly (Int8Array | Int16Array)[]
  /** In the source's order. Arrays may be longer than `firms`, and written over by the next chunk. */
  readonly indicators: readonly Codes[]
}

/**
 * A sample in columns, chunk after chunk. It is read twice, and must say the same both times. How
 * firms are ordered and how large the chunks are changes no bit of any result.
 */
export interface ColumnSource {
  readonly stratifiers: readonly StratifierColumn[]
  readonly indicators: readonly ValueColumn[]
  chunks(): Iterable<ColumnChunk>
}

/** As many firms as fit the nearer caches, in all their columns. */
export const CHUNK_FIRMS = 65_536
