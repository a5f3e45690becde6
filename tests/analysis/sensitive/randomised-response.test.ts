import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crosswiseCorrected } from '../../../analysis/sensitive/crosswise-corrected.ts'
import {
  displayedShare,
  type Randomisation,
  randomisationLine,
  randomisedShare,
} from '../../../analysis/sensitive/randomised-response.ts'
import { taylorVariance } from '../../../analysis/variance.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'

const chance = fc.double({ min: 0.05, max: 0.45, noNaN: true })
const randomisation: fc.Arbitrary<Randomisation> = fc.oneof(
  fc.record({ kind: fc.constant('warner' as const), p: chance }),
  fc.record({ kind: fc.constant('crosswise' as const), p: chance }),
  fc.record({ kind: fc.constant('forced' as const), truth: chance, yes: chance }),
  fc.record({ kind: fc.constant('unrelated' as const), p: chance, prevalence: chance }),
)

/** The chance of a yes, told step by step as it is said to a firm. */
function chanceOfYes(how: Randomisation, share: number): number {
  if (how.kind === 'forced') return how.truth * share + how.yes
  if (how.kind === 'unrelated') return how.p * share + (1 - how.p) * how.prevalence
  // Warner: asked about the statement or its opposite. Crosswise: both true, or neither.
  return how.p * share + (1 - how.p) * (1 - share)
}

const answers = weightedMean(Float64Array.of(1, 0, 0, 1, 0), Float64Array.of(1, 2, 1, 1, 3))

describe('answers that chance hides', () => {
  it('give the share back, with the design’s error over |c|', () => {
    fc.assert(
      fc.property(randomisation, fc.double({ min: 0, max: 1, noNaN: true }), (how, share) => {
        const yes = { ...answers, value: chanceOfYes(how, share) }
        const found = randomisedShare(yes, how)
        expect(found.value).toBeCloseTo(share, 9)
        const ratio = taylorVariance(found.influence, {}) / taylorVariance(yes.influence, {})
        expect(ratio * randomisationLine(how).c ** 2).toBeCloseTo(1, 9)
      }),
    )
  })

  it.each([
    [{ kind: 'warner', p: 0.7 }, 0.2825],
    [{ kind: 'forced', truth: 2 / 3, yes: 1 / 6 }, 0.3695],
    [{ kind: 'unrelated', p: 0.7, prevalence: 0.25 }, 0.48285714285714287],
    [{ kind: 'crosswise', p: 0.25 }, 0.674],
  ] as const)('%o', (how, share) => {
    expect(randomisedShare({ ...answers, value: 0.413 }, how).value).toBeCloseTo(share, 14)
  })

  it('stay beyond 0 and 1 until they are shown', () => {
    const below = randomisedShare({ ...answers, value: 0.1 }, { kind: 'forced', truth: 0.5, yes: 0.25 })
    expect(below.value).toBeCloseTo(-0.3, 14)
    expect(displayedShare(below.value)).toBe(0)
    expect(displayedShare(1.2)).toBe(1)
    expect(displayedShare(0.4)).toBe(0.4)
  })

  it('tell nothing where a yes is as likely either way', () => {
    expect(() => randomisedShare(answers, { kind: 'crosswise', p: 0.5 })).toThrow(
      expect.objectContaining({ code: 'answers-tell-nothing' }),
    )
  })
})

describe('a crosswise share put right', () => {
  const mixed = (share: number, p: number, attentive: number): number =>
    attentive * (share * p + (1 - share) * (1 - p)) + (1 - attentive) / 2

  it('gives back share and attention, whatever firms tick at random', () => {
    fc.assert(
      fc.property(
        chance,
        chance,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (p, anchorP, share, attention) => {
          const { share: found, attentive } = crosswiseCorrected(
            { answers: { ...answers, value: mixed(share, p, attention) }, p },
            { answers: { ...answers, value: mixed(0, anchorP, attention) }, p: anchorP },
          )
          expect(found.value).toBeCloseTo(share, 9)
          expect(attentive.value).toBeCloseTo(attention, 9)
        },
      ),
    )
  })

  it('has the influence of the delta method, seen by small steps', () => {
    const at = (first: number, second: number): number =>
      crosswiseCorrected(
        { answers: { ...answers, value: first }, p: 0.25 },
        { answers: { ...answers, value: second }, p: 0.15 },
      ).share.value
    const step = 1e-6
    const slope = (first: number, second: number): number =>
      (at(0.6 + first, 0.75 + second) - at(0.6 - first, 0.75 - second)) / (2 * step)
    const other = weightedMean(Float64Array.of(0, 1, 1, 0, 1), Float64Array.of(1, 2, 1, 1, 3))
    const { influence } = crosswiseCorrected(
      { answers: { ...answers, value: 0.6 }, p: 0.25 },
      { answers: { ...other, value: 0.75 }, p: 0.15 },
    ).share
    for (const [firm, u] of influence.entries()) {
      const linear =
        slope(step, 0) * (answers.influence[firm] ?? 0) + slope(0, step) * (other.influence[firm] ?? 0)
      expect(u).toBeCloseTo(linear, 7)
    }
  })

  it('tells nothing where the anchor is the toss of a coin', () => {
    const coin = { ...answers, value: 0.5 }
    expect(() => crosswiseCorrected({ answers, p: 0.25 }, { answers: coin, p: 0.25 })).toThrow(
      expect.objectContaining({ code: 'answers-tell-nothing' }),
    )
    expect(() =>
      crosswiseCorrected({ answers, p: 0.5 }, { answers: { ...answers, value: 0.7 }, p: 0.25 }),
    ).toThrow(expect.objectContaining({ code: 'answers-tell-nothing' }))
  })
})
