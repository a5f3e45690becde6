import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../analysis/estimation.ts'
import { countRows, jointSentence } from '../../../web/desk/joint-words.ts'
import { settlingSentences } from '../../../web/desk/settling-words.ts'

const OPEN: NonNullable<Verdict['settling']> = {
  isSettled: false,
  firms: 3847,
  firmsIfRight: 165,
  reachable: null,
  planned: null,
  cannotSettle: false,
}

describe('what would settle a verdict, in words', () => {
  it('is how many firms, if the score stays and for sure', () => {
    expect(settlingSentences(OPEN, 100)).toEqual([
      'Nếu điểm giữ như hiện nay, cần khoảng 165 doanh nghiệp trả lời mới phân định được (hiện có 100).',
      'Muốn chắc chín phần mười là sẽ rõ, cần khoảng 3.847.',
    ])
    expect(settlingSentences({ ...OPEN, firms: null }, 100)[1]).toBe(
      'Không số phiếu nào bảo đảm chín phần mười là sẽ rõ, vì điểm còn có thể đổi khi có thêm phiếu.',
    )
  })

  it('says so where only a score that moves can settle it', () => {
    expect(settlingSentences({ ...OPEN, firmsIfRight: null, firms: 1799 }, 10)).toEqual([
      'Nếu điểm giữ như hiện nay thì bao nhiêu phiếu cũng chưa phân định được.',
      'Muốn chắc chín phần mười là sẽ rõ, cần khoảng 1.799.',
    ])
  })

  it('is nothing where more answers do not help, with the reason', () => {
    const stuck = { ...OPEN, firms: null, firmsIfRight: null, cannotSettle: true }
    expect(settlingSentences(stuck, 100)).toEqual([
      'Nếu điểm giữ như hiện nay, có thêm phiếu cũng không phân định được: phần sai số không giảm theo số phiếu đã quá lớn so với khoảng cách tới mục tiêu.',
    ])
    const planned = { firms: 145, onTrack: 0.004, offTrack: 0.002 }
    // The score may still move on the way there.
    expect(settlingSentences({ ...stuck, planned }, 100)).toHaveLength(2)
    const few = { ...stuck, firmsIfRight: 4200, reachable: 3900 }
    expect(settlingSentences(few, 100)).toEqual([
      'Nếu điểm giữ như hiện nay, có thêm phiếu cũng không phân định được: cần khoảng 4.200 doanh nghiệp trả lời, mà cả tỉnh chỉ có 3.900.',
    ])
  })

  it('says nothing of a clear verdict but what the plan may still change', () => {
    const clear = { ...OPEN, isSettled: true, firms: 100, firmsIfRight: 100 }
    expect(settlingSentences(clear, 100)).toEqual([])
    expect(
      settlingSentences({ ...clear, planned: { firms: 1450, onTrack: 0.62, offTrack: 0.003 } }, 100),
    ).toEqual(['Khi có đủ 1.450 phiếu: khả năng nhận định “đạt” 62%, “khó đạt” dưới 1%, vẫn chưa rõ 38%.'])
  })
})

describe('the targets together, in words', () => {
  it('are how likely all are met, and how many on average', () => {
    expect(jointSentence({ subIndices: ['a', 'b'], allMet: 0.2, expected: 1.1 })).toBe(
      'Xác suất đạt cả 2 mục tiêu có nhận định: 20%; trung bình đạt 1,1 mục tiêu.',
    )
  })

  it('are counted where counting says something', () => {
    expect(countRows({ atLeast: [1, 0.995, 0.7, 0.2, 0.004] })).toEqual([
      { count: 3, probability: 0.7 },
      { count: 4, probability: 0.2 },
    ])
    expect(countRows({ atLeast: [1, 0.995] })).toEqual([{ count: 2, probability: 0.995 }])
  })
})
