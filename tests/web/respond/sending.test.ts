import { describe, expect, it } from 'vitest'
import { giveAnswer } from '../../../survey-definitions/respondent/answering.ts'
import { refuseMissed } from '../../../survey-definitions/respondent/section-acts.ts'
import { type Outcome, outcomeOf, type Submission } from '../../../web/respond/post-submission.ts'
import { type Sending, sendUntilSettled, submissionOf } from '../../../web/respond/sending.ts'
import { begunSurvey, itemOf } from './survey.ts'

const RECEIPT = 'ZYXWVTSRQPNMKJHGFEDCBA9876'

function readySubmission(): Submission {
  const survey = begunSurvey()
  giveAnswer(survey, itemOf(survey, 'land'), 'no')
  giveAnswer(survey, itemOf(survey, 'days'), 12)
  giveAnswer(survey, itemOf(survey, 'fair'), 4)
  refuseMissed(survey)
  return submissionOf(survey, { hash: 'a'.repeat(64), channel: 'open' })
}

/** A network that answers in the given way, one attempt after another, and notes what it saw. */
function network(outcomes: readonly Outcome[], leaving = new AbortController()) {
  const sent: Submission[] = []
  const pauses: number[] = []
  const states: Sending[] = []
  return {
    sent,
    pauses,
    states,
    leaving,
    send: () =>
      sendUntilSettled({
        submission: readySubmission(),
        cancelled: leaving.signal,
        report: (sending) => void states.push(sending),
        carrier: {
          post: async (submission: Submission) => {
            sent.push(submission)
            return outcomes[sent.length - 1] ?? { kind: 'received' as const, receipt: RECEIPT }
          },
          isOnline: () => false,
          pause: async (milliseconds: number) => void pauses.push(milliseconds),
        },
      }),
  }
}

describe('sending', () => {
  it('tries until the server has it, with the same key and answers each time, waiting longer', async () => {
    const line = network(Array.from({ length: 8 }, () => ({ kind: 'later' as const })))
    await line.send()
    expect(line.sent).toHaveLength(9)
    expect(new Set(line.sent.map((submission) => JSON.stringify(submission))).size).toBe(1)
    expect(line.sent[0]).toEqual({
      key: begunSurvey().key,
      questionnaire: 'a'.repeat(64),
      channel: 'open',
      // What is off the way stays at home.
      answers: { land: 'no', fair: 4, fee: 'refused' },
    })
    const waiting = { state: 'waiting', isOnline: false }
    expect(line.states.slice(0, 4)).toEqual([{ state: 'sending' }, waiting, { state: 'sending' }, waiting])
    expect(line.pauses[0]).toBeGreaterThanOrEqual(1_600)
    expect(Math.max(...line.pauses)).toBeLessThanOrEqual(72_000)
    expect(line.pauses[5]).toBeGreaterThan(line.pauses[0] ?? 0)
    expect(line.states.at(-1)).toEqual({ state: 'received', receipt: RECEIPT })
  })

  it('waits as long as the server asks', async () => {
    const line = network([{ kind: 'later', afterMs: 7_000 }])
    await line.send()
    expect(line.pauses).toEqual([7_000])
  })

  it('stops where trying again cannot help, without a receipt', async () => {
    for (const outcome of [outcomeOf(410, { code: 'closed' }), outcomeOf(409, { code: 'key_reused' })]) {
      const line = network([outcome])
      await line.send()
      expect(line.sent).toHaveLength(1)
      expect(line.states.map(({ state }) => state)).toEqual(['sending', 'stopped'])
    }
  })

  it('goes no further once the person has turned back', async () => {
    const leaving = new AbortController()
    const line = network([{ kind: 'later' }, { kind: 'later' }], leaving)
    const sending = line.send()
    leaving.abort()
    await sending
    expect(line.sent).toHaveLength(1)
    expect(line.states.map(({ state }) => state)).not.toContain('received')
  })
})

describe('outcomeOf', () => {
  it('believes only our own acknowledgement', () => {
    const body = { status: 'received', receipt: RECEIPT, pruned: [] }
    expect(outcomeOf(201, body)).toEqual({ kind: 'received', receipt: RECEIPT })
    expect(outcomeOf(200, body)).toEqual({ kind: 'received', receipt: RECEIPT })
    // The login page of a hotel's network.
    expect(outcomeOf(200, undefined)).toEqual({ kind: 'later' })
    expect(outcomeOf(200, { ok: true })).toEqual({ kind: 'later' })
    expect(outcomeOf(200, { status: 'received' })).toEqual({ kind: 'later' })
    expect(outcomeOf(200, { status: 'received', receipt: '<b>' })).toEqual({ kind: 'later' })
  })

  it.each([408, 425, 429, 500, 502, 503, 504, 511, 302])('tries again after %i', (status) => {
    expect(outcomeOf(status, undefined).kind).toBe('later')
  })

  it('keeps the pause asked for within reason', () => {
    expect(outcomeOf(503, undefined, '5')).toEqual({ kind: 'later', afterMs: 5_000 })
    expect(outcomeOf(503, undefined, '86400')).toEqual({ kind: 'later', afterMs: 300_000 })
    expect(outcomeOf(503, undefined, 'Wed, 21 Oct 2026 07:28:00 GMT')).toEqual({ kind: 'later' })
  })

  it.each([
    [409, 'key_reused', 'key_reused'],
    [410, 'closed', 'closedMeanwhile'],
    [403, 'not_open', 'not_open'],
    [403, 'forbidden_by_a_proxy', 'refusedByServer'],
    [404, 'not_found', 'not_found'],
    [422, 'unknown_version', 'unknown_version'],
    [422, 'bad_answers', 'bad_answers'],
    [413, 'too_large', 'refusedByServer'],
    [400, 'bad_json', 'refusedByServer'],
  ])('takes %i %s for %s', (status, code, stop) => {
    expect(outcomeOf(status, { code })).toMatchObject({ kind: 'stopped', code: stop })
  })

  it('finds the questions the server would not take', () => {
    const errors = [
      { path: '/answers/days', code: 'out_of_range' },
      { path: '/answers/problems/1', code: 'bad_option' },
      { path: '/key', code: 'too_small' },
      'nonsense',
    ]
    expect(outcomeOf(422, { code: 'bad_answers', errors })).toMatchObject({ items: ['days', 'problems'] })
  })
})
