import { AnalysisError } from '../analysis-error.ts'
import { largestRemainder } from './largest-remainder.ts'

/** A group of firms that can be called: a stratum or a cell of the weighting. */
export interface CallCell {
  readonly code: string
  /** Firms in the population, N. */
  readonly population: number
  /** Standard deviation, between its firms, of what a firm does to the score. */
  readonly spread: number
  /** Firms that have answered. */
  readonly answered: number
  /** Firms that could still answer, at most. */
  readonly reachable: number
}

/** How many more responses to go for in one cell. */
export interface CallAllocation {
  readonly code: string
  /** Further responses to go for. */
  readonly calls: number
  /** By how much one more response lowers the score's variance now; null where nobody has answered. */
  readonly gainOfOne: number | null
}

/**
 * Where the next responses tell most about a score: Neyman's allocation of old and new responses
 * together,
 *
 *     n_h ∝ N_h s_h   with   n_h ≥ answered,   n_h ≤ answered + reachable
 *
 * s_h the spread of the score's influence in the cell. Cells that have their share get no calls,
 * cells whose share nobody can reach get all that can be, and the others share the rest again until
 * it fits; then whole numbers by largest remainders. Where fewer can be reached than calls are
 * offered, all are.
 *
 * `gainOfOne` = N_h² s_h² (1/n_h − 1/(n_h + 1)) / (Σ N)² is what one more response takes off V.
 *
 * Unit: responses; the gain in the score's unit, squared. Cost: O(cells²).
 *
 * @throws {AnalysisError} `invalid-call-cell` where a figure is negative or no number, or calls are not whole
 * @see Neyman (1934), JRSS 97; Särndal, Swensson & Wretman (1992), §3.7.3
 * @example
 * const cells = [
 *   { code: 'small', population: 900, spread: 1, answered: 10, reachable: 500 },
 *   { code: 'large', population: 100, spread: 3, answered: 10, reachable: 4 },
 * ]
 * allocateCalls(cells, 20).map(({ calls }) => calls) // => [20, 0]
 */
export function allocateCalls(cells: readonly CallCell[], calls: number): readonly CallAllocation[] {
  requireUsable(cells, calls)
  const reachable = cells.reduce((sum, cell) => sum + cell.reachable, 0)
  const offered = Math.min(calls, reachable)
  const counts = largestRemainderWithin(cells, quotasOf(cells, offered), offered)
  const population = cells.reduce((sum, cell) => sum + cell.population, 0)
  return cells.map((cell, place) => ({
    code: cell.code,
    calls: counts[place] ?? 0,
    gainOfOne: gainOfOne(cell, population),
  }))
}

function gainOfOne({ population, spread, answered }: CallCell, allFirms: number): number | null {
  if (answered === 0 || allFirms === 0) return null
  return (population * spread) ** 2 / (answered * (answered + 1)) / allFirms ** 2
}

/**
 * New responses of each cell, not yet whole: aᵢ(λ) = min(reachable, max(0, λ N s − answered)), with λ
 * such that they add up. Their sum rises with λ, straight between the points where a cell enters or
 * is full; so λ is found exactly between two such points.
 */
function quotasOf(cells: readonly CallCell[], calls: number): readonly number[] {
  const claims = cells.map((cell) => ({ ...cell, claim: claimOf(cell, cells) }))
  const at = (rate: number): readonly number[] =>
    claims.map(({ claim, answered, reachable }) => Math.min(reachable, Math.max(0, rate * claim - answered)))
  const sumAt = (rate: number): number => at(rate).reduce((sum, quota) => sum + quota, 0)
  const bends = claims
    .filter(({ claim, reachable }) => claim > 0 && reachable > 0)
    .flatMap(({ claim, answered, reachable }) => [answered / claim, (answered + reachable) / claim])
    .toSorted((one, other) => one - other)
  let low = 0
  for (const bend of bends) {
    const sum = sumAt(bend)
    if (sum >= calls) {
      const before = sumAt(low)
      const part = sum > before ? (calls - before) / (sum - before) : 0
      return at(low + part * (bend - low))
    }
    low = bend
  }
  return at(low)
}

/** Cells without a known spread would get nothing: where all are so, they share by their firms. */
function claimOf({ population, spread }: CallCell, cells: readonly CallCell[]): number {
  const isSpread = cells.some((cell) => cell.population * cell.spread > 0 && cell.reachable > 0)
  return isSpread ? population * spread : population
}

/** Whole numbers, none above what can be reached: what is rounded up over a cap goes to the next. */
function largestRemainderWithin(
  cells: readonly CallCell[],
  quotas: readonly number[],
  calls: number,
): readonly number[] {
  const placed = quotas.reduce((sum, quota) => sum + quota, 0)
  const rest = calls - placed
  // Cells without a claim take what the others cannot hold, in proportion to their room.
  const room = cells.map(({ reachable }, place) => reachable - (quotas[place] ?? 0))
  const allRoom = room.reduce((sum, one) => sum + one, 0)
  const filled =
    rest > 1e-9 ? quotas.map((quota, place) => quota + (rest * (room[place] ?? 0)) / allRoom) : quotas
  return largestRemainder(filled, calls)
}

function requireUsable(cells: readonly CallCell[], calls: number): void {
  if (!Number.isSafeInteger(calls) || calls < 0) {
    throw new AnalysisError('invalid-call-cell', `${calls} is no number of calls`)
  }
  for (const { code, population, spread, answered, reachable } of cells) {
    const counts = [answered, reachable].every((count) => Number.isSafeInteger(count) && count >= 0)
    if (counts && population >= 0 && spread >= 0 && Number.isFinite(population * spread)) continue
    throw new AnalysisError('invalid-call-cell', `cell ${code} has a figure that cannot be`)
  }
}
