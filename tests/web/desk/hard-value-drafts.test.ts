import { describe, expect, it } from 'vitest'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import edition from '../../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { draftsOf, readDrafts } from '../../../web/desk/hard-value-drafts.ts'

const pci = Edition.parse(edition)
const hard = pci.indicators.filter(({ source }) => source === 'hard')

describe('hard values as they are typed', () => {
  it('offers the last published value of every hard indicator, and reads it back unchanged', () => {
    const { values, unreadable } = readDrafts(draftsOf(pci, []))
    expect(unreadable).toEqual([])
    expect(values.map(({ indicator, value }) => [indicator, value])).toEqual(
      hard.map(({ id, langSon }) => [id, langSon?.['2019']]),
    )
  })

  it('prefers what is stored', () => {
    const stored = [{ indicator: '9.10', value: 0.14, source: 'Cục Thống kê' }]
    expect(draftsOf(pci, stored).find(({ indicator }) => indicator.id === '9.10')).toMatchObject({
      value: '14',
      source: 'Cục Thống kê',
    })
  })

  it.each(['mười', '1,2,3', '1e3', '12 %'])('refuses %s, and names the row', (value) => {
    const drafts = draftsOf(pci, []).map((draft) =>
      draft.indicator.id === '8.01' ? { ...draft, value } : draft,
    )
    expect(readDrafts(drafts).unreadable).toEqual(['8.01'])
  })

  it('leaves an emptied row out, and asks for the source of a filled one', () => {
    const [first, second] = draftsOf(pci, [])
    if (first === undefined || second === undefined)
      throw new Error('The edition has two hard indicators at least')
    const read = readDrafts([
      { ...first, value: ' ' },
      { ...second, source: '' },
    ])
    expect(read).toEqual({ values: [], unreadable: [second.indicator.id] })
  })
})
