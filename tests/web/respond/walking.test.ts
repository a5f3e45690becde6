import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../../survey-definitions/check-answers.ts'
import { giveAnswer, giveEntry, problemOf, toggleOption } from '../../../web/respond/answering.ts'
import { missedItems, remainingMinutes, statusOf } from '../../../web/respond/section-progress.ts'
import type { Survey } from '../../../web/respond/survey-state.ts'
import {
  begin,
  continueFrom,
  enterSection,
  finishSection,
  go,
  openSection,
  refuseMissed,
  sectionOfItem,
  sectionOnPath,
  skipSection,
  viewBefore,
} from '../../../web/respond/walking.ts'
import { itemOf, openSurvey } from './survey.ts'

function started(): Survey {
  const survey = openSurvey()
  begin(survey, 'device')
  return survey
}

/** Continue on whatever item is in view. */
function carryOn(survey: Survey): void {
  const view = survey.view.value
  if (view.name !== 'item') throw new Error(`No item in view but ${view.name}`)
  const item = sectionOfItem(survey, view.item)?.items.find(({ code }) => code === view.item)
  if (item) continueFrom(survey, item)
}

function statusIn(survey: Survey, section: string) {
  const onPath = sectionOnPath(survey, section)
  return onPath && statusOf(survey, onPath)
}

describe('walking through the survey', () => {
  it('goes from the list through items to the check and back to the list', () => {
    const survey = started()
    expect(survey.view.value).toEqual({ name: 'hub' })
    openSection(survey, 'profile')
    enterSection(survey, 'profile')
    expect(survey.view.value).toEqual({ name: 'item', item: 'welcome' })
    carryOn(survey)
    expect(survey.view.value).toEqual({ name: 'item', item: 'land' })
    giveAnswer(survey, itemOf('land'), 'no')
    carryOn(survey)
    expect(survey.view.value).toEqual({ name: 'section-check', section: 'profile' })
    finishSection(survey, 'profile')
    expect(survey.view.value).toEqual({ name: 'hub' })
    expect(statusIn(survey, 'profile')).toBe('done')
  })

  it('follows the routing: a question that does not apply is passed over, both ways', () => {
    const survey = started()
    giveAnswer(survey, itemOf('land'), 'no')
    enterSection(survey, 'experience')
    expect(survey.view.value).toEqual({ name: 'item', item: 'problems' })
    expect(viewBefore(survey, survey.view.value)).toEqual({ name: 'section', section: 'experience' })
    giveAnswer(survey, itemOf('land'), 'yes')
    expect(viewBefore(survey, survey.view.value)).toEqual({ name: 'item', item: 'days' })
  })

  it('stays on an item that routing needs, and on nothing else', () => {
    const survey = started()
    go(survey, { name: 'item', item: 'land' })
    carryOn(survey)
    expect(survey.view.value).toEqual({ name: 'item', item: 'land' })
    expect(survey.problem.value).toEqual({ item: 'land', code: 'required' })
    giveAnswer(survey, itemOf('land'), 'refused')
    expect(survey.problem.value).toBeUndefined()
    carryOn(survey)
    go(survey, { name: 'item', item: 'problems' })
    carryOn(survey)
    expect(survey.view.value).toEqual({ name: 'item', item: 'cost' })
  })

  it('keeps what was typed and cannot be taken, and says why', () => {
    const survey = started()
    giveAnswer(survey, itemOf('land'), 'yes')
    go(survey, { name: 'item', item: 'days' })
    giveEntry(survey, itemOf('days'), '400')
    expect(survey.answers.value).toEqual({ land: 'yes' })
    carryOn(survey)
    expect(survey.problem.value).toEqual({ item: 'days', code: 'out_of_range' })
    giveEntry(survey, itemOf('days'), 'lâu')
    expect(problemOf(survey, itemOf('days'))).toBe('not_a_number')
    giveEntry(survey, itemOf('days'), '7,5')
    expect(problemOf(survey, itemOf('days'))).toBe('not_integer')
    giveEntry(survey, itemOf('days'), '40')
    expect(survey.answers.value).toMatchObject({ days: 40 })
    expect(survey.typed.value).toEqual({})
    giveEntry(survey, itemOf('days'), ' ')
    expect(survey.answers.value).toEqual({ land: 'yes' })
  })

  it('ticks in the order of the options; an exclusive one stands alone; words for missing replace them', () => {
    const survey = started()
    const problems = itemOf('problems')
    if (problems.kind !== 'multiple') throw new Error('The fixture has changed')
    toggleOption(survey, problems, 'unclear')
    toggleOption(survey, problems, 'slow')
    expect(survey.answers.value['problems']).toEqual(['slow', 'unclear'])
    toggleOption(survey, problems, 'none')
    expect(survey.answers.value['problems']).toEqual(['none'])
    toggleOption(survey, problems, 'slow')
    expect(survey.answers.value['problems']).toEqual(['slow'])
    giveAnswer(survey, problems, 'dont-know')
    toggleOption(survey, problems, 'slow')
    expect(survey.answers.value['problems']).toEqual(['slow'])
    toggleOption(survey, problems, 'slow')
    expect(survey.answers.value).toEqual({})
  })

  it('returns to the list of answers after a change, by way of questions that the change opened', () => {
    const survey = started()
    giveAnswer(survey, itemOf('paid'), 'no')
    go(survey, { name: 'item', item: 'paid', changing: true })
    carryOn(survey)
    expect(survey.view.value).toEqual({ name: 'section-check', section: 'fees' })
    go(survey, { name: 'item', item: 'paid', changing: true })
    giveAnswer(survey, itemOf('paid'), 'yes')
    carryOn(survey)
    expect(survey.view.value).toMatchObject({ name: 'item', item: 'posted' })
    giveAnswer(survey, itemOf('posted'), 'no')
    carryOn(survey)
    expect(survey.view.value).toEqual({ name: 'section-check', section: 'fees' })
  })
})

describe('sections', () => {
  it('skips one whole: its answers go, what routing needs there is refused, the server takes it', () => {
    const survey = started()
    giveAnswer(survey, itemOf('land'), 'no')
    giveAnswer(survey, itemOf('paid'), 'yes')
    giveAnswer(survey, itemOf('posted'), 'yes')
    skipSection(survey, 'fees')
    expect(statusIn(survey, 'fees')).toBe('skipped')
    expect(survey.answers.value).toEqual({ land: 'no', paid: 'refused' })
    const checked = checkAnswers(survey.page.questionnaire, survey.answers.value)
    expect(checked.violations).toEqual([])
  })

  it('skips a sensitive one without a trace', () => {
    const survey = started()
    giveAnswer(survey, itemOf('extra'), 'yes')
    skipSection(survey, 'informal')
    expect(statusIn(survey, 'informal')).toBe('skipped')
    expect(survey.answers.value).toEqual({})
  })

  it('asks a skipped one anew', () => {
    const survey = started()
    skipSection(survey, 'fees')
    openSection(survey, 'fees')
    expect(survey.view.value).toEqual({ name: 'section', section: 'fees' })
    enterSection(survey, 'fees')
    expect(survey.answers.value).toEqual({})
    expect(survey.view.value).toEqual({ name: 'item', item: 'paid' })
    expect(statusIn(survey, 'fees')).toBe('not-started')
  })

  it('is not finished while routing needs an answer, and opens again when a change asks for one', () => {
    const survey = started()
    finishSection(survey, 'fees')
    expect(survey.view.value).toEqual({ name: 'item', item: 'paid' })
    giveAnswer(survey, itemOf('paid'), 'no')
    finishSection(survey, 'fees')
    expect(statusIn(survey, 'fees')).toBe('done')
    giveAnswer(survey, itemOf('paid'), 'yes')
    expect(statusIn(survey, 'fees')).toBe('started')
  })

  it('can be sent after one word for all that routing still needs', () => {
    const survey = started()
    expect(missedItems(survey).map(({ code }) => code)).toEqual(['land', 'paid'])
    refuseMissed(survey)
    expect(missedItems(survey)).toEqual([])
    expect(survey.answers.value).toEqual({ land: 'refused', paid: 'refused' })
  })
})

describe('remaining time', () => {
  it('falls with every question passed, answered or not, and reaches nought', () => {
    const survey = started()
    giveAnswer(survey, itemOf('land'), 'yes')
    const times = [remainingMinutes(survey)]
    for (const section of ['profile', 'experience', 'fees', 'informal']) {
      enterSection(survey, section)
      while (survey.view.value.name === 'item') {
        const { item } = survey.view.value
        if (item === 'paid') giveAnswer(survey, itemOf('paid'), 'no')
        carryOn(survey)
        times.push(remainingMinutes(survey))
      }
      finishSection(survey, section)
    }
    expect(times[0]).toBeGreaterThan(7)
    expect(times[0]).toBeLessThanOrEqual(11)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
    expect(remainingMinutes(survey)).toBe(0)
  })

  it('grows when an answer opens more questions', () => {
    const survey = started()
    giveAnswer(survey, itemOf('land'), 'no')
    const short = remainingMinutes(survey)
    giveAnswer(survey, itemOf('land'), 'yes')
    expect(remainingMinutes(survey)).toBeGreaterThan(short)
  })

  it('counts nothing in a section that is skipped', () => {
    const survey = started()
    const before = remainingMinutes(survey)
    skipSection(survey, 'experience')
    expect(remainingMinutes(survey)).toBeLessThan(before)
  })
})
