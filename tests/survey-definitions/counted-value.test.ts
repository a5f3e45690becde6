import { describe, expect, it } from 'vitest'
import type { Answers } from '../../survey-definitions/answers.ts'
import { countedItems, countedValue } from '../../survey-definitions/counted-value.ts'
import { featureQuestionnaire } from '../support/definition-files.ts'

function values(feature: string, answers: Answers) {
  const questionnaire = featureQuestionnaire(feature)
  return countedItems(questionnaire).map((counted) => countedValue(questionnaire, counted, answers))
}

describe('countedValue', () => {
  it.each([
    ['counting-share', { fair: 'strongly-agree' }, 1],
    ['counting-share', { fair: 'agree' }, 1],
    ['counting-share', { fair: 'disagree' }, 0],
    ['counting-share', { fair: 'dont-know' }, undefined],
    ['counting-share', { fair: 'refused' }, undefined],
    ['counting-share', { fair: 'blank' }, undefined],
    ['counting-share', { fair: 'not-asked' }, undefined],
    ['counting-share', {}, undefined],
    ['outside-base', { quick: 'yes' }, 1],
    ['outside-base', { quick: 'no' }, 0],
    ['outside-base', { quick: 'not-used' }, undefined],
    ['counting-share-of-multiple', { help: ['training'] }, 1],
    ['counting-share-of-multiple', { help: ['none'] }, 0],
    ['counting-at-least', { days: 5 }, 1],
    ['counting-at-least', { days: 4 }, 0],
    ['counting-above', { cost: 10.1 }, 1],
    ['counting-above', { cost: 10 }, 0],
    ['counting-mean-of-scale', { access: 4 }, 4],
    ['counting-mean-of-values', { band: 'high' }, 15],
    ['counting-mean-of-values', { band: 'none' }, undefined],
    ['counting-median', { days: 0 }, 0],
    ['counting-base', { land: 'yes', quick: 'no' }, 0],
    ['counting-base', { land: 'no', quick: 'no' }, undefined],
    ['counting-base', { land: 'blank', quick: 'yes' }, undefined],
  ])('%s %j counts as %j', (feature, answers, value) => {
    expect(values(feature, answers)).toEqual([value])
  })

  it('lets one item feed two indicators', () => {
    expect(values('two-indicators', { days: 30 })).toEqual([30, 1])
  })

  it('does not take an inherited member for an answer', () => {
    expect(values('counting-median', Object.create({ days: 3 }))).toEqual([undefined])
  })
})
