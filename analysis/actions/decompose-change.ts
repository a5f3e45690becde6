import { CompensatedSum } from '../compensated-sum.ts'

/** A value of an indicator and what the firms of each wave did to it; none for hard data. */
export interface WaveValue {
  readonly value: number
  readonly before?: Float64Array
  readonly after?: Float64Array
}

/** How a value counts in a wave: weight · (intercept + slope · value) points of the score. */
interface WaveScale {
  readonly weight: number
  readonly intercept: number
  readonly slope: number
}

/** An indicator in both waves, with all that its part in the change hangs on. */
export interface ChangedIndicator {
  readonly code: string
  readonly source: 'survey' | 'hard'
  readonly scales: { readonly before: WaveScale; readonly after: WaveScale }
  /** Null in a wave where it had none; its weight there is 0. */
  readonly before: WaveValue | null
  readonly after: WaveValue | null
  /** The answers of one wave with the composition of the other, as `crossedValue` makes them. */
  readonly crossed?: {
    readonly beforeAsAfter: WaveValue
    readonly afterAsBefore: WaveValue
  }
}

/**
 * Where a change can come from.
 *
 * @example
 * CHANGE_PARTS.length // => 5
 */
export const CHANGE_PARTS = ['answers', 'composition', 'hardData', 'anchors', 'weights'] as const
/** One of the reasons why a score changes. */
type ChangePart = (typeof CHANGE_PARTS)[number]

/** What one reason, or all together, moved the score by. Unit: points. */
interface PartOfChange {
  readonly points: number
  /** Null where no firm's answer is in it. */
  readonly standardError: number | null
}

/** A change of a score, and the parts that add up to it. */
export interface ChangeDecomposition {
  readonly change: PartOfChange
  readonly parts: Readonly<Record<ChangePart, PartOfChange>>
  /** Points of each part by indicator. */
  readonly indicators: readonly {
    readonly code: string
    readonly points: Readonly<Record<ChangePart, number>>
  }[]
}

/** What a decomposition needs besides the indicators. */
export interface ChangeTerms {
  /** Standard error of an estimate with these influence values, by each wave's own design. */
  readonly errorOf: {
    readonly before: (influence: Float64Array) => number
    readonly after: (influence: Float64Array) => number
  }
  /** What a link adds to the score whatever the indicators: after less before; 0 when not said. */
  readonly constant?: number
}

/**
 * Why a score changed between two waves of different firms, in parts that add up to it exactly. With
 * ω the weights, s = a + b x the scores, x_ts the value with the answers of wave t and the composition
 * of wave s, and a bar for the mean of both waves (Bennet's midpoint),
 *
 *     answers      ω̄ b̄ ½[(x₁₀ − x₀₀) + (x₁₁ − x₀₁)]
 *     composition  ω̄ b̄ ½[(x₀₁ − x₀₀) + (x₁₁ − x₁₀)]     other firms, the same answers (Kitagawa)
 *     hardData     ω̄ b̄ (x₁ − x₀)                          of hard indicators
 *     anchors      ω̄ (Δa + Δb x̄)                          the scale was re-based
 *     weights      Δω s̄ + Δconstant                        indicators came, went or count otherwise
 *
 * Each line treats the two waves alike, so that turning time round turns every sign. Without
 * `crossed` all of a survey indicator's own change is `answers`. Every part is linear in the values,
 * hence its error is that of the same combination of their influence values; the waves' are added
 * as independent. Firms that answered both waves make these errors too large.
 *
 * Unit: points. Cost: O(firms · indicators).
 *
 * @see Bennet (1920), JRSS 83; Kitagawa (1955), JASA 50; Diewert (2005) on the midpoint's symmetry
 * @example
 * const scale = { weight: 1, intercept: 1, slope: 9 }
 * const errorOf = { before: () => 0, after: () => 0 }
 * const hard = { code: '10.15', source: 'hard', scales: { before: scale, after: scale }, before: { value: 0.2 }, after: { value: 0.3 } }
 * decomposeChange([hard], { errorOf }).parts.hardData.points.toFixed(3) // => '0.900'
 */
export function decomposeChange(
  indicators: readonly ChangedIndicator[],
  { errorOf, constant = 0 }: ChangeTerms,
): ChangeDecomposition {
  const terms = indicators.map((indicator) => ({ code: indicator.code, terms: termsOf(indicator) }))
  const all = terms.flatMap((one) => one.terms)
  const sum = (part: ChangePart): PartOfChange => ({
    points: pointsOf(all, part) + (part === 'weights' ? constant : 0),
    standardError: errorOfTerms(
      all.filter((term) => term.part === part),
      errorOf,
    ),
  })
  const parts = {
    answers: sum('answers'),
    composition: sum('composition'),
    hardData: sum('hardData'),
    anchors: sum('anchors'),
    weights: sum('weights'),
  }
  return {
    change: { points: wholeChange(indicators) + constant, standardError: errorOfTerms(all, errorOf) },
    parts,
    indicators: terms.map(({ code, terms: own }) => ({
      code,
      points: {
        answers: pointsOf(own, 'answers'),
        composition: pointsOf(own, 'composition'),
        hardData: pointsOf(own, 'hardData'),
        anchors: pointsOf(own, 'anchors'),
        weights: pointsOf(own, 'weights'),
      },
    })),
  }
}

/** Coefficient · value of one part, or a constant where there is no value. */
interface Term {
  readonly part: ChangePart
  readonly coefficient: number
  readonly of: WaveValue
}

const ONE: WaveValue = { value: 1 }

function termsOf(indicator: ChangedIndicator): readonly Term[] {
  const { before, after } = indicator
  if (before && after) return comparedTerms({ ...indicator, before, after })
  return [...comeOrGone(before, indicator.scales.before, -1), ...comeOrGone(after, indicator.scales.after, 1)]
}

/** What an indicator that only one wave has brings or takes. */
function comeOrGone(
  value: WaveValue | null,
  { weight, intercept, slope }: WaveScale,
  sign: number,
): readonly Term[] {
  if (value === null) return []
  return [
    { part: 'weights', coefficient: sign * weight * intercept, of: ONE },
    { part: 'weights', coefficient: sign * weight * slope, of: value },
  ]
}

function comparedTerms({
  source,
  scales: { before: scale0, after: scale1 },
  before,
  after,
  crossed,
}: ChangedIndicator & { before: WaveValue; after: WaveValue }): readonly Term[] {
  const weight = (scale0.weight + scale1.weight) / 2
  const effect = (weight * (scale0.slope + scale1.slope)) / 2
  const bent = (weight * (scale1.slope - scale0.slope)) / 2
  const shifted = (scale1.weight - scale0.weight) / 2
  return [
    ...valueTerms({ source, before, after, crossed, effect }),
    { part: 'anchors', coefficient: weight * (scale1.intercept - scale0.intercept), of: ONE },
    { part: 'anchors', coefficient: bent, of: before },
    { part: 'anchors', coefficient: bent, of: after },
    { part: 'weights', coefficient: shifted * (scale0.intercept + scale1.intercept), of: ONE },
    { part: 'weights', coefficient: shifted * scale0.slope, of: before },
    { part: 'weights', coefficient: shifted * scale1.slope, of: after },
  ]
}

interface ValueChange extends Pick<ChangedIndicator, 'source'> {
  readonly before: WaveValue
  readonly after: WaveValue
  readonly crossed: ChangedIndicator['crossed'] | undefined
  /** Points for one unit of the value. */
  readonly effect: number
}

function valueTerms({ source, before, after, crossed, effect }: ValueChange): readonly Term[] {
  if (source === 'hard' || crossed === undefined) {
    const part = source === 'hard' ? 'hardData' : 'answers'
    return [
      { part, coefficient: -effect, of: before },
      { part, coefficient: effect, of: after },
    ]
  }
  const half = effect / 2
  const { beforeAsAfter, afterAsBefore } = crossed
  return [
    { part: 'answers', coefficient: -half, of: before },
    { part: 'answers', coefficient: half, of: afterAsBefore },
    { part: 'answers', coefficient: -half, of: beforeAsAfter },
    { part: 'answers', coefficient: half, of: after },
    { part: 'composition', coefficient: -half, of: before },
    { part: 'composition', coefficient: half, of: beforeAsAfter },
    { part: 'composition', coefficient: -half, of: afterAsBefore },
    { part: 'composition', coefficient: half, of: after },
  ]
}

function wholeChange(indicators: readonly ChangedIndicator[]): number {
  const sum = new CompensatedSum()
  for (const { before, after, scales } of indicators) {
    sum.add(scored(after, scales.after))
    sum.add(-scored(before, scales.before))
  }
  return sum.total
}

function scored(value: WaveValue | null, { weight, intercept, slope }: WaveScale): number {
  return value === null ? 0 : weight * (intercept + slope * value.value)
}

function pointsOf(terms: readonly Term[], part: ChangePart): number {
  const sum = new CompensatedSum()
  for (const term of terms) if (term.part === part) sum.add(term.coefficient * term.of.value)
  return sum.total
}

function errorOfTerms(terms: readonly Term[], errorOf: ChangeTerms['errorOf']): number | null {
  const sides = (['before', 'after'] as const).map((side) => {
    const influence = influenceOn(side, terms)
    return influence && errorOf[side](influence)
  })
  const known = sides.filter((error) => error !== undefined)
  return known.length === 0 ? null : Math.hypot(...known)
}

function influenceOn(side: 'before' | 'after', terms: readonly Term[]): Float64Array | undefined {
  let sum: Float64Array | undefined
  for (const { coefficient, of } of terms) {
    const own = of[side]
    if (!own) continue
    sum ??= new Float64Array(own.length)
    for (const [firm, u] of own.entries()) sum[firm] = (sum[firm] ?? 0) + coefficient * u
  }
  return sum
}
