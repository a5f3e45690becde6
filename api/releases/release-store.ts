import { encodeAnswers, freeTextOf } from '../../survey-definitions/stored-answers.ts'
import { type Database, insertPages, keyPages } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { hexOf } from '../digest.ts'
import { InboxBody } from '../submissions/inbox-body.ts'
import { publishedQuestionnaires } from '../submissions/published-questionnaires.ts'
import { shuffled } from './shuffle.ts'

/** Fewer never leave the inbox: each response hides among at least this many. */
export const FEWEST_RELEASED = 10

/** The last submissions of a closed wave can still be released this long, then they are deleted. */
export const LEFTOVERS_KEPT_DAYS = 7

const DAY_MS = 24 * 60 * 60 * 1000

/** Read at once; more wait for the next release of the same run. */
const MOST_RELEASED = 500

export interface Release {
  readonly wave: string
  readonly number: number
  /** Calendar day, yyyy-mm-dd. */
  readonly day: string
}

/** What one release would move: the number it would have, and what waits. */
interface Batch {
  readonly number: number
  readonly waiting: readonly { readonly tag: string; readonly body: string }[]
}

/**
 * Moves what waits in a wave's inbox to its responses, shuffled, all or nothing. Answers how many
 * were moved; `taken` when another release of this wave was faster.
 */
export async function releaseBatch(
  database: Database,
  wave: string,
  day: string,
): Promise<(Release & { readonly size: number }) | 'too-few' | 'taken'> {
  const { number, waiting } = await findBatch(database, wave)
  if (waiting.length < FEWEST_RELEASED) return 'too-few'
  const release = { wave, number, day }
  const { responses, texts } = await rowsOf(database, release, waiting)
  const { query } = database
  const done = await database.atomically([
    query.insertInto('release').values({ ...release, size: waiting.length }),
    ...insertPages(shuffled(responses)).map((page) => query.insertInto('response').values(page)),
    ...insertPages(shuffled(texts)).map((page) => query.insertInto('free_text').values(page)),
    ...keyPages(waiting.map(({ tag }) => tag)).map((page) =>
      query.deleteFrom('inbox').where('tag', 'in', page),
    ),
  ])
  return done === 'conflict' ? 'taken' : { ...release, size: waiting.length }
}

/**
 * The number comes before the tags: of two releases at once that read the same tags, both have
 * read the same number, and the second to store it is refused whole.
 */
async function findBatch({ query }: Database, wave: string): Promise<Batch> {
  const newest = await query
    .selectFrom('release')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('wave', '=', wave)
    .executeTakeFirst()
  const waiting = await query
    .selectFrom('inbox')
    .select(['tag', 'body'])
    .where('wave', '=', wave)
    // Digests of random keys: which of many come first says nothing of when they came.
    .orderBy('tag')
    .limit(MOST_RELEASED)
    .execute()
  return { number: (newest?.number ?? 0) + 1, waiting }
}

async function rowsOf(database: Database, { wave, number }: Release, waiting: Batch['waiting']) {
  const questionnaires = publishedQuestionnaires(database)
  const responses: Tables['response'][] = []
  const texts: Tables['free_text'][] = []
  for (const { body } of waiting) {
    const { questionnaire: hash, channel, answers } = InboxBody.parse(JSON.parse(body))
    const questionnaire = await questionnaires(hash)
    responses.push({
      id: randomId(),
      wave,
      release: number,
      questionnaire_hash: hash,
      channel,
      answers: encodeAnswers(questionnaire, answers),
    })
    for (const { item, text } of freeTextOf(questionnaire, answers)) {
      texts.push({ id: randomId(), wave, release: number, item, text })
    }
  }
  return { responses, texts }
}

function randomId(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)))
}

/** Waves in which enough submissions wait. */
export async function findReleasableWaves(database: Database): Promise<readonly string[]> {
  const rows = await releasableWaves(database).execute()
  return rows.map(({ wave }) => wave)
}

function releasableWaves({ query }: Database) {
  return query
    .selectFrom('inbox')
    .select('wave')
    .groupBy('wave')
    .having(({ fn }) => fn.countAll<number>(), '>=', FEWEST_RELEASED)
}

/** Waves whose newest release is in no snapshot: something failed between the two. */
export async function findWavesBehind({ query }: Database): Promise<readonly string[]> {
  const rows = await query
    .selectFrom('release')
    .select('release.wave')
    .distinct()
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('snapshot')
            .select('snapshot.number')
            .whereRef('snapshot.wave', '=', 'release.wave')
            .whereRef('snapshot.release', '>=', 'release.number'),
        ),
      ),
    )
    .execute()
  return rows.map(({ wave }) => wave)
}

/** Forgets the tags of waves that were closed by an instant: they no longer take a retry. */
export async function forgetTags(database: Database, closedBy: string): Promise<void> {
  await database.query.deleteFrom('accepted').where('wave', 'in', wavesClosedBy(database, closedBy)).execute()
}

/**
 * Deletes what has been left for a week in the inboxes of closed waves: fewer than ten, which no
 * release will ever take. Ten or more are a release that keeps failing: those stay.
 */
export async function forgetLeftovers(database: Database, now: Date): Promise<void> {
  const closedBy = new Date(now.getTime() - LEFTOVERS_KEPT_DAYS * DAY_MS).toISOString()
  await database.query
    .deleteFrom('inbox')
    .where('wave', 'in', wavesClosedBy(database, closedBy))
    .where('wave', 'not in', releasableWaves(database))
    .execute()
}

function wavesClosedBy({ query }: Database, instant: string) {
  return query.selectFrom('wave').select('id').where('state', '=', 'closed').where('closed_at', '<=', instant)
}
