import { Edition } from '../../survey-definitions/edition-schema.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

const text = (vi: string) => ({ vi })
const options = (...codes: readonly string[]) => codes.map((code) => ({ code, label: text(code) }))

/** One of every kind of item, and of every way in which an answer counts. */
export const TINY = Questionnaire.parse({
  format: 'pci-pulse/questionnaire/1',
  id: 'tiny',
  version: 1,
  edition: 'tiny',
  languages: ['vi'],
  title: text('Phiếu thử'),
  minutes: 1,
  sections: [
    {
      code: 'all',
      title: text('Tất cả'),
      items: [
        {
          kind: 'single',
          code: 'size',
          text: text('Quy mô'),
          stratifier: true,
          options: options('small', 'medium', 'large'),
        },
        {
          kind: 'single',
          code: 'sector',
          text: text('Ngành'),
          stratifier: true,
          options: options('trade', 'industry'),
        },
        {
          kind: 'single',
          code: 'fair',
          text: text('Công bằng'),
          options: [
            ...options('agree', 'disagree'),
            { code: 'no-dealings', label: text('Không giao dịch'), role: 'outside-base' },
          ],
          indicators: [{ indicator: '1.01', as: 'share', options: ['agree'] }],
        },
        {
          kind: 'single',
          code: 'wait',
          text: text('Chờ'),
          showIf: { is: ['fair', 'agree'] },
          options: options('week', 'month', 'quarter'),
          indicators: [
            { indicator: '1.02', as: 'share', options: ['month', 'quarter'] },
            { indicator: '1.03', as: 'share', options: ['quarter'] },
          ],
        },
        {
          kind: 'multiple',
          code: 'obstacles',
          text: text('Trở ngại'),
          options: [...options('slow', 'costly'), { code: 'none', label: text('Không'), exclusive: true }],
          indicators: [
            { indicator: '1.04', as: 'share', options: ['slow'] },
            { indicator: '1.05', as: 'share', options: ['costly'] },
          ],
        },
        {
          kind: 'integer',
          code: 'days',
          text: text('Số ngày'),
          min: 0,
          max: 365,
          indicators: [{ indicator: '2.01', as: 'median' }],
        },
        {
          kind: 'integer',
          code: 'visits',
          text: text('Số lần'),
          min: 0,
          max: 50,
          indicators: [{ indicator: '2.02', as: 'share', atLeast: 5 }],
        },
        {
          kind: 'scale',
          code: 'access',
          text: text('Tiếp cận'),
          low: text('Khó'),
          high: text('Dễ'),
          indicators: [{ indicator: '2.03', as: 'mean', base: { is: ['size', 'small'] } }],
        },
        {
          kind: 'decimal',
          code: 'cost',
          text: text('Chi phí'),
          min: 0,
          max: 100,
          indicators: [{ indicator: '2.04', as: 'mean' }],
        },
        { kind: 'long-text', code: 'why', text: text('Vì sao') },
      ],
    },
  ],
})

const indicator = (id: string, rest: object) => ({
  id,
  subIndex: id.startsWith('1.') ? 'first' : 'second',
  name: text(id),
  source: 'survey',
  statistic: 'share',
  direction: 'higher-is-better',
  weight: 0.2,
  anchor: { min: 0.2, max: 0.8, basis: 'observed' },
  ...rest,
})

/** Two sub-indices, the second with a hard indicator and a link to the published scale. */
export const TINY_EDITION = Edition.parse({
  edition: 'tiny',
  anchorsAsOf: 2020,
  scale: [1, 10],
  compositeWeights: [
    { years: [2018, 2020], percent: { first: 50, second: 50 } },
    { years: [2021, 2024], percent: { first: 75, second: 25 }, basis: 'inferred: from published scores' },
  ],
  subIndices: [
    { code: 'first', number: 1, name: text('Một') },
    { code: 'second', number: 2, name: text('Hai'), link: { slope: 0.5, intercept: 3, residualSd: 0.4 } },
  ],
  indicators: [
    indicator('1.01', {}),
    indicator('1.02', { direction: 'lower-is-better' }),
    indicator('1.03', { direction: 'lower-is-better' }),
    indicator('1.04', {
      direction: 'lower-is-better',
      anchor: { min: 0.2, max: 0.8, basis: 'range known, position solved' },
    }),
    indicator('1.05', { direction: 'lower-is-better' }),
    indicator('2.01', {
      statistic: 'median',
      direction: 'lower-is-better',
      anchor: { min: 1, max: 91, basis: 'observed' },
    }),
    indicator('2.02', { direction: 'lower-is-better' }),
    indicator('2.03', { statistic: 'mean', anchor: { min: 1, max: 5, basis: 'observed' } }),
    indicator('2.04', {
      statistic: 'mean',
      direction: 'lower-is-better',
      anchor: { min: 0, max: 90, basis: 'observed' },
    }),
    indicator('2.05', {
      source: 'hard',
      statistic: 'hard',
      anchor: { min: 0, max: 9, basis: 'observed' },
      langSon: { '2018': 4, '2019': 6 },
    }),
  ],
})

/** Twelve firms; every third is large, agrees with nobody and waits for a quarter. */
export const FIRMS = Array.from({ length: 12 }, (_none, i) => ({
  channel: i === 0 ? 'open' : 'slip',
  answers: {
    size: i % 3 === 0 ? 'large' : 'small',
    sector: i % 2 === 0 ? 'trade' : 'industry',
    fair: i % 4 === 3 ? 'disagree' : 'agree',
    wait: i % 4 === 3 ? 'not-asked' : i % 3 === 0 ? 'quarter' : 'week',
    obstacles: i % 2 === 0 ? ['slow'] : ['none'],
    days: 1 + i,
    visits: i % 4 === 0 ? 6 : 1,
    access: 1 + (i % 5),
    cost: i,
  },
}))
