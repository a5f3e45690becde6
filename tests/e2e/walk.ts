import type { Answer, Answers } from '../../survey-definitions/answers.ts'
import { inLanguage } from '../../survey-definitions/language.ts'
import type { Item, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { say } from '../../survey-definitions/respondent/say.ts'
import { TEXTS } from '../../survey-definitions/respondent/texts/all-texts.ts'
import { routingPath, type SectionOnPath } from '../../survey-definitions/routing-path.ts'
import { answerItem, type Shown } from './item-page.ts'

/** A firm that gives these answers from the letter to the receipt, section by section as the hub leads it. */
export async function walkThrough(shown: Shown, address: string, answers: Answers): Promise<Answers> {
  const { page, questionnaire, language } = shown
  const { letter, core, later } = TEXTS[language]
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const onView = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  const given: Record<string, Answer> = {}

  await page.goto(address)
  await onView(inLanguage(questionnaire.title, language))
  await page.getByRole('checkbox', { name: letter.consent }).check()
  await press(letter.begin)
  for (const [place, onPath] of sectionsFor(questionnaire, given).entries()) {
    // What was answered meanwhile may have taken the section off the way.
    const current = sectionsFor(questionnaire, given).find(({ section }) => section === onPath.section)
    if (!current) continue
    await onView(core.sections)
    const title = inLanguage(onPath.section.title, language)
    await press(place === 0 ? core.start : say(core.resumeSection, title))
    await walkSection(onPath.section.code)
    await onView(say(later.checkTitle, title))
    await press(later.finish)
  }
  await onView(core.sections)
  await press(core.checkAndSend)
  await onView(later.finalTitle)
  await press(later.send)
  await onView(later.receiptTitle)
  return given

  async function walkSection(code: string): Promise<void> {
    const find = () => sectionsFor(questionnaire, given).find(({ section }) => section.code === code)
    const section = find()?.section
    if (section?.sensitive || section?.intro) {
      await onView(inLanguage(section.title, language))
      await press(core.enter)
    }
    for (let item = find()?.items[0]; item; item = after(item)) {
      await onView(inLanguage(item.text, language))
      await give(item)
      await press(core.continue)
    }

    function after(item: Item): Item | undefined {
      const items = find()?.items ?? []
      return items[items.indexOf(item) + 1]
    }
  }

  async function give(item: Item): Promise<void> {
    const answer = answers[item.code]
    if (item.kind !== 'note' && answer !== undefined) given[item.code] = await answerItem(shown, item, answer)
  }
}

function sectionsFor(questionnaire: Questionnaire, answers: Answers): readonly SectionOnPath[] {
  return routingPath(questionnaire, answers)
}
