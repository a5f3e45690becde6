import type { Language } from '../language.ts'
import type { PackedQuestionnaire } from './packed-questionnaire.ts'
import type { Texts } from './texts/texts.ts'

/** What stands as inert JSON inside the respondent's page: the same for everybody in one language. */
export interface PageData {
  readonly wave: string
  readonly channel: 'open' | 'slip' | 'invitation' | 'interviewer'
  readonly state: 'draft' | 'open' | 'closed'
  readonly language: Language
  /** SHA-256 of the whole questionnaire, all languages and countings: its version. */
  readonly hash: string
  /** The script with what is needed only sometimes, in this language. */
  readonly later: string
  /** What answering needs from the start; the later script brings the rest. */
  readonly texts: Texts
  readonly form: PackedQuestionnaire
}
