import { describe, expect, it } from 'vitest'
import { SCALE_LINK_ERRORS } from '../../../survey-definitions/definition-error.ts'
import { scaleFileProblems, scaleFileWords } from '../../../web/desk/scale-file-words.ts'

const OWN = { score: 6, standardError: 0.2, firms: 120 }
const PAIR = { subIndex: 'land-access', own: OWN, official: 6.5, officialSampleSize: 145 }

describe('a file that leads to the scale, in words', () => {
  it('says what it is and of which years', () => {
    const indicators = [{ indicator: '5.01', min: 0, max: 1 }]
    expect(
      scaleFileWords({ format: 'pci-pulse/scale-profile/1', edition: 'e', year: 2023, indicators }),
    ).toBe('hồ sơ chỉ tiêu năm 2023, 1 chỉ tiêu')
    const pairs = [2023, 2022, 2023].map((year) => ({ ...PAIR, year }))
    expect(scaleFileWords({ format: 'pci-pulse/past-pairs/1', edition: 'e', pairs })).toBe(
      '3 cặp điểm các năm 2022, 2023',
    )
    const wave = {
      format: 'pci-pulse/baseline-wave/1',
      edition: 'e',
      year: 2023,
      officialSampleSize: 145,
    } as const
    expect(scaleFileWords({ ...wave, subIndices: [PAIR] })).toBe(
      'đợt khảo sát gốc năm 2023, 1 chỉ số thành phần',
    )
  })

  it('has words for everything that can be wrong with it', () => {
    for (const code of SCALE_LINK_ERRORS) {
      const [words] = scaleFileProblems([{ path: '/pairs', code: code.replaceAll('-', '_') }])
      expect(words).toMatch(/^\/pairs: (?!không hợp lệ)/)
    }
    expect(scaleFileProblems([{ path: '', code: 'other' }])).toEqual(['Tệp: không hợp lệ (mã other)'])
  })
})
