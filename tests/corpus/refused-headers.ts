import { JSON_TYPE, text, type Refused } from './case.ts'

const GZIPPED = Buffer.from('H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==', 'base64')

/** Bodies refused for what their headers say of them, unread. */
export const REFUSED_HEADERS: readonly Refused[] = [
  {
    number: 26,
    name: 'UTF-16',
    headers: { 'content-type': 'application/json; charset=utf-16' },
    body: (context) => Buffer.from(text(context), 'utf16le'),
    status: 415,
    code: 'unsupported_charset',
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
  ].map((type): Refused => ({
    number: 31,
    name: `JSON as ${type}`,
    headers: { 'content-type': type },
    body: text,
    status: 415,
    code: 'unsupported_type',
  })),
  {
    number: 32,
    name: 'a compressed body',
    headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
    body: () => GZIPPED,
    status: 415,
    code: 'unsupported_encoding',
  },
]
