import { describe, expect, it } from 'vitest'
import type { CarelessComparison } from '../../../analysis/careless/careless-effect.ts'
import type { SensitiveEstimate } from '../../../analysis/estimation.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { carelessSentence, signalLines } from '../../../web/desk/careless-words.ts'
import { itemByCode } from '../../../web/desk/definition-lookup.ts'
import { scaleSentence } from '../../../web/desk/scale-words.ts'
import { guardWords, sensitiveStatement, shareTexts } from '../../../web/desk/sensitive-words.ts'
import { RANDOMISED_KINDS } from '../../support/randomised-kinds.ts'

describe('careless answers in words', () => {
  const compared: CarelessComparison = {
    status: 'compared',
    flagged: 1200,
    bySignal: {
      'long-run': 1300,
      'low-spread': 900,
      'far-from-others': null,
      'uneven-halves': 0,
      'near-duplicate': 12,
      fast: 0,
    },
    subIndices: [],
    composite: { with: 64.634, without: 63.1, downWeighted: null },
  }

  it('are counted, with the composite three ways', () => {
    expect(carelessSentence(compared)).toBe(
      '1.200 phiếu có từ hai dấu hiệu trả lời thiếu cẩn thận trở lên; các phiếu này vẫn được tính vào mọi kết quả. Điểm tổng hợp là 64,63 khi tính cả, 63,10 khi bỏ các phiếu đó, – khi giảm quyền số của chúng.',
    )
    expect(carelessSentence({ ...compared, composite: null })).not.toContain('Điểm tổng hợp')
  })

  it('are listed by signal, those of few firms without their number', () => {
    expect(signalLines(compared)).toEqual([
      'chọn liên tiếp một mức cho nhiều câu cùng thang: 1.300 phiếu',
      'hầu như chỉ dùng một mức: 900 phiếu',
      'kết hợp câu trả lời rất khác mọi phiếu khác: dưới 5 phiếu',
      'gần như trùng với một phiếu khác: 12 phiếu',
    ])
  })

  it('are said not to be compared or looked for', () => {
    expect(carelessSentence({ status: 'too-few' })).toContain('dưới 5 phiếu')
    expect(carelessSentence({ status: 'too-many', mostFirms: 20_000 })).toContain('trên 20.000 doanh nghiệp')
  })
})

describe('a question among those of its scale, in words', () => {
  const scale = {
    section: 'all',
    scale: 'agree',
    items: ['a', 'b', 'c'],
    firms: 60,
    alpha: 0.82,
    alphaError: 0.03,
    omega: 0.83,
    reversed: [],
  }

  it('is nothing where the questions go together', () => {
    expect(scaleSentence(scale, 'a')).toBeUndefined()
  })

  it('is that it goes against the others, or that they hardly go together', () => {
    expect(scaleSentence({ ...scale, reversed: ['b'] }, 'b')).toMatch(
      /^Câu này được trả lời ngược chiều .*3 câu/,
    )
    expect(scaleSentence({ ...scale, reversed: ['b'] }, 'a')).toBeUndefined()
    expect(scaleSentence({ ...scale, alpha: 0.414 }, 'a')).toContain('alpha của Cronbach 0,41')
  })
})

describe('sensitive statements in words', () => {
  const paid: SensitiveEstimate = {
    item: 'paid',
    design: 'crosswise',
    answers: 40,
    guards: [],
    estimate: 0.2041,
    standardError: 0.05,
    lower: -0.03,
    upper: 0.4,
  }

  it('are what is asked about', () => {
    const questionnaire = Questionnaire.parse(RANDOMISED_KINDS)
    const texts = ['gifts', 'paid', 'bribed'].map((code) => {
      const item = itemByCode(questionnaire, code)
      return item && sensitiveStatement(item)
    })
    expect(texts).toEqual([
      'Có biếu quà cán bộ để được việc',
      'Doanh nghiệp đã chi thêm ngoài quy định',
      'Doanh nghiệp có chi thêm ngoài quy định không?',
    ])
  })

  it('have a share and an interval, cut off where no share can be', () => {
    expect(shareTexts(paid)).toEqual({ share: '20,4%', interval: '0,0–40,0%' })
    expect(shareTexts({ ...paid, estimate: null, lower: null, upper: null })).toEqual({
      share: '–',
      interval: '–',
    })
  })

  it('say what speaks against leaning on them', () => {
    expect(guardWords(paid)).toBeUndefined()
    expect(guardWords({ ...paid, guards: ['too-few-firms', 'ceiling'] })).toMatch(
      /^Quá ít doanh nghiệp.*mọi câu đều đúng/,
    )
    expect(guardWords({ ...paid, estimate: -0.1 })).toContain('vượt ra ngoài 0–100%')
    expect(guardWords({ ...paid, estimate: null, guards: ['too-few-firms'] })).toBe(
      'Quá ít câu trả lời nên không có con số.',
    )
  })
})
