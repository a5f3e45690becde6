import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../survey-definitions/answers.ts'
import { countedItems } from '../../survey-definitions/counted-value.ts'
import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import glossary from '../../survey-definitions/glossary.json' with { type: 'json' }
import { glossaryBreaches } from '../../survey-definitions/glossary-breaches.ts'
import { Glossary } from '../../survey-definitions/glossary-schema.ts'
import { loadQuestionnaire } from '../../survey-definitions/load-questionnaire.ts'
import type { AnswerableItem, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { isCoded } from '../../survey-definitions/randomised-options.ts'
import { optionsOf, routingPath } from '../../survey-definitions/routing-path.ts'
import { staleTranslations } from '../../survey-definitions/stale-translations.ts'
import { textsOf } from '../../survey-definitions/texts-of.ts'
import { TranslationRecord } from '../../survey-definitions/translation-record-schema.ts'
import { anyAnswers } from '../support/any-answers.ts'
import {
  featureFiles,
  publishedEdition,
  publishedFiles,
  publishedQuestionnaire,
} from '../support/definition-files.ts'

const names = [...publishedFiles('questionnaires').keys()]

describe.each(names)('questionnaire %s', (name) => {
  const file = publishedFiles('questionnaires').get(name)

  it('loads without error against its edition', () => {
    const { edition } = publishedQuestionnaire(name)
    const loaded = loadQuestionnaire(file, { edition: publishedEdition(edition) })
    expect(loaded.ok ? [] : loaded.errors).toEqual([])
  })

  it('is in Vietnamese, English and Chinese', () => {
    expect(publishedQuestionnaire(name).languages).toEqual(['vi', 'en', 'zh'])
  })

  it('has no translation that is older than its source', () => {
    const record = TranslationRecord.parse(publishedFiles('translations').get(name))
    expect(staleTranslations(publishedQuestionnaire(name), record)).toEqual([])
  })

  it('keeps no record of texts that are gone', () => {
    const { sources } = TranslationRecord.parse(publishedFiles('translations').get(name))
    const paths = new Set(textsOf(publishedQuestionnaire(name)).map(({ path }) => path))
    expect(Object.keys(sources).filter((path) => !paths.has(path))).toEqual([])
  })

  it('uses the words of the glossary in its translations', () => {
    expect(glossaryBreaches(publishedQuestionnaire(name), Glossary.parse(glossary))).toEqual([])
  })

  it('has Chinese in every Chinese text, and no Vietnamese but names of places', () => {
    const odd = textsOf(publishedQuestionnaire(name)).filter(({ text: { zh = '' } }) => {
      const isChinese = /\p{Script=Han}/u.test(zh) || /^[\d–%]+$/.test(zh)
      return !isChinese || /\p{Script=Latin}/u.test(zh.replace(/（[^）]*）$/, ''))
    })
    expect(odd).toEqual([])
  })
})

describe('questionnaire pci-full', () => {
  it('has an item for every survey indicator of the edition', () => {
    const questionnaire = publishedQuestionnaire('pci-full')
    expect(questionnaire.complete).toBe(true)
    const counted = new Set(countedItems(questionnaire).map(({ counting }) => counting.indicator))
    const survey = publishedEdition('pci-2017').indicators.filter(({ source }) => source === 'survey')
    expect(survey.filter(({ id }) => !counted.has(id))).toEqual([])
  })
})

describe.each([...names, ...featureFiles().keys()])('every path of %s ends', (name) => {
  const questionnaire = questionnaireNamed(name)

  it('on random walks', () => {
    fc.assert(
      fc.property(anyAnswers(questionnaire), (answers) => {
        expect(walk(questionnaire, (item) => answers[item.code])).toEqual([])
      }),
      { seed: 2024, numRuns: 50 },
    )
  })

  it('for a firm that says nothing it need not say', () => {
    expect(
      walk(questionnaire, (item) => (item.required ? firstAnswer(questionnaire, item) : undefined)),
    ).toEqual([])
  })

  it('for a firm that never knows', () => {
    expect(
      walk(
        questionnaire,
        (item) => item.missing[0] ?? (item.required ? firstAnswer(questionnaire, item) : undefined),
      ),
    ).toEqual([])
  })

  it('for a firm that takes the first option', () => {
    expect(walk(questionnaire, (item) => firstAnswer(questionnaire, item))).toEqual([])
  })
})

/**
 * Answers item after item as a page would, each once, until the path has no item left; gives
 * what the check finds wrong with the answers.
 */
function walk(questionnaire: Questionnaire, answerOf: (item: AnswerableItem) => Answers[string] | undefined) {
  const answers: Record<string, Answers[string]> = {}
  const visited = new Set<string>()
  const next = () =>
    routingPath(questionnaire, answers)
      .flatMap(({ items }) => items)
      .find(({ code }) => !visited.has(code))
  for (let item = next(); item !== undefined; item = next()) {
    visited.add(item.code)
    const answer = item.kind === 'note' ? undefined : answerOf(item)
    if (answer !== undefined) answers[item.code] = answer
  }
  const { kept, pruned, violations } = checkAnswers(questionnaire, answers)
  expect(Object.keys(kept)).toHaveLength(Object.keys(answers).length)
  return [...pruned, ...violations]
}

function firstAnswer(questionnaire: Questionnaire, item: AnswerableItem): Answers[string] {
  const [first] = optionsOf(questionnaire, item)
  if (isCoded(item) || item.kind === 'multiple') {
    if (!first) throw new Error(`${item.code} has no options`)
    return item.kind === 'multiple' ? [first.code] : first.code
  }
  if (item.kind === 'integer' || item.kind === 'decimal') return item.min
  return item.kind === 'scale' ? 1 : 'Không có'
}

function questionnaireNamed(name: string): Questionnaire {
  const file = publishedFiles('questionnaires').get(name) ?? featureFiles().get(name)
  const loaded = loadQuestionnaire(file)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors))
  return loaded.definition
}
