import { z } from 'zod'
import { sumOf } from '../../../analysis/compensated-sum.ts'
import { kishDesignEffect } from '../../../analysis/weighting/kish-design-effect.ts'
import { DesignChoice } from './design-choice.ts'
import { figureMaker } from './figure-maker.ts'
import { surveyedBy } from './surveyed.ts'

const OfDesign = z.object({ design: DesignChoice })

/** Weights themselves, and what they cost. */
export const weightMakers = {
  weights: figureMaker(OfDesign, ({ design }, { folder }) => Array.from(surveyedBy(design, folder).weights)),

  'weight-sum': figureMaker(OfDesign, ({ design }, { folder }) => sumOf(surveyedBy(design, folder).weights)),

  kish: figureMaker(OfDesign, ({ design }, { folder }) => {
    const { weights } = surveyedBy(design, folder)
    const deff = kishDesignEffect(weights)
    return { deff, neff: weights.length / deff }
  }),
}
