import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../api/csv/csv-reader.ts'
import { BYTE_ORDER_MARK, type Cell, csvLine, type LineEnd } from '../../api/csv/csv-writer.ts'

function parsed(text: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  readCsv(text, (header) => {
    rows.push(header)
    return (cells) => rows.push(cells)
  })
  return rows
}
const cell = (content: Cell) => csvLine([content]).slice(0, -1)

describe('a cell', () => {
  it.each([
    ['=HYPERLINK("http://e","x")', `"'=HYPERLINK(""http://e"",""x"")"`],
    ['+84 912 345 678', "'+84 912 345 678"],
    ['-5 triệu', "'-5 triệu"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['\0=1', "'\0=1"],
    ['  =1', "'  =1"],
    ['\uFEFF=1', "'\uFEFF=1"],
    ['\u00A0=1', "'\u00A0=1"],
    ['＝１＋１', "'＝１＋１"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
  ])('of text that starts like a formula is guarded: %j', (text, written) => {
    expect(cell(text)).toBe(written)
  })

  it.each([
    [-5, '-5'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e-7, '1e-7'],
    [Number.NaN, ''],
    [null, ''],
    ['under-5', 'under-5'],
    ['a;b', '"a;b"'],
    ['a"b', '"a""b"'],
    [' a', '" a"'],
    ['Lạng Sơn', 'Lạng Sơn'],
  ])('of %j is written %j', (content, written) => {
    expect(cell(content)).toBe(written)
  })

  it.each(['a","=1+1', '""""', 'x\ry', 'sep=;', "'=1", "''=1", "'plain"])(
    'of %j is read back as it was',
    (text) => {
      expect(parsed(csvLine(['head', 'other']) + csvLine([text, 'x']))[1]).toEqual([text, 'x'])
    },
  )
})

describe('a file', () => {
  it('is read back as it was written, whatever the text, line ends and byte order mark', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    const special = fc.stringMatching(/^[='"+\-@,;\r\n\t \uFEFF＝]{0,5}$/)
    const table = fc.array(fc.tuple(fc.oneof(text, special), fc.oneof(text, special)), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(table, fc.constantFrom<LineEnd>('\n', '\r\n'), fc.boolean(), (rows, lineEnd, withMark) => {
        const written = rows.map((row) => csvLine(row, lineEnd)).join('')
        expect(parsed((withMark ? BYTE_ORDER_MARK : '') + csvLine(['a', 'b'], lineEnd) + written)).toEqual([
          ['a', 'b'],
          ...rows,
        ])
      }),
      { numRuns: 500 },
    )
  })

  it('never has a line that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const content = parsed(`${csvLine(['a', 'b'])}${csvLine([text, 'x'])}`)[1]?.[0]
        const shown = cell(text).replace(/^"/, '')
        expect(content).toBe(text)
        expect(shown.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/)
      }),
    )
  })

  it('may lack the last line end and have empty lines', () => {
    expect(parsed('a,b\r\n\r\n1,2\r\n\r\n3,')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
    ])
  })

  it('has rows numbered as in a spreadsheet, empty ones too', () => {
    expect(() => parsed('\na,b\n\n\n1,2\n\n3\n')).toThrow('row 7: 1 cells, the header has 2')
    expect(parsed('\na;b\n\n\n\n1;2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('may come from an Excel whose list separator is a semicolon', () => {
    expect(parsed('a;b\r\n1;"2;3"\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2;3'],
    ])
  })

  it.each([
    ['', 'the file is empty'],
    ['\uFEFF', 'the file is empty'],
    ['a,b\n1\n', 'row 2: 1 cells, the header has 2'],
    ['a,b\n1,2\n1,2,3\n', 'row 3: 3 cells, the header has 2'],
    ['a\n"b', 'row 2: a quote is out of place or never closed'],
    ['a\n"b"c\n', 'row 2: a quote is out of place'],
  ])('that is none is refused: %j', (text, message) => {
    expect(() => parsed(text)).toThrow(message)
  })
})
