import { cheapestRoute, type Lever, type Route } from '../../analysis/actions/cheapest-route.ts'
import { type SupposedScore, whatIf } from '../../analysis/actions/what-if.ts'
import type { ScoreEstimate, SubIndexEstimate } from '../../analysis/estimation.ts'
import { probabilityOfReaching } from '../../analysis/verdicts/reaching.ts'

// The one file of the web that computes with the analysis: what is supposed is no snapshot's.

/** The cheapest way from the estimate to the target; undefined without one of them. */
export function routeToTarget(estimate: SubIndexEstimate, levers: readonly Lever[]): Route | undefined {
  const { score, target } = estimate
  if (score === null || target === null) return undefined
  return cheapestRoute(levers, { score, target })
}

/** The sub-index if its indicators went so many steps, with the probability that it then has. */
export function supposedSubIndex(
  estimate: SubIndexEstimate,
  levers: readonly Lever[],
  supposed: { readonly steps: ReadonlyMap<string, number>; readonly confidence: number },
): SupposedScore | undefined {
  return supposedScore(estimate, levers, {
    ...supposed,
    probabilityOf: (score) => probabilityAt(estimate, score - (estimate.score ?? score)),
  })
}

/** A score if its indicators went so many steps; undefined where there is none. */
export function supposedScore(
  { score, standardError, degreesOfFreedom }: ScoreEstimate,
  levers: readonly Lever[],
  {
    steps,
    ...terms
  }: {
    readonly steps: ReadonlyMap<string, number>
    readonly confidence: number
    readonly probabilityOf?: (score: number) => number | null
  },
): SupposedScore | undefined {
  if (score === null) return undefined
  const changes = [...steps].map(([code, taken]) => ({ code, steps: taken }))
  return whatIf({ score, standardError, degreesOfFreedom }, levers, { ...terms, changes })
}

/** The verdict's own probability, its forecast moved by the gain. */
function probabilityAt({ verdict, target, degreesOfFreedom }: SubIndexEstimate, gain: number): number | null {
  if (!verdict?.forecast || !verdict.parts || target === null) return null
  const { own, official } = verdict.parts
  const uncertain = {
    value: verdict.forecast.score + gain,
    variance: verdict.forecast.standardError ** 2,
    estimated: own ** 2 + official ** 2,
    degreesOfFreedom,
  }
  return probabilityOfReaching(uncertain, target)
}
