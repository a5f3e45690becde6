import { describe, expect, it } from 'vitest'
import { csvLine } from '../../api/csv/csv-writer.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { EDITION, HEADER, LANG_SON, PROVINCES, RESPONSES } from './cli-inputs.ts'
import { fileWith, runCli } from './run-cli.ts'

describe('bad input ends with exit 2 and one line that says what', () => {
  const responses = fileWith(RESPONSES)
  const withCell = (column: string, cell: string) => {
    const lines = RESPONSES.trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    const place = HEADER.indexOf(column)
    return fileWith(
      lines
        .map((cells, row) => cells.map((old, k) => (row === 2 && k === place ? cell : old)).join(','))
        .join('\n'),
    )
  }
  const withHeader = (change: (header: readonly string[]) => readonly string[]) =>
    fileWith(RESPONSES.replace(HEADER.join(','), change(HEADER).join(',')))
  const margins = (rows: string) => [
    '--responses',
    responses,
    '--margins',
    fileWith(`item,option,count\n${rows}\n`),
  ]
  const province = (...options: readonly string[]) => [
    '--provinces',
    PROVINCES,
    '--province',
    'Lang Son',
    ...options,
  ]

  const threeFirmsOf = (values: Readonly<Record<string, number>>) => {
    const provinces = fileWith({ provinces: [{ name: 'X', values }] })
    return ['--provinces', provinces, '--province', 'X', '--firms', '3', '--seed', '1']
  }

  it.each<[string, 'score' | 'simulate' | 'estimate', readonly string[], RegExp]>([
    [
      'a file that is not there',
      'score',
      ['--provinces', '/nowhere.json'],
      /nowhere\.json: cannot be read \(ENOENT\)/,
    ],
    ['bad JSON', 'score', ['--provinces', fileWith('{"a":')], /no JSON/],
    [
      'bytes that are no UTF-8',
      'score',
      ['--provinces', fileWith(Uint8Array.of(0x22, 0xff, 0x22))],
      /is not UTF-8/,
    ],
    [
      'provinces of the wrong form',
      'score',
      ['--provinces', fileWith({ provinces: [{ name: 'X', values: { '1.01': 'a' } }] })],
      /provinces\/0\/values\/1\.01/,
    ],
    ['no provinces', 'score', ['--provinces', fileWith({ provinces: [] })], /provinces/],
    [
      'a province twice',
      'score',
      [
        '--provinces',
        fileWith({
          provinces: [
            { name: 'X', values: {} },
            { name: 'X', values: {} },
          ],
        }),
      ],
      /X is there twice/,
    ],
    [
      'a year without weights',
      'score',
      ['--provinces', PROVINCES, '--weights-year', '1999'],
      /no composite weights for 1999/,
    ],
    [
      'a provinces file of such a year',
      'score',
      ['--provinces', fileWith({ year: 1999, provinces: [{ name: 'X', values: {} }] })],
      /1999/,
    ],
    [
      'a year that is no number',
      'score',
      ['--provinces', PROVINCES, '--weights-year', '2019a'],
      /--weights-year/,
    ],
    ['an option that is not known', 'score', ['--provinces', PROVINCES, '--year', '2019'], /--year/],
    ['a stray word', 'score', ['--provinces', PROVINCES, 'more'], /more/],
    ['an option without its value', 'score', ['--provinces'], /--provinces/],
    ['a missing option', 'score', [], /missing: --provinces/],
    ['no seed', 'simulate', province('--firms', '3'), /missing: --seed/],
    [
      'a province that is not there',
      'simulate',
      ['--provinces', PROVINCES, '--province', 'Atlantis', '--firms', '3', '--seed', '1'],
      /no province "Atlantis"/,
    ],
    ['no firms', 'simulate', province('--firms', '0', '--seed', '1'), /--firms/],
    ['a broken number of firms', 'simulate', province('--firms', '1.5', '--seed', '1'), /--firms/],
    ['a negative seed', 'simulate', province('--firms', '3', '--seed=-1'), /--seed/],
    ['a province without values', 'simulate', threeFirmsOf({}), /X has no value for 1\.01/],
    [
      'a file in percent',
      'simulate',
      threeFirmsOf({ ...LANG_SON, '4.02': 78.5 }),
      /item q4-02 \(4\.02 as share 78\.5\): 78\.5 is impossible here, from 0 to 1 can be/,
    ],
    [
      'a questionnaire of the wrong form',
      'simulate',
      province('--firms', '3', '--seed', '1', '--questionnaire', fileWith({})),
      /bad-shape/,
    ],
    ['no responses file', 'estimate', [], /missing: --responses/],
    ['an empty file', 'estimate', ['--responses', fileWith('')], /the file is empty/],
    ['a header alone', 'estimate', ['--responses', fileWith(csvLine(HEADER))], /has no responses/],
    [
      'a column that is not known',
      'estimate',
      ['--responses', withHeader((header) => header.with(0, 'tax-code'))],
      /not known: tax-code/,
    ],
    [
      'a column that is missing',
      'estimate',
      ['--responses', fileWith('legal-form,channel\nllc,open\n')],
      /missing: sector, size, founded/,
    ],
    [
      'a column twice',
      'estimate',
      ['--responses', withHeader((header) => header.with(0, 'sector'))],
      /twice: sector/,
    ],
    [
      'an option code that is not there',
      'estimate',
      ['--responses', withCell('q4-02', 'perhaps')],
      /row 3, column q4-02: .*perhaps.*bad_option/,
    ],
    [
      'an empty cell',
      'estimate',
      ['--responses', withCell('q4-02', '')],
      /row 3, column q4-02: cannot be read/,
    ],
    [
      'a number out of bounds',
      'estimate',
      ['--responses', withCell('q4-08', '101')],
      /row 3, column q4-08: .*out_of_range/,
    ],
    [
      'a number that is none',
      'estimate',
      ['--responses', withCell('q4-08', '0x10')],
      /row 3, column q4-08: cannot be read/,
    ],
    [
      'a tick that is neither 0 nor 1',
      'estimate',
      ['--responses', withCell('q6-02.land', 'yes')],
      /row 3, column q6-02/,
    ],
    [
      'a missing word in one column of several',
      'estimate',
      ['--responses', withCell('q6-02.land', 'refused')],
      /row 3, column q6-02/,
    ],
    [
      'a channel that there is not',
      'estimate',
      ['--responses', withCell('channel', 'post')],
      /row 3, column channel: not one of open, slip, invitation, interviewer: "post"/,
    ],
    ['a row too short', 'estimate', ['--responses', fileWith(`${csvLine(HEADER)}a,b\n`)], /row 2: 2 cells/],
    [
      'a margin of an unknown item',
      'estimate',
      margins('colour,red,5'),
      /row 2: no item has the code "colour"/,
    ],
    [
      'a margin of an unknown option',
      'estimate',
      margins('size,huge,5'),
      /row 2: item size has no option "huge"/,
    ],
    ['a margin that is no number', 'estimate', margins('size,under-5,many'), /row 2, column count/],
    ['a negative margin', 'estimate', margins('size,under-5,-1'), /row 2, column count/],
    [
      'a margin twice',
      'estimate',
      margins('size,under-5,1\nsize,under-5,2'),
      /row 3: size under-5 is there twice/,
    ],
    ['a margin of no single choice', 'estimate', margins('q4-08,5,1'), /q4-08 is no single choice/],
    ['margins of nought', 'estimate', margins('size,under-5,0'), /all counts of size are 0/],
    [
      'hard data without a province',
      'estimate',
      ['--responses', responses, '--hard', PROVINCES],
      /--hard and --province/,
    ],
    [
      'a scale link that is not known',
      'estimate',
      ['--responses', responses, '--scale-link', 'baseline'],
      /--scale-link takes none, edition, baseline-wave, past-pairs/,
    ],
    ['a confidence in percent', 'estimate', ['--responses', responses, '--confidence', '90'], /--confidence/],
    ['no confidence', 'estimate', ['--responses', responses, '--confidence', ''], /--confidence/],
    ['a plan of the wrong form', 'estimate', ['--responses', responses, '--plan', EDITION], /bad-shape/],
  ])('%s', (_name, command, options, message) => {
    const { out, err, code } = runCli(command, '--edition', EDITION, ...options)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('no edition', () => {
    expect(runCli('score', '--provinces', PROVINCES)).toMatchObject({ code: 2, err: 'missing: --edition\n' })
  })

  it('an edition of the wrong form', () => {
    const { code, err } = runCli(
      'score',
      '--edition',
      fileWith({ ...pci2017, scale: 'no' }),
      '--provinces',
      PROVINCES,
    )
    expect(code).toBe(2)
    expect(err).toContain('/scale bad-shape')
  })
})
