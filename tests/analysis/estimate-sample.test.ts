import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../analysis/sample.ts'
import { taylorVariance } from '../../analysis/variance.ts'
import { AGREED_ERROR, indicatorOf, PLAN, run, subIndexOf, T_11 } from './tiny-estimation.ts'
import { FIRMS, TINY, TINY_EDITION } from './tiny-survey.ts'

describe('indicators', () => {
  it('have their share, its error and the interval of the score', () => {
    const fair = indicatorOf(run(), '1.01')
    const error = Math.sqrt((0.75 * 0.25) / 11)
    expect(fair).toMatchObject({ item: 'fair', value: 0.75, answers: 12, anchorExtended: false })
    expect(fair.valueStandardError).toBeCloseTo(error, 12)
    expect(fair.score).toBeCloseTo(1 + (9 * 0.55) / 0.6, 12)
    expect(fair.standardError).toBeCloseTo(error * 15, 12)
    expect(fair.lower).toBeCloseTo((fair.score ?? 0) - T_11 * error * 15, 9)
    expect(fair.upper).toBeCloseTo((fair.score ?? 0) + T_11 * error * 15, 9)
  })

  it('have the degrees of freedom of those who were asked and answered', () => {
    const wait = indicatorOf(run(), '1.03')
    expect(wait.answers).toBe(9)
    expect(((wait.upper ?? 0) - (wait.score ?? 0)) / (wait.standardError ?? 0)).toBeCloseTo(1.859548037531, 9) // qt(0.95, 8)
  })

  it('have the confidence asked for', () => {
    const { score, upper, standardError } = indicatorOf(run({ confidence: 0.95 }), '1.01')
    expect(((upper ?? 0) - (score ?? 0)) / (standardError ?? 1)).toBeCloseTo(2.200985160083, 9) // qt(0.975, 11)
  })

  it('extend an observed anchor and say so, and leave an inferred one', () => {
    expect(indicatorOf(run(), '1.05')).toMatchObject({ value: 0, score: 10, anchorExtended: true })
    const slow = sampleOf(
      TINY,
      FIRMS.map((firm) => ({ ...firm, answers: { ...firm.answers, obstacles: ['none'] } })),
    )
    expect(indicatorOf(run({ sample: slow }), '1.04').score).toBeCloseTo(13, 12)
  })

  it('from statistics have a value and no error', () => {
    expect(indicatorOf(run({ hardValues: { '2.05': 4.5 } }), '2.05')).toMatchObject({
      value: 4.5,
      score: 5.5,
      item: null,
      standardError: null,
      lower: null,
      answers: 0,
    })
  })

  it('from statistics are the latest of the pilot province when its plan is judged', () => {
    expect(indicatorOf(run({ plan: PLAN, weightsYear: 2019 }), '2.05').value).toBe(6)
    expect(indicatorOf(run({ plan: PLAN, hardValues: {} }), '2.05').value).toBeNull()
    expect(indicatorOf(run(), '2.05').value).toBeNull()
  })
})

describe('weighting', () => {
  it('takes the error out of what the margins already say', () => {
    const bySize = FIRMS.map(({ channel, answers }) => ({
      channel,
      answers: { ...answers, fair: answers.size === 'large' ? 'agree' : 'disagree' },
    }))
    const input = {
      sample: sampleOf(TINY, bySize),
      margins: [{ item: 'size', counts: { large: 40, small: 60 } }],
    }
    expect(indicatorOf(run(input), '1.01').value).toBeCloseTo(0.4, 12)
    expect(indicatorOf(run(input), '1.01').standardError).toBeCloseTo(0, 12)
    expect(indicatorOf(run({ sample: input.sample }), '1.01').standardError).toBeGreaterThan(1)
  })
})

describe('sub-indices', () => {
  it('are weighted means whose error comes from the firms, covariances and all', () => {
    const { score, standardError } = subIndexOf(run(), 'first')
    const scores = ['1.01', '1.02', '1.03', '1.04', '1.05'].map((code) => indicatorOf(run(), code).score ?? 0)
    expect(score).toBeCloseTo(
      scores.reduce((sum, one) => sum + one / 5, 0),
      12,
    )
    expect(standardError).toBeCloseTo(firstByHand(), 12)
  })

  it('are led to the published scale by their link, whose residual is error of its own', () => {
    const hardValues = { '2.05': 6 }
    const linked = subIndexOf(run({ hardValues }), 'second')
    const unlinked = TINY_EDITION.subIndices.map(({ link: _link, ...subIndex }) => subIndex)
    const own = subIndexOf(run({ hardValues, edition: { ...TINY_EDITION, subIndices: unlinked } }), 'second')
    expect(linked.score).toBeCloseTo(3 + 0.5 * (own.score ?? 0), 12)
    expect(linked.standardError).toBeCloseTo(Math.hypot(0.5 * (own.standardError ?? 0), 0.4), 12)
  })

  it('share a missing indicator out and say how much is missing', () => {
    const second = subIndexOf(run(), 'second')
    expect(second.missingWeight).toBeCloseTo(0.2, 12)
    const scores = ['2.01', '2.02', '2.03', '2.04'].map((code) => indicatorOf(run(), code).score ?? 0)
    expect(second.score).toBeCloseTo(3 + 0.5 * scores.reduce((sum, one) => sum + one / 4, 0), 12)
  })

  it('are withheld with more than a third missing', () => {
    const silent = sampleOf(
      TINY,
      FIRMS.map((firm) => ({ ...firm, answers: { ...firm.answers, days: 'refused' } })),
    )
    const estimation = run({ sample: silent })
    expect(subIndexOf(estimation, 'second')).toMatchObject({ score: null, standardError: null, lower: null })
    expect(estimation.warnings).toContainEqual({ code: 'sub-index-withheld', about: 'second' })
    expect(estimation.warnings).toContainEqual({ code: 'indicator-missing', about: '2.01' })
    // Half of the composite's weight is gone with it.
    expect(estimation.composite.score).toBeNull()
  })

  it('have the target, baseline and verdict of the plan', () => {
    const first = subIndexOf(run({ plan: PLAN, weightsYear: 2024 }), 'first')
    expect(first).toMatchObject({ target: 7, baseline: 6.5 })
    expect(first.verdict?.kind).not.toBe('no-verdict')
    expect(first.verdict?.parts?.own).toBeCloseTo(first.standardError ?? 0, 12)
    expect(subIndexOf(run({ plan: PLAN, scaleLink: 'none' }), 'first').verdict?.reason).toBe(
      'scale-not-linked',
    )
    expect(subIndexOf(run(), 'first')).toMatchObject({ target: null, verdict: null })
  })
})

describe('the composite', () => {
  it('is ten times the weighted mean of the sub-indices, links counted as errors of their own', () => {
    const estimation = run({ weightsYear: 2022 })
    const [first, second] = [subIndexOf(estimation, 'first'), subIndexOf(estimation, 'second')]
    expect(estimation.composite.score).toBeCloseTo(7.5 * (first.score ?? 0) + 2.5 * (second.score ?? 0), 11)
    expect(estimation.composite.missingWeight).toBeCloseTo(0.25 * 0.2, 12)
    expect(estimation.warnings).toContainEqual({ code: 'composite-partial', about: 'composite' })
    expect(run({ weightsYear: 2022, hardValues: { '2.05': 6 } }).warnings).not.toContainEqual({
      code: 'composite-partial',
      about: 'composite',
    })
    const exact = TINY_EDITION.subIndices.map((subIndex) =>
      subIndex.link ? { ...subIndex, link: { ...subIndex.link, residualSd: 0 } } : subIndex,
    )
    const sampling = run({ weightsYear: 2022, edition: { ...TINY_EDITION, subIndices: exact } }).composite
    expect(estimation.composite.standardError).toBeCloseTo(
      Math.hypot(sampling.standardError ?? Number.NaN, 2.5 * 0.4),
      12,
    )
    expect(estimation.warnings).toContainEqual({ code: 'weights-inferred', about: 'composite' })
  })

  it('takes the year asked for, else the plan’s, else the first set', () => {
    expect(run().weightYears).toEqual([2018, 2020])
    expect(run({ plan: PLAN }).weightYears).toEqual([2021, 2024])
    expect(run({ plan: PLAN, weightsYear: 2019 }).weightYears).toEqual([2018, 2020])
    expect(() => run({ weightsYear: 2030 })).toThrow(
      expect.objectContaining({ code: 'unknown-weights-year' }),
    )
  })
})

describe('what the reader must know', () => {
  it('is that answers came by open link', () => {
    expect(run().indicative).toBe(true)
    expect(run({ sample: sampleOf(TINY, FIRMS.slice(1)) }).indicative).toBe(false)
  })

  it('is that few answered', () => {
    expect(run().warnings).toContainEqual({ code: 'few-answers', about: '1.02' })
    expect(run().warnings).not.toContainEqual({ code: 'few-answers', about: '1.01' })
  })

  it('is which margins were weighted to', () => {
    const { weighting, indicators } = run({
      margins: [{ item: 'size', counts: { large: 1, small: 1, medium: 1 } }],
    })
    expect(weighting).toMatchObject({ method: 'post-stratified', items: ['size'] })
    // Half large (4 firms, 3 of them agree), half small (8 firms, 6 of them agree).
    expect(indicators[0]?.value).toBeCloseTo(0.75, 12)
    // Costs are 4.5 among the large and 6 among the small.
    expect(indicators.find(({ code }) => code === '2.04')?.value).toBeCloseTo(5.25, 12)
  })
})

it('gives no interval to one firm, nor anything to none', () => {
  const one = run({ sample: sampleOf(TINY, FIRMS.slice(0, 1)) })
  expect(indicatorOf(one, '1.01')).toMatchObject({
    value: 1,
    score: null,
    standardError: null,
    lower: null,
    upper: null,
  })
  expect(one.composite.standardError).toBeNull()
  const none = run({ sample: sampleOf(TINY, []), plan: PLAN })
  expect(none.firms).toBe(0)
  expect(none.composite.score).toBeNull()
  expect(none.subIndices[0]?.verdict?.reason).toBe('no-score')
})

it('is plain JSON: nothing in it is not a number', () => {
  const silent = sampleOf(
    TINY,
    FIRMS.map((firm) => ({ ...firm, answers: {} })),
  )
  const nobody = [{ item: 'size', counts: { small: 0, large: 0, medium: 5 } }]
  const estimations = [
    run(),
    run({ sample: silent }),
    run({ sample: sampleOf(TINY, []) }),
    run({ margins: nobody }),
  ]
  for (const estimation of estimations) {
    expect(JSON.parse(JSON.stringify(estimation))).toEqual(estimation)
  }
})

/** SE of the mean of the five scores of `first`, from each firm's influence written out and what nobody ticked. */
function firstByHand(): number {
  const influence = FIRMS.map(({ answers }, i) => {
    const fair = (15 * (Number(answers.fair === 'agree') - 0.75)) / 12
    const asked = answers.wait !== 'not-asked'
    const quarters = FIRMS.filter((firm) => firm.answers.wait === 'quarter').length / 9
    const late = asked ? (-15 * (Number(answers.wait === 'quarter') - quarters)) / 9 : 0
    const slow = (-15 * (Number(i % 2 === 0) - 0.5)) / 12
    // Month-or-longer is the same firms as quarter here; nobody ticks costly.
    return (fair + 2 * late + slow) / 5
  })
  return Math.hypot(
    Math.sqrt(taylorVariance(Float64Array.from(influence), {})),
    ((9 / 0.8) * AGREED_ERROR) / 5,
  )
}
