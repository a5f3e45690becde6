import { z } from 'zod'

/** What waits in the inbox for a release: checked answers, and nothing about who or when. */
export const InboxBody = z.strictObject({
  questionnaire: z.string(),
  channel: z.enum(['open', 'slip', 'invitation', 'interviewer']),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()])).readonly(),
})

export type InboxBody = z.infer<typeof InboxBody>
