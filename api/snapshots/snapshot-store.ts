import type { Estimation } from '../../analysis/estimation.ts'
import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { SnapshotSummary, SnapshotView } from '../views.ts'

/** Stores an analysis under the wave's next number. */
export async function insertSnapshot(
  { query }: Database,
  wave: string,
  { release, day, estimation, digests }: Omit<SnapshotView, 'number'>,
): Promise<SnapshotView> {
  for (;;) {
    const newest = await query
      .selectFrom('snapshot')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('wave', '=', wave)
      .executeTakeFirst()
    const row = await query
      .insertInto('snapshot')
      .values({
        wave,
        number: (newest?.number ?? 0) + 1,
        release,
        day,
        digests: JSON.stringify(digests),
        estimation: JSON.stringify(estimation),
      })
      .onConflict((conflict) => conflict.columns(['wave', 'number']).doNothing())
      .returningAll()
      .executeTakeFirst()
    // Without a row another analysis took the number: this one gets the next.
    if (row) return viewOf(row)
  }
}

export async function findNewestSnapshot(
  { query }: Database,
  wave: string,
): Promise<SnapshotView | undefined> {
  const row = await query
    .selectFrom('snapshot')
    .selectAll()
    .where('wave', '=', wave)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && viewOf(row)
}

export async function findSnapshot(
  { query }: Database,
  wave: string,
  number: number,
): Promise<SnapshotView | undefined> {
  const row = await query
    .selectFrom('snapshot')
    .selectAll()
    .where('wave', '=', wave)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && viewOf(row)
}

export async function listSnapshots({ query }: Database, wave: string): Promise<readonly SnapshotSummary[]> {
  return query
    .selectFrom('snapshot')
    .select(['number', 'release', 'day'])
    .where('wave', '=', wave)
    .orderBy('number', 'desc')
    .execute()
}

/** What analyses that were stored by earlier versions do not have. */
const NOT_YET_MADE = {
  gradients: [],
  dkBounds: { indicators: [], subIndices: [] },
  channelContrast: null,
  nonresponse: [],
  careless: null,
  reliability: [],
} satisfies Partial<Estimation>

function viewOf({ number, release, day, estimation, digests }: Tables['snapshot']): SnapshotView {
  const stored: Estimation = { ...NOT_YET_MADE, ...JSON.parse(estimation) }
  const digestByInput: Record<string, string> = JSON.parse(digests)
  return { number, release, day, estimation: stored, digests: digestByInput }
}
