import { expect, it } from 'vitest'
import { untilNextRelease } from '../../../api/runtime/node-daily.ts'

const HOUR_MS = 3_600_000

it.each([
  ['in the morning, the same day', '2026-05-04T09:00:00+07:00', 9],
  ['in the evening, the next day', '2026-05-04T19:30:00+07:00', 22.5],
  ['at the hour itself, a day later', '2026-05-04T18:00:00+07:00', 24],
  ['past midnight in Việt Nam, before it in UTC', '2026-05-05T00:30:00+07:00', 17.5],
])('counts to 18:00 in Việt Nam: %s', (_, now, hours) => {
  expect(untilNextRelease(new Date(now))).toBe(hours * HOUR_MS)
})
