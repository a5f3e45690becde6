import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Database } from '../db/database.ts'
import type { Channel, WaveState } from '../db/tables.ts'
import { findPlan } from '../definitions/definition-store.ts'
import { keptByHash } from '../definitions/kept-by-hash.ts'
import { findLink } from '../links/link-store.ts'
import { publishedQuestionnaires } from '../submissions/published-questionnaires.ts'
import { getWave } from '../waves/wave-store.ts'

/** What a respondent's page knows beside the questionnaire. */
export interface SurveyHead {
  readonly link: string
  readonly wave: string
  readonly state: WaveState
  readonly demo: boolean
  readonly channel: Channel
  /** Who asks, in the plan's words. */
  readonly department: Plan['province']['title']
  readonly province: Plan['province']['title']
  readonly hash: string
}

export interface SurveyPage {
  readonly head: SurveyHead
  readonly questionnaire: Questionnaire
}

/**
 * Finds the page behind a link; undefined when there is no such link. Link and wave are read at each
 * visit, for they change; the definitions that the wave names do not, and are read once.
 */
export function surveyPages(database: Database): (code: string) => Promise<SurveyPage | undefined> {
  const plans = keptByHash((hash) => findPlan(database, hash))
  const questionnaires = publishedQuestionnaires(database)

  return async (code) => {
    const link = await findLink(database, code)
    if (!link) return undefined
    const wave = await getWave(database, link.wave)
    const plan = await plans(wave.plan_hash)
    return {
      head: {
        link: code,
        wave: wave.id,
        state: wave.state,
        demo: wave.demo === 1,
        channel: link.channel,
        department: departmentOf(plan),
        province: plan.province.title,
        hash: wave.questionnaire_hash,
      },
      questionnaire: await questionnaires(wave.questionnaire_hash),
    }
  }
}

/** Who asks: the department whose plan it is. */
export function departmentOf({ agencies, units, department }: Plan): Plan['province']['title'] {
  const body = [...agencies, ...units].find(({ code }) => code === department)
  if (!body) throw new Error('The plan names a department that is not among its agencies')
  return body.name
}
