import { describe, expect, it } from 'vitest'
import { isSubmissionKey, newSubmissionKey } from '../../../web/respond/submission-key.ts'

describe('submission key', () => {
  it('is what the server takes for a key: 26 of Crockford’s digits', () => {
    for (let count = 0; count < 200; count += 1) {
      const key = newSubmissionKey()
      expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
      expect(key).toMatch(/^[0-9A-Za-z_-]{22,64}$/)
    }
  })

  it('uses all 32 digits about equally often', () => {
    const digits = Array.from({ length: 1000 }, newSubmissionKey).join('')
    const counts = new Map<string, number>()
    for (const digit of digits) counts.set(digit, (counts.get(digit) ?? 0) + 1)
    expect(counts.size).toBe(32)
    // 26,000 draws over 32 digits: 812.5 each, standard deviation 28; six of them is no accident.
    for (const count of counts.values()) expect(Math.abs(count - 812.5)).toBeLessThan(168)
  })

  it('refuses look-alikes and other lengths', () => {
    expect(isSubmissionKey('O'.repeat(26))).toBe(false)
    expect(isSubmissionKey('A'.repeat(25))).toBe(false)
    expect(isSubmissionKey(undefined)).toBe(false)
  })
})
