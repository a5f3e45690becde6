import { describe, expect, it } from 'vitest'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import langSon2024 from '../../survey-definitions/plans/lang-son-2024.json' with { type: 'json' }
import { csvLine } from '../../api/csv/csv-writer.ts'
import { EDITION, FULL, HEADER, PROVINCES, PULSE, RESPONSES } from './cli-inputs.ts'
import { fileWith, rowsOf, runCli } from './run-cli.ts'

const simulate = (...options: readonly string[]) =>
  runCli('simulate', '--provinces', PROVINCES, '--province', 'Lang Son', ...options)

describe('what fits only in part is taken as far as it fits', () => {
  it('score takes an edition whose weights are rounded', () => {
    const rounded = {
      ...pci2017,
      indicators: pci2017.indicators.map((indicator) => ({
        ...indicator,
        weight: Number(indicator.weight.toFixed(4)),
      })),
    }
    expect(runCli('score', '--edition', fileWith(rounded), '--provinces', PROVINCES)).toMatchObject({
      code: 0,
      err: '',
    })
  })

  it('estimate takes no values of the pilot province for the plan of another', () => {
    const plan = fileWith({
      ...langSon2024,
      province: { code: 'ha-noi', name: 'Ha Noi', title: { vi: 'Hà Nội', en: 'Ha Noi' } },
    })
    const { out, err } = runCli(
      'estimate',
      '--edition',
      EDITION,
      '--responses',
      fileWith(RESPONSES),
      '--plan',
      plan,
    )
    expect(rowsOf(out).find((row) => row['code'] === '8.01')?.['value']).toBe('')
    expect(err).not.toContain('Lang Son')
  })

  it('estimate leaves out answers that the firm’s own answers lead past, and says how many', () => {
    const lines = RESPONSES.trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    const conditional = FULL.sections
      .flatMap(({ items }) => items)
      .filter((item) => item.kind === 'integer' && item.showIf && item.indicators.length > 0)
      .map(({ code }) => HEADER.indexOf(code))
    let changed = 0
    for (const cells of lines.slice(1)) {
      for (const place of conditional) {
        if (cells[place] !== 'not-asked') continue
        cells[place] = '3'
        changed++
      }
    }
    expect(changed).toBeGreaterThan(0)
    const run = (csv: string) => runCli('estimate', '--edition', EDITION, '--responses', fileWith(csv))
    const [straight, strayed] = [run(RESPONSES), run(lines.map((cells) => cells.join(',')).join('\n'))]
    expect(strayed.out).toBe(straight.out)
    expect(strayed.err).toContain(`${changed} answers off the path left out\n`)
  })

  it('both take an edition that lacks what the built-in questionnaire asks, and say so once', () => {
    const own = pci2017.indicators.filter(({ subIndex }) => subIndex === 'informal-charges')
    const edition = fileWith({
      ...pci2017,
      indicators: pci2017.indicators
        .filter(({ id }) => id !== '5.01')
        .map((indicator) =>
          indicator.subIndex === 'informal-charges'
            ? { ...indicator, weight: 1 / (own.length - 1) }
            : indicator,
        ),
    })
    const simulated = simulate('--firms', '12', '--seed', '1', '--edition', edition)
    const { out, err, code } = runCli(
      'estimate',
      '--edition',
      edition,
      '--responses',
      fileWith(simulated.out),
    )
    const line = 'The edition lacks 5.01: their questions count for nothing.\n'
    expect({ code, lines: err.split(line).length - 1 }).toEqual({ code: 0, lines: 1 })
    expect(simulated).toMatchObject({ code: 0, err: line })
    expect(rowsOf(out).some((row) => row['code'] === '5.01')).toBe(false)
    expect(rowsOf(out).find((row) => row['code'] === '5.02')?.['value']).not.toBe('')
  })

  it('estimate leaves error and bounds empty where only statistics make a score', () => {
    const edition = fileWith({
      ...pci2017,
      indicators: pci2017.indicators
        .filter(({ id, subIndex }) => subIndex !== 'business-support' || id === '8.01')
        .map((indicator) => (indicator.id === '8.01' ? { ...indicator, weight: 1 } : indicator)),
    })
    const { out } = runCli('estimate', '--edition', edition, '--responses', fileWith(RESPONSES))
    const row = rowsOf(out).find((one) => one['code'] === 'business-support')
    expect(row).toMatchObject({ se: '', lower: '', upper: '' })
    expect(row?.['score']).not.toBe('')
  })
})

describe('what does not fit', () => {
  const responses = fileWith(RESPONSES)
  const withIndicator = (change: object) =>
    fileWith({
      ...pci2017,
      indicators: pci2017.indicators.map((indicator) =>
        indicator.id === '4.02' ? { ...indicator, ...change } : indicator,
      ),
    })

  it.each<[string, 'simulate' | 'estimate', readonly string[], RegExp]>([
    [
      'an edition that measures otherwise than the questionnaire counts',
      'estimate',
      ['--responses', responses, '--edition', withIndicator({ statistic: 'median' })],
      /indicator-of-another-kind: item q4-\d+: 4\.02 is a median, not a share/,
    ],
    [
      'an edition that takes from statistics what the questionnaire counts',
      'simulate',
      [
        '--provinces',
        PROVINCES,
        '--province',
        'Lang Son',
        '--firms',
        '3',
        '--seed',
        '1',
        '--edition',
        withIndicator({ source: 'hard', statistic: 'hard' }),
      ],
      /hard-indicator-counted: item q4-\d+: 4\.02 does not come from firms/,
    ],
    [
      'a named questionnaire that counts what the edition lacks',
      'estimate',
      [
        '--responses',
        responses,
        '--questionnaire',
        PULSE,
        '--edition',
        fileWith({
          ...pci2017,
          indicators: pci2017.indicators.map((indicator) =>
            indicator.id.startsWith('5.') ? { ...indicator, id: `x${indicator.id}` } : indicator,
          ),
        }),
      ],
      /unknown-indicator: item q\S+: the edition has no indicator 5\./,
    ],
    [
      'a confidence that leaves nothing out',
      'estimate',
      ['--responses', responses, '--confidence', '0.9999999999999999'],
      /--confidence 0\.9999999999999999 is too close to 1/,
    ],
    [
      'margins that add to no number',
      'estimate',
      [
        '--responses',
        responses,
        '--margins',
        fileWith('item,option,count\nsize,under-5,1e308\nsize,5-to-9,1e308\n'),
      ],
      /the counts of size are too large to add/,
    ],
    [
      'a bad cell after an empty line',
      'estimate',
      [
        '--responses',
        fileWith(`${csvLine(HEADER)}\n\n${(RESPONSES.split('\n')[1] ?? '').replace(/[^,]+$/, 'post')}\n`),
      ],
      /row 4, column channel/,
    ],
  ])('%s, ends with exit 2 and one line', (_name, command, options, message) => {
    const { out, err, code } = runCli(command, '--edition', EDITION, ...options)
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})
