import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from '../../../api/http/json-scan.ts'

describe('jsonFault', () => {
  it.each([
    ['{"a":1,"a":2}', 'duplicate_key'],
    [String.raw`{"a":1,"\u0061":2}`, 'duplicate_key'],
    ['{"x":{"a":1,"b":[{"a":1}],"a":2}}', 'duplicate_key'],
    ['{"":1,"" :2}', 'duplicate_key'],
    ['[[[[[[[[[]]]]]]]]]', 'too_deep'],
    ['{"a":[{"a":[{"a":[{"a":[{"a":1}]}]}]}]}', 'too_deep'],
    [String.raw`"\ud800"`, 'bad_unicode'],
    [String.raw`{"\udfff":1}`, 'bad_unicode'],
    [String.raw`["\\\ud83d"]`, 'bad_unicode'],
  ])('finds in %s: %s', (json, fault) => {
    JSON.parse(json)
    expect(jsonFault(json)).toBe(fault)
  })

  it.each([
    '[[[[[[[[]]]]]]]]',
    '{"a":{"a":{"a":1}},"b":["a","a",{"a":1},{"a":2}]}',
    String.raw`{"a":"\"a\":1,\"a\":2","b":"[[[[[[[[[[[["}`,
    String.raw`"\ud83d\ude42"`,
    String.raw`"\\ud800"`,
    '["a","a"]',
    '7',
  ])('finds nothing wrong with %s', (json) => {
    expect(jsonFault(json)).toBeUndefined()
  })

  it('finds nothing wrong with what JSON.stringify writes, unless it is too deep', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
        const fault = jsonFault(JSON.stringify(value))
        expect(fault).toBe(fault === undefined ? undefined : 'too_deep')
      }),
    )
  })

  it('takes its time for a long string, not more', () => {
    const json = JSON.stringify({ a: String.raw`\"`.repeat(30_000) })
    const start = performance.now()
    expect(jsonFault(json)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(200)
  })
})
