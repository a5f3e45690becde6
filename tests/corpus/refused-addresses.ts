import { CANARY, JSON_TYPE, text, type Refused } from './case.ts'

const LEADING_NOWHERE = [
  '/q/..%2f..%2fetc%2fpasswd.json',
  '/q/%00',
  '/q/%E0%A4%A',
  '//evil.vn/..',
  `/q/${'A'.repeat(64)}.json`,
  `/q/${'a'.repeat(64)}.json`,
  `/q/${'a'.repeat(64)}.json/..%2f${CANARY}`,
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/respond/index.html',
  `/${CANARY}`,
  `/api/${CANARY}`,
]

/** Addresses and methods that must lead nowhere. */
export const REFUSED_ADDRESSES: readonly Refused[] = [
  ...LEADING_NOWHERE.map((address): Refused => ({
    number: address.includes('..') ? 52 : 53,
    name: `GET ${address}`,
    method: 'GET',
    path: () => address,
    status: 404,
    code: 'not_found',
  })),
  {
    number: 53,
    name: 'an address of 5 kB',
    method: 'GET',
    path: () => `/q/${'a'.repeat(5000)}`,
    status: 414,
    code: 'uri_too_long',
  },
  ...['PUT', 'DELETE', 'PATCH'].map((method): Refused => ({
    number: 53,
    name: `${method} of a submission`,
    method,
    headers: JSON_TYPE,
    body: text,
    status: 405,
    code: 'method_not_allowed',
  })),
]
