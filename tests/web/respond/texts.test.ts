import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../survey-definitions/language.ts'
import { TEXTS } from '../../../survey-definitions/respondent/texts/all-texts.ts'

/** Every text of a tree. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe.each(LANGUAGES)('texts in %s', (language) => {
  const texts = textsIn(TEXTS[language])

  it('are composed letters and never empty', () => {
    expect(texts.length).toBeGreaterThan(100)
    for (const text of texts) {
      expect(text.trim()).not.toBe('')
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toContain('undefined')
    }
  })

  it('never ask who the person is', () => {
    const asking =
      /họ (và )?tên của|nhập (tên|mã số thuế|email)|your name|enter your (name|e-?mail|tax)|请输入(姓名|税号)/i
    expect(texts.filter((text) => asking.test(text))).toEqual([])
  })
})

/** Shape of a tree: names of members, lengths of lists, and how often a text asks for a number or name. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return (value.split('|').at(-1) ?? '').split('#').length - 1
  if (Array.isArray(value)) return value.length
  return Object.fromEntries(Object.entries(value ?? {}).map(([name, part]) => [name, shapeOf(part)]))
}

it('all languages say the same: the same members, lists as long, the same places for numbers', () => {
  expect(shapeOf(TEXTS.zh)).toEqual(shapeOf(TEXTS.vi))
  expect(shapeOf({ ...TEXTS.en, later: { ...TEXTS.en.later, showMissed: '#' } })).toEqual(shapeOf(TEXTS.vi))
})

it('say in each language what an insider can do with nine submissions, and that a receipt finds no answers', () => {
  expect(TEXTS.vi.letter.notPrevented.join()).toMatch(/chín phiếu .* đường dẫn mở/)
  expect(TEXTS.en.letter.notPrevented.join()).toMatch(/nine sets .* open link/)
  expect(TEXTS.zh.letter.notPrevented.join()).toMatch(/公开链接提交九份/)
  expect(TEXTS.vi.later.aboutCode).toMatch(/chỉ chứng tỏ .* Không ai dùng mã này để tìm ra câu trả lời/)
  expect(TEXTS.en.later.aboutCode).toMatch(/received and nothing else: nobody can find answers with it/)
  expect(TEXTS.zh.later.aboutCode).toMatch(/任何人都不能用它找到回答/)
})
