import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../web/respond/texts.ts'

/** Every text of a tree, functions called with samples of what the page gives them. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function')
    return [0, 1, 12].map((count) => String(Reflect.apply(value, undefined, [count, 9])))
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  throw new Error(`Not a text: ${typeof value}`)
}

describe.each(['vi', 'en'] as const)('texts in %s', (language) => {
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
    const asking = /họ (và )?tên của|nhập (tên|mã số thuế|email)|your name|enter your (name|e-?mail|tax)/i
    expect(texts.filter((text) => asking.test(text))).toEqual([])
  })
})

it('both languages have as many lines in each list', () => {
  const lists = (value: unknown): readonly number[] =>
    Array.isArray(value)
      ? [value.length]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(lists)
        : []
  expect(lists(TEXTS.vi)).toEqual(lists(TEXTS.en))
})

it('say in both languages what an insider can do with nine submissions, and that a receipt finds no answers', () => {
  expect(TEXTS.vi.intro.notPrevented.join()).toMatch(/chín phiếu .* đường dẫn mở/)
  expect(TEXTS.en.intro.notPrevented.join()).toMatch(/nine sets .* open link/)
  expect(TEXTS.vi.receipt.aboutCode).toMatch(/chỉ chứng tỏ .* Không ai dùng mã này để tìm ra câu trả lời/)
  expect(TEXTS.en.receipt.aboutCode).toMatch(/received and nothing else: nobody can find answers with it/)
})
