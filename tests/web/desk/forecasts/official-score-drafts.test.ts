import { describe, expect, it } from 'vitest'
import type { YearForecastsView } from '../../../../api/views.ts'
import { draftsOf, readDrafts } from '../../../../web/desk/forecasts/official-score-drafts.ts'

const YEAR: YearForecastsView = {
  year: 2024,
  subIndices: [
    { code: 'land-access', name: { vi: 'Tiếp cận đất đai' } },
    { code: 'time-costs', name: { vi: 'Chi phí thời gian' } },
  ],
  officials: [
    { province: 'lang-son', subIndex: 'composite', score: 69.05, source: 'VCCI' },
    { province: 'lang-son', subIndex: 'land-access', score: 7.1, source: 'VCCI' },
  ],
  waves: [],
}
const read = (text: string, subIndex = 'land-access') => readDrafts([{ subIndex, text }], ' VCCI ')

describe('official scores as they are typed', () => {
  it('begin with what is stored, and are read back unchanged', () => {
    const drafts = draftsOf(YEAR)
    expect(drafts.map(({ subIndex, text }) => [subIndex, text])).toEqual([
      ['land-access', '7,10'],
      ['time-costs', ''],
      ['composite', '69,05'],
    ])
    expect(readDrafts(drafts, 'VCCI')).toMatchObject({
      scores: [
        { subIndex: 'land-access', score: 7.1, source: 'VCCI' },
        { subIndex: 'composite', score: 69.05, source: 'VCCI' },
      ],
      unreadable: [],
      isReadable: true,
    })
  })

  it.each(['1', '10', '7.1', ' 7,10 '])('take %s', (text) => {
    expect(read(text).scores).toEqual([
      { subIndex: 'land-access', score: Number(text.trim().replace(',', '.')), source: 'VCCI' },
    ])
  })

  it.each(['0,99', '10,01', '7,105', '7,1,0', '1e1', '-7', 'bảy', '7 điểm'])('refuse %s, by name', (text) => {
    expect(read(text)).toMatchObject({ scores: [], unreadable: ['land-access'], isReadable: false })
  })

  it('need a source, unless there are none', () => {
    const drafts = [{ subIndex: 'land-access', text: '7,1' }]
    expect(readDrafts(drafts, ' ')).toMatchObject({ lacksSource: true, isReadable: false })
    const none = [{ subIndex: 'land-access', text: ' ' }]
    expect(readDrafts(none, '')).toMatchObject({ isEmpty: true, lacksSource: false, isReadable: true })
  })

  it('of the composite are on their own scale', () => {
    expect(read('100', 'composite').scores).toHaveLength(1)
    expect(read('100,01', 'composite').unreadable).toEqual(['composite'])
    expect(read('0', 'composite').scores).toHaveLength(1)
  })
})
