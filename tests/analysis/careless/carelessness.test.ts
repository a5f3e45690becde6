import { describe, expect, it } from 'vitest'
import { carelessness, carelessnessCounts } from '../../../analysis/careless/carelessness.ts'
import { CARELESS_SIGNALS, signalCount } from '../../../analysis/careless/careless-signals.ts'
import { type ReleasedResponse, sampleOf } from '../../../analysis/sample.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import { publishedQuestionnaire } from '../../support/definition-files.ts'
import provinces from '../../truth/pci-2019-five-provinces.json' with { type: 'json' }

const full = publishedQuestionnaire('pci-full')
const values = provinces.provinces[0]?.values ?? {}
const honest = [...simulateFirms({ questionnaire: full, values, firms: 400, seed: 5 })]
const scaled = full.sections.flatMap(({ items }) =>
  items.filter((item) => item.kind === 'single' && item.scale),
)

/** Ticks the second option of every scale, whatever the question. */
function straightLined({ channel, answers }: ReleasedResponse): ReleasedResponse {
  const ticked = scaled.flatMap((item) => {
    if (item.kind !== 'single' || answers[item.code] === 'not-asked') return []
    const second = full.scales[item.scale ?? '']?.[1]?.code
    return second === undefined ? [] : [[item.code, second] as const]
  })
  return { channel, answers: { ...answers, ...Object.fromEntries(ticked) } }
}

const bitOf = (signal: (typeof CARELESS_SIGNALS)[number]) => 1 << CARELESS_SIGNALS.indexOf(signal)

describe('carelessness', () => {
  const straight = 12
  const responses = [...honest.slice(0, 300), ...honest.slice(300, 300 + straight).map(straightLined)]
  const found = carelessness(sampleOf(full, responses), full)

  it('flags those who ticked the same all the way, and hardly anybody else', () => {
    const flagged = [...found.signals.keys()].filter((firm) => signalCount(found.signals[firm] ?? 0) >= 2)
    expect(flagged.filter((firm) => firm >= 300)).toHaveLength(straight)
    expect(flagged.filter((firm) => firm < 300).length).toBeLessThanOrEqual(3)
    expect(found.flagged).toBe(flagged.length)
  })

  it('finds none among firms that simply answered', () => {
    const { flagged, bySignal } = carelessness(sampleOf(full, honest), full)
    expect(flagged / honest.length).toBeLessThan(0.02)
    expect(bySignal['far-from-others'] / honest.length).toBeLessThan(0.05)
    expect(bySignal['near-duplicate']).toBe(0)
    expect(bySignal['low-spread']).toBe(0)
  })

  it('leaves nobody out by itself: factors do, half or all of it', () => {
    const sum = (treatment: Parameters<typeof found.baseFactors>[0]) =>
      found.baseFactors(treatment).reduce((total, factor) => total + factor, 0)
    expect(sum('with')).toBe(responses.length)
    expect(sum('without')).toBe(responses.length - found.flagged)
    const [down, without] = [found.baseFactors('down-weighted'), found.baseFactors('without')]
    for (const [firm, factor] of down.entries()) {
      const count = signalCount(found.signals[firm] ?? 0)
      expect(factor).toBe(count >= 2 ? 1 / count : 1)
      expect(without[firm]).toBe(count >= 2 ? 0 : 1)
    }
  })

  it('tells a desk counts and no firm', () => {
    const counts = carelessnessCounts(found)
    expect(Object.keys(counts)).toEqual(['firms', 'flagged', 'bySignal', 'thresholds', 'comparable'])
    const arrays = JSON.stringify(counts, (_key, value: unknown) =>
      ArrayBuffer.isView(value) ? 'per firm' : value,
    )
    expect(arrays).not.toContain('per firm')
    for (const [place, signal] of CARELESS_SIGNALS.entries()) {
      const own = found.signals.reduce((firms, signals) => firms + ((signals >> place) & 1), 0)
      expect(counts.bySignal[signal]).toBe(own)
    }
  })

  it('does not let scores with and without a few firms be compared', () => {
    expect(found.comparable).toBe(true)
    const few = [...honest.slice(0, 300), ...honest.slice(300, 304).map(straightLined)]
    const { flagged, comparable } = carelessness(sampleOf(full, few), full)
    expect(flagged).toBeGreaterThan(0)
    expect(flagged).toBeLessThan(5)
    expect(comparable).toBe(false)
    const nearlyAll = carelessness(sampleOf(full, honest.slice(0, 6).map(straightLined)), full, {
      speedClass: Array.from({ length: 6 }, () => 'fast'),
    })
    expect(nearlyAll).toMatchObject({ flagged: 6, comparable: false })
  })

  it('counts haste where it is known, and does not flag for it alone', () => {
    const speedClass = responses.map((_response, firm) => (firm < 100 ? ('fast' as const) : undefined))
    const hasty = carelessness(sampleOf(full, responses), full, { speedClass })
    expect(hasty.bySignal.fast).toBe(100)
    for (const [firm, signals] of hasty.signals.entries()) {
      expect(signals).toBe((found.signals[firm] ?? 0) | (firm < 100 ? bitOf('fast') : 0))
    }
    expect(hasty.flagged).toBeLessThan(found.flagged + 60)
  })

  it('is the same for every firm in whatever order firms stand', () => {
    const backwards = carelessness(sampleOf(full, responses.toReversed()), full)
    expect(backwards.signals.toReversed()).toEqual(found.signals)
    expect(backwards.thresholds).toEqual(found.thresholds)
  })

  it('finds copies', () => {
    const copied = [...responses, ...honest.slice(0, 5)]
    const { signals } = carelessness(sampleOf(full, copied), full)
    const ofCopies = signals.filter((own) => (own & bitOf('near-duplicate')) > 0).length
    expect(ofCopies).toBeGreaterThanOrEqual(found.bySignal['near-duplicate'] + 10)
  })

  it('says what it could not look at', () => {
    const pulse = publishedQuestionnaire('pci-pulse')
    const short = [...simulateFirms({ questionnaire: pulse, values, firms: 50, seed: 1 })]
    const { thresholds, flagged } = carelessness(sampleOf(pulse, short), pulse)
    expect(thresholds).toMatchObject({ blocks: [], spread: null, halves: null })
    expect(flagged).toBe(0)
    expect(carelessness(sampleOf(full, []), full)).toMatchObject({ firms: 0, flagged: 0, comparable: false })
  })
})
