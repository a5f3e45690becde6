import { describe, expect, it } from 'vitest'
import { enrolmentToken, isSecureAddress, isThisMachine } from '../../../web/desk/enrolment-token.ts'

const TOKEN = 'exgvkwxmwy4mhsgr6udcp4nxqq'

describe('enrolmentToken', () => {
  it.each([`http://localhost:8787/desk#enrol=${TOKEN}`, ` https://khaosat.vn/desk#enrol=${TOKEN}\n`, TOKEN])(
    'finds the token in %j',
    (pasted) => {
      expect(enrolmentToken(pasted)).toBe(TOKEN)
    },
  )

  it.each(['', 'http://localhost:8787/desk', 'http://localhost:8787/desk#enrol=', 'xin chào', '#other=abc'])(
    'finds none in %j',
    (pasted) => {
      expect(enrolmentToken(pasted)).toBeUndefined()
    },
  )
})

describe('addresses', () => {
  it.each([
    ['https:', 'khaosat.vn', true],
    ['http:', 'localhost', true],
    ['http:', '127.0.0.1', true],
    ['http:', '192.168.1.20', false],
    ['http:', 'localhost.khaosat.vn', false],
  ])('%s//%s keeps a session: %s', (protocol, hostname, expected) => {
    expect(isSecureAddress({ protocol, hostname })).toBe(expected)
  })

  it('knows that a phone cannot follow an address of this machine', () => {
    expect(isThisMachine('localhost')).toBe(true)
    expect(isThisMachine('khaosat.langson.gov.vn')).toBe(false)
  })
})
