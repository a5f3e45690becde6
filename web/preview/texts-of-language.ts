import { LATER_EN } from '../../survey-definitions/respondent/texts/texts-en.ts'
import { LATER_VI } from '../../survey-definitions/respondent/texts/texts-vi.ts'
import { LATER_ZH } from '../../survey-definitions/respondent/texts/texts-zh.ts'

const WORDS = new Map(Object.entries({ vi: LATER_VI, en: LATER_EN, zh: LATER_ZH }))

/** In the place of one language's words: those of the page that is looked at. */
export const LATER_TEXTS = WORDS.get(document.documentElement.lang) ?? LATER_VI
