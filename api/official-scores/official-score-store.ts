import { type Database, insertPages, keyPages } from '../db/database.ts'
import type { OfficialScoreView } from '../views.ts'
import type { PlanYear } from './plan-years.ts'

/** Stands among the sub-indices for the score of them all. */
export const COMPOSITE = 'composite'

export async function listOfficialScores(
  { query }: Database,
  year: number,
): Promise<readonly OfficialScoreView[]> {
  return query
    .selectFrom('official_score')
    .select(['province', 'sub_index as subIndex', 'score', 'source'])
    .where('year', '=', year)
    .orderBy('province')
    .orderBy('sub_index')
    .execute()
}

type EnteredScore = Omit<OfficialScoreView, 'province'>

/**
 * Puts these in the place of all that were there. The first scores freeze the forecasts of every
 * wave as they are; scores put right later leave them frozen, and taking all away gives them free.
 */
export async function replaceOfficialScores(
  database: Database,
  { year, province, waves }: PlanYear,
  { scores, today }: { readonly scores: readonly EnteredScore[]; readonly today: string },
): Promise<void> {
  const { query, atomically } = database
  const stored = await listOfficialScores(database, year)
  const isFirst = scores.length > 0 && !stored.some((score) => score.province === province.code)
  const rows = scores.map(({ subIndex, score, source }) => ({
    year,
    province: province.code,
    sub_index: subIndex,
    score,
    source,
  }))
  const pages = keyPages(waves.map(({ id }) => id))
  const results = await atomically([
    query.deleteFrom('official_score').where('year', '=', year).where('province', '=', province.code),
    ...insertPages(rows).map((page) => query.insertInto('official_score').values(page)),
    ...(isFirst ? pages.map((page) => freezing(database, page, today)) : []),
    ...(scores.length === 0
      ? pages.map((page) => query.deleteFrom('frozen_forecast').where('wave', 'in', page))
      : []),
  ])
  if (results === 'conflict') throw new Error('replaceOfficialScores requires each sub-index once')
}

/** The newest snapshot of each wave, from now on the one that is scored; a wave without one gets none. */
function freezing({ query }: Database, waves: readonly string[], today: string) {
  return (
    query
      .insertInto('frozen_forecast')
      .columns(['wave', 'snapshot', 'frozen_on'])
      .expression((build) =>
        build
          .selectFrom('snapshot')
          .select((row) => ['wave', row.fn.max('number').as('snapshot'), row.val(today).as('frozen_on')])
          .where('wave', 'in', waves)
          .groupBy('wave'),
      )
      // Somebody else enters the same scores at the same time: one freezing is enough.
      .onConflict((conflict) => conflict.column('wave').doNothing())
  )
}

export interface Freezing {
  readonly snapshot: number
  readonly frozenOn: string
}

/** What is frozen, by wave. */
export async function frozenByWave({ query }: Database): Promise<ReadonlyMap<string, Freezing>> {
  const rows = await query.selectFrom('frozen_forecast').selectAll().execute()
  return new Map(rows.map(({ wave, snapshot, frozen_on }) => [wave, { snapshot, frozenOn: frozen_on }]))
}
