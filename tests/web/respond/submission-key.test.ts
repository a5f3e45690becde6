import { describe, expect, it } from 'vitest'
import { newSubmissionKey } from '../../../web/respond/submission-key.ts'

describe('submission key', () => {
  it('is what the server takes for a key: 128 random bits', () => {
    for (let count = 0; count < 200; count += 1) {
      expect(newSubmissionKey()).toMatch(/^[0-9a-f]{32}$/)
      expect(newSubmissionKey()).toMatch(/^[0-9A-Za-z_-]{22,64}$/)
    }
  })

  it('uses all 16 digits about equally often', () => {
    const digits = Array.from({ length: 1000 }, newSubmissionKey).join('')
    const counts = new Map<string, number>()
    for (const digit of digits) counts.set(digit, (counts.get(digit) ?? 0) + 1)
    expect(counts.size).toBe(16)
    // 32,000 draws over 16 digits: 2000 each, standard deviation 43; six of them is no accident.
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(260)
  })
})
