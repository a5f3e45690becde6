/** Rows by the levels of one margin or some at once. */
export interface LevelGroup {
  /** Combination of levels of each row. */
  readonly codes: Uint16Array
  /** Columns of each combination, so many as the group has margins, one combination after another. */
  readonly columns: Uint16Array
  readonly width: number
}

/** A table of so many sums stays in the nearest cache. */
const MOST_COMBINATIONS = 1024

/**
 * Puts margins together as long as their combinations stay few, so that rows are gone through once a
 * group and not once a margin. `columnOf` has the column of each row by margin, at most `unknown`.
 *
 * Cost: O(rows · margins).
 *
 * @example
 * levelGroups([Uint16Array.of(1, 2, 1), Uint16Array.of(3, 3, 4)], 5)[0]?.codes // => [0, 1, 2]
 */
export function levelGroups(columnOf: readonly Uint16Array[], unknown: number): readonly LevelGroup[] {
  const groups: LevelGroup[] = []
  for (const columns of columnOf) {
    const last = groups.at(-1)
    const joined = last ? joinedGroup(last, columns, unknown) : undefined
    if (joined) groups[groups.length - 1] = joined
    else groups.push(singleGroup(columns, unknown))
  }
  return groups
}

function singleGroup(columns: Uint16Array, unknown: number): LevelGroup {
  return {
    codes: columns,
    columns: Uint16Array.from({ length: unknown + 1 }, (_none, column) => column),
    width: 1,
  }
}

/** The group with one margin more; undefined where that makes too many combinations. */
function joinedGroup(group: LevelGroup, columns: Uint16Array, unknown: number): LevelGroup | undefined {
  const numbers = new Map<number, number>()
  const joined: number[] = []
  const codes = new Uint16Array(columns.length)
  for (let row = 0; row < codes.length; row++) {
    const [own, added] = [group.codes[row]!, columns[row]!]
    const key = own * (unknown + 1) + added
    let code = numbers.get(key)
    if (code === undefined) {
      if (numbers.size === MOST_COMBINATIONS) return undefined
      code = numbers.size
      numbers.set(key, code)
      joined.push(...group.columns.subarray(own * group.width, (own + 1) * group.width), added)
    }
    codes[row] = code
  }
  return { codes, columns: Uint16Array.from(joined), width: group.width + 1 }
}

/**
 * Adds a number of each row to the sums of its columns.
 *
 * Cost: O(rows) and O(combinations · margins).
 *
 * @example
 * const [group] = levelGroups([Uint16Array.of(0, 1, 0)], 1)
 * const sums = new Float64Array(2)
 * addByLevel(sums, group, Float64Array.of(5, 6, 7))
 * sums // => [12, 6]
 */
export function addByLevel(sums: Float64Array, group: LevelGroup, numbers: Float64Array): void {
  const { codes, columns, width } = group
  const byCode = new Float64Array(columns.length / width)
  for (let row = 0; row < codes.length; row++) byCode[codes[row]!]! += numbers[row]!
  for (let place = 0; place < columns.length; place++)
    sums[columns[place]!]! += byCode[Math.floor(place / width)]!
}

/**
 * Adds to each row's number the effects of its columns.
 *
 * Cost: O(rows) and O(combinations · margins).
 *
 * @example
 * const [group] = levelGroups([Uint16Array.of(0, 1, 0)], 1)
 * const numbers = new Float64Array(3)
 * addEffects(numbers, group, Float64Array.of(5, 6))
 * numbers // => [5, 6, 5]
 */
export function addEffects(numbers: Float64Array, group: LevelGroup, effects: Float64Array): void {
  const { codes, columns, width } = group
  const byCode = new Float64Array(columns.length / width)
  for (let place = 0; place < columns.length; place++)
    byCode[Math.floor(place / width)]! += effects[columns[place]!]!
  for (let row = 0; row < codes.length; row++) numbers[row]! += byCode[codes[row]!]!
}
