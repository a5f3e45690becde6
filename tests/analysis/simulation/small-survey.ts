import { expect } from 'vitest'
import { indicatorValues, sampleOf } from '../../../analysis/sample.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import { loadQuestionnaire } from '../../../survey-definitions/load-questionnaire.ts'
import type { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'

export const FIRMS = 20_000

export function option(code: string) {
  return { code, label: { vi: code } }
}

export function share(indicator: string, options: readonly string[]) {
  return { indicator, as: 'share', options }
}

export function item(members: object) {
  return { code: 'x', text: { vi: 'Câu hỏi' }, ...members }
}

export function surveyOf(members: object): Questionnaire {
  return surveyWith([item(members)])
}

/** A questionnaire that the product itself would take. */
export function surveyWith(items: readonly object[]): Questionnaire {
  const loaded = loadQuestionnaire({
    format: 'pci-pulse/questionnaire/1',
    id: 'one-item',
    version: 1,
    edition: 'any',
    languages: ['vi'],
    title: { vi: 'Phiếu thử' },
    minutes: 1,
    sections: [{ code: 'all', title: { vi: 'Tất cả' }, items }],
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors))
  return loaded.definition
}

export function simulated(
  questionnaire: Questionnaire,
  values: Readonly<Record<string, number>>,
  firms = FIRMS,
) {
  return simulateFirms({ questionnaire, values, firms, seed: 20 })
}

export function answersOf(
  questionnaire: Questionnaire,
  values: Readonly<Record<string, number>>,
  firms = FIRMS,
  code = 'x',
) {
  return Array.from(simulated(questionnaire, values, firms), ({ answers }) => answers[code])
}

/** The values of an indicator's base, as the estimation sees them. */
export function columnsOf(questionnaire: Questionnaire, values: Readonly<Record<string, number>>) {
  const { indicators } = sampleOf(questionnaire, simulated(questionnaire, values))
  return (indicator: string) => {
    const column = indicators.get(indicator)
    return column ? [...indicatorValues(column)].filter((x) => !Number.isNaN(x)) : []
  }
}

/** How many standard errors a share is off. */
export function shareMissed(counts: readonly number[], expected: number): number {
  const missed = counts.reduce((sum, count) => sum + count - expected, 0) / counts.length
  if (expected === 0 || expected === 1) return missed === 0 ? 0 : Number.POSITIVE_INFINITY
  return Math.abs(missed) / Math.sqrt((expected * (1 - expected)) / counts.length)
}

/** How many standard errors the larger side of a median is over one half. */
export function medianMissed(answers: readonly number[], median: number): number {
  const below = answers.filter((answer) => answer < median).length
  const above = answers.filter((answer) => answer > median).length
  return (Math.max(below, above) - answers.length / 2) / Math.sqrt(answers.length / 4)
}

/** What is thrown where the values are impossible. */
export function refusal(message: RegExp): unknown {
  return expect.objectContaining({
    code: 'values-cannot-be-simulated',
    message: expect.stringMatching(message) as unknown,
  })
}
