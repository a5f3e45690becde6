import { readFileSync } from 'node:fs'

/** Expenditure on milk in 43 places (You & Chapman 2006), as R's sae ships it, with its figures. */
const [, ...rows] = readFileSync(new URL('../../truth/other-designs/milk.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((row) => row.split(',').map(Number))

const column = (place: number): Float64Array => Float64Array.from(rows, (row) => row[place] ?? Number.NaN)
const areas = column(2)

export const milk = {
  estimates: column(0),
  variances: column(1).map((error) => error ** 2),
  covariates: [areas.map(() => 1), ...[2, 3, 4].map((area) => areas.map((own) => Number(own === area)))],
}
