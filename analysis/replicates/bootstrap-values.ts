import type { ColumnSource } from '../columns/column-source.ts'
import { CellCollector } from '../columns/stratifier-cells.ts'
import { type Kernel, LANES } from '../kernel/kernel.ts'
import { multiplicityTable, type Resampling } from '../kernel/multiplicity-table.ts'
import { plainKernel } from '../kernel/plain-kernel.ts'
import { simdKernel } from '../kernel/simd-kernel.ts'
import type { Margin } from '../weighting/margin.ts'
import { answerLists, CodeCounter } from './answer-lists.ts'
import { rakingCells } from './raking-cells.ts'
import { type ListedSample, ReplicateTurn } from './replicate-turn.ts'
import type { ReplicateScheme } from './replicate-weights.ts'
import { valueOfCodes } from './value-of-codes.ts'

/** What a bootstrap of values needs besides the columns. */
export interface BootstrapInput {
  /** Population counts to weight to, in the order of raking; without any, weights are equal. */
  readonly margins?: readonly Margin[] | undefined
  /** 500 when not said; a percentile interval wants 1,000, BCa 2,000. */
  readonly replicates?: number | undefined
  readonly seed: number
  readonly resampling?: Resampling | undefined
  /** A lasting number of each firm; its place in the sample where there is none. */
  readonly firmIds?: ArrayLike<number> | undefined
  /** `plain` to leave WebAssembly out; without it, the faster that the engine allows. */
  readonly kernel?: Kernel['name'] | undefined
}

/** Every indicator's value in the full sample and in every replicate. */
export interface BootstrapValues {
  readonly scheme: ReplicateScheme
  readonly indicators: readonly BootstrapValue[]
  /** Replicates whose weights could not be led to the margins. */
  readonly unmet: number
  /** Which of two kernels that give the same bits did the work. */
  readonly kernel: Kernel['name']
}

interface BootstrapValue {
  readonly indicator: string
  /** NaN where nobody counts. */
  readonly estimate: number
  readonly replicates: Float64Array
  /** Firms that count. */
  readonly answers: number
}

/**
 * The generalised bootstrap of a whole sample, with every replicate raked to the margins as the
 * sample is: with t the number of firm i in replicate r,
 *
 *     w_ir = g_cr (1 + κ (t_ir − t̄_r)),   κ = √(n/(n − 1)),   V = 1/R Σ (θ_r − θ̂)²
 *
 * g_cr the factor of the firm's raking cell. It is `generalisedBootstrap` and `rake`, replicate by
 * replicate, put in an order that needs no weights of the whole sample at a time: the replicates
 * in turns of 64, each over the sample's answers as lists (`answerLists`).
 *
 * Unit: that of each indicator. Cost: one addition a replicate and firm for every answer that is
 * not its indicator's commonest; memory of about 64 bytes a firm and half a byte an answer.
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`,
 * `too-many-options` for more combinations of stratifiers than 2⁵³
 * @see Rao, Wu & Yue (1992), Survey Methodology 18; Beaumont & Patak (2012); `generalisedBootstrap`
 * @example
 * const chunk = { firms: 4, stratifiers: [], indicators: [Uint8Array.of(1, 2, 2, 2)] }
 * const indicators = [{ indicator: '5.01', item: 'bribes', as: 'share', numbers: [0, 1] }]
 * const source = { stratifiers: [], indicators, chunks: () => [chunk] }
 * bootstrapValues(source, { seed: 7 }).indicators[0].estimate // => 0.75
 */
export function bootstrapValues(source: ColumnSource, input: BootstrapInput): BootstrapValues {
  const { replicates = 500, resampling = 'poisson', seed, margins = [], firmIds } = input
  const sample = readSample(source, margins)
  const kernel = kernelFor(sample, resampling, input.kernel)
  const turn = new ReplicateTurn(sample, kernel, firmIds)
  // The full sample is one replicate more, in which every firm counts once.
  const values = source.indicators.map(() => new Float64Array(replicates + 1))
  let unmet = 0
  for (let first = 0; first <= replicates; first += LANES) {
    const used = Math.min(LANES, replicates + 1 - first)
    turn.draw({ seed, replicate: first, fullSampleLane: replicates - first })
    unmet += turn.rake(used)
    turn.sum()
    for (const [place, { as, numbers }] of source.indicators.entries()) {
      const classes = sample.lists.indicators[place]
      if (!classes) continue
      for (let lane = 0; lane < used; lane++) {
        const weights = turn.weightsOfCodes(classes, lane)
        values[place]?.fill(valueOfCodes(as, numbers, weights), first + lane, first + lane + 1)
      }
    }
  }
  return {
    scheme: { scale: 1 / replicates, centre: 'estimate' },
    indicators: source.indicators.map(({ indicator }, place) => ({
      indicator,
      estimate: values[place]?.[replicates] ?? Number.NaN,
      replicates: values[place]?.subarray(0, replicates) ?? new Float64Array(),
      answers: sample.lists.answers[place] ?? 0,
    })),
    unmet,
    kernel: kernel.name,
  }
}

function kernelFor(sample: ListedSample, resampling: Resampling, wanted?: Kernel['name']): Kernel {
  const table = multiplicityTable(resampling)
  const bytes = ReplicateTurn.bytes(sample)
  return (wanted === 'plain' ? undefined : simdKernel(table, bytes)) ?? plainKernel(table, bytes)
}

function readSample(source: ColumnSource, margins: readonly Margin[]): ListedSample {
  const collector = new CellCollector(source.stratifiers)
  const counter = new CodeCounter(source.indicators.length)
  const met: Uint32Array[] = []
  for (const chunk of source.chunks()) {
    counter.add(chunk)
    met.push(collector.collect(chunk.stratifiers, chunk.firms))
  }
  const { cells, placeOf } = collector.sorted()
  const cellOf = new Uint32Array(met.reduce((sum, { length }) => sum + length, 0))
  let from = 0
  for (const chunk of met) {
    cellOf.set(
      chunk.map((cell) => placeOf[cell] ?? 0),
      from,
    )
    from += chunk.length
  }
  const raking = rakingCells(cells, cellOf, margins)
  const isIn = (firm: number): boolean => raking.firms[cellOf[firm] ?? 0] !== 0
  return { cells: raking, lists: answerLists(source, counter.classes(), isIn) }
}
