import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import pciFull from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import { type Coverage, measureCoverage, type OfficialProvince } from './measure-coverage.ts'

// node tests/bench/coverage.ts [PROVINCES.json [SAMPLES [FIRMS [SEED]]]]
// The table of docs/coverage.md; exit 1 when a coverage is out of 85-95 %.
const [
  file = fileURLToPath(new URL('../../../shared/truth/pci-2019-provinces.json', import.meta.url)),
  ...numbers
] = process.argv.slice(2)
const [samples = 20, firms = 150, seed = 20_190_000] = numbers.map(Number)
const { provinces } = JSON.parse(readFileSync(file, 'utf8')) as { provinces: readonly OfficialProvince[] }

const rows = measureCoverage({
  edition: Edition.parse(pci2017),
  questionnaire: Questionnaire.parse(pciFull),
  provinces,
  samples,
  firms,
  seed,
})
const overall: Coverage = {
  subIndex: 'all',
  intervals: total(({ intervals }) => intervals),
  covered: total(({ covered }) => covered),
  scoreBelow: total(({ scoreBelow }) => scoreBelow),
  scoreAbove: total(({ scoreAbove }) => scoreAbove),
  errorRatio: Math.sqrt(total(({ errorRatio }) => errorRatio ** 2) / rows.length),
  meanStandardError: total(({ meanStandardError }) => meanStandardError) / rows.length,
}

console.log(
  `${provinces.length} provinces x ${samples} samples of ${firms} firms, seed ${seed}, 90 % intervals\n`,
)
console.log('| sub-index | intervals | covered | estimate too low | too high | error ratio | mean SE |')
console.log('|---|--:|--:|--:|--:|--:|--:|')
for (const row of [...rows, overall]) console.log(line(row))
const outside = [...rows, overall].filter(
  ({ covered, intervals }) => Math.abs(covered / intervals - 0.9) > 0.05,
)
if (outside.length > 0) {
  console.error(`out of 85-95 %: ${outside.map(({ subIndex }) => subIndex).join(', ')}`)
  process.exitCode = 1
}

function total(figure: (row: Coverage) => number): number {
  return rows.reduce((sum, row) => sum + figure(row), 0)
}

function line({
  subIndex,
  intervals,
  covered,
  scoreBelow,
  scoreAbove,
  errorRatio,
  meanStandardError,
}: Coverage): string {
  const percent = (count: number): string => `${((100 * count) / intervals).toFixed(1)} %`
  const cells = [subIndex, intervals, percent(covered), percent(scoreBelow), percent(scoreAbove)]
  return `| ${[...cells, errorRatio.toFixed(3), meanStandardError.toFixed(3)].join(' | ')} |`
}
