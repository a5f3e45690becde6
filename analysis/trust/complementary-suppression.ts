import { isAtLeastAsWide, type Place, type SuppressedTable } from './cell-bounds.ts'
import { tableWithTotals } from './table-with-totals.ts'
import { differsByTooFew, FEWEST_FIRMS, isTooFew } from './too-few.ts'

/** How much must stay unknown, and what is known already. */
export interface SuppressionRule {
  /** Fewer firms than this in a cell are not shown; 5 when not said. */
  readonly fewest?: number
  /**
   * The same table of an earlier release, without totals: a cell that grew by fewer than `fewest`
   * since is not shown either, for the difference would be.
   */
  readonly earlier?: readonly (readonly number[])[]
}

/** A cell must be uncertain by this many firms at least, and by this share of itself. */
const LEAST_WIDTH = 3
const LEAST_SHARE = 0.2

/**
 * Which cells of a table with totals may be shown, so that no cell with too few firms can be
 * worked out from the others: those with fewer than `fewest` firms are suppressed, and then, while
 * the totals leave one of them an interval narrower than max(3 firms, 20 % of it), the smallest
 * cell still shown in its row or column goes too; a total only where no cell within is left. In the
 * end whatever turned out not to be needed is shown again.
 *
 * No suppressed cell can then be derived: one that could be would add nothing to hide the others and
 * so would have been shown again. Empty cells are shown.
 *
 * Of two releases the growth of each cell is looked at, not all that both tables together imply.
 * Unit: firms. Cost: O(cells³) flows at worst; half a second for 40 × 10 with a hundred small ones.
 *
 * @throws {AnalysisError} `invalid-table`
 * @see Hundepool et al. (2012), Statistical Disclosure Control, ch. 4; Cox (1995), JASA 90
 * @example
 * complementarySuppression([[2, 20], [30, 40]]).isSuppressed // => [[true, true, false], [true, true, false], [false, false, false]]
 */
export function complementarySuppression(
  counts: readonly (readonly number[])[],
  rule: SuppressionRule = {},
): SuppressedTable {
  const table = tableWithTotals(counts)
  const primary = placesWhere(table, (place) => mustHide(table, place, rule))
  const isSuppressed = table.map((row) => row.map(() => false))
  const suppressed: SuppressedSoFar = { table, isSuppressed }
  for (const place of primary) setAt(isSuppressed, place, true)
  const added: Place[] = []
  // What is suppressed later only hides more: a cell that is hidden once stays so.
  for (const place of primary) {
    while (!isHidden(suppressed, place)) {
      const next = nextToHide(suppressed, place)
      setAt(isSuppressed, next, true)
      added.push(next)
    }
  }
  showAgain(suppressed, primary, added)
  return suppressed
}

interface SuppressedSoFar extends SuppressedTable {
  readonly isSuppressed: boolean[][]
}

function mustHide(
  table: readonly (readonly number[])[],
  place: Place,
  { fewest = FEWEST_FIRMS, earlier }: SuppressionRule,
): boolean {
  const count = at(table, place)
  if (isTooFew(count, fewest)) return true
  return earlier !== undefined && differsByTooFew(at(tableWithTotals(earlier), place), count, fewest)
}

function isHidden(suppressed: SuppressedTable, place: Place): boolean {
  const width = Math.max(LEAST_WIDTH, LEAST_SHARE * at(suppressed.table, place))
  return isAtLeastAsWide(suppressed, place, width)
}

/**
 * The smallest cell still shown, for preference one with firms in it, in the same row or column,
 * within the table. Once all is suppressed nothing can be worked out, so there is always one.
 */
function nextToHide({ table, isSuppressed }: SuppressedTable, { row, column }: Place): Place {
  const shown = placesWhere(table, (place) => !isSuppressed[place.row]?.[place.column])
  const rankOf = (place: Place): readonly number[] => {
    const isNear = place.row === row || place.column === column
    const isTotal = place.row === table.length - 1 || place.column === (table[0]?.length ?? 0) - 1
    const count = at(table, place)
    return [Number(isTotal), Number(count === 0), Number(!isNear), count, place.row, place.column]
  }
  const [next] = shown
    .map((place) => ({ place, rank: rankOf(place) }))
    .toSorted((one, other) => byRank(one.rank, other.rank))
  if (!next) throw new RangeError('A table of which nothing is shown still gives a cell away')
  return next.place
}

function byRank(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((part, place) => part !== other[place])
  return differing < 0 ? 0 : (one[differing] ?? 0) - (other[differing] ?? 0)
}

/** The largest first, again and again, because what is shown again can make another useless. */
function showAgain(suppressed: SuppressedSoFar, primary: readonly Place[], added: readonly Place[]): void {
  const { isSuppressed } = suppressed
  let hidden = added.toSorted((one, other) => at(suppressed.table, other) - at(suppressed.table, one))
  for (;;) {
    const kept = hidden.filter((place) => {
      setAt(isSuppressed, place, false)
      if (primary.every((one) => isHidden(suppressed, one))) return false
      setAt(isSuppressed, place, true)
      return true
    })
    if (kept.length === hidden.length) return
    hidden = kept
  }
}

function placesWhere(
  table: readonly (readonly number[])[],
  holds: (place: Place) => boolean,
): readonly Place[] {
  return table.flatMap((cells, row) =>
    cells.map((_count, column) => ({ row, column })).filter((place) => holds(place)),
  )
}

function at(table: readonly (readonly number[])[], { row, column }: Place): number {
  return table[row]?.[column] ?? 0
}

function setAt(isSuppressed: boolean[][], { row, column }: Place, value: boolean): void {
  isSuppressed[row]![column] = value
}
