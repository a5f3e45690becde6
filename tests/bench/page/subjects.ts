import type { Page } from 'playwright-core'
import type { Subject } from './measure-page.ts'

/** From the letter by consent and Begin, the list of sections and what opens a section to its first choice. */
async function toOurFirstQuestion(page: Page): Promise<void> {
  await page.locator('#consent').check()
  await page.locator('button[value=begin]').click()
  await page.locator('main > button[value^=open]').click()
  const question = page.locator('main input[type=radio]').first()
  const onward = page.locator('.actions .button').first()
  await question.or(onward).first().waitFor()
  while (!(await question.isVisible())) await onward.click()
}

export const OURS: Omit<Subject, 'url'> = {
  name: 'ours',
  ready: '#consent',
  choice: 'main input[type=radio]',
  toFirstQuestion: toOurFirstQuestion,
}

export const FLOOR: Omit<Subject, 'url'> = {
  name: 'plain HTML, the floor',
  ready: 'form button',
  choice: 'fieldset:first-of-type input',
  toFirstQuestion: async () => undefined,
}

export const SURVEYJS: Omit<Subject, 'url'> = {
  name: 'SurveyJS',
  ready: '.sd-question input',
  choice: '.sd-question input[type=radio]',
  toFirstQuestion: async () => undefined,
}
