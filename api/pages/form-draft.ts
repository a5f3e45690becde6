import { z } from 'zod'
import { nothingYet, type Progress } from '../../survey-definitions/respondent/survey.ts'

const Code = z.string().max(100)
const Codes = z.array(Code).max(2000)
const Entry = z.union([z.string().max(4000), z.number(), z.array(Code).max(200)])

/** What a form without script carries from page to page: the same as the draft on a device. */
const FormDraft = z.object({
  key: z.string().regex(/^[0-9A-Za-z_-]{22,64}$/),
  answers: z.record(Code, Entry),
  typed: z.record(Code, z.string().max(4000)),
  seen: Codes,
  done: Codes,
  skipped: Codes,
  arms: z.record(Code, Code),
  view: z.string().regex(/^[a-z-]{1,20}(?: [a-z0-9-]{1,100}){0,3}$/),
})

/** The draft in a posted form; nothing yet where there is none, or none of ours. */
export function readFormDraft(text: string | null): Progress {
  try {
    const parsed = FormDraft.safeParse(JSON.parse(text ?? ''))
    return parsed.success ? parsed.data : nothingYet()
  } catch {
    return nothingYet()
  }
}

export function writeFormDraft({ key, answers, typed, seen, done, skipped, arms, view }: Progress): string {
  return JSON.stringify({ key, answers, typed, seen, done, skipped, arms, view })
}
