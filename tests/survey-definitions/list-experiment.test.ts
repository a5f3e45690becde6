import { describe, expect, it } from 'vitest'
import { armAndCount, drawArm, statementsShown } from '../../survey-definitions/list-experiment.ts'

const item = {
  statements: [{ vi: 'một' }, { vi: 'hai' }, { vi: 'ba' }],
  sensitiveStatement: { vi: 'nhạy cảm' },
}

describe('statementsShown', () => {
  it('hides the sensitive statement in the middle, from the treatment arm only', () => {
    const shown = (arm: 'control' | 'treatment') => statementsShown(item, arm).map(({ vi }) => vi)
    expect(shown('control')).toEqual(['một', 'hai', 'ba'])
    expect(shown('treatment')).toEqual(['một', 'hai', 'nhạy cảm', 'ba'])
  })
})

describe('drawArm', () => {
  it('gives each half of the numbers an arm', () => {
    expect([0, 0.499, 0.5, 0.999].map((number) => drawArm(() => number))).toEqual([
      'control',
      'control',
      'treatment',
      'treatment',
    ])
  })
})

describe('armAndCount', () => {
  it.each([
    ['control-0', { arm: 'control', count: 0 }],
    ['treatment-4', { arm: 'treatment', count: 4 }],
    ['treatment-10', undefined],
    ['other-1', undefined],
    ['refused', undefined],
    ['treatment', undefined],
  ])('%s', (answer, apart) => {
    expect(armAndCount(answer)).toEqual(apart)
  })
})
