import { describe, expect, it } from 'vitest'
import { estimate } from '../../../analysis/estimate-sample.ts'
import type { Estimation } from '../../../analysis/estimation.ts'
import { sampleOf } from '../../../analysis/sample.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import { publishedEdition, publishedPlan, publishedQuestionnaire } from '../../support/definition-files.ts'
import provinces from '../../truth/pci-2019-five-provinces.json' with { type: 'json' }
import { indicatorOf, run, subIndexOf } from '../tiny-estimation.ts'

const edition = publishedEdition('pci-2017')
const questionnaire = publishedQuestionnaire('pci-full')
const values = provinces.provinces.find(({ name }) => name === 'Lang Son')?.values ?? {}
const firms = simulateFirms({ questionnaire, values, firms: 300, seed: 2 })
const input = {
  edition,
  questionnaire,
  sample: sampleOf(questionnaire, firms),
  plan: publishedPlan('lang-son-2024'),
  scaleLink: 'edition',
} as const
const taylor = estimate(input)
const bootstrap = estimate({ ...input, bootstrap: { replicates: 1000, seed: 3 } })

/** Of one error from another, as a part of it. */
function distance(one: number | null = null, other: number | null = null): number {
  return Math.abs((one ?? 0) / (other ?? 0) - 1)
}

describe('errors from a bootstrap', () => {
  it('are said to be so, with what they were made from', () => {
    expect(taylor.varianceMethod).toBe('taylor')
    expect(taylor.bootstrap).toBeUndefined()
    expect(bootstrap.varianceMethod).toBe('generalised-bootstrap')
    expect(bootstrap.bootstrap).toEqual({ replicates: 1000, seed: 3, unmet: 0 })
  })

  it('are near the linearised ones of shares and of what is made of shares alone', () => {
    const shares = taylor.indicators.filter(
      ({ value, valueStandardError }) => (value ?? 0) > 0.1 && (value ?? 1) < 0.9 && valueStandardError,
    )
    expect(shares.length).toBeGreaterThan(50)
    for (const { code, score, valueStandardError } of shares) {
      const other = indicatorOf(bootstrap, code)
      expect(other.score).toBe(score)
      // Four times 1/√(2R), the spread of an error of 1,000 replicates.
      expect(distance(other.valueStandardError, valueStandardError)).toBeLessThan(0.09)
    }
    const [one, other] = [taylor, bootstrap].map((each) => subIndexOf(each, 'proactivity'))
    expect(other?.standardError).not.toBe(one?.standardError)
    expect(distance(other?.standardError, one?.standardError)).toBeLessThan(0.09)
    expect(bootstrap.composite.standardError).not.toBe(taylor.composite.standardError)
  })

  it('keep the errors of links on top, and of shares that all agree on', () => {
    const linked = subIndexOf(bootstrap, 'business-support')
    // What the edition's link leaves: 0.171.
    expect(linked.standardError).toBeGreaterThan(0.171)
    expect((linked.upper ?? 0) - (linked.lower ?? 0)).toBeGreaterThan(2 * 1.645 * 0.171)
    // Of twelve firms none finds it costly.
    const agreed = [undefined, { replicates: 200, seed: 1 }].map((settings) => run({ bootstrap: settings }))
    const [before, after] = agreed.map((each) => indicatorOf(each, '1.05'))
    expect(before?.standardError).toBeGreaterThan(0)
    expect(after).toEqual(before)
  })

  it('are what verdicts stand on', () => {
    const parts = (estimation: Estimation) => subIndexOf(estimation, 'informal-charges').verdict?.parts
    const { standardError } = subIndexOf(bootstrap, 'informal-charges')
    expect(parts(bootstrap)?.own).toBeCloseTo(standardError ?? 0, 12)
    expect(parts(bootstrap)?.own).not.toBe(parts(taylor)?.own)
    expect(bootstrap.joint?.expected).not.toBe(taylor.joint?.expected)
  })

  it('are the same with the same seed and others with another', () => {
    const small = (seed: number) => run({ bootstrap: { replicates: 100, seed } }).composite.standardError
    expect(small(7)).toBe(small(7))
    expect(small(7)).not.toBe(small(8))
  })
})
