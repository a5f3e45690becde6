import { type Database, keyPages } from '../db/database.ts'
import type { WaveState } from '../db/tables.ts'
import type { InboxBody } from './inbox-body.ts'

/** One firm's checked answers on their way into the inbox. */
export interface Submission {
  /** SHA-256 of the receipt, which recognises a retry and says nothing of the answers. */
  readonly acceptedTag: string
  /** Made of the browser's key by itself: without the key, neither tag leads to the other. */
  readonly inboxTag: string
  readonly wave: string
  readonly body: InboxBody
  /** Keyed by the browser's key: the same for the same answers only. */
  readonly bodyDigest: string
}

/** `repeated`: this very submission was taken before. `key-reused`: another was, under its key. */
export type Acceptance = 'received' | 'repeated' | 'key-reused'

/** What decides whether a wave takes a submission. */
export interface WaveDoor {
  readonly state: WaveState
  readonly closedAt: string | null
  /** The questionnaire was published for this wave. */
  readonly knowsQuestionnaire: boolean
}

export async function findDoor(
  { query }: Database,
  wave: string,
  questionnaire: string,
): Promise<WaveDoor | undefined> {
  const row = await query
    .selectFrom('wave')
    .leftJoin('wave_questionnaire', (join) =>
      join
        .onRef('wave_questionnaire.wave', '=', 'wave.id')
        .on('wave_questionnaire.questionnaire_hash', '=', questionnaire),
    )
    .select(['wave.state', 'wave.closed_at', 'wave_questionnaire.questionnaire_hash as known'])
    .where('wave.id', '=', wave)
    .executeTakeFirst()
  return row && { state: row.state, closedAt: row.closed_at, knowsQuestionnaire: row.known !== null }
}

/**
 * Stores submissions, all or none. Two statements each make a retry safe without a read before
 * the write: into the inbox unless its other tag was ever accepted, then among the accepted.
 */
export async function acceptSubmissions(
  database: Database,
  submissions: readonly Submission[],
): Promise<readonly Acceptance[]> {
  const results = await database.atomically(
    submissions.flatMap((submission) => [
      insertUnlessAccepted(database, submission),
      insertAccepted(database, submission),
    ]),
  )
  if (results === 'conflict') throw new Error('The inbox holds a submission that was never accepted')
  const repeats = submissions.filter((_, place) => results[2 * place + 1]?.length === 0)
  const digests = await findDigests(
    database,
    repeats.map(({ acceptedTag }) => acceptedTag),
  )
  return submissions.map((submission, place) => {
    if (results[2 * place + 1]?.length !== 0) return 'received'
    return digests.get(submission.acceptedTag) === submission.bodyDigest ? 'repeated' : 'key-reused'
  })
}

function insertUnlessAccepted({ query }: Database, { acceptedTag, inboxTag, wave, body }: Submission) {
  const accepted = query.selectFrom('accepted').select('tag').where('tag', '=', acceptedTag)
  return query
    .insertInto('inbox')
    .columns(['tag', 'wave', 'body'])
    .expression(
      query
        .selectNoFrom((row) => [
          row.val(inboxTag).as('tag'),
          row.val(wave).as('wave'),
          row.val(JSON.stringify(body)).as('body'),
        ])
        .where((row) => row.not(row.exists(accepted))),
    )
}

function insertAccepted({ query }: Database, { acceptedTag, wave, bodyDigest }: Submission) {
  return query
    .insertInto('accepted')
    .values({ tag: acceptedTag, wave, body_digest: bodyDigest })
    .onConflict((conflict) => conflict.column('tag').doNothing())
    .returning('tag')
}

async function findDigests(
  { query }: Database,
  tags: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const page of keyPages(tags)) {
    const rows = await query
      .selectFrom('accepted')
      .select(['tag', 'body_digest'])
      .where('tag', 'in', page)
      .execute()
    for (const row of rows) found.set(row.tag, row.body_digest)
  }
  return found
}
