import type { IndicatorEstimate, ItemDistribution, SubIndexEstimate } from '../../analysis/estimation.ts'
import type { Indicator, SubIndex } from '../../survey-definitions/edition-schema.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { AnswerableItem, Questionnaire, Section } from '../../survey-definitions/questionnaire-schema.ts'
import type { WaveContents } from './wave-context.ts'

/** A name of the edition in Vietnamese, else in English, else its code. */
export function nameOf({ name }: Pick<SubIndex, 'name'>, code: string): string {
  return name.vi ?? name.en ?? code
}

/** A unit or agency of the plan by its code; the code itself where the plan has no such body. */
export function bodyName(plan: Plan, code: string): string {
  if (code === 'all-units') return 'Các phòng, đơn vị thuộc Sở'
  return [...plan.units, ...plan.agencies].find((body) => body.code === code)?.name.vi ?? code
}

/** Everything the pages say of one sub-index, from the edition, the plan and the estimation. */
export interface SubIndexView {
  readonly subIndex: SubIndex
  readonly target: Plan['targets'][number] | undefined
  readonly estimate: SubIndexEstimate | undefined
}

/** The sub-indices in the order of the edition. */
export function subIndexViews({ edition, plan, snapshot }: WaveContents): readonly SubIndexView[] {
  return edition.subIndices
    .toSorted((a, b) => a.number - b.number)
    .map((subIndex) => ({
      subIndex,
      target: plan.targets.find((target) => target.subIndex === subIndex.code),
      estimate: snapshot?.estimation.subIndices.find(({ code }) => code === subIndex.code),
    }))
}

/** One indicator as the edition has it, with its estimate and the question that feeds it. */
export interface IndicatorView {
  readonly indicator: Indicator
  readonly estimate: IndicatorEstimate | undefined
  readonly question: Question | undefined
}

export interface Question {
  readonly item: AnswerableItem
  readonly section: Section
}

export function indicatorViews(contents: WaveContents, subIndex: string): readonly IndicatorView[] {
  return contents.edition.indicators
    .filter((indicator) => indicator.subIndex === subIndex)
    .map((indicator) => ({
      indicator,
      estimate: contents.snapshot?.estimation.indicators.find(({ code }) => code === indicator.id),
      question: questionFor(contents.questionnaire, indicator.id),
    }))
}

function questionFor(questionnaire: Questionnaire, indicator: string): Question | undefined {
  for (const section of questionnaire.sections) {
    for (const item of section.items) {
      if (item.kind !== 'note' && item.indicators.some((counting) => counting.indicator === indicator)) {
        return { item, section }
      }
    }
  }
  return undefined
}

/** A question of the questionnaire by its code. */
export function itemByCode(questionnaire: Questionnaire, code: string): AnswerableItem | undefined {
  return questionnaire.sections
    .flatMap(({ items }) => items)
    .filter((item) => item.kind !== 'note')
    .find((item) => item.code === code)
}

export function distributionOf({ snapshot }: WaveContents, item: string): ItemDistribution | undefined {
  return snapshot?.estimation.items.find((distribution) => distribution.item === item)
}
