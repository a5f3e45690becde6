import type { Estimation, IndicatorEstimate, ItemDistribution } from '../../analysis/estimation.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { sensitiveItems } from '../definitions/sensitive-items.ts'

const FEWEST_ANSWERS = 5
const FEWEST_SENSITIVE_ANSWERS = 10

type IsTooFew = (item: string, answers: number) => boolean

/**
 * The estimation without the figures that so few firms stand behind that one of them could be
 * made out: fewer than 5 answers, fewer than 10 to a sensitive item. The questions that divide the
 * population show the answers of `profiles`, from which rare ones are blanked.
 */
export function withholdSmallCounts(
  estimation: Estimation,
  { questionnaire, profiles }: { questionnaire: Questionnaire; profiles: readonly ItemDistribution[] },
): Estimation {
  const sensitive = sensitiveItems(questionnaire)
  const isTooFew: IsTooFew = (item, answers) =>
    answers > 0 && answers < (sensitive.has(item) ? FEWEST_SENSITIVE_ANSWERS : FEWEST_ANSWERS)
  const withheld = withheldIndicators(estimation, isTooFew)
  const profileByItem = new Map(profiles.map((profile) => [profile.item, profile]))

  return {
    ...estimation,
    indicators: estimation.indicators.map((indicator) =>
      withheld.has(indicator.code) ? withoutValue(indicator) : indicator,
    ),
    items: estimation.items.map((item) => {
      const shown = profileByItem.get(item.item) ?? item
      const isAllBlanked = shown.answered === 0 && item.answered > 0
      return isAllBlanked || isTooFew(item.item, shown.answered) ? withoutCounts(shown) : shown
    }),
  }
}

/**
 * The indicators with too few answers. Where one alone of those has a part in its sub-index, the score
 * of the sub-index less the others would give it back: then the one with the fewest answers among them too.
 */
function withheldIndicators({ indicators, subIndices }: Estimation, isTooFew: IsTooFew): ReadonlySet<string> {
  const withheld = new Set<string>()
  for (const { code, score } of subIndices) {
    const asked = indicators.filter(({ subIndex, item }) => subIndex === code && item !== null)
    const few = asked.filter(({ item, answers }) => item !== null && isTooFew(item, answers))
    for (const indicator of few) withheld.add(indicator.code)
    const scored = few.filter((indicator) => indicator.score !== null)
    if (scored.length !== 1 || score === null) continue
    const [fewest] = asked
      .filter((indicator) => indicator.score !== null && !withheld.has(indicator.code))
      .toSorted((one, other) => one.answers - other.answers)
    if (fewest) withheld.add(fewest.code)
  }
  return withheld
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
