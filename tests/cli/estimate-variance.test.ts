import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../analysis/sample.ts'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { csvLine } from '../../api/csv/csv-writer.ts'
import { responseRow, responsesHeader } from '../../api/csv/responses-csv.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { estimateSensitive } from '../../analysis/estimate-sensitive.ts'
import { TINY_EDITION } from '../support/definitions.ts'
import { RANDOMISED_KINDS } from '../support/randomised-kinds.ts'
import { EDITION, RESPONSES } from './cli-inputs.ts'
import { fileWith, runCli } from './run-cli.ts'

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true })
const run = (...options: readonly string[]) =>
  runCli('estimate', '--edition', EDITION, '--responses', fileWith(RESPONSES), ...options)

describe('estimate --variance', () => {
  it('makes errors by a bootstrap, the same for a seed, and leaves the figures as they are', () => {
    const taylor = rowsOf(run().out)
    const { out, code } = run('--variance', 'bootstrap', '--replicates', '200', '--seed', '4')
    const bootstrap = rowsOf(out)
    expect(code).toBe(0)
    expect(run('--variance', 'bootstrap', '--replicates', '200', '--seed', '4').out).toBe(out)
    expect(run('--variance', 'taylor').out).toBe(run().out)
    const figures = (rows: readonly Record<string, string>[]) =>
      rows.map(({ level, code: about, value, score, n }) => [level, about, value, score, n])
    expect(figures(bootstrap)).toEqual(figures(taylor))
    expect(new Set(bootstrap.map(({ variance }) => variance))).toEqual(new Set(['generalised-bootstrap']))
    const errorOf = (rows: readonly Record<string, string>[]) =>
      Number(rows.find(({ level }) => level === 'composite')?.['se'])
    expect(errorOf(bootstrap)).not.toBe(errorOf(taylor))
    expect(errorOf(bootstrap) / errorOf(taylor)).toBeGreaterThan(0.7)
    expect(errorOf(bootstrap) / errorOf(taylor)).toBeLessThan(1.4)
  })

  it.each([
    [['--variance', 'jackknife'], '--variance takes taylor or bootstrap, not "jackknife"'],
    [
      ['--variance', 'bootstrap', '--replicates', '99'],
      '--replicates takes a whole number from 100 up, not "99"',
    ],
    [['--variance', 'bootstrap', '--replicates', '100001'], '--replicates takes at most 100000, not 100001'],
    [['--variance', 'bootstrap', '--seed', 'x'], '--seed takes a whole number from 0 up, not "x"'],
    [['--seed', '7'], '--replicates and --seed go with --variance bootstrap'],
    [['--variance', 'taylor', '--replicates', '500'], '--replicates and --seed go with --variance bootstrap'],
  ])('ends with one line for %j', (options, message) => {
    expect(run(...options)).toEqual({ out: '', err: `${message}\n`, code: 2 })
  })
})

describe('estimate with a questionnaire that chance has a part in', () => {
  it('writes a row a sensitive statement after the scores', () => {
    const questionnaire = Questionnaire.parse(RANDOMISED_KINDS)
    const firms = [...simulateFirms({ questionnaire, values: {}, firms: 80, seed: 3 })]
    const row = responseRow(questionnaire)
    const responses =
      csvLine(responsesHeader(questionnaire)) + firms.map((firm) => csvLine(row(firm))).join('')
    const { out, err, code } = runCli(
      'estimate',
      '--edition',
      fileWith(TINY_EDITION),
      '--responses',
      fileWith(responses),
      '--questionnaire',
      fileWith(RANDOMISED_KINDS),
    )
    expect([err.includes('indicator-missing'), code]).toEqual([true, 0])
    const rows = rowsOf(out)
    expect(rows.slice(-4).map(({ level }) => level)).toEqual([
      'composite',
      'sensitive',
      'sensitive',
      'sensitive',
    ])
    const expected = estimateSensitive({ questionnaire, sample: sampleOf(questionnaire, firms) })
    expect(expected).toHaveLength(3)
    for (const one of expected) {
      expect(rows.find(({ code: item }) => item === one.item)).toEqual({
        level: 'sensitive',
        code: one.item,
        value: String(one.estimate),
        score: '',
        se: String(one.standardError),
        lower: String(one.lower),
        upper: String(one.upper),
        n: String(one.answers),
        target: '',
        probability: '',
        verdict: '',
        variance: 'taylor',
        guards: one.guards.join(' '),
      })
    }
  })
})
