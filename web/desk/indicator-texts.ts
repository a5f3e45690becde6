import type { IndicatorView } from './definition-lookup.ts'
import { publishedValues, valueText, valueUnit } from './indicator-value.ts'
import { countText, figureText, intervalText, percentText, scoreText } from './vietnamese-numbers.ts'

const NO_ESTIMATE = { value: null, score: null, lower: null, upper: null, answers: 0 }

/** An indicator's figures as texts, a dash for what cannot be had. */
export function indicatorTexts({ indicator, estimate, question }: IndicatorView) {
  const unit = valueUnit(indicator, question?.item)
  const inUnit = (value: number) => valueText(value, unit)
  const { value, score, lower, upper, answers } = estimate ?? NO_ESTIMATE
  const { own, national } = publishedValues(indicator)
  return {
    value: figureText(value, inUnit),
    own: figureText(own?.value, inUnit),
    national: figureText(national?.median, inUnit),
    score: figureText(score, scoreText),
    interval: figureText(lower, (end) => figureText(upper, (other) => intervalText(end, other))),
    /** Hard data and questions not asked have no answers, which is not the same as none. */
    answers: figureText(question === undefined ? undefined : answers, countText),
    weight: percentText(indicator.weight, 1),
  }
}
