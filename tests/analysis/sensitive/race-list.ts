import { readFileSync } from 'node:fs'

/** The list experiment of Kuklinski et al. (1997) as R's list ships it: three statements and a fourth. */
const [header = '', ...rows] = readFileSync(
  new URL('../../truth/other-designs/list_race.csv', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')
const names = header.split(',')
const cells = rows.map((row) => row.split(',').map(Number))

const column = (name: string): Float64Array =>
  Float64Array.from(cells, (row) => row[names.indexOf(name)] ?? Number.NaN)

export const race = {
  experiment: { counts: column('y'), treated: column('treat'), statements: 3 },
  covariates: {
    columns: [column('y').map(() => 1), ...['south', 'age', 'male', 'college'].map(column)],
    weights: column('y').map(() => 1),
  },
}
