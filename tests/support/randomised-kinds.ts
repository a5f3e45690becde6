import type { z } from 'zod'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** A questionnaire of the tiny edition whose answers chance has a part in: one item of each such kind. */
export const RANDOMISED_KINDS: z.input<typeof Questionnaire> = {
  format: 'pci-pulse/questionnaire/1',
  id: 'randomised-kinds',
  version: 1,
  edition: 'tiny-2020',
  languages: ['vi', 'en'],
  title: { vi: 'Phiếu hỏi gián tiếp', en: 'A survey that asks indirectly' },
  minutes: 3,
  sections: [
    {
      code: 'indirect',
      title: { vi: 'Câu hỏi gián tiếp', en: 'Indirect questions' },
      intro: {
        vi: 'Không ai biết được câu trả lời của riêng doanh nghiệp nào.',
        en: 'Nobody can tell what any one firm has answered.',
      },
      sensitive: true,
      items: [
        {
          kind: 'list-experiment',
          code: 'gifts',
          text: {
            vi: 'Có bao nhiêu câu sau đây đúng với doanh nghiệp?',
            en: 'How many of these are true of your firm?',
          },
          statements: [
            { vi: 'Có kế toán riêng', en: 'We have our own accountant' },
            { vi: 'Có bán hàng qua mạng', en: 'We sell online' },
            { vi: 'Có xe tải', en: 'We have a lorry' },
            { vi: 'Có thuê kho', en: 'We rent a warehouse' },
          ],
          sensitiveStatement: {
            vi: 'Có biếu quà cán bộ để được việc',
            en: 'We give officials presents to get things done',
          },
        },
        {
          kind: 'crosswise',
          code: 'paid',
          text: {
            vi: 'Hai câu sau đây giống nhau hay khác nhau?',
            en: 'Are these two the same or different?',
          },
          sensitiveStatement: {
            vi: 'Doanh nghiệp đã chi thêm ngoài quy định',
            en: 'The firm has paid something extra',
          },
          innocuousStatement: {
            vi: 'Mẹ của anh/chị sinh vào tháng 1, 2 hoặc 3',
            en: 'Your mother was born in January, February or March',
          },
          probability: 0.25,
        },
        {
          kind: 'randomised',
          code: 'bribed',
          text: {
            vi: 'Doanh nghiệp có chi thêm ngoài quy định không?',
            en: 'Does the firm pay something extra?',
          },
          forcedYes: 0.25,
          forcedNo: 0.25,
        },
      ],
    },
  ],
}
