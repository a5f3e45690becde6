import { describe, expect, it } from 'vitest'
import { carelessEffect } from '../../../analysis/careless/careless-effect.ts'
import { carelessness } from '../../../analysis/careless/carelessness.ts'
import { signalCount } from '../../../analysis/careless/careless-signals.ts'
import { estimateColumns } from '../../../analysis/columns/estimate-columns.ts'
import { sampleColumns } from '../../../analysis/columns/sample-columns.ts'
import { estimate } from '../../../analysis/estimate-sample.ts'
import { type ReleasedResponse, sampleOf } from '../../../analysis/sample.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import { publishedEdition, publishedQuestionnaire } from '../../support/definition-files.ts'
import provinces from '../../truth/pci-2019-five-provinces.json' with { type: 'json' }

const edition = publishedEdition('pci-2017')
const questionnaire = publishedQuestionnaire('pci-full')
const values = provinces.provinces[0]?.values ?? {}
const honest = [...simulateFirms({ questionnaire, values, firms: 200, seed: 5 })]
const scaled = questionnaire.sections.flatMap(({ items }) =>
  items.flatMap((item) => (item.kind === 'single' && item.scale ? [[item.code, item.scale] as const] : [])),
)
const margins = [{ item: 'size', counts: { 'under-5': 500, '5-to-9': 200 } }]

/** Ticks the first option of every scale, whatever the question. */
function straightLined({ channel, answers }: ReleasedResponse): ReleasedResponse {
  const ticked = scaled.flatMap(([code, scale]) => {
    const first = questionnaire.scales[scale]?.[0]?.code
    return answers[code] === 'not-asked' || first === undefined ? [] : [[code, first] as const]
  })
  return { channel, answers: { ...answers, ...Object.fromEntries(ticked) } }
}

const estimated = (responses: readonly ReleasedResponse[]) =>
  estimate({
    edition,
    questionnaire,
    sample: sampleOf(questionnaire, responses),
    margins,
    hardValues: {},
    scaleLink: 'none',
  })

const scoresOf = (responses: readonly ReleasedResponse[]) =>
  estimateColumns(sampleColumns(sampleOf(questionnaire, responses), ['size']), {
    edition,
    margins,
  }).subIndices.map(({ estimate: { score } }) => score)

const near = (scores: readonly (number | null)[]) =>
  scores.map((score) => (score === null ? null : expect.closeTo(score, 9)))

describe('careless answering', () => {
  const responses = honest.map((response, firm) => (firm < 15 ? straightLined(response) : response))
  const { signals } = carelessness(sampleOf(questionnaire, responses), questionnaire)
  const estimation = estimated(responses)
  const { careless } = estimation

  it('is compared by scores with all firms, without the flagged, and with these counted for less', () => {
    if (careless?.status !== 'compared') throw new Error('not compared')
    expect(careless.flagged).toBeGreaterThanOrEqual(15)
    expect(careless.bySignal['low-spread']).toBeGreaterThanOrEqual(15)
    const kept = scoresOf(responses.filter((_none, firm) => signalCount(signals[firm] ?? 0) < 2))
    // Firms of two signals count a half, of three a third: where all others are there twelve times, six and four.
    const copied = scoresOf(
      responses.flatMap((response, firm) => {
        const count = signalCount(signals[firm] ?? 0)
        return Array.from({ length: count < 2 ? 12 : 12 / count }, () => response)
      }),
    )
    expect(careless.subIndices.map(({ with: score }) => score)).toEqual(
      estimation.subIndices.map(({ score }) => score),
    )
    expect(careless.subIndices.map(({ without }) => without)).toEqual(near(kept))
    expect(careless.subIndices.map(({ downWeighted }) => downWeighted)).toEqual(near(copied))
    expect(careless.composite?.with).toBe(estimation.composite.score)
    const informal = careless.subIndices.find(({ code }) => code === 'informal-charges')
    expect(informal?.without).not.toBeCloseTo(informal?.with ?? 0, 2)
  })

  it('is not compared where too few firms are flagged', () => {
    expect(estimated(honest).careless).toEqual({ status: 'too-few' })
    expect(estimated(responses.slice(11)).careless).toEqual({ status: 'too-few' })
  })

  it('is not looked for where that takes too long, and says so', () => {
    const sample = { ...sampleOf(questionnaire, []), firms: 20_001 }
    const estimateUnder = () => {
      throw new Error('no estimation is needed')
    }
    expect(carelessEffect({ questionnaire, sample, estimateUnder })).toEqual({
      status: 'too-many',
      mostFirms: 20_000,
    })
  })
})
