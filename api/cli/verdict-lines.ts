import type { Estimation, SubIndexEstimate, Verdict } from '../../analysis/estimation.ts'

type Settling = NonNullable<Verdict['settling']>

/**
 * What is said of the plan's targets beside the table: how each stands, what would settle it, and how
 * they stand together. One line each, no lines without verdicts.
 */
export function verdictLines({ subIndices, joint, biasModel }: Estimation): readonly string[] {
  return [
    ...subIndices.flatMap(subIndexLine),
    ...(joint ? jointLines(joint) : []),
    ...(biasModel ? [biasLine(biasModel)] : []),
  ]
}

function subIndexLine({ code, target, verdict }: SubIndexEstimate): readonly string[] {
  if (!verdict || target === null) return []
  if (verdict.probability === null || !verdict.parts) return [`${code}: no verdict (${verdict.reason})`]
  const { probability, probabilityTrue, scaleLink, isApproximate, parts, settling } = verdict
  const odds = `P(published >= ${target}) ${share(probability)}, P(true) ${share(probabilityTrue ?? 0)}`
  const by = `by ${scaleLink}${isApproximate ? ', approximate scale' : ''}`
  const errors = Object.entries(parts).map(
    ([part, error]) => `${part} ${error === null ? 'unknown' : error.toFixed(2)}`,
  )
  const needed = settling ? [settlingText(settling)] : []
  return [[`${code}: ${odds} (${by}; errors: ${errors.join(', ')})`, ...needed].join('; ')]
}

function settlingText({ isSettled, cannotSettle, firms, firmsIfRight }: Settling): string {
  if (isSettled) return 'clear already'
  if (cannotSettle) return 'more responses cannot settle this'
  const sure =
    firms === null ? 'no number of firms settles it for sure' : `${firms} firms settle it nine times in ten`
  const ifRight =
    firmsIfRight === null
      ? 'no number of firms settles it if the score stays'
      : `${firmsIfRight} firms settle it if the score stays`
  return `${ifRight}, ${sure}`
}

function jointLines({ subIndices, allMet, atLeast, expected, failing }: NonNullable<Estimation['joint']>) {
  const counts = atLeast.map((probability, k) => `${k + 1}: ${share(probability)}`)
  const [first] = failing
  const last = first
    ? [
        `likeliest to miss: ${first.code} (${share(first.fails)}, by the most points ${share(first.largestShortfall)})`,
      ]
    : []
  return [
    `all of ${subIndices.length} targets met: ${share(allMet)}; expected: ${expected.toFixed(1)}; at least ${counts.join(', ')}`,
    ...last,
  ]
}

function biasLine({
  common,
  between,
  drift,
  isDriftEstimated,
}: NonNullable<Estimation['biasModel']>): string {
  const apart = isDriftEstimated
    ? `years ${Math.sqrt(drift).toFixed(2)}`
    : 'years as much: with fewer than three they cannot be told apart'
  return `own less official scores: ${common.toFixed(2)} points; sub-indices differ by ${Math.sqrt(between).toFixed(2)}, ${apart}`
}

function share(probability: number): string {
  return probability.toFixed(3)
}
