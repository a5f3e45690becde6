import { z } from 'zod'
import type { SurveyTable } from './survey-table.ts'

/** A column of numbers, or 1 and 0 for whether a column says this. */
export const Variable = z.union([z.string(), z.object({ column: z.string(), is: z.string() })])
export type Variable = z.infer<typeof Variable>

/** Conditions that all hold for the rows of a domain. */
export const Domain = z
  .array(z.object({ column: z.string(), is: z.string().optional(), above: z.number().optional() }))
  .default([])
export type Domain = z.infer<typeof Domain>

/** A named column of values, NaN out of the domain or where nothing is known. */
export interface NamedValues {
  readonly name: string
  readonly values: Float64Array
}

/** Columns by name; a row that lacks one of them lacks all, as in an R formula with `na.rm`. */
export function valuesOf(
  table: SurveyTable,
  variables: readonly Variable[],
  domain: Domain = [],
): readonly NamedValues[] {
  const columns = variables.map((variable) => ({ name: nameOf(variable), values: columnOf(table, variable) }))
  const isIn = domainOf(table, domain)
  return columns.map(({ name, values }) => ({
    name,
    values: values.map((value, row) =>
      isIn(row) && columns.every((column) => !Number.isNaN(column.values[row])) ? value : Number.NaN,
    ),
  }))
}

/** Whether a row of the domain lacks the variable. */
export function hasBlanks(table: SurveyTable, variable: Variable, domain: Domain): boolean {
  const isIn = domainOf(table, domain)
  return columnOf(table, variable).some((value, row) => Number.isNaN(value) && isIn(row))
}

/** One variable for every level of every factor: whether the column says it. */
export function dummiesOf(table: SurveyTable, factors: readonly string[]): readonly Variable[] {
  return factors.flatMap((column) => levelsOf(table, column).map((level) => ({ column, is: level })))
}

/** What a column says, in order: numbers by size, words by alphabet. */
export function levelsOf(table: SurveyTable, column: string): readonly string[] {
  const levels = [...new Set(table.labels(column))].filter((label) => label !== '')
  const isNumeric = levels.every((level) => !Number.isNaN(Number(level)))
  return isNumeric ? levels.toSorted((a, b) => Number(a) - Number(b)) : levels.toSorted()
}

/** A domain for every combination of levels that has rows; the first factor changes fastest. */
export function cellsOf(
  table: SurveyTable,
  factors: readonly string[],
): readonly { readonly levels: readonly string[]; readonly domain: Domain }[] {
  let cells: readonly Domain[] = [[]]
  for (const column of factors.toReversed()) {
    cells = cells.flatMap((cell) => levelsOf(table, column).map((level) => [{ column, is: level }, ...cell]))
  }
  return cells
    .filter((domain) => table.labels(factors[0] ?? '').some((_label, row) => domainOf(table, domain)(row)))
    .map((domain) => ({ levels: domain.map(({ is }) => is ?? ''), domain }))
}

function nameOf(variable: Variable): string {
  return typeof variable === 'string' ? variable : variable.column + variable.is
}

function columnOf(table: SurveyTable, variable: Variable): Float64Array {
  if (typeof variable === 'string') return table.numbers(variable)
  return Float64Array.from(table.labels(variable.column), (label) =>
    label === '' ? Number.NaN : Number(label === variable.is),
  )
}

function domainOf(table: SurveyTable, domain: Domain): (row: number) => boolean {
  const tests = domain.map(({ column, is, above }) => {
    const labels = table.labels(column)
    const numbers = above === undefined ? undefined : table.numbers(column)
    return (row: number) =>
      (is === undefined || labels[row] === is) && (!numbers || (numbers[row] ?? Number.NaN) > (above ?? 0))
  })
  return (row) => tests.every((test) => test(row))
}
