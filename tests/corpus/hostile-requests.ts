import { ANSWERS } from '../support/app.ts'
import { CANARY, type Case, type CaseContext } from './case.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const GZIPPED = Buffer.from('H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==', 'base64')
const KILOBYTE = 1024

/** A body that is fine but for what the case changes. */
const valid = ({ waves, key }: CaseContext, changes: Readonly<Record<string, unknown>> = {}) => ({
  key,
  questionnaire: waves.questionnaire,
  answers: ANSWERS,
  ...changes,
})

const text = (context: CaseContext, changes?: Readonly<Record<string, unknown>>) =>
  JSON.stringify(valid(context, changes))

const withRemark = (remark: string) => (context: CaseContext) =>
  text(context, { answers: { ...ANSWERS, remark } })

/** A valid body padded with spaces to a number of bytes. */
const paddedTo = (bytes: number) => (context: CaseContext) => text(context).padEnd(bytes, ' ')

const unknownMembers = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${CANARY}${n}`, n]))

const to = (state: 'draft' | 'closedNow' | 'closedLongAgo') => (context: CaseContext) =>
  `/api/waves/${context.waves[state]}/submissions`

/** Submissions whose bytes, headers or outer form are hostile. */
export const HOSTILE_SUBMISSIONS: readonly Case[] = [
  { number: 1, name: 'truncated JSON', headers: JSON_TYPE, body: () => `{"${CANARY}":`, status: 400, code: 'bad_json' },
  { number: 2, name: 'an empty body', headers: JSON_TYPE, body: () => '', status: 400, code: 'bad_json' },
  { number: 3, name: 'NaN', headers: JSON_TYPE, body: () => '{"x":NaN}', status: 400, code: 'bad_json' },
  { number: 3, name: 'Infinity', headers: JSON_TYPE, body: () => '{"x":Infinity}', status: 400, code: 'bad_json' },
  {
    number: 7,
    name: '100,000 brackets',
    headers: JSON_TYPE,
    body: () => '['.repeat(100_000) + ']'.repeat(100_000),
    status: 413,
    code: 'too_large',
  },
  {
    number: 8,
    name: 'nine levels',
    headers: JSON_TYPE,
    body: (context) => text(context, { answers: { land: 'yes', days: [[[[[[[CANARY]]]]]]] } }),
    status: 400,
    code: 'too_deep',
  },
  {
    number: 8,
    name: 'eight levels, which only the question refuses',
    headers: JSON_TYPE,
    body: (context) => text(context, { answers: { land: 'yes', days: [[[[[[CANARY]]]]]] } }),
    status: 422,
    code: 'wrong_type',
  },
  {
    number: 8,
    name: '32,000 levels within the size',
    headers: JSON_TYPE,
    body: () => '['.repeat(32_000) + ']'.repeat(32_000),
    status: 400,
    code: 'too_deep',
  },
  { number: 9, name: '64 kB and a byte', headers: JSON_TYPE, body: paddedTo(64 * KILOBYTE + 1), status: 413, code: 'too_large' },
  { number: 9, name: '64 kB', headers: JSON_TYPE, body: paddedTo(64 * KILOBYTE), status: 201, stored: ANSWERS },
  {
    number: 10,
    name: 'ten megabytes in chunks, without a length',
    headers: JSON_TYPE,
    body: paddedTo(10 * KILOBYTE * KILOBYTE),
    chunkBytes: 16 * KILOBYTE,
    status: 413,
    code: 'too_large',
  },
  {
    number: 10,
    name: 'a fitting body in chunks, without a length',
    headers: JSON_TYPE,
    body: paddedTo(4 * KILOBYTE),
    chunkBytes: 100,
    status: 201,
    stored: ANSWERS,
  },
  {
    number: 11,
    name: 'an answer given twice',
    headers: JSON_TYPE,
    body: (context) => text(context).replace('"fair":4', '"fair":1,"fair":4'),
    status: 400,
    code: 'duplicate_key',
  },
  {
    number: 11,
    name: 'an answer given twice, once in disguise',
    headers: JSON_TYPE,
    body: (context) => text(context).replace('"fair":4', String.raw`"f\u0061ir":1,"fair":4`),
    status: 400,
    code: 'duplicate_key',
  },
  {
    number: 12,
    name: '__proto__ as a member',
    headers: JSON_TYPE,
    body: () => '{"__proto__":{"admin":true}}',
    status: 422,
    code: 'unknown_key',
  },
  {
    number: 12,
    name: '__proto__ beside what is expected',
    headers: JSON_TYPE,
    body: (context) => text(context).replace('{', '{"__proto__":{"admin":true},'),
    status: 422,
    code: 'unknown_key',
    errors: [{ path: '', code: 'unknown_key' }],
  },
  {
    number: 13,
    name: 'constructor as a member',
    headers: JSON_TYPE,
    body: () => '{"constructor":{"prototype":{"x":1}}}',
    status: 422,
    code: 'unknown_key',
  },
  ...['null', '[]', `"${CANARY}"`, '7'].map(
    (body): Case => ({
      number: 14,
      name: `${body} at the top`,
      headers: JSON_TYPE,
      body: () => body,
      status: 422,
      code: 'wrong_type',
      errors: [{ path: '', code: 'wrong_type' }],
    }),
  ),
  {
    number: 14,
    name: 'a list of answers',
    headers: JSON_TYPE,
    body: (context) => text(context, { answers: [CANARY] }),
    status: 422,
    code: 'wrong_type',
    errors: [{ path: '/answers', code: 'wrong_type' }],
  },
  {
    number: 15,
    name: '2,000 unknown members',
    headers: JSON_TYPE,
    body: (context) => text(context, unknownMembers(2000)),
    status: 422,
    code: 'unknown_key',
  },
  {
    number: 15,
    name: '2,000 unknown answers',
    headers: JSON_TYPE,
    body: (context) => text(context, { answers: unknownMembers(2000) }),
    status: 422,
    code: 'unknown_question',
  },
  { number: 21, name: '2,001 characters', headers: JSON_TYPE, body: withRemark('ă'.repeat(2001)), status: 422, code: 'too_long' },
  {
    number: 21,
    name: '2,000 emoji of four bytes',
    headers: JSON_TYPE,
    body: withRemark('🙂'.repeat(2000)),
    status: 201,
    stored: { ...ANSWERS, remark: '🙂'.repeat(2000) },
  },
  {
    number: 23,
    name: '60 marks on one letter',
    headers: JSON_TYPE,
    body: withRemark(`a${'\u0301'.repeat(60)}${CANARY}`),
    status: 422,
    code: 'bad_text',
  },
  {
    number: 25,
    name: 'bytes that are not UTF-8 inside a text',
    headers: JSON_TYPE,
    body: (context) => {
      const bytes = Buffer.from(withRemark('~~')(context))
      return Buffer.concat([
        bytes.subarray(0, bytes.indexOf('~~')),
        Buffer.from([0xff, 0xfe]),
        bytes.subarray(bytes.indexOf('~~') + 2),
      ])
    },
    status: 400,
    code: 'bad_utf8',
  },
  {
    number: 26,
    name: 'UTF-16',
    headers: { 'content-type': 'application/json; charset=utf-16' },
    body: (context) => Buffer.from(text(context), 'utf16le'),
    status: 415,
    code: 'unsupported_charset',
  },
  {
    number: 27,
    name: 'a byte order mark before the body',
    headers: JSON_TYPE,
    body: (context) => `\uFEFF${text(context)}`,
    status: 201,
    stored: ANSWERS,
  },
  {
    number: 30,
    name: 'JSON as text/plain',
    headers: { 'content-type': 'text/plain' },
    body: text,
    status: 415,
    code: 'unsupported_type',
  },
  { number: 31, name: 'no content type', body: text, status: 415, code: 'unsupported_type' },
  ...[
    'application/json, text/html',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-8; profile=x',
    'application/problem+json',
  ].map(
    (type): Case => ({
      number: 31,
      name: `JSON as ${type}`,
      headers: { 'content-type': type },
      body: text,
      status: 415,
      code: 'unsupported_type',
    }),
  ),
  {
    number: 31,
    name: 'the content type in other letters, with its charset',
    headers: { 'content-type': 'Application/JSON; Charset="UTF-8"' },
    body: text,
    status: 201,
    stored: ANSWERS,
  },
  {
    number: 32,
    name: 'a compressed body',
    headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
    body: () => GZIPPED,
    status: 415,
    code: 'unsupported_encoding',
  },
  {
    number: 47,
    name: 'an unknown questionnaire',
    headers: JSON_TYPE,
    body: (context) => text(context, { questionnaire: 'a'.repeat(64) }),
    status: 422,
    code: 'unknown_version',
  },
  {
    number: 47,
    name: 'the questionnaire of another wave',
    headers: JSON_TYPE,
    body: (context) => text(context, { questionnaire: context.waves.ofAnotherWave }),
    status: 422,
    code: 'unknown_version',
  },
  {
    number: 47,
    name: 'a path for a questionnaire',
    headers: JSON_TYPE,
    body: (context) => text(context, { questionnaire: `../../${CANARY}` }),
    status: 422,
    code: 'unknown_version',
  },
  { number: 49, name: 'a wave that is not open yet', path: to('draft'), headers: JSON_TYPE, body: text, status: 403, code: 'not_open' },
  { number: 49, name: 'a wave closed a second ago', path: to('closedNow'), headers: JSON_TYPE, body: text, status: 201, stored: ANSWERS },
  { number: 49, name: 'a wave closed an hour ago', path: to('closedLongAgo'), headers: JSON_TYPE, body: text, status: 410, code: 'closed' },
  {
    number: 50,
    name: 'a clock of the browser’s own',
    headers: JSON_TYPE,
    body: (context) => text(context, { sentAt: `2099-01-01 ${CANARY}` }),
    status: 422,
    code: 'unknown_key',
  },
  ...['Thu, 01 Jan 1970 00:00:00 GMT', 'Thu, 01 Jan 2099 00:00:00 GMT'].map(
    (date): Case => ({
      number: 50,
      name: `a Date header of ${date}`,
      headers: { ...JSON_TYPE, date },
      body: text,
      status: 201,
      stored: ANSWERS,
    }),
  ),
  {
    number: 50,
    name: 'a short key',
    headers: JSON_TYPE,
    body: (context) => text(context, { key: CANARY }),
    status: 422,
    code: 'bad_key',
    errors: [{ path: '/key', code: 'bad_key' }],
  },
  {
    number: 50,
    name: 'a channel that is not for browsers',
    headers: JSON_TYPE,
    body: (context) => text(context, { channel: 'interviewer' }),
    status: 422,
    code: 'bad_channel',
  },
]

/** Addresses that must lead nowhere. */
export const HOSTILE_ADDRESSES: readonly Case[] = [
  ...[
    '/q/..%2f..%2fetc%2fpasswd.json',
    '/q/%00',
    '/q/%E0%A4%A',
    '//evil.vn/..',
    `/q/${'A'.repeat(64)}.json`,
    `/q/${'a'.repeat(64)}.json`,
    `/q/${'a'.repeat(64)}.json/..%2f${CANARY}`,
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/respond/index.html',
    '/s/..%2f..%2fdesk',
    `/${CANARY}`,
    `/api/${CANARY}`,
  ].map(
    (address): Case => ({
      number: address.includes('..') ? 52 : 53,
      name: `GET ${address}`,
      method: 'GET',
      path: () => address,
      status: 404,
      ...(!address.startsWith('/s/') && { code: 'not_found' }),
    }),
  ),
  { number: 53, name: 'an address of 5 kB', method: 'GET', path: () => `/q/${'a'.repeat(5000)}`, status: 414, code: 'uri_too_long' },
  // Node refuses headers beyond 16 kB before any of our code sees them.
  { number: 53, name: 'an address of 20 kB', method: 'GET', path: () => `/q/${'a'.repeat(20_000)}`, status: [414, 431] },
  ...['PUT', 'DELETE', 'PATCH'].map(
    (method): Case => ({
      number: 53,
      name: `${method} of a submission`,
      method,
      headers: JSON_TYPE,
      body: text,
      status: 405,
      code: 'method_not_allowed',
    }),
  ),
]
