import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import { LANGUAGES, type Language } from '../../survey-definitions/language.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { anyAnswers } from '../support/any-answers.ts'
import { launchBrowser } from '../support/browser.ts'
import { featureFiles, featureQuestionnaire } from '../support/definition-files.ts'
import { EVERY_KIND } from '../support/every-kind.ts'
import { openQuestionnaireSite, type QuestionnaireSite } from './questionnaire-site.ts'
import { openRespondent } from './respondent.ts'
import { walkThrough } from './walk.ts'

let site: QuestionnaireSite
let browser: Browser

beforeAll(async () => {
  site = await openQuestionnaireSite()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** What answers are counted for afterwards changes nothing of what a firm sees. */
const UNSEEN = /^(counting-|two-indicators|outside-base|stratifier|reworded|complete)/

const FEATURES = [...featureFiles().keys()].filter((name) => !UNSEEN.test(name))

describe('a questionnaire of one feature, from its definition to the inbox', () => {
  it.each(FEATURES)('%s', async (feature) => {
    const questionnaire = { ...featureQuestionnaire(feature), id: feature }
    for (const language of questionnaire.languages) {
      const { given, received } = await answerOnce(questionnaire, language)
      expect(Object.keys(given).length).toBeGreaterThan(0)
      expect(received).toEqual(checkAnswers(questionnaire, given).kept)
    }
  })
})

it.each(LANGUAGES)('every kind of item in one questionnaire: %s', async (language) => {
  const questionnaire = { ...EVERY_KIND, id: `every-kind-${language}` }
  const { given, received } = await answerOnce(questionnaire, language)
  expect(Object.keys(given).length).toBeGreaterThan(10)
  expect(received).toEqual(checkAnswers(questionnaire, given).kept)
})

/** Answers of a simulated firm that gives at least one, the same in every run, through the page. */
async function answerOnce(questionnaire: Questionnaire, language: Language) {
  const { address, inbox } = await site.open(questionnaire)
  const path = language === 'vi' ? address : `${address}/${language}`
  const firm = await openRespondent(browser, path)
  const { page } = firm
  const given = await walkThrough({ page, questionnaire, language }, path, simulated(questionnaire))
  expect(firm.complaints).toEqual([])
  await firm.leave()
  return { given, received: (await inbox()).at(-1) }
}

function simulated(questionnaire: Questionnaire) {
  const several = fc.sample(anyAnswers(questionnaire), { seed: 2024, numRuns: 40 })
  const [most] = several.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)
  if (!most) throw new Error('No answers')
  return most
}
