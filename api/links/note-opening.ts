import type { Tables, WaveState } from '../db/tables.ts'
import type { Dependencies } from '../dependencies.ts'

/** One opening in so many is counted, as so many. */
const COUNTED_ONE_IN = 10

interface Opened {
  readonly link: Tables['link']['code']
  readonly state: WaveState
}

/**
 * Counts an opening of a survey by chance: one in ten, as ten. The sum is right on the average, and
 * nothing in the database says that this one visit took place. The page never waits for a figure
 * that could not be kept.
 */
export async function noteOpening(
  { database, logError }: Dependencies,
  { link, state }: Opened,
): Promise<void> {
  // Before a wave is open, those who come are the staff who try their posters.
  if (state !== 'open' || !isDrawn()) return
  try {
    await database.query
      .updateTable('link')
      .set(({ eb }) => ({ opened: eb('opened', '+', COUNTED_ONE_IN) }))
      .where('code', '=', link)
      .execute()
  } catch (error) {
    logError(error, { method: 'GET', path: '/s/:link' })
  }
}

/** True once in ten, from a cryptographic source: nobody can tell which visits are drawn. */
function isDrawn(): boolean {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return drawn % COUNTED_ONE_IN === 0
}
