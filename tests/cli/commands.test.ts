import { describe, expect, it } from 'vitest'
import { estimate } from '../../analysis/estimate-sample.ts'
import { sampleOf } from '../../analysis/sample.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import {
  EDITION,
  FIRMS,
  FIVE,
  FULL,
  HEADER,
  LANG_SON,
  PLAN,
  PROVINCES,
  PULSE,
  RESPONSES,
} from './cli-inputs.ts'
import { fileWith, rowsOf, runCli } from './run-cli.ts'

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
    const { out, err, code } = runCli('estimate', '--edition', EDITION, '--responses', fileWith(RESPONSES))
    const expected = estimate({
      edition: Edition.parse(pci2017),
      questionnaire: FULL,
      sample: sampleOf(FULL, FIRMS),
      hardValues: Object.fromEntries(
        pci2017.indicators.flatMap(({ id, source, langSon }) =>
          source === 'hard' ? [[id, langSon['2019']]] : [],
        ),
      ),
      scaleLink: 'none',
    })
    expect(code).toBe(0)
    expect(err).toContain("Without --hard, hard values are the edition's own of Lang Son, 2019.\n")
    expect(err).not.toContain('off the path')
    expect(out.split('\n')[0]).toBe(
      'level,code,value,score,se,lower,upper,n,target,probability,verdict,variance,guards',
    )
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
        variance: 'taylor',
        guards: '',
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

function text(number: number | null | undefined): string {
  return number === null || number === undefined ? '' : String(number)
}
