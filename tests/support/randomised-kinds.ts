import type { z } from 'zod'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** A questionnaire of the tiny edition whose answers chance has a part in: one item of each such kind. */
export const RANDOMISED_KINDS: z.input<typeof Questionnaire> = {
  format: 'pci-pulse/questionnaire/1',
  id: 'randomised-kinds',
  version: 1,
  edition: 'tiny-2020',
  languages: ['vi', 'en', 'zh'],
  title: { vi: 'Phiếu hỏi gián tiếp', en: 'A survey that asks indirectly', zh: '间接提问问卷' },
  minutes: 3,
  sections: [
    {
      code: 'indirect',
      title: { vi: 'Câu hỏi gián tiếp', en: 'Indirect questions', zh: '间接提问' },
      intro: {
        vi: 'Không ai biết được câu trả lời của riêng doanh nghiệp nào.',
        en: 'Nobody can tell what any one firm has answered.',
        zh: '没有人能知道某一家企业的回答。',
      },
      sensitive: true,
      items: [
        {
          kind: 'list-experiment',
          code: 'gifts',
          text: {
            vi: 'Có bao nhiêu câu sau đây đúng với doanh nghiệp?',
            en: 'How many of these are true of your firm?',
            zh: '下列说法中有几条符合贵企业的情况？',
          },
          statements: [
            { vi: 'Có kế toán riêng', en: 'We have our own accountant', zh: '有自己的会计' },
            { vi: 'Có bán hàng qua mạng', en: 'We sell online', zh: '有网上销售' },
            { vi: 'Có xe tải', en: 'We have a lorry', zh: '有货车' },
            { vi: 'Có thuê kho', en: 'We rent a warehouse', zh: '租用仓库' },
          ],
          sensitiveStatement: {
            vi: 'Có biếu quà cán bộ để được việc',
            en: 'We give officials presents to get things done',
            zh: '为办成事给官员送过礼',
          },
        },
        {
          kind: 'crosswise',
          code: 'paid',
          text: {
            vi: 'Hai câu sau đây giống nhau hay khác nhau?',
            en: 'Are these two the same or different?',
            zh: '下面两句话的情况相同还是不同？',
          },
          sensitiveStatement: {
            vi: 'Doanh nghiệp đã chi thêm ngoài quy định',
            en: 'The firm has paid something extra',
            zh: '企业支付过规定以外的费用',
          },
          innocuousStatement: {
            vi: 'Mẹ của anh/chị sinh vào tháng 1, 2 hoặc 3',
            en: 'Your mother was born in January, February or March',
            zh: '您的母亲出生在1月、2月或3月',
          },
          probability: 0.25,
        },
        {
          kind: 'randomised',
          code: 'bribed',
          text: {
            vi: 'Doanh nghiệp có chi thêm ngoài quy định không?',
            en: 'Does the firm pay something extra?',
            zh: '企业是否支付过规定以外的费用？',
          },
          forcedYes: 0.25,
          forcedNo: 0.25,
        },
      ],
    },
  ],
}
