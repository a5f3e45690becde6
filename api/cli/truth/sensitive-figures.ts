import { z } from 'zod'
import { randomisationLine, randomisedShare } from '../../../analysis/sensitive/randomised-response.ts'
import { taylorVariance } from '../../../analysis/variance.ts'
import { figureMaker, inForm } from './figure-maker.ts'
import { Figure } from './figure-tree.ts'

const Chance = z.number()
const Scheme = z.object({
  randomisation: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('warner'), p: Chance }),
    z.object({ kind: z.literal('forced'), truth: Chance, yes: Chance }),
    z.object({ kind: z.literal('unrelated'), p: Chance, prevalence: Chance }),
    z.object({ kind: z.literal('crosswise'), p: Chance }),
  ]),
})

/** Share of yes answers and number of firms stand among the figures. */
const Answers = z.object({ lambda: z.number(), n: z.number() })

/** Answers that chance hides. */
export const sensitiveMakers = {
  'randomised-response': figureMaker(Scheme, ({ randomisation }, { truth }) => {
    const { lambda, n } = inForm(Answers, truth)
    // Two firms whose influence has the variance of a share of n firms, with n or n − 1 below.
    const errorWith = (firms: number): Figure => {
      const half = Math.sqrt((lambda * (1 - lambda)) / firms) / 2
      const yes = { value: lambda, influence: Float64Array.of(-half, half), answers: n }
      const { influence, value } = randomisedShare(yes, randomisation)
      return new Figure(Math.sqrt(taylorVariance(influence, {})), value)
    }
    const yes = { value: lambda, influence: new Float64Array(), answers: n }
    return {
      ...randomisationLine(randomisation),
      lambda: yes.value,
      n: yes.answers,
      pi: randomisedShare(yes, randomisation).value,
      se_n: errorWith(n),
      se_nminus1: errorWith(n - 1),
    }
  }),
}
