import { Hono } from 'hono'
import { z } from 'zod'
import { checkAnswers, type Violation } from '../../survey-definitions/check-answers.ts'
import type { Dependencies } from '../dependencies.ts'
import { jsonBody } from '../http/json-body.ts'
import { Problem } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { bodyDigestOf, keyMarksOf } from './key-marks.ts'
import { publishedQuestionnaires } from './published-questionnaires.ts'
import { submissionCommit } from './submission-commit.ts'
import { findDoor } from './submission-store.ts'
import { gateOf } from './wave-gate.ts'

const SentAnswers = z.strictObject({
  /** Made by the browser: 128 bits or more. */
  key: z.string().regex(/^[0-9A-Za-z_-]{22,64}$/, 'bad_key'),
  questionnaire: z.string().regex(/^[a-f0-9]{64}$/, 'unknown_version'),
  // Not z.record, which drops a member called __proto__ instead of refusing it.
  answers: z.custom<Readonly<Record<string, unknown>>>(isObject, 'wrong_type'),
  channel: z.literal('open', { error: 'bad_channel' }).default('open'),
})

/** Where browsers send a firm's answers. */
export function submissionRoutes(dependencies: Dependencies) {
  const { database, now } = dependencies
  const questionnaires = publishedQuestionnaires(database)
  const accept = submissionCommit(dependencies)

  return new Hono().post('/:wave/submissions', jsonBody(), validate('json', SentAnswers), async (c) => {
    const wave = c.req.param('wave')
    const { key, questionnaire: hash, channel, answers } = c.req.valid('json')

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
    return c.json({ status: 'received' as const, receipt, pruned }, acceptance === 'received' ? 201 : 200)
  })
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
