import { describe, expect, it } from 'vitest'
import { EDITION_ERRORS, type EditionErrorCode } from '../../survey-definitions/definition-error.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import { loadEdition } from '../../survey-definitions/load-edition.ts'
import { validateForPublishing } from '../../survey-definitions/validate-edition.ts'
import { publishedEdition, publishedFiles, tinyEdition } from '../support/definition-files.ts'

function changed(change: (edition: Edition) => void): Edition {
  const edition = tinyEdition()
  change(edition)
  return edition
}

function indicator(edition: Edition, index: number) {
  const found = edition.indicators[index]
  if (!found) throw new Error('the fixture has changed')
  return found
}

/** One change for each error, and the place it is reported at. */
const BREAKS: Readonly<
  Record<EditionErrorCode, readonly [change: (edition: Edition) => void, path: string]>
> = {
  'bad-shape': [(edition) => (indicator(edition, 0).weight = -1), '/indicators/0/weight'],
  'missing-edition-id': [(edition) => delete edition.id, '/id'],
  'missing-vietnamese-text': [(edition) => (indicator(edition, 2).name.vi = null), '/indicators/2/name/vi'],
  'duplicate-sub-index-code': [
    (edition) => edition.subIndices.push({ code: 'entry', number: 3, name: {} }),
    '/subIndices/2/code',
  ],
  'duplicate-indicator-id': [(edition) => (indicator(edition, 3).id = '1.03'), '/indicators/3/id'],
  'unknown-sub-index': [
    (edition) => edition.indicators.push({ ...indicator(edition, 0), id: '9.01', subIndex: 'labour' }),
    '/indicators/4/subIndex',
  ],
  'sub-index-without-indicator': [(edition) => edition.indicators.shift(), '/subIndices/0'],
  'sub-index-weights-not-1': [(edition) => (indicator(edition, 1).weight = 0.51), '/subIndices/1'],
  'composite-weights-not-100': [
    (edition) => Object.assign(edition.compositeWeights[0]?.percent ?? {}, { entry: 61 }),
    '/compositeWeights/0/percent',
  ],
  'composite-weight-missing': [
    (edition) => edition.compositeWeights.push({ years: [2025, 2026], percent: { entry: 100 } }),
    '/compositeWeights/2/percent',
  ],
  'composite-years-overlap': [
    (edition) => Object.assign(edition.compositeWeights[1] ?? {}, { years: [2021, 2024] }),
    '/compositeWeights/1/years',
  ],
  'anchors-reversed': [(edition) => (indicator(edition, 0).anchor.min = 58), '/indicators/0/anchor'],
  'source-and-statistic-disagree': [
    (edition) => (indicator(edition, 3).statistic = 'mean'),
    '/indicators/3/statistic',
  ],
}

const ONLY_FOR_PUBLISHING: readonly EditionErrorCode[] = ['missing-edition-id', 'missing-vietnamese-text']

describe('an edition', () => {
  it.each(EDITION_ERRORS)('can have the error %s', (code) => {
    const [change, path] = BREAKS[code]
    const loaded = loadEdition(changed(change))
    const forPublishing = ONLY_FOR_PUBLISHING.includes(code)
    const errors = forPublishing ? validateForPublishing(changed(change)) : loaded.ok ? [] : loaded.errors
    expect(errors).toMatchObject([{ code, path }])
    expect(loaded.ok).toBe(forPublishing)
  })

  it('has no weights for a sub-index it does not have', () => {
    const edition = changed(({ compositeWeights }) => {
      Object.assign(compositeWeights[0]?.percent ?? {}, { labour: 0 })
    })
    expect(loadEdition(edition)).toMatchObject({
      errors: [{ code: 'unknown-sub-index', path: '/compositeWeights/0/percent/labour' }],
    })
  })

  it('may have weights rounded to three digits to compute with, not to be published', () => {
    const rounded = changed((edition) => {
      indicator(edition, 1).weight += 0.0009
      Object.assign(edition.compositeWeights[0]?.percent ?? {}, { entry: 60.09 })
    })
    expect(loadEdition(rounded).ok).toBe(true)
    expect(validateForPublishing(rounded)).toMatchObject([
      { code: 'sub-index-weights-not-1', path: '/subIndices/1' },
      { code: 'composite-weights-not-100', path: '/compositeWeights/0/percent' },
    ])
    const off = changed((edition) => {
      indicator(edition, 1).weight += 0.0011
      Object.assign(edition.compositeWeights[0]?.percent ?? {}, { entry: 60.11 })
    })
    expect(loadEdition(off)).toMatchObject({
      errors: [{ code: 'sub-index-weights-not-1' }, { code: 'composite-weights-not-100' }],
    })
  })

  it.each([...publishedFiles('editions')])('is sound and complete as published: %s', (name, file) => {
    const loaded = loadEdition(file)
    expect(loaded.ok ? [] : loaded.errors).toEqual([])
    expect(validateForPublishing(publishedEdition(name))).toEqual([])
  })
})

describe('edition pci-2017', () => {
  const edition = publishedEdition('pci-2017')

  it('has 128 indicators in ten sub-indices, 119 from the survey', () => {
    expect(edition.indicators).toHaveLength(128)
    expect(edition.subIndices).toHaveLength(10)
    expect(edition.indicators.filter(({ source }) => source === 'survey')).toHaveLength(119)
  })

  it('has the weights of 2017-2021 and of 2022-2024, and two sub-indices linked to the published scale', () => {
    expect(edition.compositeWeights.map(({ years }) => years)).toEqual([
      [2017, 2021],
      [2022, 2024],
    ])
    const linked = edition.subIndices.filter(({ link }) => link).map(({ code }) => code)
    expect(linked).toEqual(['business-support', 'labour-training'])
  })

  it('names every indicator once, in composed Vietnamese', () => {
    const names = edition.indicators.map(({ name }) => name.vi ?? '')
    expect(new Set(names).size).toBe(128)
    expect(names.filter((name) => name.normalize('NFC') !== name)).toEqual([])
  })

  it('keeps the hard data of the pilot province', () => {
    const hard = edition.indicators.filter(({ source }) => source === 'hard')
    expect(hard.map(({ langSon }) => langSon?.['2019'])).toEqual([
      29, 15, 0.0044, 0.6667, 0.0534, 0.1353, 1.1773, 0.4571, 0.7907,
    ])
  })
})
