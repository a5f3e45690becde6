import process from 'node:process'
import { estimateColumns } from '../../analysis/columns/estimate-columns.ts'
import { bootstrapScores } from '../../analysis/replicates/bootstrap-scores.ts'
import { bootstrapSpread } from '../../analysis/replicates/bootstrap-spread.ts'
import { edition, hardValues, indicators, margins, readAnswers } from './bench-columns.ts'

// node tests/bench/analysis-job.ts taylor|bootstrap|plain-bootstrap|memory FILE FIRMS
// One job of tests/bench/analysis.ts in a process of its own, which prints what it took.
const [job = '', file = '', firms = '0'] = process.argv.slice(2)
// Once as a process that has just started does it, compiling as it goes, and once as a server does.
const first = spentOn(work)
const again = job === 'memory' ? first : spentOn(work)
console.log(JSON.stringify({ ...again, first: first.cpu, megabytes: process.resourceUsage().maxRSS / 1024 }))

function spentOn(act: () => number): { readonly cpu: number; readonly figure: number } {
  const before = process.cpuUsage()
  const figure = act()
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1e6, figure }
}

/** Does the job; hands back the mean standard error of the shares, which shows that it was done. */
function work(): number {
  if (job === 'memory') return gigabytesPerSecond()
  const source = readAnswers(file, Number(firms))
  const terms = { edition, margins, hardValues }
  if (job === 'taylor') {
    const errors = estimateColumns(source, terms).indicators.map(
      ({ code, valueStandardError }) => [code, valueStandardError] as const,
    )
    return meanOfShares(new Map(errors))
  }
  const kernel = job === 'plain-bootstrap' ? ('plain' as const) : undefined
  const { values, unmet } = bootstrapScores(source, { ...terms, replicates: 500, seed: 1, kernel })
  if (unmet > 0) console.error(`${unmet} replicates could not be raked`)
  return meanOfShares(new Map(values.map((value) => [value.code, bootstrapSpread(value, 0.9).standardError])))
}

function meanOfShares(errors: ReadonlyMap<string, number | null>): number {
  const shares = indicators.filter(({ as }) => as === 'share')
  return shares.reduce((sum, { indicator }) => sum + (errors.get(indicator) ?? Number.NaN), 0) / shares.length
}

/** How fast one thread reads memory: a search for a byte that is not there, which is native code. */
function gigabytesPerSecond(): number {
  const memory = Buffer.alloc(256 * 2 ** 20, 7)
  const rates = Array.from({ length: 9 }, () => {
    const start = performance.now()
    if (memory.includes(1)) throw new Error('The byte is there')
    return memory.length / 1e6 / (performance.now() - start)
  })
  return Math.max(...rates)
}
