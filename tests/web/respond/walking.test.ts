import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../../survey-definitions/check-answers.ts'
import { giveAnswer, giveEntries } from '../../../survey-definitions/respondent/answering.ts'
import { CHECKING } from '../../../survey-definitions/respondent/checking.ts'
import {
  missedItems,
  remainingMinutes,
  statusOf,
} from '../../../survey-definitions/respondent/section-progress.ts'
import {
  finishSection,
  refuseMissed,
  skipSection,
} from '../../../survey-definitions/respondent/section-acts.ts'
import { go, type Survey } from '../../../survey-definitions/respondent/survey.ts'
import {
  continueFrom as carryOn,
  enterSection,
  openSection,
  placeOf,
  viewBefore,
} from '../../../survey-definitions/respondent/walking.ts'
import { begunSurvey as started, itemOf } from './survey.ts'

function statusIn(survey: Survey, section: string) {
  const onPath = placeOf(survey, `section ${section}`)?.onPath
  return onPath && statusOf(survey, onPath)
}

function type(survey: Survey, code: string, entry: string): void {
  giveEntries(survey, itemOf(survey, code), { entries: [entry] })
}

describe('walking through the survey', () => {
  it('goes from the list through items to the check and back to the list', () => {
    const survey = started()
    expect(survey.view).toBe('hub')
    openSection(survey, 'profile')
    enterSection(survey, 'profile')
    expect(survey.view).toBe('item welcome')
    carryOn(survey)
    expect(survey.view).toBe('item land')
    giveAnswer(survey, itemOf(survey, 'land'), 'no')
    carryOn(survey)
    expect(survey.view).toBe('check profile')
    finishSection(survey, 'profile')
    expect(survey.view).toBe('hub')
    expect(statusIn(survey, 'profile')).toBe('done')
  })

  it('follows the routing: a question that does not apply is passed over, both ways', () => {
    const survey = started()
    giveAnswer(survey, itemOf(survey, 'land'), 'no')
    enterSection(survey, 'experience')
    expect(survey.view).toBe('item problems')
    expect(viewBefore(survey, survey.view)).toBe('section experience')
    giveAnswer(survey, itemOf(survey, 'land'), 'yes')
    expect(viewBefore(survey, survey.view)).toBe('item days')
  })

  it('stays on an item that routing needs, and on nothing else', () => {
    const survey = started()
    go(survey, 'item land')
    carryOn(survey)
    expect(survey.view).toBe('item land')
    expect(survey.problems).toEqual([{ item: 'land', code: 'required' }])
    giveAnswer(survey, itemOf(survey, 'land'), 'refused')
    carryOn(survey)
    go(survey, 'item problems')
    carryOn(survey)
    expect(survey.view).toBe('item cost')
  })

  it('keeps what was typed and cannot be taken, and says why', () => {
    const survey = started()
    giveAnswer(survey, itemOf(survey, 'land'), 'yes')
    go(survey, 'item days')
    type(survey, 'days', '400')
    expect(survey.answers).toEqual({ land: 'yes' })
    carryOn(survey)
    expect(survey.problems).toEqual([{ item: 'days', code: 'out_of_range' }])
    type(survey, 'days', 'lâu')
    expect(CHECKING.problemOf(survey, itemOf(survey, 'days'))).toBe('not_a_number')
    type(survey, 'days', '7,5')
    expect(CHECKING.problemOf(survey, itemOf(survey, 'days'))).toBe('not_integer')
    type(survey, 'days', '40')
    expect(survey.answers).toMatchObject({ days: 40 })
    expect(survey.typed).toEqual({})
    type(survey, 'days', ' ')
    expect(survey.answers).toEqual({ land: 'yes' })
  })

  it('ticks in the order of the options; an exclusive one stands alone; words for missing replace them', () => {
    const survey = started()
    const problems = itemOf(survey, 'problems')
    const tick = (entries: readonly string[], last: string) =>
      giveEntries(survey, problems, { entries, last })
    tick(['slow', 'unclear'], 'slow')
    expect(survey.answers['problems']).toEqual(['slow', 'unclear'])
    tick(['slow', 'unclear', 'none'], 'none')
    expect(survey.answers['problems']).toEqual(['none'])
    tick(['slow', 'none'], 'slow')
    expect(survey.answers['problems']).toEqual(['slow'])
    tick(['slow', 'dont-know'], 'dont-know')
    expect(survey.answers['problems']).toBe('dont-know')
    tick(['slow', 'dont-know'], 'slow')
    expect(survey.answers['problems']).toEqual(['slow'])
    tick([], 'slow')
    expect(survey.answers).toEqual({})
  })

  it('takes a word for no answer in the place of what was typed, and the other way round', () => {
    const survey = started()
    const cost = itemOf(survey, 'cost')
    giveEntries(survey, cost, { entries: ['2,5'] })
    expect(survey.answers['cost']).toBe(2.5)
    giveEntries(survey, cost, { entries: ['2,5', 'refused'], last: 'refused' })
    expect(survey.answers['cost']).toBe('refused')
    giveEntries(survey, cost, { entries: ['3', 'refused'] })
    expect(survey.answers['cost']).toBe(3)
  })

  it('keeps what is typed before there is anything to check it with', () => {
    const survey = started()
    delete survey.checking
    giveAnswer(survey, itemOf(survey, 'land'), 'yes')
    go(survey, 'item days')
    type(survey, 'days', '12')
    carryOn(survey)
    expect(survey.view).toBe('item problems')
    expect(survey.typed).toEqual({ days: '12' })
  })

  it('returns to the list of answers after a change, by way of questions that the change opened', () => {
    const survey = started()
    giveAnswer(survey, itemOf(survey, 'fee'), 'no')
    go(survey, 'change fee')
    carryOn(survey)
    expect(survey.view).toBe('check fees')
    go(survey, 'change fee')
    giveAnswer(survey, itemOf(survey, 'fee'), 'yes')
    carryOn(survey)
    expect(survey.view).toBe('change posted')
    giveAnswer(survey, itemOf(survey, 'posted'), 'no')
    carryOn(survey)
    expect(survey.view).toBe('check fees')
  })
})

describe('sections', () => {
  it('skips one whole: its answers go, what routing needs there is refused, the server takes it', () => {
    const survey = started()
    giveAnswer(survey, itemOf(survey, 'land'), 'no')
    giveAnswer(survey, itemOf(survey, 'fee'), 'yes')
    giveAnswer(survey, itemOf(survey, 'posted'), 'yes')
    skipSection(survey, 'fees')
    expect(statusIn(survey, 'fees')).toBe('skipped')
    expect(survey.answers).toEqual({ land: 'no', fee: 'refused' })
    const checked = checkAnswers(survey.questionnaire, survey.answers)
    expect(checked.violations).toEqual([])
  })

  it('skips a sensitive one without a trace', () => {
    const survey = started()
    giveAnswer(survey, itemOf(survey, 'extra'), 'yes')
    skipSection(survey, 'informal')
    expect(statusIn(survey, 'informal')).toBe('skipped')
    expect(survey.answers).toEqual({})
  })

  it('asks a skipped one anew', () => {
    const survey = started()
    skipSection(survey, 'fees')
    openSection(survey, 'fees')
    expect(survey.view).toBe('section fees')
    enterSection(survey, 'fees')
    expect(survey.answers).toEqual({})
    expect(survey.view).toBe('item fee')
    expect(statusIn(survey, 'fees')).toBe('not-started')
  })

  it('is not finished while routing needs an answer, and opens again when a change asks for one', () => {
    const survey = started()
    finishSection(survey, 'fees')
    expect(survey.view).toBe('item fee')
    giveAnswer(survey, itemOf(survey, 'fee'), 'no')
    finishSection(survey, 'fees')
    expect(statusIn(survey, 'fees')).toBe('done')
    giveAnswer(survey, itemOf(survey, 'fee'), 'yes')
    expect(statusIn(survey, 'fees')).toBe('started')
  })

  it('can be sent after one word for all that routing still needs', () => {
    const survey = started()
    expect(missedItems(survey).map(({ code }) => code)).toEqual(['land', 'fee'])
    refuseMissed(survey)
    expect(missedItems(survey)).toEqual([])
    expect(survey.answers).toEqual({ land: 'refused', fee: 'refused' })
  })
})

describe('remaining time', () => {
  it('falls with every question passed, answered or not, and reaches nought', () => {
    const survey = started()
    giveAnswer(survey, itemOf(survey, 'land'), 'yes')
    const times = [remainingMinutes(survey)]
    for (const { code: section } of survey.questionnaire.sections) {
      enterSection(survey, section)
      while (survey.view.startsWith('item')) {
        if (survey.view === 'item fee') giveAnswer(survey, itemOf(survey, 'fee'), 'no')
        carryOn(survey)
        times.push(remainingMinutes(survey))
      }
      finishSection(survey, section)
    }
    expect(times[0]).toBeGreaterThan(6)
    expect(times[0]).toBeLessThanOrEqual(12)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
    expect(remainingMinutes(survey)).toBe(0)
  })

  it('grows when an answer opens more questions', () => {
    const survey = started()
    giveAnswer(survey, itemOf(survey, 'land'), 'no')
    const short = remainingMinutes(survey)
    giveAnswer(survey, itemOf(survey, 'land'), 'yes')
    expect(remainingMinutes(survey)).toBeGreaterThan(short)
  })

  it('counts nothing in a section that is skipped', () => {
    const survey = started()
    const before = remainingMinutes(survey)
    skipSection(survey, 'experience')
    expect(remainingMinutes(survey)).toBeLessThan(before)
  })
})
