import { sampleColumns } from '../../analysis/columns/sample-columns.ts'
import { betaQuantile } from '../../analysis/distributions/beta.ts'
import { chiSquaredQuantile } from '../../analysis/distributions/chi-squared.ts'
import { fQuantile } from '../../analysis/distributions/fisher-f.ts'
import { normalCdf, normalQuantile } from '../../analysis/distributions/normal.ts'
import { tCdf, tQuantile } from '../../analysis/distributions/student-t.ts'
import { estimate } from '../../analysis/estimate-sample.ts'
import { quantileByRule } from '../../analysis/estimators/quantile-rule.ts'
import { weightedDistribution } from '../../analysis/estimators/weighted-distribution.ts'
import { bootstrapScores } from '../../analysis/replicates/bootstrap-scores.ts'
import { sampleOf } from '../../analysis/sample.ts'
import { randomStream } from '../../analysis/simulation/philox.ts'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { calibrate } from '../../analysis/weighting/calibrate.ts'
import { linearDistance, RAKING_DISTANCE } from '../../analysis/weighting/calibration-distance.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { Plan } from '../../survey-definitions/plan-schema.ts'
import langSon from '../../survey-definitions/plans/lang-son-2024.json' with { type: 'json' }
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import pciFull from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import fiveProvinces from '../truth/pci-2019-five-provinces.json' with { type: 'json' }

const MARGINS = [
  {
    item: 'legal-form',
    counts: { 'private-enterprise': 300, 'one-member-llc': 900, llc: 700, 'joint-stock': 400 },
  },
  {
    item: 'sector',
    counts: { agriculture: 100, manufacturing: 400, construction: 500, trade: 800, services: 600 },
  },
  { item: 'size', counts: { 'under-5': 900, '5-to-9': 700, '10-to-49': 600, '50-to-199': 150 } },
]

/**
 * One fixed analysis with all that it rests on, as text in which every number is its 64 bits: the
 * same on every engine, or something in it is left to engines.
 */
export function fixedAnalysis(): { readonly kernel: string; readonly figures: string } {
  const { kernel, ...bootstrap } = analysed()
  return { kernel, figures: JSON.stringify({ ...bootstrap, ...parts() }, bitsOfNumbers, 1) }
}

function analysed() {
  const edition = Edition.parse(pci2017)
  const questionnaire = Questionnaire.parse(pciFull)
  const values: Readonly<Record<string, number>> = fiveProvinces.provinces[0]?.values ?? {}
  const firms = simulateFirms({ questionnaire, values, firms: 220, seed: 7 })
  const sample = sampleOf(questionnaire, firms)
  const terms = { edition, questionnaire, sample, margins: MARGINS, hardValues: values }
  const estimation = estimate({ ...terms, plan: Plan.parse(langSon), scaleLink: 'edition' })
  const source = sampleColumns(
    sample,
    MARGINS.map(({ item }) => item),
  )
  return { estimation, ...bootstrapScores(source, { ...terms, replicates: 20, seed: 3 }) }
}

/** Distributions, quantiles and calibrated weights, each by itself. */
function parts() {
  const random = randomStream(11, 1)
  const probabilities = Array.from({ length: 60 }, random)
  const degrees = [1, 3.5, 40, 900]
  const values = Float64Array.from({ length: 80 }, () => Math.floor(random() * 30))
  const weights = Float64Array.from(values, () => 1 + random())
  const days = weightedDistribution(values, weights)
  const total = 1.1 * weights.reduce((sum, weight, firm) => sum + weight * (values[firm] ?? 0), 0)
  return {
    normal: probabilities.map((p) => [normalQuantile(p), normalCdf(6 * p - 3)]),
    t: degrees.map((df) => probabilities.map((p) => [tQuantile(p, df), tCdf(8 * p - 4, df)])),
    chiSquared: degrees.map((df) => probabilities.map((p) => chiSquaredQuantile(p, df))),
    f: degrees.map((df) => probabilities.map((p) => fQuantile(p, { above: df, below: 7 }))),
    beta: degrees.map((a) => probabilities.map((p) => betaQuantile(p, { a, b: 2.5 }))),
    quantiles: (['math', 'school', 'hf6', 'hf8'] as const).map((rule) =>
      probabilities.map((p) => quantileByRule(days, rule, p)),
    ),
    calibrated: [linearDistance(), RAKING_DISTANCE].map((distance) => {
      const auxiliaries = [{ name: 'days', values, total }]
      return Array.from(calibrate({ base: weights, auxiliaries, distance }).weights)
    }),
  }
}

function bitsOfNumbers(_key: string, value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value)
  return typeof value === 'number' ? bitsOf(value) : value
}

function bitsOf(number: number): string {
  return new BigUint64Array(Float64Array.of(number).buffer).join().concat(` (${number})`)
}
