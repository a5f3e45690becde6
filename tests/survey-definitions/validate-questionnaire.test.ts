import { describe, expect, it } from 'vitest'
import {
  type QuestionnaireErrorCode,
  QUESTIONNAIRE_ERRORS,
} from '../../survey-definitions/definition-error.ts'
import { loadQuestionnaire } from '../../survey-definitions/load-questionnaire.ts'
import { Item } from '../../survey-definitions/questionnaire-schema.ts'
import { featureFiles, featureQuestionnaire, invalidFiles, tinyEdition } from '../support/definition-files.ts'

const ITEM = '/sections/0/items/0'

/** Where the one error of each broken questionnaire stands. */
const PLACES: Readonly<Record<QuestionnaireErrorCode, string>> = {
  'bad-shape': ITEM,
  'duplicate-section-code': '/sections/1/code',
  'duplicate-item-code': '/sections/0/items/1/code',
  'duplicate-option-code': `${ITEM}/options/2/code`,
  'reserved-option-code': `${ITEM}/options/2/code`,
  'missing-text-in-language': '/sections/0/title',
  'text-not-composed': `${ITEM}/text/vi`,
  'unknown-scale': `${ITEM}/scale`,
  'options-missing': `${ITEM}/options`,
  'options-and-scale': `${ITEM}/scale`,
  'exclusive-in-single': `${ITEM}/options`,
  'bounds-reversed': `${ITEM}/max`,
  'bounds-finer-than-answers': `${ITEM}/max`,
  'missing-code-on-text': `${ITEM}/missing`,
  'required-in-sensitive-section': '/sections/1/items/0/required',
  'too-few-statements': `${ITEM}/statements`,
  'uninformative-randomisation': `${ITEM}/probability`,
  'unknown-item-in-rule': '/sections/0/items/1/showIf',
  'unknown-option-in-rule': '/sections/0/items/1/showIf',
  'rule-kind-mismatch': '/sections/0/items/1/showIf',
  'forward-reference': `${ITEM}/showIf`,
  cycle: `${ITEM}/showIf`,
  'unreachable-item': '/sections/0/items/2',
  'base-never-holds': '/sections/0/items/1/indicators/0/base',
  'indicator-counted-twice': '/sections/0/items/1/indicators/0',
  'counting-kind-mismatch': `${ITEM}/indicators/0`,
  'counting-without-options': `${ITEM}/indicators/0`,
  'counting-without-bound': `${ITEM}/indicators/0`,
  'counting-option-unknown': `${ITEM}/indicators/0`,
  'counting-option-outside-base': `${ITEM}/indicators/0`,
  'option-without-value': `${ITEM}/indicators/0`,
  'another-edition': '/edition',
  'unknown-indicator': `${ITEM}/indicators/0`,
  'hard-indicator-counted': `${ITEM}/indicators/0`,
  'indicator-of-another-kind': `${ITEM}/indicators/0`,
  'indicator-without-item': '/complete',
  'another-questionnaire': '/id',
  'version-not-increased': '/version',
  'item-code-reused': `${ITEM}/kind`,
  'option-code-reused': ITEM,
}

const SUCCESSOR_ERRORS: readonly string[] = [
  'another-questionnaire',
  'version-not-increased',
  'item-code-reused',
  'option-code-reused',
] satisfies readonly QuestionnaireErrorCode[]

describe('a broken questionnaire', () => {
  it('stands among the fixtures for every error there is', () => {
    expect([...invalidFiles().keys()].toSorted()).toEqual([...QUESTIONNAIRE_ERRORS].toSorted())
  })

  it.each(QUESTIONNAIRE_ERRORS)('has the error %s, at its place', (code) => {
    const predecessor = SUCCESSOR_ERRORS.includes(code) ? { predecessor: featureQuestionnaire('single') } : {}
    const loaded = loadQuestionnaire(invalidFiles().get(code), { edition: tinyEdition(), ...predecessor })
    const errors = loaded.ok ? [] : loaded.errors
    const expected = { code, path: PLACES[code] }
    expect(errors.find((error) => error.code === code && error.path === expected.path)).toMatchObject(
      expected,
    )
    expect(new Set(errors.map((error) => error.code))).toEqual(new Set([code]))
  })
})

describe('a sound questionnaire', () => {
  it.each([...featureFiles()])('loads: %s', (_, file) => {
    const loaded = loadQuestionnaire(file, { edition: tinyEdition() })
    expect(loaded.ok ? [] : loaded.errors).toEqual([])
  })

  it('stands among the fixtures for every kind of item', () => {
    for (const { shape } of Item.options) {
      const [kind = ''] = shape.kind.values
      const kinds = featureQuestionnaire(kind).sections.flatMap(({ items }) => items.map((item) => item.kind))
      expect(kinds).toContain(kind)
    }
  })

  it('may reword an item and keep its code, when it says so', () => {
    const predecessor = featureQuestionnaire('single')
    const reworded = featureFiles().get('reworded')
    expect(loadQuestionnaire(reworded, { predecessor }).ok).toBe(true)
    const silently = JSON.parse(JSON.stringify(reworded).replace('"reworded":true', '"reworded":false'))
    expect(loadQuestionnaire(silently, { predecessor })).toMatchObject({
      errors: [{ code: 'item-code-reused', path: `${ITEM}/text` }],
    })
  })

  it.each([
    ['list-experiment', '"statements":[', '"statements":[{"vi":"Có bảo vệ"},', 'statements'],
    ['list-experiment', 'biếu quà', 'tặng quà', 'text'],
    ['crosswise', '"probability":0.25', '"probability":0.3', 'probability'],
    ['crosswise', 'Mẹ của', 'Bố của', 'text'],
    ['randomised', '"forcedYes":0.25', '"forcedYes":0.2', 'forcedYes'],
  ])('of kind %s may not change %s to %s under the same code', (kind, before, after, member) => {
    const predecessor = featureQuestionnaire(kind)
    const changed = JSON.parse(
      JSON.stringify(featureFiles().get(kind)).replace(before, after).replace('"version":1', '"version":2'),
    )
    const loaded = loadQuestionnaire(changed, { predecessor })
    expect(loaded.ok ? [] : loaded.errors).toContainEqual(
      expect.objectContaining({ code: 'item-code-reused', path: `${ITEM}/${member}` }),
    )
  })

  it.each([
    ['list-experiment', { required: true }],
    ['crosswise', { sensitive: false }],
    ['randomised', { stratifier: true }],
    ['crosswise', { probability: 0 }],
    ['crosswise', { probability: 1 }],
    ['randomised', { forcedNo: 0 }],
    ['list-experiment', { options: [] }],
  ])('of kind %s is none with %j', (kind, member) => {
    expect(errorsWith(kind, member)).toContain('bad-shape')
  })

  it.each([
    ['crosswise', { probability: 0.54 }, 'uninformative-randomisation'],
    ['randomised', { forcedYes: 0.5, forcedNo: 0.45 }, 'uninformative-randomisation'],
    ['crosswise', { indicators: [{ indicator: '1.01', as: 'share' }] }, 'counting-kind-mismatch'],
    ['randomised', { indicators: [{ indicator: '1.01', as: 'share' }] }, 'counting-kind-mismatch'],
  ])('of kind %s with %j has the error %s', (kind, member, code) => {
    expect(errorsWith(kind, member)).toEqual([code])
  })

  it('routes by no randomised answer', () => {
    const rules = (rule: unknown) =>
      errorsWith('crosswise', {}, [{ kind: 'note', code: 'then', text: { vi: 'Cảm ơn' }, showIf: rule }])
    expect(rules({ is: ['paid', 'same'] })).toEqual(['rule-kind-mismatch'])
    expect(rules({ answered: 'paid' })).toEqual([])
  })

  it.each([[null], [[]], ['x'], [7], [{}], [{ format: 'other' }]])('is not %j', (value) => {
    const loaded = loadQuestionnaire(value)
    expect(loaded.ok ? [] : loaded.errors.map(({ code }) => code)).toContain('bad-shape')
  })
})

/** What is wrong with the tiny questionnaire of a kind once its item has other members. */
function errorsWith(kind: string, member: object, more: readonly object[] = []): readonly string[] {
  const { sections, ...rest } = featureQuestionnaire(kind)
  const changed = sections.map((section) => ({
    ...section,
    items: [...section.items.map((item) => ({ ...item, ...member })), ...more],
  }))
  const loaded = loadQuestionnaire({ ...rest, sections: changed })
  return loaded.ok ? [] : loaded.errors.map(({ code }) => code)
}
