import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCli } from './run-cli.ts'

/*
 * R 4.2.2, survey 4.1-1 on other designs: weights only, a simple random sample whose weights follow
 * from its fpc, two stages with an fpc each, units numbered anew in every stratum, every fifteenth
 * row of a national health survey, half-samples. milk is You & Chapman's (2006), list_race Kuklinski
 * et al.'s (1997), with the figures of R sae, metafor and list.
 */
const FOLDER = fileURLToPath(new URL('../truth/other-designs', import.meta.url))
const COPY = mkdtempSync(join(tmpdir(), 'pci-pulse-other-designs-'))
const TruthFile = z.object({
  designs: z.record(z.string(), z.object({ mean: z.json(), total: z.json() })),
  nhanes: z.object({ degf: z.json() }),
})
afterAll(() => rmSync(COPY, { recursive: true, force: true }))

describe('truth on other designs', () => {
  const { out, code } = runCli('truth', '--dir', FOLDER)

  it('reproduces every figure', () => {
    expect(out.trimEnd().split('\n').at(-1)).toBe('2564 reproduced, 0 wrong, 0 not covered')
    expect(code).toBe(0)
  })

  it.each([
    'weights.only mean: 152 of 152',
    'srs_fpc total: 19 of 19',
    'clus2 independence-test: 4 of 4',
    'nested logistic-regression: 6 of 6',
    'weights.only quantile-interval: 110 of 110',
    'nhanes.csv standardised-mean-by: 16 of 16',
    'BRR half-samples: 5 of 5',
    'fayHerriot places: 789 of 789',
    'listExperiment list-likelihood: 22 of 22',
    'randomisedResponse randomised-response: 28 of 28',
  ])('%s reproduced', (line) => {
    expect(out).toContain(`${line} reproduced`)
  })
})

describe('a design is what designs.json says of it', () => {
  it.each([
    ['the fpc of the second stage', 'clus2 mean', '"fpc1",\n      "fpc2"', '"fpc1"'],
    ['the strata', 'nested mean', '"strata": [\n      "part"\n    ]', '"strata": []'],
    ['the weights', 'weights.only total', '"weights": "pw"\n', '"weights": null\n'],
  ])('without %s its figures are wrong', (_what, group, before, after) => {
    const { out, code } = runCli(
      'truth',
      '--dir',
      changed('designs.json', (text) => text.replace(before, after)),
    )
    const [, reproduced, figures] = new RegExp(`^${group}: (\\d+) of (\\d+)`, 'm').exec(out) ?? []
    expect(Number(reproduced)).toBeLessThan(Number(figures))
    expect(code).toBe(1)
  })

  it('takes an fpc of shares, a column by itself, and null for none', () => {
    const folder = changed('designs.json', (text) =>
      text
        .replace('"fpc": [\n      "fpc"\n    ]', '"fpc": "fpc", "strata": null')
        .replace(/"weights": "WTMEC2YR"/, '"weights": "WTMEC2YR", "fpc": null'),
    )
    const table = join(folder, 'apisrs.csv')
    const text = readFileSync(table, 'utf8')
    const shares = text.replaceAll(',6194,', `,${200 / 6194},`)
    expect(shares).not.toBe(text)
    writeFileSync(table, shares)
    expect(runCli('truth', '--dir', folder).out).toMatch(/, 0 wrong, 0 not covered\n$/)
  })
})

describe('a folder with something wrong', () => {
  it.each([
    ['truth.json', () => '{"designs": ', /truth\.json: no JSON: /],
    ['truth.json', () => '[1, 2]', /truth\.json: Invalid input: expected record/],
    ['designs.json', () => '{"clus2": {"data": 7}}', /designs\.json: clus2: data: Invalid input/],
    [
      'designs.json',
      (text: string) => text.replace('fpc2', 'fpc9'),
      /designs\.json, clus2: .* no column fpc9/,
    ],
    [
      'designs.json',
      (text: string) => text.replace('apisrs.csv', 'none.csv'),
      /weights\.only: none\.csv is not/,
    ],
    [
      'designs.json',
      (text: string) => text.replace('"fpc"\n', '"snum"\n'),
      /row 14: snum says 63, but 200 units/,
    ],
    ['designs.json', (text: string) => text.replace('"pw"', '"acs.k3"'), /row 1: acs\.k3 holds no weight/],
    ['apiclus2.csv', (text: string) => `${text}1,2\n`, /apiclus2\.csv: row 128: 2 cells, the header has 20/],
    ['nhanes.csv', () => '', /nhanes\.csv: the file is empty/],
  ])('is told in one line: %s', (file, change, message) => {
    const { err, out, code } = runCli('truth', '--dir', changed(file, change))
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

let copies = 0

/** A copy of the folder, with means and totals alone, of which one file is changed. */
function changed(name: string, change: (text: string) => string): string {
  const folder = join(COPY, `${++copies}`)
  cpSync(FOLDER, folder, { recursive: true })
  const { designs, nhanes } = TruthFile.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')))
  writeFileSync(join(folder, 'truth.json'), JSON.stringify({ designs, nhanes }))
  const file = join(folder, name)
  const text = readFileSync(file, 'utf8')
  const other = change(text)
  expect(other).not.toBe(text)
  writeFileSync(file, other)
  return folder
}
