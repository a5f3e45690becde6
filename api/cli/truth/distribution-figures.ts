import { z } from 'zod'
import { betaQuantile } from '../../../analysis/distributions/beta.ts'
import { chiSquaredQuantile } from '../../../analysis/distributions/chi-squared.ts'
import { fUpperTail } from '../../../analysis/distributions/fisher-f.ts'
import { normalCdf, normalQuantile } from '../../../analysis/distributions/normal.ts'
import { tCdf, tQuantile } from '../../../analysis/distributions/student-t.ts'
import { figureMaker, inForm } from './figure-maker.ts'
import { GIVEN } from './figure-tree.ts'

const Numbers = z.array(z.number())
const Grid = z.object({
  p: Numbers,
  z: Numbers,
  df: Numbers,
  ptx: Numbers,
  qbeta: z.array(z.object({ a: z.number(), b: z.number() })),
  qchisq: z.object({ p: Numbers, df: Numbers }),
  pf: z.object({ f: z.number(), d1: z.number(), d2: Numbers }),
})

/** The probabilities of the beta quantiles, which do not stand among the figures. */
const Options = z.object({ betaProbabilities: Numbers })

/** Distribution functions on a grid, whose points stand in the truth beside their values. */
export const distributionMakers = {
  distributions: figureMaker(Options, ({ betaProbabilities }, { truth }) => {
    const { p, z: points, df, ptx, qbeta, qchisq, pf } = inForm(Grid, truth)
    return {
      p: GIVEN,
      z: GIVEN,
      df: GIVEN,
      ptx: GIVEN,
      qnorm: p.map(normalQuantile),
      pnorm: points.map(normalCdf),
      qt: { data: df.map((degrees) => p.map((probability) => tQuantile(probability, degrees))) },
      pt: { data: df.map((degrees) => ptx.map((t) => tCdf(t, degrees))) },
      qbeta: qbeta.map((shape) => ({
        a: GIVEN,
        b: GIVEN,
        q: betaProbabilities.map((probability) => betaQuantile(probability, shape)),
      })),
      qchisq: {
        p: GIVEN,
        df: GIVEN,
        q: {
          data: qchisq.df.map((degrees) =>
            qchisq.p.map((probability) => chiSquaredQuantile(probability, degrees)),
          ),
        },
      },
      pf: {
        f: GIVEN,
        d1: GIVEN,
        d2: GIVEN,
        p: pf.d2.map((below) => fUpperTail(pf.f, { above: pf.d1, below })),
      },
    }
  }),
}
