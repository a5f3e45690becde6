import { z } from 'zod'

/** A submission as the inbox holds it. */
export const InboxBody = z.strictObject({
  questionnaire: z.string(),
  channel: z.enum(['open', 'slip', 'invitation', 'interviewer']),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})

export type InboxBody = z.infer<typeof InboxBody>
