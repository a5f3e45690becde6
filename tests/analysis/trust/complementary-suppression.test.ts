import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellBounds, type SuppressedTable } from '../../../analysis/trust/cell-bounds.ts'
import { complementarySuppression } from '../../../analysis/trust/complementary-suppression.ts'
import { tableWithTotals } from '../../../analysis/trust/table-with-totals.ts'

const MOST = 9
const count = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: MOST }) },
)
const table = (rows: number, columns: number, each = count) =>
  fc.array(fc.array(each, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
const tables = fc.oneof(table(1, 3), table(2, 2), table(2, 3), table(3, 2), table(3, 3))
const larger = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) => table(rows, columns))

/** The least and greatest value of every suppressed cell, by going through all tables that agree with what is shown. */
function attack({ table: counts, isSuppressed }: SuppressedTable) {
  const rows = counts.length - 1
  const columns = counts[0]!.length - 1
  const inner = counts.slice(0, rows).map((row) => row.slice(0, columns))
  const hidden = inner.flatMap((row, r) =>
    row.flatMap((_, c) => (isSuppressed[r]![c] ? [[r, c] as const] : [])),
  )
  const shownTotal = (row: number, column: number) =>
    isSuppressed[row]![column] ? undefined : counts[row]![column]!
  const ranges = counts.map((row) => row.map(() => ({ lowest: Infinity, highest: -Infinity })))
  const trial = inner.map((row, r) => row.map((value, c) => (isSuppressed[r]![c] ? 0 : value)))
  const most = inner.flat().reduce((sum, value) => sum + value, 0) + 1

  function agrees(): boolean {
    return tableWithTotals(trial).every((row, r) =>
      row.every((value, c) => (r < rows && c < columns) || (shownTotal(r, c) ?? value) === value),
    )
  }
  function tooMuch(): boolean {
    const full = tableWithTotals(trial)
    return full.some((row, r) =>
      row.some((value, c) => (r === rows || c === columns) && value > (shownTotal(r, c) ?? Infinity)),
    )
  }
  function go(place: number): void {
    if (tooMuch()) return
    const next = hidden[place]
    if (!next) {
      if (!agrees()) return
      for (const [r, row] of tableWithTotals(trial).entries()) {
        for (const [c, value] of row.entries()) {
          const range = ranges[r]![c]!
          range.lowest = Math.min(range.lowest, value)
          range.highest = Math.max(range.highest, value)
        }
      }
      return
    }
    const [r, c] = next
    const limit = Math.min(most, shownTotal(r, columns) ?? most, shownTotal(rows, c) ?? most)
    for (let value = 0; value <= limit; value++) {
      trial[r]![c] = value
      go(place + 1)
    }
    trial[r]![c] = 0
  }
  go(0)
  return { ranges, most }
}

const places = ({ table: counts }: SuppressedTable) =>
  counts.flatMap((cells, row) => cells.map((_, column) => ({ row, column })))

describe('what a table gives away', () => {
  const pattern = fc
    .tuple(table(2, 2, fc.nat(3)), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }))
    .map(([counts, flags]): SuppressedTable => {
      const full = tableWithTotals(counts)
      return { table: full, isSuppressed: full.map((row, r) => row.map((_, c) => flags[3 * r + c]!)) }
    })

  it('is the same by flows as by going through all tables, whatever is suppressed', () => {
    fc.assert(
      fc.property(pattern, (suppressed) => {
        const { ranges, most } = attack(suppressed)
        for (const { row, column } of places(suppressed)) {
          if (!suppressed.isSuppressed[row]![column]) continue
          const { lowest, highest } = cellBounds(suppressed, { row, column })
          const found = ranges[row]![column]!
          expect(lowest).toBe(found.lowest)
          // The search stops somewhere; what nothing holds reaches that far at least.
          expect(Math.min(highest, most)).toBe(Math.min(found.highest, most))
          expect(found.highest).toBeLessThanOrEqual(highest)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is everything where one cell of a row is suppressed and its total is not', () => {
    const counts = tableWithTotals([
      [2, 20],
      [30, 40],
    ])
    const isSuppressed = counts.map((row, r) => row.map((_, c) => r === 0 && c === 0))
    expect(cellBounds({ table: counts, isSuppressed }, { row: 0, column: 0 })).toEqual({
      lowest: 2,
      highest: 2,
    })
  })
})

describe('complementary suppression', () => {
  it('leaves no cell of few firms to be worked out to within three, against every table there can be', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const suppressed = complementarySuppression(counts)
        // Where totals are gone too, the search has no end: the flows have been checked above.
        fc.pre(
          places(suppressed).every(
            ({ row, column }) =>
              (row < counts.length && column < counts[0]!.length) || !suppressed.isSuppressed[row]![column],
          ),
        )
        fc.pre(suppressed.isSuppressed.flat().filter(Boolean).length <= 5)
        const { ranges } = attack(suppressed)
        for (const { row, column } of places(suppressed)) {
          const value = suppressed.table[row]![column]!
          const { lowest, highest } = ranges[row]![column]!
          const isFew = value > 0 && value < 5
          const isHidden = suppressed.isSuppressed[row]![column]!
          expect(isHidden || !isFew).toBe(true)
          expect(highest - lowest).toBeGreaterThanOrEqual(isFew ? 3 : isHidden ? 1 : 0)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('leaves nothing suppressed that can be worked out exactly', () => {
    fc.assert(
      fc.property(larger, (counts) => {
        const suppressed = complementarySuppression(counts)
        for (const { row, column } of places(suppressed)) {
          if (!suppressed.isSuppressed[row]![column]) continue
          const { lowest, highest } = cellBounds(suppressed, { row, column })
          expect(highest).toBeGreaterThan(lowest)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('suppresses no more than it needs: showing one more cell would give one away', () => {
    fc.assert(
      fc.property(larger, (counts) => {
        const { table: full, isSuppressed } = complementarySuppression(counts)
        for (const { row, column } of places({ table: full, isSuppressed })) {
          const value = full[row]![column]!
          if (!isSuppressed[row]![column] || (value > 0 && value < 5)) continue
          const shown = isSuppressed.map((cells, r) =>
            cells.map((hidden, c) => hidden && !(r === row && c === column)),
          )
          const open = places({ table: full, isSuppressed: shown }).some((place) => {
            const own = full[place.row]![place.column]!
            if (own === 0 || own >= 5) return false
            const { lowest, highest } = cellBounds({ table: full, isSuppressed: shown }, place)
            return highest - lowest < 3
          })
          expect(open).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows all where no cell has few firms', () => {
    const { isSuppressed } = complementarySuppression([
      [5, 0],
      [9, 12],
    ])
    expect(isSuppressed.flat()).not.toContain(true)
  })

  it('suppresses a third column where two would leave a cell of one firm between nought and two', () => {
    const { isSuppressed } = complementarySuppression([
      [6, 1, 1],
      [7, 5, 5],
    ])
    expect(isSuppressed).toEqual([
      [true, true, true, false],
      [true, true, true, false],
      [false, false, false, false],
    ])
  })

  it('holds back what grew by too few since an earlier release', () => {
    const earlier = [
      [20, 30, 25],
      [40, 50, 45],
    ]
    const counts = [
      [22, 40, 35],
      [50, 60, 55],
    ]
    expect(complementarySuppression(counts).isSuppressed.flat()).not.toContain(true)
    const { isSuppressed } = complementarySuppression(counts, { earlier })
    expect(isSuppressed[0]![0]).toBe(true)
    expect(isSuppressed.flat().filter(Boolean).length).toBeGreaterThanOrEqual(4)
  })

  it('takes the number of firms it is told', () => {
    expect(complementarySuppression([[9, 20, 30]], { fewest: 10 }).isSuppressed[0]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(complementarySuppression([[9, 20, 30]]).isSuppressed[0]).toEqual([false, false, false, false])
  })

  it.each([[[[1, 2], [3]]], [[[1.5]]], [[[-1]]]])('refuses %j', (counts) => {
    expect(() => complementarySuppression(counts)).toThrow(expect.objectContaining({ code: 'invalid-table' }))
  })
})
