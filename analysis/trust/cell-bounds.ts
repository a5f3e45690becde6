import type { Bounds } from './dont-know-bounds.ts'

/** A table with its totals, and which of its cells, totals among them, are suppressed. */
export interface SuppressedTable {
  readonly table: readonly (readonly number[])[]
  readonly isSuppressed: readonly (readonly boolean[])[]
}

/** Where a cell is in a table, both from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/**
 * What anybody can work out of one suppressed cell from all that is published: its least and its
 * greatest value in any table of nonnegative counts that agrees with it, totals and all.
 *
 * Rows and columns are nodes of a network and suppressed cells its arcs, for a table with totals is
 * one flow: a cell can grow by as much as can flow back from its end to its start through the other
 * suppressed cells, which grow without limit and shrink to nought. So the bounds are maximal flows,
 * exact, and attained by whole numbers where the counts are whole.
 *
 * Unit: firms; `highest` is Infinity where nothing holds it. Cost: O(cells²) for each unit of flow.
 *
 * @see Cox (1995), JASA 90; Ford & Fulkerson (1956), Canadian Journal of Mathematics 8
 * @example
 * const table = [[1, 2, 3], [3, 4, 7], [4, 6, 10]]
 * const isSuppressed = [[true, true, false], [true, true, false], [false, false, false]]
 * cellBounds({ table, isSuppressed }, { row: 0, column: 0 }) // => { lowest: 0, highest: 3 }
 */
export function cellBounds(suppressed: SuppressedTable, place: Place): Bounds {
  const value = suppressed.table[place.row]?.[place.column] ?? 0
  const [tail, head] = endsOf(place, suppressed.table)
  const growth = maximalFlow(residualOf(suppressed, place), [head, tail])
  const fall = maximalFlow(residualOf(suppressed, place), [tail, head], value)
  return { lowest: value - fall, highest: value + growth }
}

/**
 * Whether a suppressed cell's bounds lie at least so far apart; stops as soon as that is known.
 *
 * Unit: firms. Cost: O(cells) for each unit of width.
 *
 * @see cellBounds
 * @example
 * const table = [[1, 2, 3], [3, 4, 7], [4, 6, 10]]
 * const isSuppressed = [[true, true, false], [true, true, false], [false, false, false]]
 * isAtLeastAsWide({ table, isSuppressed }, { row: 0, column: 0 }, 3) // => true
 */
export function isAtLeastAsWide(suppressed: SuppressedTable, place: Place, width: number): boolean {
  const value = suppressed.table[place.row]?.[place.column] ?? 0
  const [tail, head] = endsOf(place, suppressed.table)
  const fall = maximalFlow(residualOf(suppressed, place), [tail, head], Math.min(value, width))
  if (fall >= width) return true
  return fall + maximalFlow(residualOf(suppressed, place), [head, tail], width - fall) >= width
}

/** What can still flow from each node to each other. */
type Residual = number[][]

/**
 * The arc of a cell: for cells within, and the grand total, from column to row; for totals of one
 * row or column the other way, because they stand on the other side of their equation.
 */
function endsOf({ row, column }: Place, table: readonly (readonly number[])[]): readonly [number, number] {
  const rows = table.length
  const isTotalRow = row === rows - 1
  const isTotalColumn = column === (table[0]?.length ?? 0) - 1
  return isTotalRow === isTotalColumn ? [rows + column, row] : [row, rows + column]
}

function residualOf({ table, isSuppressed }: SuppressedTable, without: Place): Residual {
  const nodes = table.length + (table[0]?.length ?? 0)
  const residual: Residual = Array.from({ length: nodes }, () => Array.from({ length: nodes }, () => 0))
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      if (!isSuppressed[row]?.[column] || (row === without.row && column === without.column)) continue
      const [tail, head] = endsOf({ row, column }, table)
      residual[tail]![head] = Number.POSITIVE_INFINITY
      residual[head]![tail] = count
    }
  }
  return residual
}

/** Along shortest paths while there is one (Edmonds & Karp) until there is enough. */
function maximalFlow(
  residual: Residual,
  [source, sink]: readonly [number, number],
  enough: number = Number.POSITIVE_INFINITY,
): number {
  let flow = 0
  while (flow < enough) {
    const path = shortestPath(residual, source, sink)
    if (path === undefined) return flow
    const steps = path.slice(1).map((to, at) => [path[at] ?? 0, to] as const)
    const most = Math.min(enough - flow, ...steps.map(([from, to]) => residual[from]?.[to] ?? 0))
    if (most === Number.POSITIVE_INFINITY) return most
    for (const [from, to] of steps) {
      residual[from]![to]! -= most
      residual[to]![from]! += most
    }
    flow += most
  }
  return flow
}

function shortestPath(residual: Residual, source: number, sink: number): readonly number[] | undefined {
  const before = new Map<number, number>([[source, source]])
  for (const node of before.keys()) {
    if (node === sink) break
    for (const [next, capacity] of (residual[node] ?? []).entries()) {
      if (capacity > 0 && !before.has(next)) before.set(next, node)
    }
  }
  if (!before.has(sink)) return undefined
  const path = [sink]
  for (let node = sink; node !== source;) {
    node = before.get(node) ?? source
    path.unshift(node)
  }
  return path
}
