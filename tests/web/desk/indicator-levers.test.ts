import { describe, expect, it } from 'vitest'
import { indicatorGradient } from '../../../analysis/actions/indicator-gradient.ts'
import { estimate } from '../../../analysis/estimate-sample.ts'
import type { IndicatorEstimate } from '../../../analysis/estimation.ts'
import { sampleOf } from '../../../analysis/sample.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import pci2017 from '../../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { indicatorLevers, valueAfter } from '../../../web/desk/indicator-levers.ts'
import { gainText, valueUnit } from '../../../web/desk/indicator-value.ts'
import { routeToTarget, supposedSubIndex } from '../../../web/desk/supposed-scores.ts'
import { publishedPlan, publishedQuestionnaire } from '../../support/definition-files.ts'

const edition = Edition.parse(pci2017)
const questionnaire = publishedQuestionnaire('pci-full')
const values = Object.fromEntries(
  edition.indicators.flatMap(({ id, langSon }) =>
    langSon?.['2019'] === undefined ? [] : [[id, langSon['2019']]],
  ),
)
const estimation = estimate({
  edition,
  questionnaire,
  sample: sampleOf(questionnaire, simulateFirms({ questionnaire, values, firms: 200, seed: 3 })),
  plan: publishedPlan('lang-son-2024'),
  scaleLink: 'edition',
})
const charges = estimation.subIndices.find(({ code }) => code === 'informal-charges')!
const viewsOf = (indicators: readonly IndicatorEstimate[]) =>
  edition.indicators
    .filter(({ subIndex }) => subIndex === 'informal-charges')
    .map((indicator) => ({
      indicator,
      estimate: indicators.find(({ code }) => code === indicator.id),
      question: undefined,
    }))
const levers = indicatorLevers(viewsOf(estimation.indicators), estimation.gradients)

describe('the levers of a sub-index', () => {
  it('go to the best province and no further', () => {
    for (const lever of levers) {
      const { min, max } = lever.view.indicator['national2019'] as { min: number; max: number }
      const best = lever.gradient.direction === 'raise' ? max : min
      // The edition writes the extremes of the provinces with four digits.
      expect(Math.abs(valueAfter(lever, lever.room) - best)).toBeLessThan(1e-4)
      expect(lever.cost * 100 * (max - min)).toBeCloseTo(1, 9)
    }
    expect(levers.length).toBeGreaterThan(3)
  })

  it('are none for an indicator that is withheld or is at the best already', () => {
    const [first, second] = levers
    const changed = estimation.indicators.map((one) => {
      if (one.code === first?.code) return { ...one, value: null, score: null }
      return one.code === second?.code ? { ...one, value: valueAfter(second, second.room) } : one
    })
    const left = indicatorLevers(viewsOf(changed), estimation.gradients).map(({ code }) => code)
    expect(left).toEqual(levers.slice(2).map(({ code }) => code))
  })
})

describe('what is supposed on the desk', () => {
  const supposed = (steps: ReadonlyMap<string, number>) =>
    supposedSubIndex(charges, levers, { steps, confidence: estimation.confidence })

  it('is the verdict itself where nothing changes', () => {
    const { score, lower, upper, probability } = supposed(new Map())!
    expect(score).toBe(charges.score)
    expect(lower).toBeCloseTo(charges.lower!, 12)
    expect(upper).toBeCloseTo(charges.upper!, 12)
    expect(probability).toBeCloseTo(charges.verdict!.probability!, 12)
  })

  it('becomes likelier with every step', () => {
    const [lever] = levers
    const at = (share: number) => supposed(new Map([[lever!.code, share * lever!.room]]))!.probability!
    expect(at(0.5)).toBeGreaterThan(at(0))
    expect(at(1)).toBeGreaterThan(at(0.5))
  })

  it('leads to where the route says', () => {
    const route = routeToTarget(charges, levers)!
    const steps = new Map(route.steps.map(({ code, change }) => [code, change]))
    expect(supposed(steps)!.score).toBeCloseTo(route.score, 9)
    expect(routeToTarget({ ...charges, score: null }, levers)).toBeUndefined()
  })
})

describe('what a step brings', () => {
  it('is written for one percentage point, day or unit, whatever the values are kept in', () => {
    const written = (id: string) => {
      const indicator = edition.indicators.find((one) => one.id === id)!
      const place = { code: id, score: 5, slope: 12.5, subIndexShare: 0.1, compositeShare: 1 }
      return gainText(indicatorGradient({ ...place, ...indicator }), valueUnit(indicator))
    }
    expect(written('5.01')).toBe('+0,013 / điểm\u00a0%')
    expect(written('1.01')).toBe('+1,250 / ngày')
    expect(written('4.10')).toBe('+1,250 / giờ')
    expect(written('9.06')).toBe('+1,250 / điểm\u00a0%')
    // Kept as a share of 1, written in percent.
    expect(written('9.10')).toBe('+0,013 / điểm\u00a0%')
    expect(written('8.01')).toBe('+1,250 / đơn vị')
  })
})
