import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

const yesNo = [
  { code: 'yes', label: { vi: 'Có', en: 'Yes' } },
  { code: 'no', label: { vi: 'Không', en: 'No' } },
]

/** A questionnaire of the tiny edition with every kind of item, screening items and a sensitive section. */
export const EVERY_KIND = Questionnaire.parse({
  format: 'pci-pulse/questionnaire/1',
  id: 'every-kind',
  version: 1,
  edition: 'tiny-2020',
  languages: ['vi', 'en'],
  title: { vi: 'Phiếu có đủ loại câu', en: 'A survey with every kind of item' },
  minutes: 10,
  scales: { 'yes-no': yesNo },
  sections: [
    {
      code: 'profile',
      title: { vi: 'Doanh nghiệp', en: 'The firm' },
      items: [
        {
          kind: 'note',
          code: 'welcome',
          text: { vi: 'Xin trả lời cho năm vừa qua.', en: 'Please think of last year.' },
        },
        {
          kind: 'single',
          code: 'land',
          text: { vi: 'Có làm thủ tục đất đai không?', en: 'Any land procedure?' },
          hint: { vi: 'Trong hai năm qua.', en: 'In the last two years.' },
          required: true,
          scale: 'yes-no',
        },
      ],
    },
    {
      code: 'experience',
      title: { vi: 'Trải nghiệm', en: 'Experience' },
      intro: { vi: 'Về những lần làm thủ tục.', en: 'About dealing with procedures.' },
      items: [
        {
          kind: 'integer',
          code: 'days',
          text: { vi: 'Bao nhiêu ngày?', en: 'How many days?' },
          unit: { vi: 'ngày', en: 'days' },
          showIf: { is: ['land', 'yes'] },
          min: 0,
          max: 365,
          indicators: [{ indicator: '2.01', as: 'median' }],
        },
        {
          kind: 'multiple',
          code: 'problems',
          text: { vi: 'Gặp vướng mắc gì?', en: 'Which problems?' },
          options: [
            { code: 'slow', label: { vi: 'Chậm', en: 'Slow' } },
            { code: 'unclear', label: { vi: 'Không rõ', en: 'Unclear' } },
            { code: 'none', label: { vi: 'Không có', en: 'None' }, exclusive: true },
          ],
        },
        {
          kind: 'decimal',
          code: 'cost',
          text: { vi: 'Chi phí, phần trăm doanh thu?', en: 'Cost, per cent of turnover?' },
          unit: { vi: '%', en: '%' },
          min: 0,
          max: 100,
          decimals: 1,
        },
        {
          kind: 'scale',
          code: 'fair',
          text: { vi: 'Công bằng đến mức nào?', en: 'How fair?' },
          low: { vi: 'Rất bất công', en: 'Very unfair' },
          high: { vi: 'Rất công bằng', en: 'Very fair' },
          indicators: [{ indicator: '5.01', as: 'share', atLeast: 4 }],
        },
        { kind: 'text', code: 'office', text: { vi: 'Cơ quan nào?', en: 'Which office?' }, maxLength: 20 },
        { kind: 'long-text', code: 'remark', text: { vi: 'Góp ý', en: 'Remarks' } },
      ],
    },
    {
      code: 'fees',
      title: { vi: 'Phí, lệ phí', en: 'Fees' },
      intro: { vi: 'Về các khoản theo quy định.', en: 'About what the rules ask for.' },
      items: [
        {
          kind: 'single',
          code: 'paid',
          text: { vi: 'Có nộp lệ phí không?', en: 'Any fee paid?' },
          required: true,
          scale: 'yes-no',
        },
        {
          kind: 'single',
          code: 'posted',
          text: { vi: 'Mức thu có được niêm yết không?', en: 'Was the fee posted?' },
          required: true,
          showIf: { is: ['paid', 'yes'] },
          scale: 'yes-no',
        },
      ],
    },
    {
      code: 'informal',
      title: { vi: 'Chi phí không chính thức', en: 'Informal charges' },
      sensitive: true,
      items: [
        {
          kind: 'single',
          code: 'extra',
          text: { vi: 'Có phải trả thêm không?', en: 'Any extra payment?' },
          sensitive: true,
          scale: 'yes-no',
        },
      ],
    },
  ],
})
