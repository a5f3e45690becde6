import { describe, expect, it } from 'vitest'
import type { ItemDistribution } from '../../../analysis/estimation.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { itemByCode } from '../../../web/desk/definition-lookup.ts'
import { distributionBars } from '../../../web/desk/distribution-bars.ts'

const option = (code: string, vi: string) => ({ code, label: { vi } })

const questionnaire = Questionnaire.parse({
  format: 'pci-pulse/questionnaire/1',
  id: 'bars',
  version: 1,
  edition: 'pci-2017',
  languages: ['vi'],
  title: { vi: 'Phiếu' },
  minutes: 1,
  sections: [
    {
      code: 'all',
      title: { vi: 'Mục' },
      items: [
        {
          kind: 'single',
          code: 'price',
          text: { vi: 'Giá đất phù hợp' },
          options: [
            option('yes', 'Có'),
            option('no', 'Không'),
            { ...option('none', 'Không có'), role: 'outside-base' },
          ],
          indicators: [{ indicator: '2.09', as: 'share', options: ['yes'] }],
        },
        { kind: 'scale', code: 'risk', text: { vi: 'Rủi ro' }, low: { vi: 'Thấp' }, high: { vi: 'Cao' } },
        { kind: 'integer', code: 'days', text: { vi: 'Số ngày' }, min: 0, max: 365 },
      ],
    },
  ],
})

const NOBODY = { notAsked: 0, dontKnow: 0, refused: 0, blank: 0 }

type Answers = { answered?: number } & ({ options: Counts } | { numbers: Spread })
type Counts = Extract<ItemDistribution, { options: unknown }>['options']
type Spread = Extract<ItemDistribution, { numbers: unknown }>['numbers']

function bars(code: string, answers: Answers) {
  const item = itemByCode(questionnaire, code)
  if (item === undefined) throw new Error(`No item ${code}`)
  return distributionBars(
    { questionnaire, item, indicator: '2.09' },
    { item: code, missing: NOBODY, answered: 0, ...answers },
  )
}

describe('distributionBars', () => {
  it('follows the order of the question and marks what counts and what is outside the base', () => {
    const options = [
      { code: 'none', count: 5 },
      { code: 'yes', count: 15 },
    ]
    expect(bars('price', { answered: 20, options })).toEqual([
      { key: 'yes', label: 'Có', count: 15, share: 0.75, kind: 'counted' },
      { key: 'no', label: 'Không', count: 0, share: 0, kind: 'plain' },
      { key: 'none', label: 'Không có', count: 5, share: 0.25, kind: 'outside-base' },
    ])
  })

  it('shows all five points of a scale, with the words at its ends', () => {
    const numbers = {
      min: 2,
      lowerQuartile: 2,
      median: 2,
      upperQuartile: 2,
      max: 2,
      bins: [{ from: 2, to: 3, count: 4 }],
    }
    const points = bars('risk', { answered: 4, numbers })
    expect(points.map(({ label }) => label)).toEqual(['1 – Thấp', '2', '3', '4', '5 – Cao'])
    expect(points.map(({ count }) => count)).toEqual([0, 4, 0, 0, 0])
  })

  it('names whole-number bins by the numbers in them', () => {
    const bins = [
      { from: 0, to: 10, count: 1 },
      { from: 10, to: 11, count: 3 },
    ]
    const numbers = { min: 0, lowerQuartile: 7, median: 10, upperQuartile: 10, max: 10, bins }
    expect(bars('days', { answered: 4, numbers }).map(({ label }) => label)).toEqual(['0–9', '10'])
  })

  it('has shares of nothing when nobody answered', () => {
    expect(bars('price', { options: [] }).every(({ share }) => share === 0)).toBe(true)
  })
})
