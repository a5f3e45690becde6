import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Database } from '../db/database.ts'
import { findDefinition, findPlan } from '../definitions/definition-store.ts'
import { findLink } from '../links/link-store.ts'
import type { SurveyPageData } from '../views.ts'
import { getWave } from '../waves/wave-store.ts'

/** What the page behind a link needs, with the questionnaire as the JSON text it is stored as. */
export interface SurveyPage {
  readonly head: Omit<SurveyPageData, 'questionnaire'>
  readonly questionnaire: string
}

/** The page behind a link; undefined when there is no such link. */
export async function findSurveyPage(database: Database, code: string): Promise<SurveyPage | undefined> {
  const link = await findLink(database, code)
  if (!link) return undefined
  const wave = await getWave(database, link.wave)
  const plan = await findPlan(database, wave.plan_hash)
  const questionnaire = await findDefinition(database, wave.questionnaire_hash)
  if (!plan || questionnaire === undefined) throw new Error('The wave names definitions that are not there')
  return {
    head: {
      wave: wave.id,
      state: wave.state,
      demo: wave.demo === 1,
      channel: link.channel,
      department: departmentOf(plan),
      province: plan.province.title,
      questionnaireHash: wave.questionnaire_hash,
    },
    questionnaire,
  }
}

function departmentOf({ agencies, units, department }: Plan): SurveyPageData['department'] {
  const body = [...agencies, ...units].find(({ code }) => code === department)
  if (!body) throw new Error('The plan names a department that is not among its agencies')
  return body.name
}
