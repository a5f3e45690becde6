import type { Estimation, IndicatorEstimate, ItemDistribution } from '../../analysis/estimation.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { sensitiveItems } from '../definitions/sensitive-items.ts'

const FEWEST_ANSWERS = 5
const FEWEST_SENSITIVE_ANSWERS = 10

/**
 * The estimation without the figures that so few firms stand behind that one of them could be
 * made out: fewer than 5 answers, fewer than 10 to a sensitive item.
 */
export function withholdSmallCounts(estimation: Estimation, questionnaire: Questionnaire): Estimation {
  const sensitive = sensitiveItems(questionnaire)
  const tooFew = (item: string, answers: number): boolean =>
    answers > 0 && answers < (sensitive.has(item) ? FEWEST_SENSITIVE_ANSWERS : FEWEST_ANSWERS)

  return {
    ...estimation,
    indicators: estimation.indicators.map((indicator) =>
      indicator.item !== null && tooFew(indicator.item, indicator.answers)
        ? withoutValue(indicator)
        : indicator,
    ),
    items: estimation.items.map((item) => (tooFew(item.item, item.answered) ? withoutCounts(item) : item)),
  }
}

function withoutValue(indicator: IndicatorEstimate): IndicatorEstimate {
  return {
    ...indicator,
    value: null,
    valueStandardError: null,
    score: null,
    standardError: null,
    lower: null,
    upper: null,
    anchorExtended: false,
    withheld: true,
  }
}

function withoutCounts(distribution: ItemDistribution): ItemDistribution {
  if ('options' in distribution) return { ...distribution, options: [], withheld: true }
  return { ...distribution, numbers: null, withheld: true }
}
