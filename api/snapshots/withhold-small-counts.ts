import type { CarelessEffect } from '../../analysis/careless/careless-effect.ts'
import type { Estimation, IndicatorEstimate, ItemDistribution } from '../../analysis/estimation.ts'
import { hiddenPartners } from '../../analysis/trust/hidden-partners.ts'
import { FEWEST_FIRMS, FEWEST_SENSITIVE_FIRMS, isTooFew, isUnanimous } from '../../analysis/trust/too-few.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { sensitiveItems } from '../definitions/sensitive-items.ts'
import { numberItems, withoutOutliers } from './outlying-numbers.ts'

/**
 * The estimation without the figures that so few firms stand behind that one of them could be
 * made out: fewer than 5 answers, fewer than 10 to a sensitive item, or a sensitive item to which all
 * but one gave the same answer. What those figures could be worked out from goes too: another
 * indicator of the sub-index where one alone is withheld, the answers to the questions behind them,
 * their gradients and bounds, comparisons of their scores. The questions that divide the population show the answers of
 * `profiles`, from which rare ones are blanked; bars of numbers stand for five firms or more.
 */
export function withholdSmallCounts(
  estimation: Estimation,
  { questionnaire, profiles }: { questionnaire: Questionnaire; profiles: readonly ItemDistribution[] },
): Estimation {
  const tellsTooMuch = disclosureRule(estimation, questionnaire)
  const withheld = withheldIndicators(estimation, tellsTooMuch)
  const behind = new Set(
    estimation.indicators.flatMap(({ code, item }) => (withheld.has(code) ? [item] : [])),
  )
  const profileByItem = new Map(profiles.map((profile) => [profile.item, profile]))
  const numbers = numberItems(questionnaire)
  const items = estimation.items.map((item) => {
    const shown = profileByItem.get(item.item) ?? item
    const isAllBlanked = shown.answered === 0 && item.answered > 0
    if (isAllBlanked || behind.has(shown.item) || tellsTooMuch(shown)) return withoutCounts(shown)
    return numbers.has(shown.item) ? withoutOutliers(shown) : shown
  })
  const silent = new Set(items.flatMap(({ item, withheld: isSilent }) => (isSilent ? [item] : [])))
  return {
    ...withoutFigures(estimation, withheld),
    ...withoutSilentItems(estimation, silent),
    items,
  }
}

/** What else is made of the answers to single questions, without those that are withheld. */
function withoutSilentItems(
  { sensitive, reliability }: Estimation,
  silent: ReadonlySet<string>,
): Partial<Estimation> {
  const none = { estimate: null, standardError: null, lower: null, upper: null }
  return {
    reliability: reliability.filter(({ items }) => !items.some((item) => silent.has(item))),
    ...(sensitive && {
      sensitive: sensitive.map((one) => (silent.has(one.item) ? { ...one, ...none } : one)),
    }),
  }
}

type TellsTooMuch = (distribution: ItemDistribution) => boolean

/** Whether a question's answers point at a firm, or at what every firm said. */
function disclosureRule({ indicators }: Estimation, questionnaire: Questionnaire): TellsTooMuch {
  const sensitive = sensitiveItems(questionnaire)
  const agreed = new Set(
    indicators.flatMap(({ code, item, value }) => (isShareOfAll(questionnaire, code, value) ? [item] : [])),
  )
  return (distribution) => {
    const { item, answered } = distribution
    if (!sensitive.has(item)) return isTooFew(answered, FEWEST_FIRMS)
    const isAgreed = answered > 0 && (agreed.has(item) || isOneAnswer(distribution))
    return isAgreed || isTooFew(answered, FEWEST_SENSITIVE_FIRMS)
  }
}

/** All or none of those who answered count: that tells of each of them. */
function isShareOfAll(questionnaire: Questionnaire, indicator: string, value: number | null): boolean {
  if (value !== 0 && value !== 1) return false
  return questionnaire.sections
    .flatMap(({ items }) => items)
    .some(
      (item) =>
        item.kind !== 'note' &&
        item.indicators.some((counting) => counting.indicator === indicator && counting.as === 'share'),
    )
}

function isOneAnswer(distribution: ItemDistribution): boolean {
  if ('options' in distribution) return isUnanimous(distribution.options.map(({ count }) => count))
  return isUnanimous(distribution.numbers?.bins.map(({ count }) => count) ?? [])
}

/**
 * The indicators that tell too much. Where one alone of those has a part in its sub-index, the score
 * of the sub-index less the others would give it back: then the one with the fewest answers among them too.
 */
function withheldIndicators(
  { indicators, subIndices, items }: Estimation,
  tellsTooMuch: TellsTooMuch,
): ReadonlySet<string> {
  const answersTo = new Map(items.map((item) => [item.item, item]))
  const withheld = new Set<string>()
  for (const { code, score } of subIndices) {
    const asked = indicators.filter(({ subIndex, item }) => subIndex === code && item !== null)
    for (const indicator of asked) {
      const given = answersTo.get(indicator.item ?? '')
      if (given && indicatorTells(indicator, given, tellsTooMuch)) withheld.add(indicator.code)
    }
    if (score === null) continue
    const summands = asked.filter((indicator) => indicator.score !== null)
    for (const partner of hiddenPartners(summands, withheld)) withheld.add(partner)
  }
  return withheld
}

/** Of those who answered its question, the indicator may count fewer. */
function indicatorTells(
  { answers }: IndicatorEstimate,
  given: ItemDistribution,
  tellsTooMuch: TellsTooMuch,
): boolean {
  return answers > 0 && (tellsTooMuch(given) || tellsTooMuch({ ...given, answered: answers }))
}

function withoutFigures(estimation: Estimation, withheld: ReadonlySet<string>): Estimation {
  const { indicators, gradients, dkBounds, channelContrast, careless } = estimation
  const incomplete = new Set(
    indicators.flatMap(({ code, subIndex }) => (withheld.has(code) ? [subIndex] : [])),
  )
  return {
    ...estimation,
    indicators: indicators.map((indicator) =>
      withheld.has(indicator.code) ? withoutValue(indicator) : indicator,
    ),
    gradients: gradients.filter(({ code }) => !withheld.has(code)),
    // Two more equations for the same two unknowns: with them both could be worked out.
    dkBounds: {
      indicators: dkBounds.indicators.filter(({ code }) => !withheld.has(code)),
      subIndices: dkBounds.subIndices.filter(({ code }) => !incomplete.has(code)),
    },
    channelContrast: channelContrast && {
      ...channelContrast,
      scores: channelContrast.scores.filter(({ code }) => !incomplete.has(code)),
    },
    careless: careless && withoutScores(careless, incomplete),
  }
}

/** Signals of so few firms are not counted out, and no score that could give a withheld value back. */
function withoutScores(careless: CarelessEffect, incomplete: ReadonlySet<string>): CarelessEffect {
  if (careless.status !== 'compared') return careless
  const { bySignal, subIndices, composite } = careless
  return {
    ...careless,
    bySignal: {
      'long-run': shownCount(bySignal['long-run']),
      'low-spread': shownCount(bySignal['low-spread']),
      'far-from-others': shownCount(bySignal['far-from-others']),
      'uneven-halves': shownCount(bySignal['uneven-halves']),
      'near-duplicate': shownCount(bySignal['near-duplicate']),
      fast: shownCount(bySignal.fast),
    },
    subIndices: subIndices.filter(({ code }) => !incomplete.has(code)),
    composite: incomplete.size > 0 ? null : composite,
  }
}

function shownCount(firms: number | null): number | null {
  return firms === null || isTooFew(firms, FEWEST_FIRMS) ? null : firms
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
