import type { Database } from '../db/database.ts'
import type { Tables, WaveState } from '../db/tables.ts'
import type { Dependencies } from '../dependencies.ts'

/** One opening in so many is counted, as so many. */
const COUNTED_ONE_IN = 10

interface Opened {
  readonly link: Tables['link']['code']
  readonly state: WaveState
}

/** What was drawn since the last release, by link; a restart forgets it. */
const drawn = new WeakMap<Database, Map<string, number>>()

/**
 * Counts an opening of a survey by chance: one in ten, as ten. The sum is right on the average, and
 * nothing says that this one visit took place. Where the file can be rewritten, what was drawn waits
 * in memory for a release: written at once it would stand in the log beside the answers that came then.
 */
export async function noteOpening(
  { database, config, logError }: Dependencies,
  { link, state }: Opened,
): Promise<void> {
  // Before a wave is open, those who come are the staff who try their posters.
  if (state !== 'open' || !isDrawn()) return
  const waiting = drawn.get(database) ?? new Map<string, number>()
  drawn.set(database, waiting.set(link, (waiting.get(link) ?? 0) + COUNTED_ONE_IN))
  if (config.engine === 'sqlite') return
  // The page never waits for a figure that could not be kept.
  await writeOpenings(database).catch((error: unknown) =>
    logError(error, { method: 'GET', path: '/s/:link' }),
  )
}

/** Writes what was drawn, all at once; the file is rewritten right after. */
export async function writeOpenings(database: Database): Promise<void> {
  const waiting = drawn.get(database)
  if (!waiting) return
  drawn.delete(database)
  await database.atomically(
    [...waiting].map(([link, count]) =>
      database.query
        .updateTable('link')
        .set(({ eb }) => ({ opened: eb('opened', '+', count) }))
        .where('code', '=', link),
    ),
  )
}

/** True once in ten, from a cryptographic source: nobody can tell which visits are drawn. */
function isDrawn(): boolean {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1))
  return word % COUNTED_ONE_IN === 0
}
