import type { Language } from '../../survey-definitions/language.ts'
import type { Progress } from '../../survey-definitions/respondent/survey.ts'

/** What the desk asks of the page in its frame. */
export type ToFrame =
  /** Goes on with answers that an earlier page in the frame had. */
  | { readonly kind: 'resume'; readonly progress: Progress }
  /** Shows a view, whether or not it is on the way. */
  | { readonly kind: 'show'; readonly view: string }

/** What the page tells the desk. */
export type FromFrame =
  | { readonly kind: 'ready' }
  /** After everything that is done or drawn. */
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** A language was chosen on the page: it is the desk that fetches pages. */
  | { readonly kind: 'language'; readonly language: Language }
  /** The page would have left for another site. */
  | { readonly kind: 'leave' }
