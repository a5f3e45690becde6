import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { RANDOMISED_KINDS } from './randomised-kinds.ts'

const yesNo = [
  { code: 'yes', label: { vi: 'Có', en: 'Yes', zh: '是' } },
  { code: 'no', label: { vi: 'Không', en: 'No', zh: '否' } },
]

/** A questionnaire of the tiny edition with every kind of item, screening items and sensitive sections. */
export const EVERY_KIND = Questionnaire.parse({
  format: 'pci-pulse/questionnaire/1',
  id: 'every-kind',
  version: 1,
  edition: 'tiny-2020',
  languages: ['vi', 'en', 'zh'],
  title: { vi: 'Phiếu có đủ loại câu', en: 'A survey with every kind of item', zh: '包含各类题目的问卷' },
  minutes: 10,
  scales: { 'yes-no': yesNo },
  sections: [
    {
      code: 'profile',
      title: { vi: 'Doanh nghiệp', en: 'The firm', zh: '企业' },
      items: [
        {
          kind: 'note',
          code: 'welcome',
          text: {
            vi: 'Xin trả lời cho năm vừa qua.',
            en: 'Please think of last year.',
            zh: '请按去年的情况回答。',
          },
        },
        {
          kind: 'single',
          code: 'land',
          text: {
            vi: 'Có làm thủ tục đất đai không?',
            en: 'Any land procedure?',
            zh: '是否办理过土地手续？',
          },
          hint: { vi: 'Trong hai năm qua.', en: 'In the last two years.', zh: '近两年内。' },
          required: true,
          scale: 'yes-no',
        },
      ],
    },
    {
      code: 'experience',
      title: { vi: 'Trải nghiệm', en: 'Experience', zh: '经历' },
      intro: {
        vi: 'Về những lần làm thủ tục.',
        en: 'About dealing with procedures.',
        zh: '关于办理手续的经历。',
      },
      items: [
        {
          kind: 'integer',
          code: 'days',
          text: { vi: 'Bao nhiêu ngày?', en: 'How many days?', zh: '多少天？' },
          unit: { vi: 'ngày', en: 'days', zh: '天' },
          showIf: { is: ['land', 'yes'] },
          min: 0,
          max: 365,
          indicators: [{ indicator: '2.01', as: 'median' }],
        },
        {
          kind: 'multiple',
          code: 'problems',
          text: { vi: 'Gặp vướng mắc gì?', en: 'Which problems?', zh: '遇到什么问题？' },
          options: [
            { code: 'slow', label: { vi: 'Chậm', en: 'Slow', zh: '慢' } },
            { code: 'unclear', label: { vi: 'Không rõ', en: 'Unclear', zh: '不清楚' } },
            { code: 'none', label: { vi: 'Không có', en: 'None', zh: '没有' }, exclusive: true },
          ],
        },
        {
          kind: 'decimal',
          code: 'cost',
          text: {
            vi: 'Chi phí, phần trăm doanh thu?',
            en: 'Cost, per cent of turnover?',
            zh: '费用占营业收入的百分之几？',
          },
          unit: { vi: '%', en: '%', zh: '%' },
          min: 0,
          max: 100,
          decimals: 1,
        },
        {
          kind: 'scale',
          code: 'fair',
          text: { vi: 'Công bằng đến mức nào?', en: 'How fair?', zh: '公平程度如何？' },
          low: { vi: 'Rất bất công', en: 'Very unfair', zh: '很不公平' },
          high: { vi: 'Rất công bằng', en: 'Very fair', zh: '很公平' },
          indicators: [{ indicator: '5.01', as: 'share', atLeast: 4 }],
        },
        {
          kind: 'text',
          code: 'office',
          text: { vi: 'Cơ quan nào?', en: 'Which office?', zh: '哪个机关？' },
          maxLength: 20,
        },
        { kind: 'long-text', code: 'remark', text: { vi: 'Góp ý', en: 'Remarks', zh: '意见' } },
      ],
    },
    {
      code: 'fees',
      title: { vi: 'Phí, lệ phí', en: 'Fees', zh: '收费、规费' },
      intro: {
        vi: 'Về các khoản theo quy định.',
        en: 'About what the rules ask for.',
        zh: '关于规定的费用。',
      },
      items: [
        {
          kind: 'single',
          code: 'fee',
          text: { vi: 'Có nộp lệ phí không?', en: 'Any fee paid?', zh: '是否交过规费？' },
          required: true,
          scale: 'yes-no',
        },
        {
          kind: 'single',
          code: 'posted',
          text: {
            vi: 'Mức thu có được niêm yết không?',
            en: 'Was the fee posted?',
            zh: '收费标准是否公开张贴？',
          },
          required: true,
          showIf: { is: ['fee', 'yes'] },
          scale: 'yes-no',
        },
      ],
    },
    {
      code: 'informal',
      title: { vi: 'Chi phí không chính thức', en: 'Informal charges', zh: '非正式费用' },
      sensitive: true,
      items: [
        {
          kind: 'single',
          code: 'extra',
          text: { vi: 'Có phải trả thêm không?', en: 'Any extra payment?', zh: '是否要额外付钱？' },
          sensitive: true,
          scale: 'yes-no',
        },
      ],
    },
    ...RANDOMISED_KINDS.sections,
  ],
})
