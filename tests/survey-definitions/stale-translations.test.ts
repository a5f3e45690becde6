import { describe, expect, it } from 'vitest'
import {
  recordTranslations,
  sourceDigest,
  staleTranslations,
} from '../../survey-definitions/stale-translations.ts'
import { featureQuestionnaire } from '../support/definition-files.ts'

const before = featureQuestionnaire('three-languages')
const record = recordTranslations(before)
const TEXT = 'sections/main/items/land/text'

/** The same questionnaire with other words for its one question. */
function withText(text: { vi: string; en?: string; zh?: string }) {
  const sections = before.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, text: { ...item.text, ...text } })),
  }))
  return { ...before, sections }
}

describe('staleTranslations', () => {
  it('are none where nothing changed, and none where only a translation did', () => {
    expect(staleTranslations(before, record)).toEqual([])
    const { vi } = before.sections[0]?.items[0]?.text ?? { vi: '' }
    expect(staleTranslations(withText({ vi, zh: '是否租地？' }), record)).toEqual([])
  })

  it('are those of a text whose source changed, in every language', () => {
    const after = withText({ vi: 'Doanh nghiệp có mua đất không?' })
    expect(staleTranslations(after, record).map(({ path, language }) => [path, language])).toEqual([
      [TEXT, 'en'],
      [TEXT, 'zh'],
    ])
  })

  it('are all of them where nothing is recorded', () => {
    expect(staleTranslations(before, { sources: {} })).toHaveLength(2 * Object.keys(record.sources).length)
  })

  it('do not depend on the order of items', () => {
    const [section] = before.sections
    if (!section) throw new Error('The fixture has changed')
    const [land] = section.items
    if (!land) throw new Error('The fixture has changed')
    const other = { ...land, code: 'other' }
    const of = (items: (typeof section)['items']) => ({ ...before, sections: [{ ...section, items }] })
    expect(staleTranslations(of([other, land]), recordTranslations(of([land, other])))).toEqual([])
  })
})

describe('sourceDigest', () => {
  // The published values of FNV-1a with 32 bits, for texts of one byte a character.
  it.each([
    ['', '811c9dc5'],
    ['a', 'e40c292c'],
    ['foobar', 'bf9cf968'],
  ])('of %j is %s', (text, digest) => {
    expect(sourceDigest(text)).toBe(digest)
  })
})
