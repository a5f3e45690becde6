import type { IndicatorGradient } from '../../analysis/actions/indicator-gradient.ts'
import type { IndicatorView } from './definition-lookup.ts'
import { publishedValues } from './indicator-value.ts'

/** An indicator that can still get better: what a step brings, how far it can go and how hard that is. */
export interface IndicatorLever {
  readonly code: string
  readonly view: IndicatorView
  /** Its value now. */
  readonly value: number
  readonly gradient: IndicatorGradient
  /** Points of the sub-index for one step. */
  readonly gain: number
  /** Steps to the best value of a province, or to a score of 10 where none is known. */
  readonly room: number
  /** Of one step: the way from the worst province to the best costs 1. */
  readonly cost: number
}

/**
 * The levers of a sub-index. What no province has reached is out of reach for this one too; and a
 * percentage point here is no day there, so that steps are as hard as they are long on the way from
 * the worst province to the best.
 */
export function indicatorLevers(
  views: readonly IndicatorView[],
  gradients: readonly IndicatorGradient[],
): readonly IndicatorLever[] {
  const gradientOf = new Map(gradients.map((gradient) => [gradient.code, gradient]))
  return views.flatMap((view) => {
    const gradient = gradientOf.get(view.indicator.id)
    const value = view.estimate?.value ?? null
    if (!gradient || value === null || gradient.subIndex === 0) return []
    const { room, cost } = reachOf(view, gradient, value)
    if (room <= 0) return []
    return [{ code: gradient.code, view, value, gradient, gain: gradient.subIndex, room, cost }]
  })
}

/** The value that so many steps lead to. */
export function valueAfter({ value, gradient }: IndicatorLever, steps: number): number {
  const change = steps / stepsOfUnit(gradient)
  return gradient.direction === 'raise' ? value + change : value - change
}

function reachOf(
  { indicator }: IndicatorView,
  gradient: IndicatorGradient,
  value: number,
): { readonly room: number; readonly cost: number } {
  const { national } = publishedValues(indicator)
  if (!national || national.max <= national.min) return { room: gradient.room, cost: 1 / gradient.room }
  const best = gradient.direction === 'raise' ? national.max - value : value - national.min
  const steps = stepsOfUnit(gradient)
  return { room: Math.min(gradient.room, best * steps), cost: 1 / ((national.max - national.min) * steps) }
}

function stepsOfUnit({ step }: IndicatorGradient): number {
  return step === 'percentage-point' ? 100 : 1
}
