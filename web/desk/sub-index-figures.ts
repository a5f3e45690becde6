import type { Verdict } from '../../analysis/estimation.ts'
import type { SubIndexView } from './definition-lookup.ts'
import type { ScoredTarget } from './interval-marks.ts'
import { changeText, figureText, intervalText, probabilityText, scoreText } from './vietnamese-numbers.ts'

const NO_SCORE = { score: null, lower: null, upper: null, verdict: null, anytime: null }
const NO_TARGET = { target: null, baseline: null, rise: null }

/** The figures of a sub-index that its chart draws. */
export function scoredTarget({ estimate, target: planned }: SubIndexView): ScoredTarget {
  const { score, lower, upper } = estimate ?? NO_SCORE
  const { target, baseline } = planned ?? NO_TARGET
  return { score, lower, upper, target, baseline }
}

/** The same figures as texts, a dash for what cannot be had. */
export function subIndexTexts(view: SubIndexView) {
  const { score, lower, upper, target, baseline } = scoredTarget(view)
  const { verdict, anytime } = view.estimate ?? NO_SCORE
  const { rise } = view.target ?? NO_TARGET
  return {
    score: figureText(score, scoreText),
    interval: figureText(lower, (end) => figureText(upper, (other) => intervalText(end, other))),
    target: figureText(target, scoreText),
    baseline: figureText(baseline, scoreText),
    rise: figureText(rise, changeText),
    probability: figureText(verdict?.probability, probabilityText),
    probabilityTrue: figureText(verdict?.probabilityTrue, probabilityText),
    ...(verdict?.forecast && { forecast: forecastText(verdict.forecast) }),
    ...(anytime && { anytime: intervalText(anytime.lower, anytime.upper) }),
  }
}

function forecastText({ score, lower, upper }: NonNullable<Verdict['forecast']>): string {
  return `${scoreText(score)} (${intervalText(lower, upper)})`
}
