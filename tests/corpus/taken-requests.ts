import { ANSWERS } from '../support/app.ts'
import { JSON_TYPE, KILOBYTE, paddedTo, text, to, withRemark, type Taken } from './case.ts'

/** Odd but honest: what must not be refused by mistake. */
export const TAKEN_REQUESTS: readonly Taken[] = [
  {
    number: 9,
    name: '64 kB',
    headers: JSON_TYPE,
    body: paddedTo(64 * KILOBYTE),
    stored: ANSWERS,
  },
  {
    number: 10,
    name: 'a fitting body in chunks, without a length',
    headers: JSON_TYPE,
    body: paddedTo(4 * KILOBYTE),
    chunkBytes: 100,
    stored: ANSWERS,
  },
  {
    number: 21,
    name: '2,000 emoji of four bytes',
    headers: JSON_TYPE,
    body: withRemark('🙂'.repeat(2000)),
    stored: { ...ANSWERS, remark: '🙂'.repeat(2000) },
  },
  {
    number: 27,
    name: 'a byte order mark before the body',
    headers: JSON_TYPE,
    body: (context) => `\uFEFF${text(context)}`,
    stored: ANSWERS,
  },
  {
    number: 31,
    name: 'the content type in other letters, with its charset',
    headers: { 'content-type': 'Application/JSON; Charset="UTF-8"' },
    body: text,
    stored: ANSWERS,
  },
  {
    number: 49,
    name: 'a wave closed a second ago',
    path: to('closedNow'),
    headers: JSON_TYPE,
    body: text,
    stored: ANSWERS,
  },
  ...['Thu, 01 Jan 1970 00:00:00 GMT', 'Thu, 01 Jan 2099 00:00:00 GMT'].map((date): Taken => ({
    number: 50,
    name: `a Date header of ${date}`,
    headers: { ...JSON_TYPE, date },
    body: text,
    stored: ANSWERS,
  })),
]
