import type { Language } from '../../language.ts'
import type { AllTexts } from './texts.ts'
import { TEXTS_EN } from './texts-en.ts'
import { TEXTS_VI } from './texts-vi.ts'
import { TEXTS_ZH } from './texts-zh.ts'

/** Every word the page says, by language. */
export const TEXTS: Readonly<Record<Language, AllTexts>> = { vi: TEXTS_VI, en: TEXTS_EN, zh: TEXTS_ZH }
