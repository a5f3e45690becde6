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

  it('names whole-number bins by the numbers in them, the outer ones by what lies beyond too', () => {
    const bins = [
      { from: 2, to: 10, count: 5 },
      { from: 10, to: 11, count: 6 },
      { from: 11, to: 15, count: 7 },
      { from: 15, to: 30, count: 5 },
    ]
    const numbers = { min: 2, lowerQuartile: 10, median: 12, upperQuartile: 13, max: 29, bins }
    const labels = (of: typeof bins) =>
      bars('days', { answered: 23, numbers: { ...numbers, bins: of } }).map(({ label }) => label)
    expect(labels(bins)).toEqual(['đến 9', '10', '11–14', 'từ 15'])
    expect(labels(bins.slice(0, 1))).toEqual(['mọi giá trị'])
  })

  it('has shares of nothing when nobody answered', () => {
    expect(bars('price', { options: [] }).every(({ share }) => share === 0)).toBe(true)
  })
})
