import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../analysis/estimation.ts'
import { scaleWords, verdictReason, verdictSummary, verdictWord } from '../../../web/desk/verdict-words.ts'

function verdict(kind: Verdict['kind'], reason: Verdict['reason'] = null): Verdict {
  return {
    kind,
    reason,
    probability: null,
    probabilityTrue: null,
    scaleLink: null,
    isApproximate: false,
    parts: null,
    forecast: null,
    settling: null,
  }
}

describe('verdicts in words', () => {
  it('says why there is none', () => {
    const withheld = verdict('no-verdict', 'scale-not-linked')
    expect(verdictWord(withheld)).toBe('chưa đủ căn cứ')
    expect(verdictReason(withheld)).toBe('chưa quy về thang điểm công bố')
    expect(verdictReason(verdict('on-track'))).toBe('')
  })

  it('names the way onto the scale, and says when the scale is approximate', () => {
    const linked = verdict('on-track')
    expect(scaleWords({ ...linked, scaleLink: 'edition', isApproximate: true })).toBe(
      'theo thang của bộ chỉ số, thang gần đúng',
    )
    expect(scaleWords({ ...linked, scaleLink: 'baseline-wave' })).toBe(
      'theo mức thay đổi so với đợt khảo sát gốc',
    )
    expect(scaleWords(linked)).toBeUndefined()
  })

  it('counts them from the best to the one that says nothing', () => {
    const verdicts = [verdict('off-track'), verdict('on-track'), verdict('too-close'), verdict('on-track')]
    expect(verdictSummary(verdicts)).toBe('2 đạt, 1 chưa rõ, 1 khó đạt')
    expect(verdictSummary([])).toBe('')
  })
})
