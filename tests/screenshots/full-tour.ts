import type { Browser, Page } from 'playwright-core'
import type { Answer, Answers } from '../../survey-definitions/answers.ts'
import type { Language } from '../../survey-definitions/language.ts'
import type { AnswerableItem, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { writeNumber } from '../../survey-definitions/respondent/number-text.ts'
import { answerableItems, routingPath } from '../../survey-definitions/routing-path.ts'
import { answersTo, fullestAnswers } from './fullest-answers.ts'
import { addressIn, type Look, PHONE, press } from './tour.ts'

interface FullTour {
  readonly browser: Browser
  /** Of a wave that asks the questionnaire. */
  readonly address: string
  readonly questionnaire: Questionnaire
  readonly language: Language
  readonly look: Look
}

/** What a view shows. */
interface ShownView {
  readonly heading: string
  /** What its main button does. */
  readonly act: string
  /** Items whose fields stand on it. */
  readonly items: readonly string[]
  /** It lists a section that is finished. */
  readonly isBegun: boolean
}

/** One firm on its way, and what it has seen. */
interface Firm extends FullTour {
  readonly page: Page
  readonly views: Set<string>
  readonly items: Set<string>
  answers: Answers
}

/**
 * Goes through a whole questionnaire by the main button of each view, from the letter to Send: every
 * question is met once, answered in the longest words, and every section's answers are looked at.
 */
export async function tourWhole(tour: FullTour): Promise<void> {
  const { browser, address, questionnaire, language } = tour
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  await page.goto(addressIn(address, language))
  await page.waitForLoadState('networkidle')
  const answers = fullestAnswers(questionnaire, language)
  const firm = { ...tour, page, views: new Set<string>(), items: new Set<string>(), answers }
  for (;;) {
    const { act } = await passView(firm)
    if (act === 'send') break
    if (act.startsWith('finish ')) await turnAside(firm, act.slice('finish '.length))
    await press(page, act)
  }
  await context.close()
}

/** Looks at a view as one comes to it, once with nothing answered where that is wrong, and answers what it asks. */
async function passView(firm: Firm): Promise<ShownView> {
  const { page, questionnaire } = firm
  const view = await shownView(page)
  const items = answerableItems(questionnaire).filter(({ code }) => view.items.includes(code))
  if (items.some(({ required }) => required) && !firm.views.has('item, missed')) {
    await press(page, view.act)
    await page.locator('.error-summary').waitFor()
    await lookOnce(firm, 'item, missed')
  }
  if (view.act === 'begin') await page.locator('#consent').check()
  for (const item of items) await give(firm, item)
  await lookOnce(firm, nameOf(view))
  return view
}

/** Changes answers of a section, from the list of them, for questions that only other answers lead to. */
async function turnAside(firm: Firm, code: string): Promise<void> {
  for (;;) {
    const change = changeToUnseen(firm, code)
    if (!change) return
    firm.answers = { ...firm.answers, ...change }
    await press(firm.page, `view change ${Object.keys(change)[0]}`)
    while ((await shownView(firm.page)).act === 'next') {
      await passView(firm)
      await press(firm.page, 'next')
    }
  }
}

/** An answer in place of the one given that brings a question nobody has seen on the way. */
function changeToUnseen(
  { questionnaire, language, answers, items }: Firm,
  code: string,
): Answers | undefined {
  const section = questionnaire.sections.find((one) => one.code === code)
  const isUnseen = (change: Answers) =>
    routingPath(questionnaire, { ...answers, ...change }).some(
      (onPath) =>
        onPath.section === section &&
        onPath.items.some((item) => item.kind !== 'note' && !items.has(item.code)),
    )
  return (section?.items ?? [])
    .filter((item) => item.kind !== 'note')
    .flatMap((item) => answersTo(questionnaire, item, language).map((answer) => ({ [item.code]: answer })))
    .find(isUnseen)
}

/** Gives the answer planned or, to a question that the plan did not come by, the longest. */
async function give({ page, questionnaire, language, answers, items }: Firm, item: AnswerableItem) {
  items.add(item.code)
  const answer: Answer | undefined = answers[item.code] ?? answersTo(questionnaire, item, language)[0]
  const field = page.locator(`main [name="${item.code}"]`)
  if (item.kind === 'integer' || item.kind === 'decimal') {
    return field.first().fill(writeNumber(Number(answer), language))
  }
  if (item.kind === 'text' || item.kind === 'long-text') return field.first().fill(String(answer))
  for (const code of Array.isArray(answer) ? answer : [answer]) {
    await page.locator(`main [name="${item.code}"][value="${code}"]`).check()
  }
}

async function lookOnce({ views, look, page }: Firm, name: string): Promise<void> {
  if (views.has(name)) return
  views.add(name)
  await look(page, name)
}

/** The list of sections has one name before the first section, one between sections, and one at the end. */
function nameOf({ act, items, heading, isBegun }: ShownView): string {
  if (items.length > 0) return `item ${items.join(' ')}`
  const [name = '', code] = act.split(' ')
  const names: Readonly<Record<string, string>> = {
    begin: 'letter',
    open: isBegun ? 'hub, begun' : 'hub',
    view: 'hub, all done',
    enter: `section ${code}`,
    finish: `check ${code}`,
    next: `note ${heading.slice(0, 20)}`,
    send: 'final',
  }
  return names[name] ?? act
}

function shownView(page: Page): Promise<ShownView> {
  return page.locator('main').evaluate((main) => {
    const [button] = [...main.querySelectorAll<HTMLButtonElement>('button[class=button]')].filter(
      (one) => one.getClientRects().length > 0,
    )
    const fields = [...main.querySelectorAll<HTMLInputElement>('.field [name], fieldset [name]')]
    return {
      heading: main.querySelector('h1')?.innerText ?? '',
      act: button?.value ?? '',
      items: [...new Set(fields.filter(({ type }) => type !== 'submit').map(({ name }) => name))],
      isBegun: main.querySelector('.done') !== null,
    }
  })
}
