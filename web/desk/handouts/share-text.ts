import type { WaveContents } from '../wave-context.ts'

/** An invitation to paste into a Zalo group: who asks, how long, what is not kept, where. */
export function shareText(
  { plan, questionnaire }: Pick<WaveContents, 'plan' | 'questionnaire'>,
  { issuer, url }: { readonly issuer: string; readonly url: string },
): string {
  return [
    `${issuer} tỉnh ${plan.province.title.vi} trân trọng mời doanh nghiệp trả lời “${questionnaire.title.vi}”.`,
    `Khoảng ${questionnaire.minutes} phút, trả lời ngay trên điện thoại, tự nguyện.`,
    'Không hỏi tên doanh nghiệp hay mã số thuế; không lưu địa chỉ mạng, giờ gửi, thứ tự gửi.',
    url,
  ].join('\n')
}
