import type { Database } from '../db/database.ts'
import { dayOf } from '../day.ts'
import type { WaveView } from '../views.ts'
import type { Wave } from './wave-store.ts'

/** One wave as the desk sees it. */
export async function viewWave({ query }: Database, wave: Wave): Promise<WaveView> {
  const releases = await query
    .selectFrom('release')
    .select(['number', 'day', 'size'])
    .where('wave', '=', wave.id)
    .orderBy('number')
    .execute()
  const { waiting, links, snapshots } = await query
    .selectNoFrom((from) => [
      from
        .selectFrom('inbox')
        .select(from.fn.countAll<number>().as('n'))
        .where('wave', '=', wave.id)
        .as('waiting'),
      from
        .selectFrom('link')
        .select(from.fn.countAll<number>().as('n'))
        .where('wave', '=', wave.id)
        .as('links'),
      from
        .selectFrom('snapshot')
        .select(from.fn.countAll<number>().as('n'))
        .where('wave', '=', wave.id)
        .as('snapshots'),
    ])
    .executeTakeFirstOrThrow()

  return {
    id: wave.id,
    title: wave.title,
    state: wave.state,
    openedOn: wave.opened_on,
    closedOn: wave.closed_at === null ? null : dayOf(new Date(wave.closed_at)),
    scaleLink: wave.scale_link,
    demo: wave.demo === 1,
    plan: wave.plan_hash,
    edition: wave.edition_hash,
    questionnaire: wave.questionnaire_hash,
    waitingAtLeast: Math.floor((waiting ?? 0) / 10) * 10,
    released: releases.reduce((sum, { size }) => sum + size, 0),
    releases,
    links: links ?? 0,
    hasSnapshot: (snapshots ?? 0) > 0,
  }
}
