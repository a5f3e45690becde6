import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { BaselineWave, PastPairs, ScaleProfile } from '../../survey-definitions/scale-link-schema.ts'
import { AnalysisError } from '../analysis-error.ts'
import { baselineLink } from './baseline-link.ts'
import { type BiasOfPairs, biasOfPairs } from './bias-of-pairs.ts'
import { editionLink } from './edition-link.ts'
import type { LinkedScale, ScaleLink } from './linked-scale.ts'
import { pastPairsLink } from './past-pairs-link.ts'
import { narrowRanges, type ScoredIndicator } from './profile-anchors.ts'

/** What a department can say about how its scores lead to the published scale. */
export interface ScaleLinkInputs {
  /** With `edition`, where it has the profile; its anchors are then widened. */
  readonly profile?: ScaleProfile | undefined
  /** With `baseline-wave`. */
  readonly baselineWave?: BaselineWave | undefined
  /** With `past-pairs`. */
  readonly pastPairs?: PastPairs | undefined
}

/** All that decides how scores lead to the scale of a plan's targets. */
export interface ScaleTerms {
  readonly scaleLink: ScaleLink
  readonly inputs: ScaleLinkInputs
  readonly edition: Edition
  readonly plan: Pick<Plan, 'year'>
  readonly indicators: readonly ScoredIndicator[]
}

/** The way onto a plan's scale, sub-index by sub-index. */
export interface ScaleOfPlan {
  /** Null where this sub-index has no way. */
  readonly linkOf: (subIndex: string) => LinkedScale | null
  /** What past pairs told, where they lead. */
  readonly pairs: BiasOfPairs | null
}

/**
 * How the scores of an analysis lead to the scale of a plan's targets: by the edition, by the change
 * since a baseline wave, or corrected by past pairs.
 *
 * Cost: that of `biasOfPairs`, or O(indicators) a sub-index.
 *
 * @throws {AnalysisError} `scale-link-without-input` without the file that the link rests on;
 * `too-few-pairs`
 * @example
 * scaleOfPlan({ scaleLink: 'none', inputs: {}, edition: pci2017, plan, indicators: [] }).linkOf('land-access') // => null
 */
export function scaleOfPlan(terms: ScaleTerms): ScaleOfPlan {
  const { scaleLink } = terms
  if (scaleLink === 'past-pairs') return byPastPairs(terms)
  if (scaleLink === 'baseline-wave') return { linkOf: byBaseline(terms), pairs: null }
  const linkOf = (subIndex: string): LinkedScale | null =>
    scaleLink === 'edition' ? byEdition(subIndex, terms) : null
  return { linkOf, pairs: null }
}

function byEdition(subIndex: string, { edition, plan, inputs, indicators }: ScaleTerms): LinkedScale {
  const { profile } = inputs
  return editionLink({
    planYear: plan.year,
    anchorsAsOf: edition.anchorsAsOf,
    profileYear: profile?.year ?? null,
    narrowRanges: profile ? narrowRanges(subIndex, { edition, profile, indicators }) : [],
  })
}

function byBaseline({ inputs: { baselineWave }, plan }: ScaleTerms): ScaleOfPlan['linkOf'] {
  const wave = baselineWave ?? without('baseline-wave')
  return (code) => {
    const standing = wave.subIndices.find(({ subIndex }) => subIndex === code)
    if (!standing) return null
    const { year, officialSampleSize } = wave
    return baselineLink({ ...standing, year, officialSampleSize, planYear: plan.year })
  }
}

function byPastPairs({ inputs: { pastPairs }, edition, plan }: ScaleTerms): ScaleOfPlan {
  const { pairs: given } = pastPairs ?? without('past-pairs')
  const pairs = biasOfPairs(
    given.map(({ subIndex, year, own, official, officialSampleSize }) => ({
      subIndex,
      year,
      difference: own.score - official,
      variance: own.standardError ** 2 * (1 + own.firms / officialSampleSize),
    })),
    edition.subIndices.map(({ code }) => code),
  )
  return { linkOf: (code) => pastPairsLink(pairs, { code, planYear: plan.year }), pairs }
}

function without(link: ScaleLink): never {
  throw new AnalysisError('scale-link-without-input', `the link ${link} requires its file`)
}
