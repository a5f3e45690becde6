import { describe, expect, it } from 'vitest'
import { Edition, type Indicator } from '../../../survey-definitions/edition-schema.ts'
import edition from '../../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { publishedValues, valueText, valueUnit } from '../../../web/desk/indicator-value.ts'

const { indicators } = Edition.parse(edition)

function indicator(id: string): Indicator {
  const found = indicators.find((each) => each.id === id)
  if (found === undefined) throw new Error(`No indicator ${id}`)
  return found
}

describe('valueUnit', () => {
  it.each([
    ['1.01', 5, '5,0 ngày'],
    ['4.10', 35, '35,0 giờ'],
    ['5.01', 0.5787, '57,9%'],
    ['2.03', 2.1389, '2,14 điểm'],
    ['9.06', 4.3279, '4,3%'],
    ['9.10', 0.1353, '13,5%'],
    ['8.01', 15, '15,0'],
  ])('writes %s in its own unit', (id, value, text) => {
    expect(valueText(value, valueUnit(indicator(id)))).toBe(text)
  })
})

describe('publishedValues', () => {
  it('takes the newest year of the province and of all provinces', () => {
    expect(publishedValues(indicator('1.01'))).toEqual({
      own: { year: '2019', value: 5 },
      national: { year: '2019', min: 3, median: 5, max: 7 },
    })
  })

  it('tells nothing where the edition tells nothing', () => {
    const { langSon: _own, national2019: _national, ...bare } = indicator('1.01')
    expect(publishedValues(bare)).toEqual({ own: undefined, national: undefined })
  })
})
