import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import type { Language } from '../../survey-definitions/language.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Channel } from '../db/tables.ts'
import { digestOf } from '../digest.ts'
import { firstPage } from './first-page.ts'
import type { RespondShell } from './respond-shell.ts'
import { departmentOf } from './survey-page-store.ts'

/** No link's code and no wave's id has a hyphen at this place: nothing can be meant by it. */
export const PREVIEW = 'xem-thu'

const BANNER = '<p class="preview-mark" lang="vi">Xem thử, không gửi đi</p>'

interface Previewed {
  readonly questionnaire: Questionnaire
  readonly plan: Plan
  readonly language: Language
  readonly channel: Channel
}

/** The page that firms would see, as the server sends it to them, around a definition of no wave. */
export async function previewPage(
  { questionnaire, plan, language, channel }: Previewed,
  shell: RespondShell,
): Promise<string> {
  const head = {
    link: PREVIEW,
    wave: PREVIEW,
    state: 'open',
    demo: false,
    channel,
    department: departmentOf(plan),
    province: plan.province.title,
    hash: await digestOf(canonicalJson(questionnaire)),
  } as const
  const { html } = firstPage({ head, questionnaire }, language, shell)
  return html.replace('<body>', () => `<body>${BANNER}`)
}

/**
 * Nothing is fetched, sent, kept or opened: the page has an origin of its own, apart from ours, so
 * neither our cookies nor what a device keeps of real answers is there. Only our desk may frame it.
 */
export function previewPolicy({ styleHash, scriptHashes }: RespondShell): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptHashes.usual}'`,
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'sandbox allow-scripts allow-downloads allow-modals',
  ].join('; ')
}
