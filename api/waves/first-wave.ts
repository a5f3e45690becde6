import { findNewest } from '../definitions/definition-store.ts'
import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { createLink, listLinks, viewLink } from '../links/link-store.ts'
import type { LinkView } from '../views.ts'
import { needsSealing } from './needs-sealing.ts'
import { planWave } from './plan-wave.ts'
import { createWave, listWaves, openWave } from './wave-store.ts'

const FIRST_LINK = 'Đường dẫn chung'

type FirstWave = Pick<Dependencies, 'database' | 'config' | 'now'>

/**
 * Gives an empty installation its first wave, with one link, and answers that link. Where a wave
 * is there already it does nothing; where the wave may not be opened it stays a draft.
 */
export async function openFirstWave({ database, config, now }: FirstWave): Promise<LinkView | undefined> {
  if ((await listWaves(database)).length > 0) return undefined

  const plan = await findNewest(database, 'plan', 'lang-son-2024')
  const questionnaire = await findNewest(database, 'questionnaire', 'pci-full')
  const definitions =
    plan &&
    questionnaire &&
    (await planWave(database, { plan: plan.hash, questionnaire: questionnaire.hash }))
  if (!definitions) throw new Error('openFirstWave requires the built-in definitions to be published')

  const wave = await createWave(database, {
    title: 'Đợt khảo sát doanh nghiệp đầu tiên',
    ...definitions,
    demo: config.demo ? 1 : 0,
  })
  const link = await createLink(database, { wave: wave.id, label: FIRST_LINK })
  if (!(await needsSealing(database, wave, config))) await openWave(database, wave, dayOf(now()))
  return viewLink(link, config)
}

/** A link into a wave that is open now, to be shown where one is wanted. */
export async function findSurveyLink({
  database,
  config,
}: Pick<Dependencies, 'database' | 'config'>): Promise<LinkView | undefined> {
  for (const wave of await listWaves(database)) {
    const links = wave.state === 'open' ? await listLinks(database, wave.id) : []
    const link = links.find(({ label }) => label === FIRST_LINK) ?? links[0]
    if (link) return viewLink(link, config)
  }
  return undefined
}
