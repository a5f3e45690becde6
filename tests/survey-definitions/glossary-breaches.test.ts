import { describe, expect, it } from 'vitest'
import { glossaryBreaches } from '../../survey-definitions/glossary-breaches.ts'
import glossary from '../../survey-definitions/glossary.json' with { type: 'json' }
import { Glossary } from '../../survey-definitions/glossary-schema.ts'
import { textsOf } from '../../survey-definitions/texts-of.ts'
import { featureQuestionnaire, publishedFiles, publishedQuestionnaire } from '../support/definition-files.ts'

/** What is wrong with one item's text, under terms written `vi = zh, zh`. */
function breaches(text: { vi: string; en?: string; zh?: string }, ...lines: readonly string[]) {
  const questionnaire = featureQuestionnaire('three-languages')
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, text })),
  }))
  const terms = lines.map((line) => {
    const [vi = '', forms = ''] = line.split(' = ')
    return { vi, zh: forms.split(', ') }
  })
  const { terms: parsed, format } = Glossary.parse({ format: 'pci-pulse/glossary/1', terms })
  return glossaryBreaches({ ...questionnaire, sections }, { format, terms: parsed }).map(({ term }) => term)
}

describe('glossaryBreaches', () => {
  it('finds a translation without the term, capitals aside', () => {
    expect(breaches({ vi: 'Thuê đất ở đâu?', zh: '在哪里租地？' }, 'thuê đất = 租用土地')).toEqual([
      'thuê đất',
    ])
    expect(breaches({ vi: 'Thuê đất ở đâu?', zh: '在哪里租用土地？' }, 'thuê đất = 租用土地')).toEqual([])
  })

  it('lets a listed variant pass', () => {
    expect(breaches({ vi: 'thuê đất', zh: '租地' }, 'thuê đất = 租用土地, 租地')).toEqual([])
  })

  it('asks for the longer of two terms only, and finds the shorter where it stands alone', () => {
    const terms = ['đất = 土地', 'thuê đất = 租地']
    expect(breaches({ vi: 'thuê đất', zh: '租地' }, ...terms)).toEqual([])
    expect(breaches({ vi: 'thuê đất, bán đất', zh: '租地' }, ...terms)).toEqual(['đất'])
  })

  it('takes words whole', () => {
    expect(breaches({ vi: 'Đất đai và đấtx', zh: '地' }, 'đấ = 土')).toEqual([])
  })

  it('says nothing of a language that has no text or no term', () => {
    expect(breaches({ vi: 'thuê đất', en: 'rent' }, 'thuê đất = 租地')).toEqual([])
  })
})

describe('the glossary', () => {
  const sources = [...publishedFiles('questionnaires').keys()].flatMap((name) =>
    textsOf(publishedQuestionnaire(name)),
  )

  it.each(Glossary.parse(glossary).terms)('has $vi for a text that there is', ({ vi, except }) => {
    expect(sources.some(({ text }) => text.vi.toLowerCase().includes(vi.toLowerCase()))).toBe(true)
    const paths = sources.map(({ path }) => path)
    expect(except.filter(({ path }) => !paths.includes(path))).toEqual([])
  })

  it('has each term once', () => {
    const terms = Glossary.parse(glossary).terms.map(({ vi }) => vi.toLowerCase())
    expect(new Set(terms).size).toBe(terms.length)
  })
})
