import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../../analysis/sample.ts'
import { indicatorAnswers } from '../../../analysis/trust/indicator-answers.ts'
import { subsample } from '../../../analysis/trust/subsample.ts'
import { indicatorOf, run, subIndexOf } from '../tiny-estimation.ts'
import { FIRMS, TINY } from '../tiny-survey.ts'

type Answers = (typeof FIRMS)[number]['answers']
const firmsWith = (change: (firm: number) => Partial<Record<keyof Answers, unknown>>, count = 12) =>
  Array.from({ length: count }, (_, firm) => {
    const { channel, answers } = FIRMS[firm % FIRMS.length]!
    return { channel, answers: { ...answers, ...change(firm) } as Answers }
  })
const sampleWith = (...arguments_: Parameters<typeof firmsWith>) => sampleOf(TINY, firmsWith(...arguments_))

describe('bounds of an estimation', () => {
  // Two of twelve would not say how fair, one does not know, one left it blank.
  const missing = ['refused', 'refused', 'dont-know', 'blank']
  const sample = sampleWith((firm) => ({ fair: missing[firm] ?? FIRMS[firm]?.answers.fair }))

  it('count "don’t know" and "refused" of the base, not blanks nor those not asked', () => {
    const { dkBounds } = run({ sample })
    const fair = dkBounds.indicators.find(({ code }) => code === '1.01')
    // Eight answered, of whom six agree.
    expect(fair?.unknown).toBeCloseTo(3 / 11, 12)
    expect(fair?.value).toEqual({ lowest: expect.closeTo(6 / 11, 12), highest: expect.closeTo(9 / 11, 12) })
    expect(dkBounds.indicators.map(({ code }) => code)).toEqual(['1.01'])
  })

  it('lie around value and score, the score’s turned where lower is better', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('dont-know', 'refused', 'blank', undefined), {
          minLength: 12,
          maxLength: 12,
        }),
        (silent) => {
          const some = sampleWith((firm) =>
            silent[firm] ? { days: silent[firm], visits: silent[firm], cost: silent[firm] } : {},
          )
          const estimation = run({ sample: some })
          for (const { code, value, score } of estimation.dkBounds.indicators) {
            const own = indicatorOf(estimation, code)
            for (const [bounds, of] of [[value, own.value] as const, [score, own.score] as const]) {
              expect(of).toBeGreaterThanOrEqual(bounds.lowest - 1e-12)
              expect(of).toBeLessThanOrEqual(bounds.highest + 1e-12)
            }
          }
          for (const { code, lowest, highest } of estimation.dkBounds.subIndices) {
            const { score } = subIndexOf(estimation, code)
            expect(score).toBeGreaterThanOrEqual(lowest - 1e-12)
            expect(score).toBeLessThanOrEqual(highest + 1e-12)
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  it('of a sub-index are those of its indicators, on the published scale', () => {
    const silent = sampleWith((firm) => (firm < 3 ? { cost: 'refused' } : {}))
    const estimation = run({ sample: silent, hardValues: { '2.05': 6 } })
    const cost = estimation.dkBounds.indicators.find(({ code }) => code === '2.04')!
    const { score: known } = indicatorOf(estimation, '2.04')
    const second = subIndexOf(estimation, 'second')
    const bounds = estimation.dkBounds.subIndices.find(({ code }) => code === 'second')!
    // Five indicators of weight 0.2, linked with slope 0.5.
    expect(bounds.highest - (second.score ?? 0)).toBeCloseTo(0.1 * (cost.score.highest - (known ?? 0)), 12)
    expect(bounds.lowest - (second.score ?? 0)).toBeCloseTo(0.1 * (cost.score.lowest - (known ?? 0)), 12)
  })

  it('of a sub-index whose answers are all known are its score', () => {
    const estimation = run()
    const { lowest, highest } = estimation.dkBounds.subIndices.find(({ code }) => code === 'first')!
    expect(highest).toBe(lowest)
    expect(lowest).toBeCloseTo(subIndexOf(estimation, 'first').score ?? 0, 12)
  })

  it('leave out firms that are out of the base, whatever they did not say', () => {
    const silent = sampleWith((firm) => (firm < 4 ? { access: 'dont-know' } : {}))
    const weights = new Float64Array(12).fill(1)
    const access = indicatorAnswers(TINY, silent, weights).find(({ indicator }) => indicator === '2.03')
    // Firms 0 and 3 are large: only 1 and 2 are asked about as small ones.
    expect(access).toMatchObject({ unknownWeight: 2, knownWeight: 6, range: { lowest: 1, highest: 5 } })
  })

  it('of open numbers reach to the least and the greatest that were given', () => {
    const weights = new Float64Array(12).fill(1)
    const days = indicatorAnswers(TINY, sampleOf(TINY, FIRMS), weights).find(
      ({ indicator }) => indicator === '2.01',
    )
    expect(days).toMatchObject({ as: 'median', range: { lowest: 1, highest: 12 } })
  })
})

describe('item non-response of an estimation', () => {
  it('is said of the items that feed indicators', () => {
    const { nonresponse } = run({ sample: sampleWith((firm) => (firm === 0 ? { days: 'refused' } : {})) })
    expect(nonresponse.map(({ item }) => item)).toEqual([
      'fair',
      'wait',
      'obstacles',
      'days',
      'visits',
      'access',
      'cost',
    ])
    expect(nonresponse.find(({ item }) => item === 'days')).toMatchObject({ asked: 12, refused: 1 / 12 })
    expect(nonresponse.find(({ item }) => item === 'wait')).toMatchObject({ asked: 9, all: 0 })
  })
})

describe('the channels of an estimation', () => {
  const channels = (list: readonly string[]) =>
    sampleOf(
      TINY,
      firmsWith(() => ({}), list.length).map((firm, i) => ({ ...firm, channel: list[i]! })),
    )
  const times = (count: number, channel: string) => Array.from({ length: count }, () => channel)

  it('are contrasted as two samples of their own', () => {
    const mixed = [
      ...times(24, 'open'),
      ...times(6, 'interviewer'),
      ...times(18, 'slip'),
      ...times(6, 'invitation'),
    ]
    const { channelContrast } = run({ sample: channels(mixed) })
    expect(channelContrast).toMatchObject({ open: 24, drawn: 24 })
    const firms = firmsWith(() => ({}), mixed.length)
    const alone = (isIn: (channel: string) => boolean) =>
      run({
        sample: sampleOf(
          TINY,
          firms.filter((_, i) => isIn(mixed[i]!)),
        ),
      })
    const open = subIndexOf(
      alone((channel) => channel === 'open'),
      'first',
    )
    const drawn = subIndexOf(
      alone((channel) => channel === 'slip' || channel === 'invitation'),
      'first',
    )
    const first = channelContrast?.scores.find(({ code }) => code === 'first')
    expect(first?.difference).toBeCloseTo((open.score ?? 0) - (drawn.score ?? 0), 12)
    expect(first?.standardError).toBeCloseTo(
      Math.hypot(open.standardError ?? 0, drawn.standardError ?? 0),
      12,
    )
  })

  it('differ by their answers alone: the errors that both share are left out', () => {
    const mixed = [...times(24, 'open'), ...times(24, 'slip')]
    const { channelContrast, subIndices } = run({ sample: channels(mixed) })
    const second = channelContrast?.scores.find(({ code }) => code === 'second')
    // The link of the second sub-index leaves 0.4 of its own.
    expect(subIndices.find(({ code }) => code === 'second')?.standardError).toBeGreaterThan(0.4)
    expect(second?.standardError).toBeLessThan(0.4)
  })

  it('are not contrasted where one has fewer than ten firms', () => {
    const contrastOf = (open: number, drawn: number) =>
      run({ sample: channels([...times(open, 'open'), ...times(drawn, 'slip')]) }).channelContrast
    expect(contrastOf(9, 24)).toBeNull()
    expect(contrastOf(24, 9)).toBeNull()
    expect(contrastOf(10, 10)).not.toBeNull()
  })

  it('are parts of the sample, with their own margins', () => {
    const sample = channels([...times(6, 'open'), ...times(6, 'slip')])
    const part = subsample(sample, { firms: Uint32Array.of(1, 7, 11), items: ['size', 'obstacles', 'days'] })
    const again = sampleOf(
      TINY,
      [1, 7, 11].map((firm) => ({ ...FIRMS[firm]!, channel: firm < 6 ? 'open' : 'slip' })),
    )
    expect(part.channels).toEqual(again.channels)
    for (const item of ['size', 'obstacles', 'days'])
      expect(part.columns.get(item)).toEqual(again.columns.get(item))
    expect([...part.columns.keys()]).toEqual(['size', 'obstacles', 'days'])
  })
})
