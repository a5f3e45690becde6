import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../survey-definitions/clean-text.ts'

describe('cleanText', () => {
  it.each([
    ['composes Vietnamese letters', 'Công ty Cổ phần'.normalize('NFD'), 'Công ty Cổ phần'],
    ['trims', '  hai dòng\n ', 'hai dòng'],
    ['keeps tabs and line feeds', 'một\thai\nba', 'một\thai\nba'],
    ['turns CR LF into LF', 'một\r\nhai', 'một\nhai'],
    ['removes bidirectional controls', 'a\u202Eb\u2066c\u2069d', 'abcd'],
    ['removes zero-width characters', 'a\u200Bb\u200Cc\u200Dd\uFEFFe', 'abcde'],
    ['removes tag characters', 'a\u{E0061}\u{E007F}b', 'ab'],
    ['composes across what it removed', 'e\u200B\u0301', 'é'],
    ['keeps joiners inside a family', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['keeps a joiner after a skin tone', '👩🏽‍💻', '👩🏽‍💻'],
    ['keeps a joiner after a variation selector', '❤️‍🔥', '❤️‍🔥'],
    ['removes a joiner that joins nothing', '👩\u200D.', '👩.'],
    ['leaves hostile words as they are', "'; DROP TABLE response;--", "'; DROP TABLE response;--"],
    ['empties a text of invisible characters', ' \u200B\uFEFF ', ''],
  ])('%s', (_, raw, text) => {
    expect(cleanText(raw, 200)).toEqual({ text })
  })

  it.each([
    ['NUL', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
    ['a carriage return alone', 'a\rb'],
    ['a lone surrogate', 'a\uD800'],
    ['five marks on a letter', `a${'\u0331'.repeat(5)}`],
    [
      'marks without end, which would take seconds to sort',
      `a${'\u0301'.repeat(16_000)}${'\u0316'.repeat(16_000)}`,
    ],
    ['marks hidden among invisible characters', `a${'\u0331\u200B'.repeat(5)}`],
  ])('refuses %s', (_, raw) => {
    expect(cleanText(raw, 200)).toEqual({ code: 'bad_text' })
  })

  it('takes four marks on a letter', () => {
    expect(cleanText(`a${'\u0331'.repeat(4)}`, 200)).toEqual({ text: `a${'\u0331'.repeat(4)}` })
  })

  it('counts code points, after cleaning', () => {
    expect(cleanText('😀'.repeat(2000), 2000)).toEqual({ text: '😀'.repeat(2000) })
    expect(cleanText('a'.repeat(2001), 2000)).toEqual({ code: 'too_long' })
    expect(cleanText(`${'ệ'.normalize('NFD').repeat(20)} \u200B`, 20)).toEqual({ text: 'ệ'.repeat(20) })
  })

  it('has nothing left to clean the second time', () => {
    const alphabet = fc.constantFrom(
      'a',
      'é',
      '👩',
      '❤',
      '\uFE0F',
      '\u200D',
      '\u200B',
      '\u0301',
      ' ',
      '\n',
      '🏽',
    )
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 12 }), (raw) => {
        const once = cleanText(raw, 200)
        fc.pre('text' in once)
        expect(cleanText(once.text, 200)).toEqual(once)
      }),
      { seed: 158, numRuns: 500 },
    )
  })
})
