import type { z } from 'zod'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** The smallest edition, plan and questionnaire with one of everything the API has to deal with. */
export const TINY_EDITION: z.input<typeof Edition> = {
  id: 'tiny-2020',
  edition: 'tiny',
  anchorsAsOf: 2020,
  scale: [1, 10],
  compositeWeights: [{ years: [2020, 2030], percent: { 'land-access': 60, 'informal-charges': 40 } }],
  subIndices: [
    { code: 'land-access', number: 2, name: { vi: 'Tiếp cận đất đai', en: 'Access to land' } },
    { code: 'informal-charges', number: 5, name: { vi: 'Chi phí không chính thức', en: 'Informal charges' } },
  ],
  indicators: [
    {
      id: '2.01',
      subIndex: 'land-access',
      name: { vi: 'Số ngày chờ giấy chứng nhận (trung vị)', en: 'Days to wait for a certificate (median)' },
      source: 'survey',
      statistic: 'median',
      direction: 'lower-is-better',
      weight: 1,
      anchor: { min: 5, max: 120, basis: 'observed' },
    },
    {
      id: '5.01',
      subIndex: 'informal-charges',
      name: { vi: 'Doanh nghiệp thấy công bằng', en: 'Firms that find it fair' },
      source: 'survey',
      statistic: 'share',
      direction: 'higher-is-better',
      weight: 1,
      anchor: { min: 0.1, max: 0.9, basis: 'observed' },
    },
  ],
}

export const TINY_PLAN: z.input<typeof Plan> = {
  format: 'pci-pulse/plan/1',
  id: 'tiny-plan',
  title: { vi: 'Kế hoạch thử', en: 'A plan to try' },
  year: 2024,
  baselineYear: 2023,
  province: { code: 'lang-son', name: 'Lang Son', title: { vi: 'Lạng Sơn', en: 'Lạng Sơn' } },
  department: 'natural-resources',
  issued: { number: '1/KH', place: { vi: 'Lạng Sơn' }, date: '2024-07', signedBy: 'Giám đốc' },
  basis: [{ vi: 'Kế hoạch của tỉnh' }],
  purposes: [{ vi: 'Nâng cao chỉ số' }],
  requirements: [{ vi: 'Đúng hạn' }],
  edition: 'tiny-2020',
  confidence: 0.9,
  thresholds: { onTrack: 0.9, offTrack: 0.1 },
  officialSampleSize: 150,
  units: [{ code: 'all-units', name: { vi: 'Các đơn vị' } }],
  agencies: [
    {
      code: 'natural-resources',
      name: { vi: 'Sở Tài nguyên và Môi trường', en: 'Department of Natural Resources' },
    },
  ],
  targets: ['land-access', 'informal-charges'].map((subIndex) => ({
    subIndex,
    section: 'II.1',
    target: 7,
    rise: 0.5,
    baseline: 6.5,
    leadAgency: 'natural-resources',
    responsibleUnits: ['all-units'],
    tasks: [
      {
        section: '1',
        code: `open-${subIndex}`,
        leads: ['all-units'],
        text: { vi: 'Niêm yết công khai thủ tục' },
      },
    ],
  })),
  organisation: [{ vi: 'Các đơn vị thực hiện' }],
  deadlines: [
    {
      code: 'report',
      before: '2024-12-05',
      from: ['all-units'],
      to: 'natural-resources',
      text: { vi: 'Báo cáo kết quả' },
    },
  ],
  recipients: [{ vi: 'Lưu: VT' }],
}

const option = (code: string, vi: string) => ({ code, label: { vi } })

export const TINY_QUESTIONNAIRE: z.input<typeof Questionnaire> = {
  format: 'pci-pulse/questionnaire/1',
  id: 'tiny',
  version: 1,
  edition: 'tiny-2020',
  languages: ['vi'],
  title: { vi: 'Phiếu thử', en: 'A survey to try' },
  minutes: 1,
  sections: [
    {
      code: 'profile',
      title: { vi: 'Doanh nghiệp' },
      items: [
        { kind: 'note', code: 'welcome', text: { vi: 'Xin cảm ơn' } },
        {
          kind: 'single',
          code: 'legal-form',
          text: { vi: 'Loại hình' },
          stratifier: true,
          options: [option('private', 'Tư nhân'), option('limited', 'Trách nhiệm hữu hạn')],
        },
        {
          kind: 'single',
          code: 'land',
          text: { vi: 'Có làm thủ tục đất đai không?' },
          required: true,
          missing: [],
          options: [option('yes', 'Có'), option('no', 'Không')],
        },
      ],
    },
    {
      code: 'experience',
      title: { vi: 'Trải nghiệm' },
      items: [
        {
          kind: 'integer',
          code: 'days',
          text: { vi: 'Bao nhiêu ngày?' },
          showIf: { is: ['land', 'yes'] },
          min: 0,
          max: 365,
          indicators: [{ indicator: '2.01', as: 'median' }],
        },
        {
          kind: 'multiple',
          code: 'problems',
          text: { vi: 'Gặp vướng mắc gì?' },
          options: [
            option('slow', 'Chậm'),
            option('unclear', 'Không rõ'),
            { ...option('none', 'Không có'), exclusive: true },
          ],
        },
        {
          kind: 'decimal',
          code: 'cost',
          text: { vi: 'Chi phí, % doanh thu' },
          min: 0,
          max: 100,
          decimals: 1,
        },
        {
          kind: 'scale',
          code: 'fair',
          text: { vi: 'Công bằng đến mức nào?' },
          low: { vi: 'Không' },
          high: { vi: 'Rất' },
          indicators: [{ indicator: '5.01', as: 'share', atLeast: 4 }],
        },
        { kind: 'text', code: 'office', text: { vi: 'Cơ quan nào?' } },
        { kind: 'long-text', code: 'remark', text: { vi: 'Góp ý' } },
      ],
    },
  ],
}
