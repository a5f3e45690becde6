import { describe, expect, it } from 'vitest'
import { readNumber, writeNumber } from '../../../survey-definitions/respondent/number-text.ts'

const decimal = { kind: 'decimal' } as const
const integer = { kind: 'integer' } as const

describe('readNumber', () => {
  it.each([
    ['7,5', 7.5],
    ['7.5', 7.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.500', 1500],
    ['0,125', 0.125],
    ['12,', 12],
    ['-3', -3],
    ['\u22123', -3],
    [' 8 ', 8],
  ])('reads %j in Vietnamese as %d', (text, number) => {
    expect(readNumber(text, decimal, 'vi')).toBe(number)
  })

  it.each([
    ['7.5', 7.5],
    ['7,5', 7.5],
    ['1,234.5', 1234.5],
    ['1,500', 1500],
    ['0.125', 0.125],
  ])('reads %j in English as %d', (text, number) => {
    expect(readNumber(text, decimal, 'en')).toBe(number)
  })

  it('takes either mark as thousands where no decimals can be meant', () => {
    expect(readNumber('1,500', integer, 'vi')).toBe(1500)
    expect(readNumber('1.500', integer, 'en')).toBe(1500)
    expect(readNumber('1,5', integer, 'vi')).toBe(1.5)
  })

  it.each(['', 'mười', '1,2,3', '1.2.3', '12 ngày', '1e3', '0x10', '--1', ',', '.5.'])(
    'does not take %j for a number',
    (text) => {
      expect(readNumber(text, decimal, 'vi')).toBeUndefined()
    },
  )

  it('reads back what it writes', () => {
    for (const number of [0, 7.5, 1500, 0.125, -3, 1234.5]) {
      expect(readNumber(writeNumber(number, 'en'), decimal, 'en')).toBe(number)
    }
    for (const number of [0, 7.5, 1500, -3, 1234.5]) {
      expect(readNumber(writeNumber(number, 'vi'), decimal, 'vi')).toBe(number)
    }
  })
})
