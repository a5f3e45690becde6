import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { estimate } from '../../analysis/estimate-sample.ts'
import { type ReleasedResponse, sampleOf } from '../../analysis/sample.ts'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { csvLine } from '../../api/csv/csv-writer.ts'
import { responseRow, responsesHeader } from '../../api/csv/responses-csv.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import pciFull from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import { fileWith, rowsOf, runCli } from './run-cli.ts'

const EDITION = fromRoot('survey-definitions/editions/pci-2017.json')
const PULSE = fromRoot('survey-definitions/questionnaires/pci-pulse.json')
const PLAN = fromRoot('survey-definitions/plans/lang-son-2024.json')
const PROVINCES = fromRoot('tests/truth/pci-2019-five-provinces.json')
const FIVE = JSON.parse(readFileSync(PROVINCES, 'utf8')) as {
  provinces: { name: string; official: Record<string, number>; values: Record<string, number> }[]
}
const FULL = Questionnaire.parse(pciFull)
const LANG_SON = FIVE.provinces.find(({ name }) => name === 'Lang Son')?.values ?? {}
const FIRMS: readonly ReleasedResponse[] = [
  ...simulateFirms({ questionnaire: FULL, values: LANG_SON, firms: 60, seed: 9 }),
]
const HEADER = responsesHeader(FULL)
const RESPONSES = responsesCsv(FIRMS)

describe('score', () => {
  it('prints every province, sub-index and the composite', () => {
    const { out, err, code } = runCli('score', '--edition', EDITION, '--provinces', PROVINCES)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out.split('\n')[0]).toBe('province,sub_index,score')
    const rows = rowsOf(out)
    expect(rows).toHaveLength(5 * 11)
    const informal = rows.find(
      (row) => row['province'] === 'Lang Son' && row['sub_index'] === 'informal-charges',
    )
    const official = FIVE.provinces.find(({ name }) => name === 'Lang Son')?.official['informal-charges']
    expect(Math.abs(Number(informal?.['score']) - (official ?? Number.NaN))).toBeLessThan(1e-4)
  })

  it('takes the weights of the year asked for', () => {
    const composite = (...options: readonly string[]) =>
      rowsOf(runCli('score', '--edition', EDITION, '--provinces', PROVINCES, ...options).out).find(
        (row) => row['sub_index'] === 'composite',
      )?.['score']
    expect(composite('--weights-year', '2018')).toBe(composite())
    expect(composite('--weights-year', '2024')).not.toBe(composite())
  })

  it('leaves a score empty where too much is missing, and says what', () => {
    const values = Object.fromEntries(Object.entries(LANG_SON).filter(([id]) => !id.startsWith('5.')))
    const { out, err, code } = runCli(
      'score',
      '--edition',
      EDITION,
      '--provinces',
      fileWith({ provinces: [{ name: 'X', values: { ...values, '5.01': null } }] }),
    )
    expect(code).toBe(0)
    expect(out).toContain('X,informal-charges,\n')
    expect(out).not.toContain('X,composite,\n')
    expect(err).toMatch(/^X: no value for 5\.01, 5\.02/)
  })

  it('takes an edition without Vietnamese names or values of the pilot province, with members of its own', () => {
    const bare = {
      ...pci2017,
      id: undefined,
      more: { of: 'this' },
      indicators: pci2017.indicators.map(({ langSon: _langSon, ...indicator }) => ({
        ...indicator,
        name: { en: 'x' },
      })),
    }
    expect(runCli('score', '--edition', fileWith(bare), '--provinces', PROVINCES)).toMatchObject({
      code: 0,
      err: '',
    })
  })
})

describe('simulate and estimate', () => {
  const simulate = (...options: readonly string[]) =>
    runCli('simulate', '--edition', EDITION, '--provinces', PROVINCES, '--province', 'Lang Son', ...options)

  it('simulate prints the responses of simulated firms, the same for a seed', () => {
    const { out, err, code } = simulate('--firms', '60', '--seed', '9')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toBe(RESPONSES)
  })

  it('estimate reads them and prints what the analysis found, to the last digit', () => {
    const { out, code } = runCli('estimate', '--edition', EDITION, '--responses', fileWith(RESPONSES))
    const expected = estimate({
      edition: Edition.parse(pci2017),
      questionnaire: FULL,
      sample: sampleOf(FULL, FIRMS),
      scaleLink: 'none',
    })
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('level,code,value,score,se,lower,upper,n,target,probability,verdict')
    const rows = rowsOf(out)
    expect(rows).toHaveLength(128 + 10 + 1)
    for (const {
      code: indicator,
      value,
      score,
      standardError,
      lower,
      upper,
      answers,
      item,
    } of expected.indicators) {
      const row = rows.find((one) => one['level'] === 'indicator' && one['code'] === indicator)
      expect(row).toEqual({
        level: 'indicator',
        code: indicator,
        value: text(value),
        score: text(score),
        se: text(standardError),
        lower: text(lower),
        upper: text(upper),
        n: item === null ? '' : String(answers),
        target: '',
        probability: '',
        verdict: '',
      })
    }
    const informal = expected.subIndices.find(({ code: subIndex }) => subIndex === 'informal-charges')
    expect(rows.find((row) => row['code'] === 'informal-charges')).toMatchObject({
      level: 'sub_index',
      value: '',
      score: text(informal?.score),
      se: text(informal?.standardError),
      n: '60',
      verdict: '',
    })
  })

  it('estimate takes columns in any order, CRLF, a byte order mark and no channel', () => {
    const order = HEADER.map((_name, place) => place).toReversed()
    const lines = RESPONSES.trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    const shuffled = lines.map((cells) =>
      order
        .filter((place) => HEADER[place] !== 'channel')
        .map((place) => cells[place])
        .join(','),
    )
    const one = runCli(
      'estimate',
      '--edition',
      EDITION,
      '--responses',
      fileWith(`\uFEFF${shuffled.join('\r\n')}\r\n`),
    )
    expect(one.out).toBe(runCli('estimate', '--edition', EDITION, '--responses', fileWith(RESPONSES)).out)
    expect(one.err).toContain('indicative')
  })

  it('estimate judges a plan’s targets when the scale is linked, and else says that it is not', () => {
    const run = (...options: readonly string[]) =>
      rowsOf(
        runCli(
          'estimate',
          '--edition',
          EDITION,
          '--responses',
          fileWith(RESPONSES),
          '--plan',
          PLAN,
          ...options,
        ).out,
      )
    const informal = (rows: ReturnType<typeof run>) => rows.find((row) => row['code'] === 'informal-charges')
    expect(informal(run())).toMatchObject({ target: '7.7', probability: '', verdict: 'no-verdict' })
    const linked = informal(run('--scale-link', 'edition'))
    expect(linked?.['verdict']).toBe('off-track')
    expect(Number(linked?.['probability'])).toBeLessThan(0.1)
    // Hard data of the pilot province come with its plan.
    expect(run().find((row) => row['code'] === '8.01')?.['value']).toBe('15')
  })

  it('estimate takes hard data of a province, and its year for the weights', () => {
    const run = (...options: readonly string[]) =>
      rowsOf(runCli('estimate', '--edition', EDITION, '--responses', fileWith(RESPONSES), ...options).out)
    const hard = run('--hard', PROVINCES, '--province', 'An Giang')
    const row = hard.find((one) => one['code'] === '3.11')
    expect(row).toMatchObject({ value: '36', se: '', n: '' })
    const composite = (rows: ReturnType<typeof run>) => rows.at(-1)?.['score']
    expect(composite(run('--hard', PROVINCES, '--province', 'An Giang', '--weights-year', '2024'))).not.toBe(
      composite(hard),
    )
  })

  it('estimate weights to margins', () => {
    const margins = 'item,option,count\nsize,under-5,900\nsize,5-to-9,50\nsize,10-to-49,50\n'
    const { out, err } = runCli(
      'estimate',
      '--edition',
      EDITION,
      '--responses',
      fileWith(RESPONSES),
      '--margins',
      fileWith(margins),
    )
    const expected = estimate({
      edition: Edition.parse(pci2017),
      questionnaire: FULL,
      sample: sampleOf(FULL, FIRMS),
      margins: [{ item: 'size', counts: { 'under-5': 900, '5-to-9': 50, '10-to-49': 50 } }],
      scaleLink: 'none',
    })
    expect(rowsOf(out).find((row) => row['code'] === '4.02')?.['value']).toBe(
      text(expected.indicators.find(({ code }) => code === '4.02')?.value),
    )
    expect(err).not.toContain('margin-not-met')
  })

  it('estimate has the confidence asked for', () => {
    const width = (confidence: string) => {
      const row = rowsOf(
        runCli(
          'estimate',
          '--edition',
          EDITION,
          '--responses',
          fileWith(RESPONSES),
          '--confidence',
          confidence,
        ).out,
      ).find((one) => one['code'] === '4.02')
      return Number(row?.['upper']) - Number(row?.['lower'])
    }
    expect(width('0.99')).toBeGreaterThan(width('0.8') * 1.9)
  })

  it('both take another questionnaire', () => {
    const { out, code } = simulate('--firms', '12', '--seed', '1', '--questionnaire', PULSE)
    expect(code).toBe(0)
    const estimated = runCli(
      'estimate',
      '--edition',
      EDITION,
      '--responses',
      fileWith(out),
      '--questionnaire',
      PULSE,
    )
    expect(estimated.code).toBe(0)
    expect(estimated.err).toContain('indicator-missing')
  })
})

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
    [
      'a province without values',
      'simulate',
      [
        '--provinces',
        fileWith({ provinces: [{ name: 'X', values: {} }] }),
        '--province',
        'X',
        '--firms',
        '3',
        '--seed',
        '1',
      ],
      /X has no value for 1\.01/,
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
      /--scale-link takes edition or none/,
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

function fromRoot(path: string): string {
  return new URL(`../../${path}`, import.meta.url).pathname
}

function responsesCsv(firms: readonly ReleasedResponse[]): string {
  const row = responseRow(FULL)
  return csvLine(HEADER) + firms.map((firm) => csvLine(row(firm))).join('')
}

function text(number: number | null | undefined): string {
  return number === null || number === undefined ? '' : String(number)
}
