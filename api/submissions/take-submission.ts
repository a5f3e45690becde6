import { z } from 'zod'
import { checkAnswers, type Violation } from '../../survey-definitions/check-answers.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import type { InboxBody } from './inbox-body.ts'
import { bodyDigestOf, keyMarksOf } from './key-marks.ts'
import { publishedQuestionnaires } from './published-questionnaires.ts'
import { submissionCommit } from './submission-commit.ts'
import { findDoor } from './submission-store.ts'
import { gateOf } from './wave-gate.ts'

/** One firm's answers as they are sent, but for how they came. */
export const SentAnswers = z.strictObject({
  /** Made by the browser: 128 bits or more. */
  key: z.string().regex(/^[0-9A-Za-z_-]{22,64}$/, 'bad_key'),
  questionnaire: z.string().regex(/^[a-f0-9]{64}$/, 'unknown_version'),
  // Not z.record, which drops a member called __proto__ instead of refusing it.
  answers: z.custom<Readonly<Record<string, unknown>>>(isObject, 'wrong_type'),
})

/** Answers on their way to a wave, with the way they came. */
export interface ArrivedAnswers extends z.infer<typeof SentAnswers> {
  readonly wave: string
  readonly channel: InboxBody['channel']
}

/** What whoever sent them is told. */
export interface Taken {
  readonly status: 'received'
  readonly receipt: string
  /** Items answered off the routing path, which were left out. */
  readonly pruned: readonly string[]
}

/**
 * The one way into the inbox: the wave's gate, the questionnaire's own check, the commit. A retry
 * of what was taken before is answered as the first time, with `isNew` false.
 *
 * @throws {Problem} naming what is wrong
 */
export function takeSubmission(dependencies: Dependencies) {
  const { database, now } = dependencies
  const questionnaires = publishedQuestionnaires(database)
  const accept = submissionCommit(dependencies)

  return async (sent: ArrivedAnswers): Promise<{ readonly taken: Taken; readonly isNew: boolean }> => {
    const { wave, key, questionnaire: hash, channel, answers } = sent
    const door = await findDoor(database, wave, hash)
    if (!door) throw new Problem('not_found')
    const gate = gateOf(door, now())
    if (gate !== 'open') throw new Problem(gate)
    if (!door.knowsQuestionnaire) throw new Problem('unknown_version')

    const { kept, pruned, violations } = checkAnswers(await questionnaires(hash), answers)
    if (violations.length > 0) throw problemOf(violations)

    const body = { questionnaire: hash, channel, answers: kept }
    const bodyDigest = await bodyDigestOf(key, { wave, ...body })
    const { receipt, ...tags } = await keyMarksOf(key)
    const acceptance = await accept({ ...tags, wave, body, bodyDigest })
    if (acceptance === 'key-reused') throw new Problem('key_reused')
    return { taken: { status: 'received', receipt, pruned }, isNew: acceptance === 'received' }
  }
}

function problemOf(violations: readonly Violation[]): Problem {
  const parts = violations.map(({ item, code }) => ({
    // An unknown question is not named: answers never repeat what was sent.
    path: code === 'unknown_question' ? '/answers' : `/answers/${item}`,
    code,
  }))
  return new Problem(parts[0]?.code ?? 'bad_value', parts)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
