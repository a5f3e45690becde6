import { AnalysisError } from '../analysis-error.ts'
import { byCode } from './by-code.ts'

/** Something that can be changed, and what a step of it brings and costs. */
export interface Lever {
  readonly code: string
  /** Points for one step. */
  readonly gain: number
  /** The most steps it can go: to its cap. */
  readonly room: number
  /** Of one step, in any one unit of cost; 1 when not said. */
  readonly cost?: number
}

/** One change of a route, in the order in which they pay. */
interface RouteStep {
  readonly code: string
  /** Steps to go. */
  readonly change: number
  readonly gain: number
  readonly cost: number
  /** The score once this and all before it are done. */
  readonly score: number
  /** It goes as far as it can. */
  readonly isWhole: boolean
}

/** What to do for a target, and what it costs. */
export interface Route {
  /** False where the target is out of reach even with every lever at its cap. */
  readonly isReached: boolean
  /** Where the route ends. */
  readonly score: number
  /** Points that are then still missing; 0 where the target is reached. */
  readonly shortfall: number
  readonly cost: number
  readonly steps: readonly RouteStep[]
}

/** What sums of gains can be off by rounding alone. */
const ROUNDING = 1e-12

/**
 * The cheapest changes that bring a score to its target: the linear programme
 *
 *     minimise Σ cⱼdⱼ   subject to   Σ gⱼdⱼ ≥ T − S,   0 ≤ dⱼ ≤ roomⱼ
 *
 * solved exactly by going through the levers by gain per cost, the best first, each to its cap,
 * the last only as far as needed (Dantzig's fractional knapsack).
 *
 * Proof. Let λ = c/g of the lever at which the greedy route stops. Levers before it have
 * c ≤ λg, those after it c ≥ λg. For any route d′ that reaches the target, and the greedy d,
 * Σ cⱼ(d′ⱼ − dⱼ) ≥ λ Σ gⱼ(d′ⱼ − dⱼ): before the stop d′ − d ≤ 0 and c ≤ λg, after it d′ − d ≥ 0
 * and c ≥ λg, at it c = λg. The right side is λ times what d′ gains beyond d, which is not
 * negative, because d gains exactly T − S. Hence no route is cheaper. ∎
 *
 * Where every lever at its cap is not enough, the route is that of all caps, and says so. Equal
 * gains per cost go by code, so that the same levers in another order give the same route. Levers
 * that bring nothing or cannot move are left out.
 *
 * Unit: points, steps and units of cost. Cost: O(levers · log levers).
 *
 * @throws {AnalysisError} `invalid-lever` where a gain, room or cost is negative or no number
 * @see Dantzig (1957), Discrete-variable extremum problems, Operations Research 5
 * @example
 * const levers = [{ code: 'a', gain: 0.01, room: 20 }, { code: 'b', gain: 0.02, room: 10 }]
 * cheapestRoute(levers, { score: 7, target: 7.25 }).steps.map(({ code, change }) => `${code} ${change.toFixed(0)}`) // => ['b 10', 'a 5']
 */
export function cheapestRoute(
  levers: readonly Lever[],
  { score, target }: { readonly score: number; readonly target: number },
): Route {
  for (const lever of levers) requireUsable(lever)
  const steps: RouteStep[] = []
  let reached = score
  let cost = 0
  for (const lever of byGainPerCost(levers)) {
    const missing = target - reached
    if (missing <= 0) break
    const step = stepOf(lever, { reached, missing, target })
    steps.push(step)
    reached = step.score
    cost += step.cost
  }
  const shortfall = Math.max(0, target - reached)
  const isReached = shortfall <= ROUNDING
  return { isReached, score: reached, shortfall: isReached ? 0 : shortfall, cost, steps }
}

function stepOf(
  { code, gain, room, cost = 1 }: Lever,
  { reached, missing, target }: { reached: number; missing: number; target: number },
): RouteStep {
  const isWhole = gain * room <= missing
  const change = isWhole ? room : missing / gain
  return {
    code,
    change,
    gain: isWhole ? gain * room : missing,
    cost: cost * change,
    score: isWhole ? reached + gain * room : target,
    isWhole,
  }
}

/** Compared crosswise, so that a lever that costs nothing comes first without dividing by nought. */
function byGainPerCost(levers: readonly Lever[]): readonly Lever[] {
  return levers
    .filter(({ gain, room }) => gain > 0 && room > 0)
    .toSorted((one, other) => {
      const order = other.gain * (one.cost ?? 1) - one.gain * (other.cost ?? 1)
      return order === 0 ? byCode(one, other) : order
    })
}

function requireUsable({ code, gain, room, cost = 1 }: Lever): void {
  if (gain >= 0 && room >= 0 && cost >= 0 && Number.isFinite(gain) && Number.isFinite(cost)) return
  throw new AnalysisError('invalid-lever', `lever ${code}: gain ${gain}, room ${room}, cost ${cost}`)
}
