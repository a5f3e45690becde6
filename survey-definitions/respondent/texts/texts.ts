import type { TEXTS_VI } from './texts-vi.ts'

type Words<Source> = {
  readonly [Name in keyof Source]: Source[Name] extends string ? string : readonly string[]
}

/** What answering needs: it travels inside the page, in one language. */
export type CoreTexts = Words<(typeof TEXTS_VI)['core']>

/** What checking, sending and the way out need: it travels with the later script. */
export type LaterTexts = Words<(typeof TEXTS_VI)['later']>

/** What only the server draws: the letter, and pages that say why there is no survey. */
export type LetterTexts = Words<(typeof TEXTS_VI)['letter']>

/** What questions that hide their answer need. */
export type RandomisedTexts = Words<(typeof TEXTS_VI)['randomised']>

export type Texts = CoreTexts & RandomisedTexts & LaterTexts & LetterTexts

/** Every word the page says, in one language. A missing one does not compile. */
export interface AllTexts {
  readonly core: CoreTexts
  readonly randomised: RandomisedTexts
  readonly later: LaterTexts
  readonly letter: LetterTexts
}
