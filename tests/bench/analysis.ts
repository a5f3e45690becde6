import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { FIRM_BYTES, writeAnswers } from './bench-columns.ts'
import { writeForR } from './bench-csv.ts'

// node tests/bench/analysis.ts [--r FIRMS] [--runs RUNS]
// CPU time and peak memory of the analysis, beside R survey where that is installed: the table of
// docs/speed.md. R does up to 10,000 firms, or as many as --r says.
const numberOf = (name: string, otherwise: number): number => {
  const place = process.argv.indexOf(name)
  return place < 0 ? otherwise : Number(process.argv[place + 1])
}
const [runs, mostForR] = [numberOf('--runs', 3), numberOf('--r', 10_000)]
const folder = mkdtempSync(join(tmpdir(), 'pci-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

interface Spent {
  readonly cpu: number
  /** CPU time of the first time in the process; R's code is compiled before. */
  readonly first?: number
  readonly megabytes: number
  readonly figure: number
}

const LARGEST = 1_000_000
let taylorAtLargest = Number.NaN
const hasR = spawnSync('Rscript', ['-e', 'library(survey)'], { stdio: 'ignore' }).status === 0
if (!hasR) console.log('R with survey: not installed\n')

const memory = spentBy('memory', 0)
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model}; one thread reads ${memory.figure.toFixed(1)} GB/s\n`,
)
console.log(
  '| job | firms | CPU s, first time | CPU s, again | peak MB | mean error of shares | R survey CPU s | peak MB | its mean error |',
)
console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|')
for (const firms of [1000, 10_000, 100_000, LARGEST]) {
  writeAnswers(answersOf(firms), firms)
  if (hasR && firms <= mostForR) writeForR(folder, answersOf(firms), firms)
  report('taylor', firms)
  if (firms <= 100_000) report('bootstrap', firms)
  if (firms <= 100_000) report('plain-bootstrap', firms)
  rmSync(answersOf(firms))
}

const bytes = LARGEST * FIRM_BYTES
// Others on the machine slow one measurement or the other.
const rate = Math.max(memory.figure, spentBy('memory', 0).figure)
const limit = bytes / (rate * 1e9)
console.log(
  `\nReading ${(bytes / 1e6).toFixed(0)} MB of answers once at ${rate.toFixed(1)} GB/s takes ${limit.toFixed(4)} s; ` +
    `the Taylor run of ${LARGEST.toLocaleString('en')} firms takes ${(taylorAtLargest / limit).toFixed(0)} times that`,
)

function answersOf(firms: number): string {
  return join(folder, `answers-${firms}`)
}

function report(job: 'taylor' | 'bootstrap' | 'plain-bootstrap', firms: number): void {
  const spent = medianOf(Array.from({ length: runs }, () => spentBy(job, firms)))
  const byR = hasR && firms <= mostForR && job !== 'plain-bootstrap' ? spentByR(job) : undefined
  console.log(
    `| ${job} | ${firms.toLocaleString('en')} | ${spent.first?.toFixed(2)} | ${cells(spent)} | ${byR ? cells(byR) : '| |'} |`,
  )
  if (job === 'taylor' && firms === LARGEST) taylorAtLargest = spent.cpu
}

function cells({ cpu, megabytes, figure }: Spent): string {
  return `${cpu.toFixed(2)} | ${megabytes.toFixed(0)} | ${figure.toPrecision(4)}`
}

function spentBy(job: string, firms: number): Spent {
  const script = join(import.meta.dirname, 'analysis-job.ts')
  return parsed(
    execFileSync(process.execPath, [script, job, answersOf(firms), String(firms)], { encoding: 'utf8' }),
  )
}

function spentByR(job: string): Spent {
  const script = join(import.meta.dirname, 'analysis.R')
  const files = ['answers.csv', 'columns.csv', 'margins.csv'].map((name) => join(folder, name))
  return parsed(execFileSync('Rscript', [script, job, ...files], { encoding: 'utf8' }))
}

function parsed(text: string): Spent {
  return JSON.parse(text) as Spent
}

/** The median CPU time, with the largest memory. */
function medianOf(all: readonly Spent[]): Spent {
  const sorted = all.toSorted((a, b) => a.cpu - b.cpu)
  const middle = sorted[sorted.length >> 1]
  if (!middle) throw new Error('nothing was run')
  return { ...middle, megabytes: Math.max(...all.map(({ megabytes }) => megabytes)) }
}
