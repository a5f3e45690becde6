import { describe, expect, it } from 'vitest'
import { giveAnswer } from '../../../web/respond/answering.ts'
import { type Outcome, outcomeOf, type Submission } from '../../../web/respond/post-submission.ts'
import { type Sending, sendUntilSettled } from '../../../web/respond/sending.ts'
import { draftOf } from '../../../web/respond/survey-state.ts'
import { begin, go, refuseMissed } from '../../../web/respond/walking.ts'
import { itemOf, memoryStorage, openSurvey } from './survey.ts'

const RECEIPT = 'ZYXWVTSRQPNMKJHGFEDCBA9876'

function readyToSend(storage = memoryStorage()) {
  const survey = openSurvey(storage)
  begin(survey, 'device')
  giveAnswer(survey, itemOf('land'), 'no')
  giveAnswer(survey, itemOf('days'), 12)
  giveAnswer(survey, itemOf('fair'), 4)
  refuseMissed(survey)
  go(survey, { name: 'sending' })
  return survey
}

/** A network that answers in the given way, one attempt after another, and notes what it saw. */
function network(outcomes: readonly Outcome[], survey: ReturnType<typeof readyToSend>) {
  const sent: Submission[] = []
  const pauses: number[] = []
  const states: Sending['state'][] = []
  return {
    sent,
    pauses,
    states,
    post: async (submission: Submission) => {
      states.push(survey.sending.value.state)
      sent.push(submission)
      return outcomes[sent.length - 1] ?? { kind: 'received' as const, receipt: RECEIPT }
    },
    isOnline: () => false,
    pause: async (milliseconds: number) => {
      states.push(survey.sending.value.state)
      pauses.push(milliseconds)
    },
  }
}

const never = new AbortController().signal

describe('sending', () => {
  it('tries until the server has it, with the same key and answers each time, waiting longer', async () => {
    const survey = readyToSend()
    const key = survey.key.value
    const carrier = network(
      Array.from({ length: 8 }, () => ({ kind: 'later' as const })),
      survey,
    )
    await sendUntilSettled(survey, carrier, never)

    expect(carrier.sent).toHaveLength(9)
    expect(new Set(carrier.sent.map((submission) => JSON.stringify(submission))).size).toBe(1)
    expect(carrier.sent[0]).toEqual({
      key,
      questionnaire: 'a'.repeat(64),
      channel: 'open',
      // What is off the way stays at home.
      answers: { land: 'no', fair: 4, paid: 'refused' },
    })
    expect(carrier.states.slice(0, 4)).toEqual(['sending', 'waiting', 'sending', 'waiting'])
    expect(carrier.pauses[0]).toBeGreaterThanOrEqual(1_600)
    expect(Math.max(...carrier.pauses)).toBeLessThanOrEqual(72_000)
    expect(carrier.pauses[5]).toBeGreaterThan(carrier.pauses[0] ?? 0)
    expect(survey.view.value).toEqual({ name: 'receipt' })
    expect(survey.receipt.value).toBe(RECEIPT)
  })

  it('cleans the device once the server has it, and not before', async () => {
    const storage = memoryStorage()
    const survey = readyToSend(storage)
    storage.setItem(survey.store.name, '{}')
    const carrier = network([{ kind: 'later' }], survey)
    const keptDuring: number[] = []
    const pause = async () => void keptDuring.push(storage.length)
    await sendUntilSettled(survey, { ...carrier, pause }, never)
    expect(keptDuring).toEqual([1])
    expect(storage.length).toBe(0)
    expect(survey.answers.value).toEqual({})
    expect(survey.key.value).toBe('')
    expect(draftOf(survey)).toBeUndefined()
  })

  it('waits as long as the server asks', async () => {
    const survey = readyToSend()
    const carrier = network([{ kind: 'later', afterMs: 7_000 }], survey)
    await sendUntilSettled(survey, carrier, never)
    expect(carrier.pauses).toEqual([7_000])
  })

  it('stops where trying again cannot help, and keeps every answer', async () => {
    const survey = readyToSend()
    const before = survey.answers.value
    const carrier = network([{ kind: 'stopped', code: 'closed', items: [] }], survey)
    await sendUntilSettled(survey, carrier, never)
    expect(survey.sending.value).toEqual({ state: 'stopped', code: 'closed', items: [] })
    expect(survey.answers.value).toBe(before)
    expect(survey.receipt.value).toBe('')
    expect(survey.key.value).not.toBe('')
  })

  it('shows no receipt when other answers went out under the key before, and keeps what is there', async () => {
    const survey = readyToSend()
    const before = survey.answers.value
    await sendUntilSettled(survey, network([outcomeOf(409, { code: 'key_reused' })], survey), never)
    expect(survey.sending.value).toMatchObject({ state: 'stopped', code: 'key_reused' })
    expect(survey.receipt.value).toBe('')
    expect(survey.view.value).toEqual({ name: 'sending' })
    expect(survey.answers.value).toBe(before)
  })

  it('goes no further once the person has turned back', async () => {
    const survey = readyToSend()
    const leaving = new AbortController()
    const carrier = network([{ kind: 'later' }, { kind: 'later' }], survey)
    const pause = async () => leaving.abort()
    await sendUntilSettled(survey, { ...carrier, pause }, leaving.signal)
    expect(carrier.sent).toHaveLength(1)
    expect(survey.receipt.value).toBe('')
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
    [410, 'closed', 'closed'],
    [403, 'not_open', 'not_open'],
    [403, 'forbidden_by_a_proxy', 'refused'],
    [404, 'not_found', 'not_found'],
    [422, 'unknown_version', 'unknown_version'],
    [422, 'bad_answers', 'bad_answers'],
    [413, 'too_large', 'refused'],
    [400, 'bad_json', 'refused'],
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
