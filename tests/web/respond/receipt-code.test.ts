import { describe, expect, it } from 'vitest'
import { keyMarksOf } from '../../../api/submissions/key-marks.ts'
import { groupedCode } from '../../../survey-definitions/respondent/views/receipt-view.ts'
import { isReceiptCode } from '../../../web/respond/receipt-code.ts'
import { newSubmissionKey } from '../../../web/respond/submission-key.ts'

describe('receipt code', () => {
  it('is what the server makes of a key, and never the key', async () => {
    const key = newSubmissionKey()
    const { receipt } = await keyMarksOf(key)
    expect(isReceiptCode(receipt)).toBe(true)
    expect(receipt).not.toBe(key)
  })

  it('is shown in groups that lose nothing', () => {
    const code = 'ABCDEFGHJKMNPQRSTVWXYZ0123'
    expect(groupedCode(code)).toBe('ABCDE FGHJK MNPQR STVWX YZ0123')
    expect(groupedCode(code).replaceAll(' ', '')).toBe(code)
  })

  it.each(['', 'A'.repeat(25), 'O'.repeat(26), 'a'.repeat(26), undefined, 26])('is not %j', (value) => {
    expect(isReceiptCode(value)).toBe(false)
  })
})
