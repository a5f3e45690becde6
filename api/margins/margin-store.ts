import type { Margin } from '../../analysis/weighting/margin.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { answerableItems } from '../../survey-definitions/routing-path.ts'
import { type Database, insertPages } from '../db/database.ts'
import type { MarginView } from '../views.ts'

export async function listMargins({ query }: Database, wave: string): Promise<readonly MarginView[]> {
  return query
    .selectFrom('margin')
    .select(['item', 'option', 'count'])
    .where('wave', '=', wave)
    .orderBy('item')
    .orderBy('option')
    .execute()
}

/** Puts these in the place of all that were there. */
export async function replaceMargins(
  { query, atomically }: Database,
  wave: string,
  margins: readonly MarginView[],
): Promise<void> {
  const rows = margins.map(({ item, option, count }) => ({ wave, item, option, count }))
  const results = await atomically([
    query.deleteFrom('margin').where('wave', '=', wave),
    ...insertPages(rows).map((page) => query.insertInto('margin').values(page)),
  ])
  if (results === 'conflict') throw new Error('replaceMargins requires each option of an item once')
}

/** Margins as the analysis takes them, item by item in the questionnaire's order. */
export async function marginsOf(
  database: Database,
  wave: string,
  questionnaire: Questionnaire,
): Promise<readonly Margin[]> {
  const rows = await listMargins(database, wave)
  return answerableItems(questionnaire).flatMap(({ code }) => {
    const counts = rows
      .filter(({ item }) => item === code)
      .map(({ option, count }) => [option, count] as const)
    return counts.length > 0 ? [{ item: code, counts: Object.fromEntries(counts) }] : []
  })
}
