import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../../analysis/sample.ts'
import { PLAN, run, subIndexOf } from '../tiny-estimation.ts'
import { FIRMS, TINY } from '../tiny-survey.ts'

describe('gradients of an estimation', () => {
  const firms = FIRMS.concat(FIRMS)
  const hardValues = { '2.05': 6 }
  const before = run({ sample: sampleOf(TINY, firms), plan: PLAN, hardValues })

  it('are what the estimation itself changes by', () => {
    // One more of 24 firms says it is fair: 1/24 is 4.17 percentage points.
    const after = run({
      sample: sampleOf(
        TINY,
        firms.map((firm, i) => (i === 3 ? { ...firm, answers: { ...firm.answers, fair: 'agree' } } : firm)),
      ),
      plan: PLAN,
      hardValues,
    })
    const fair = before.gradients.find(({ code }) => code === '1.01')!
    const gain = (subIndexOf(after, 'first').score ?? 0) - (subIndexOf(before, 'first').score ?? 0)
    expect(gain).toBeCloseTo((fair.subIndex * 100) / 24, 9)
    expect((after.composite.score ?? 0) - (before.composite.score ?? 0)).toBeCloseTo(
      (fair.composite * 100) / 24,
      9,
    )
  })

  it('go through the link to the published scale and share out what is missing', () => {
    const cost = before.gradients.find(({ code }) => code === '2.04')!
    expect(cost).toMatchObject({
      direction: 'lower',
      step: 'unit',
      subIndex: expect.closeTo(0.2 * 0.5 * 0.1, 12),
    })
    const partly = run({ sample: sampleOf(TINY, firms), plan: PLAN, hardValues: {} }).gradients.find(
      ({ code }) => code === '2.04',
    )!
    // Without the hard indicator four of equal weight are left.
    expect(partly.subIndex).toBeCloseTo(cost.subIndex * 1.25, 12)
  })

  it('are none where there is no score, and nothing at a score of 10', () => {
    expect(run({ sample: sampleOf(TINY, []) }).gradients.filter(({ code }) => code !== '2.05')).toEqual([])
    const agreed = run({
      sample: sampleOf(
        TINY,
        FIRMS.map((firm) => ({ ...firm, answers: { ...firm.answers, fair: 'agree' } })),
      ),
    })
    expect(agreed.gradients.find(({ code }) => code === '1.01')).toMatchObject({ subIndex: 0, room: 0 })
  })
})
