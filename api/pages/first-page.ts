import type { Language } from '../../survey-definitions/language.ts'
import { isRandomised } from '../../survey-definitions/randomised-options.ts'
import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import { packQuestionnaire } from '../../survey-definitions/respondent/pack-questionnaire.ts'
import { TEXTS } from '../../survey-definitions/respondent/texts/all-texts.ts'
import type { CoreTexts } from '../../survey-definitions/respondent/texts/texts.ts'
import { letterView, notOpenView } from './letter-view.ts'
import type { RespondShell } from './respond-shell.ts'
import { surveyDocument } from './survey-document.ts'
import type { SurveyPage } from './survey-page-store.ts'

/** The first answer to a respondent's browser: the letter, and with it all that answering needs. */
export function firstPage(
  { head, questionnaire }: SurveyPage,
  language: Language,
  shell: RespondShell,
): { readonly html: string; readonly policy: string } {
  const texts = TEXTS[language]
  const kind = questionnaire.sections.some(({ items }) => items.some(isRandomised)) ? 'randomised' : 'usual'
  const data: Omit<PageData, 'texts'> & { readonly texts: CoreTexts } = {
    wave: head.wave,
    channel: head.channel,
    state: head.state,
    language,
    hash: head.hash,
    later: shell.later[language] ?? '',
    texts: kind === 'randomised' ? { ...texts.core, ...texts.randomised } : texts.core,
    form: packQuestionnaire(questionnaire, language),
  }
  const html = surveyDocument({
    head,
    shell,
    language,
    languages: questionnaire.languages,
    texts: texts.letter,
    title: texts.letter.pageName,
    main:
      head.state === 'open'
        ? letterView({ head, questionnaire, language, texts: texts.letter })
        : notOpenView(head.state, texts.letter),
    data: JSON.stringify(data),
    script: shell.scripts[kind],
  })
  return { html, policy: surveyPolicy(shell.styleHash, shell.scriptHashes[kind]) }
}

/** The page's own style and script by their hashes; its files; nobody else's. */
export function surveyPolicy(styleHash: string, scriptHash?: string): string {
  return [
    "default-src 'none'",
    `script-src 'self'${scriptHash === undefined ? '' : ` 'sha256-${scriptHash}'`}`,
    `style-src 'self' 'sha256-${styleHash}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types respond-worker',
  ].join('; ')
}
