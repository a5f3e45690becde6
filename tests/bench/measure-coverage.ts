import { estimate } from '../../analysis/estimate-sample.ts'
import type { ScoreEstimate } from '../../analysis/estimation.ts'
import { sampleOf } from '../../analysis/sample.ts'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** A province with its official scores. */
export interface OfficialProvince {
  readonly name: string
  readonly values: Readonly<Record<string, number>>
  readonly official: Readonly<Record<string, number>>
}

export interface CoveragePlan {
  readonly edition: Edition
  readonly questionnaire: Questionnaire
  readonly provinces: readonly OfficialProvince[]
  readonly samples: number
  readonly firms: number
  readonly seed: number
}

/** How often the intervals of one sub-index held the official score. */
export interface Coverage {
  readonly subIndex: string
  readonly intervals: number
  readonly covered: number
  readonly scoreBelow: number
  readonly scoreAbove: number
  /** Root mean square of (estimate − official) / standard error: 1 when errors are right. */
  readonly errorRatio: number
  readonly meanStandardError: number
}

/** The sub-indices that the edition reproduces exactly, so that a miss is the sampling's. */
export function linearSubIndices({ subIndices }: Edition): readonly string[] {
  return subIndices.filter(({ link }) => !link).map(({ code }) => code)
}

/** Draws samples of every province and counts how often 90 % intervals hold the official score. */
export function measureCoverage(plan: CoveragePlan): readonly Coverage[] {
  const { edition, questionnaire, provinces, samples, firms } = plan
  const codes = linearSubIndices(edition)
  const tallies = new Map(codes.map((code) => [code, newTally()]))
  let { seed } = plan
  for (const { values, official } of provinces) {
    for (let draw = 0; draw < samples; draw++) {
      const sample = sampleOf(questionnaire, simulateFirms({ questionnaire, values, firms, seed: seed++ }))
      const estimation = estimate({ edition, questionnaire, sample, hardValues: values, scaleLink: 'none' })
      for (const subIndex of estimation.subIndices) {
        const tally = tallies.get(subIndex.code)
        if (tally) enter(tally, subIndex, official[subIndex.code] ?? Number.NaN)
      }
    }
  }
  return codes.map((subIndex) => coverageOf(subIndex, tallies.get(subIndex) ?? newTally()))
}

type Tally = ReturnType<typeof newTally>

function enter(tally: Tally, { score, standardError, lower, upper }: ScoreEstimate, truth: number): void {
  if (score === null || standardError === null || lower === null || upper === null) return
  tally.intervals++
  if (truth > upper) tally.scoreBelow++
  else if (truth < lower) tally.scoreAbove++
  else tally.covered++
  tally.squaredRatios += ((score - truth) / standardError) ** 2
  tally.standardErrors += standardError
}

function newTally() {
  return { intervals: 0, covered: 0, scoreBelow: 0, scoreAbove: 0, squaredRatios: 0, standardErrors: 0 }
}

function coverageOf(subIndex: string, tally: Tally): Coverage {
  const { intervals, covered, scoreBelow, scoreAbove, squaredRatios, standardErrors } = tally
  return {
    subIndex,
    intervals,
    covered,
    scoreBelow,
    scoreAbove,
    errorRatio: Math.sqrt(squaredRatios / intervals),
    meanStandardError: standardErrors / intervals,
  }
}
