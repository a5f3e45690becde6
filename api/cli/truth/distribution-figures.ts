import { z } from 'zod'
import { normalCdf, normalQuantile } from '../../../analysis/distributions/normal.ts'
import { tCdf, tQuantile } from '../../../analysis/distributions/student-t.ts'
import { figureMaker } from './figure-maker.ts'
import { GIVEN } from './figure-tree.ts'

const Numbers = z.array(z.number())
const Grid = z.object({ p: Numbers, z: Numbers, df: Numbers, ptx: Numbers })

/** Distribution functions on a grid, whose points stand in the truth beside their values. */
export const distributionMakers = {
  distributions: figureMaker(z.object({}), (_options, { truth }) => {
    const { p, z: points, df, ptx } = Grid.parse(truth)
    return {
      p: GIVEN,
      z: GIVEN,
      df: GIVEN,
      ptx: GIVEN,
      qnorm: p.map(normalQuantile),
      pnorm: points.map(normalCdf),
      qt: { data: df.map((degrees) => p.map((probability) => tQuantile(probability, degrees))) },
      pt: { data: df.map((degrees) => ptx.map((t) => tCdf(t, degrees))) },
    }
  }),
}
