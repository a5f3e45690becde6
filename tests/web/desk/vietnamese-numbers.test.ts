import { describe, expect, it } from 'vitest'
import {
  changeText,
  countText,
  dateText,
  decimalText,
  intervalText,
  percentText,
  probabilityText,
  scoreText,
} from '../../../web/desk/vietnamese-numbers.ts'

describe('figures as Vietnamese offices write them', () => {
  it('writes scores with two decimals after a comma', () => {
    expect(scoreText(7.7)).toBe('7,70')
    expect(scoreText(10)).toBe('10,00')
    expect(scoreText(6.505)).toMatch(/^6,5[01]$/)
  })

  it('writes thousands with a point and no minus before nought', () => {
    expect(countText(9127)).toBe('9.127')
    expect(decimalText(-0.001, 2)).toBe('0,00')
  })

  it('joins an interval with an en dash and cuts it at the ends of its scale', () => {
    expect(intervalText(6.94, 7.46)).toBe('6,9–7,5')
    expect(intervalText(7.7, 10.2)).toBe('7,7–10,0')
    expect(intervalText(0.4, 1.6)).toBe('1,0–1,6')
    expect(intervalText(62.1, 66.5, [0, 100])).toBe('62,1–66,5')
  })

  it('writes shares as percent', () => {
    expect(percentText(0.583, 1)).toBe('58,3%')
    expect(percentText(1)).toBe('100%')
  })

  it.each([
    [0.9999, 'trên 99%'],
    [0.99, '99%'],
    [0.624, '62%'],
    [0.01, '1%'],
    [0.0001, 'dưới 1%'],
  ])('never claims certainty: %d is %s', (probability, text) => {
    expect(probabilityText(probability)).toBe(text)
  })

  it.each([
    [0.49, '+0,49'],
    [-0.12, '−0,12'],
    [0.001, '0,00'],
  ])('gives a change its sign: %d is %s', (change, text) => {
    expect(changeText(change)).toBe(text)
  })

  it('writes the day it was given, wherever the clock stands', () => {
    expect(dateText('2024-12-05')).toBe('05/12/2024')
    expect(dateText('2024-12-05T23:59:59Z')).toBe('05/12/2024')
  })
})
