import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { independenceTest } from '../../../analysis/estimators/independence-test.ts'
import { sandwichError } from '../../../analysis/estimators/influence-of-scores.ts'
import { likelihoodShareInterval } from '../../../analysis/estimators/likelihood-share-interval.ts'
import { linearContrast } from '../../../analysis/estimators/linear-contrast.ts'
import { linearRegression } from '../../../analysis/estimators/linear-regression.ts'
import { logisticRegression } from '../../../analysis/estimators/logistic-regression.ts'
import { robustErrors } from '../../../analysis/estimators/robust-errors.ts'
import { scoreQuantileInterval } from '../../../analysis/estimators/score-quantile-interval.ts'
import { designOf, stagesOf, weightsFrom } from '../../../api/cli/truth/design-stages.ts'
import { readSurveyTable } from '../../../api/cli/truth/survey-table.ts'
import { degreesOfFreedom, taylorCovariance, taylorVariance } from '../../../analysis/variance.ts'
import { type EstimateWithInfluence, weightedMean } from '../../../analysis/weighted-mean.ts'

const NAN = Number.NaN
const firm = fc.record({
  y: fc.integer({ min: -9, max: 9 }),
  isLarge: fc.boolean(),
  weight: fc.double({ min: 0.5, max: 9, noNaN: true }),
})
const firms = fc
  .array(firm, { minLength: 6, maxLength: 30 })
  .filter((list) => [true, false].every((size) => list.filter(({ isLarge }) => isLarge === size).length > 1))

type Firms = readonly { readonly y: number; readonly isLarge: boolean; readonly weight: number }[]
const formOf = (list: Firms) => ({
  columns: [Float64Array.from(list, () => 1), Float64Array.from(list, ({ isLarge }) => Number(isLarge))],
  response: Float64Array.from(list, ({ y }) => y),
  weights: Float64Array.from(list, ({ weight }) => weight),
})
const differenceOf = (list: Firms) => {
  const { weights } = formOf(list)
  const [small, large] = [false, true].map((size) =>
    weightedMean(
      Float64Array.from(list, ({ y, isLarge }) => (isLarge === size ? y : NAN)),
      weights,
    ),
  )
  if (!small || !large) throw new Error('two domains')
  return linearContrast([
    { estimate: large, coefficient: 1 },
    { estimate: small, coefficient: -1 },
  ])
}

describe('a regression on one yes or no', () => {
  it('is a difference of means, with its influence', () => {
    fc.assert(
      fc.property(firms, (list) => {
        const slope = linearRegression(formOf(list))[1]
        const difference = differenceOf(list)
        expect(slope?.value).toBeCloseTo(difference.value, 9)
        for (const [i, u] of difference.influence.entries()) expect(slope?.influence[i]).toBeCloseTo(u, 9)
      }),
    )
  })

  it('has Welch’s error by HC2, a larger one by HC3 and a smaller one by HC0', () => {
    fc.assert(
      fc.property(firms, (list) => {
        const equal = list.map((one) => ({ ...one, weight: 1 }))
        const strata = Int32Array.from(list, ({ isLarge }) => Number(isLarge))
        const welch = Math.sqrt(taylorVariance(differenceOf(equal).influence, { strata }))
        const [hc0, hc2, hc3] = (['hc0', 'hc2', 'hc3'] as const).map(
          (kind) => robustErrors(formOf(equal), kind).standardErrors[1] ?? NAN,
        )
        expect(hc2).toBeCloseTo(welch, 9)
        expect(hc3).toBeGreaterThanOrEqual((hc2 ?? NAN) - 1e-12)
        expect(hc0).toBeLessThanOrEqual((hc2 ?? NAN) + 1e-12)
        const slope = linearRegression(formOf(equal))[1]
        expect(sandwichError(slope?.influence ?? new Float64Array())).toBeCloseTo(hc0 ?? NAN, 9)
      }),
    )
  })

  it('leaves out firms without a value and cannot tell columns apart that are the same', () => {
    const columns = [Float64Array.of(1, 1, 1, 1), Float64Array.of(0, 1, NAN, 1)]
    const regression = {
      columns,
      response: Float64Array.of(1, 3, 9, 5),
      weights: new Float64Array(4).fill(1),
    }
    const [constant, slope] = linearRegression(regression)
    expect(constant?.value).toBeCloseTo(1, 14)
    expect(slope).toMatchObject({ value: expect.closeTo(3, 14), answers: 3 })
    expect(slope?.influence[2]).toBe(0)
    const twice = { ...regression, columns: [new Float64Array(4).fill(1), new Float64Array(4).fill(2)] }
    expect(() => linearRegression(twice)).toThrow(expect.objectContaining({ code: 'columns-collinear' }))
  })
})

describe('a logistic regression', () => {
  it('on a constant is the logit of the share, with the influence of the delta method', () => {
    fc.assert(
      fc.property(firms, (list) => {
        const response = Float64Array.from(list, ({ isLarge }) => Number(isLarge))
        const { columns, weights } = formOf(list)
        const [constant] = logisticRegression({ columns: columns.slice(0, 1), response, weights })
        const share = weightedMean(response, weights)
        const spread = share.value * (1 - share.value)
        expect(constant?.value).toBeCloseTo(Math.log(share.value / (1 - share.value)), 9)
        for (const [i, u] of share.influence.entries())
          expect(constant?.influence[i]).toBeCloseTo(u / spread, 8)
      }),
    )
  })

  it('solves Σ w x (y − p) = 0', () => {
    const x = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7)
    const response = Float64Array.of(0, 1, 0, 0, 1, 0, 1, 1)
    const weights = Float64Array.of(1, 3, 2, 1, 1, 2, 1, 1)
    const slopes = logisticRegression({ columns: [x.map(() => 1), x], response, weights })
    const [constant = NAN, slope = NAN] = slopes.map(({ value }) => value)
    const rests = response.map(
      (y, i) => (weights[i] ?? 0) * (y - 1 / (1 + Math.exp(-constant - slope * (x[i] ?? 0)))),
    )
    expect(rests.reduce((sum, rest) => sum + rest, 0)).toBeCloseTo(0, 10)
    expect(rests.reduce((sum, rest, i) => sum + rest * (x[i] ?? 0), 0)).toBeCloseTo(0, 10)
    for (const { influence } of slopes) expect(influence.reduce((sum, u) => sum + u, 0)).toBeCloseTo(0, 10)
  })

  it('has no end where a column parts the 0s from the 1s', () => {
    const columns = [new Float64Array(4).fill(1), Float64Array.of(0, 0, 1, 1)]
    const parted = { columns, response: Float64Array.of(0, 0, 1, 1), weights: new Float64Array(4).fill(1) }
    expect(() => logisticRegression(parted)).toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^(regression-not-converged|columns-collinear)$/),
      }),
    )
  })
})

describe('independence of two answers', () => {
  const covarianceOf = (a: EstimateWithInfluence, b: EstimateWithInfluence) =>
    taylorCovariance(a.influence, b.influence, {})

  it('in a simple random sample has Pearson’s statistic over n/(n − 1)', () => {
    const rows = Int32Array.of(0, 0, 0, 1, 1, 1, 1, 0, 1, 0)
    const columns = Int32Array.of(0, 0, 1, 1, 1, 0, 1, 0, 1, 1)
    const weights = new Float64Array(10).fill(1)
    const test = independenceTest({ rows, columns, weights }, { covarianceOf, degreesOfFreedom: 9 })
    // Cells 3, 2, 1, 4: (3·4 − 2·1)² n / (5·5·4·6); V of the contrast is nearly that of independence.
    expect(test.degreesOfFreedom).toEqual({ above: expect.closeTo(1, 12), below: expect.closeTo(9, 12) })
    expect(test.f).toBeGreaterThan(0.8)
    expect(test.f).toBeLessThan(1000 / 600)
  })

  it('of three options and two, in two stages, is what R says', () => {
    const table = readSurveyTable(
      fileURLToPath(new URL('../../truth/other-designs/apiclus2.csv', import.meta.url)),
    )
    const codes = (column: string, options: readonly string[]) =>
      Int32Array.from(table.labels(column), (label) => options.indexOf(label))
    const stages = stagesOf(
      { data: '', clusters: ['dnum', 'snum'], strata: [], fpc: ['fpc1', 'fpc2'], weights: undefined },
      table,
    )
    const design = designOf(stages)
    const test = independenceTest(
      {
        rows: codes('stype', ['E', 'H', 'M']),
        columns: codes('sch.wide', ['No', 'Yes']),
        weights: weightsFrom(stages, table.rows),
      },
      {
        covarianceOf: (a, b) => taylorCovariance(a.influence, b.influence, design),
        degreesOfFreedom: degreesOfFreedom(table.rows, design),
      },
    )
    expect(test.f).toBeCloseTo(11.872745142560881, 10)
    expect(test.degreesOfFreedom.above).toBeCloseTo(1.3824988085924372, 11)
    expect(test.degreesOfFreedom.below).toBeCloseTo(53.917453535105054, 9)
    expect(test.p).toBeCloseTo(0.00032211466243808271, 13)
  })

  it('does not depend on which answer comes first, nor on the order of options', () => {
    const cell = fc.record({ row: fc.integer({ min: 0, max: 2 }), column: fc.integer({ min: 0, max: 1 }) })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 30, maxLength: 60 }), (list) => {
        fc.pre(new Set(list.map(({ row, column }) => row * 2 + column)).size === 6)
        const rows = Int32Array.from(list, ({ row }) => row)
        const columns = Int32Array.from(list, ({ column }) => column)
        const weights = Float64Array.from(list, (_one, i) => 1 + (i % 3))
        const design = { covarianceOf, degreesOfFreedom: list.length - 1 }
        const plain = independenceTest({ rows, columns, weights }, design)
        const turned = independenceTest(
          { rows: columns, columns: rows.map((row) => 2 - row), weights },
          design,
        )
        expect(turned.f).toBeCloseTo(plain.f, 8)
        expect(turned.p).toBeCloseTo(plain.p, 8)
        expect(plain.degreesOfFreedom.above).toBeLessThan(2)
      }),
      { numRuns: 30 },
    )
  })
})

it('the likelihood interval of a share is R’s, but for the spline that R reads it off', () => {
  const share = {
    share: 0.8279480110019575,
    standardError: 0.024344780113074775,
    degreesOfFreedom: 197,
    firms: 200,
  }
  const [lower, upper] = likelihoodShareInterval(share, 0.95)
  expect(lower).toBeCloseTo(0.7764118534284913, 5)
  expect(upper).toBeCloseTo(0.8724158660515278, 5)
  expect(likelihoodShareInterval({ ...share, share: 1 }, 0.95)).toEqual([NAN, NAN])
  expect(likelihoodShareInterval({ ...share, degreesOfFreedom: 0 }, 0.95)).toEqual([NAN, NAN])
})

describe('Francisco and Fuller’s interval of a median', () => {
  const options = { probability: 0.5, confidence: 0.95, degreesOfFreedom: Number.POSITIVE_INFINITY }
  const values = Float64Array.from({ length: 101 }, (_none, i) => 200 - 2 * i)
  const weights = values.map(() => 1)
  const errorOf = ({ influence }: EstimateWithInfluence) => Math.sqrt(taylorVariance(influence, {}))

  it('holds the values that the test does not reject', () => {
    const [lower, upper] = scoreQuantileInterval(values, weights, { ...options, errorOf })
    const isRejected = (limit: number): boolean => {
      const share = weightedMean(
        values.map((value) => Number(value <= limit)),
        weights,
      )
      return Math.abs(share.value - 0.5) > 1.959963984540054 * errorOf(share)
    }
    expect(isRejected(lower.value)).toBe(false)
    expect(isRejected(lower.value - 2)).toBe(true)
    expect(isRejected(upper.value - 2)).toBe(false)
    expect(isRejected(upper.value)).toBe(true)
  })

  it('has no bounds without degrees of freedom', () => {
    const [lower] = scoreQuantileInterval(values, weights, { ...options, degreesOfFreedom: 0, errorOf })
    expect(lower.value).toBeNaN()
  })
})
