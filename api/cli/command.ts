import process from 'node:process'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { AnalysisError } from '../../analysis/analysis-error.ts'
import { CsvProblem } from '../csv/csv-problem.ts'

/** Something wrong with what a command was given, in one line. */
export class InputProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'InputProblem'
  }
}

/**
 * Runs a command: its problems go to standard error as one line, with exit 2. A reader that
 * stops listening (`| head`) ends the command quietly.
 */
export function runCommand(command: () => void): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  try {
    command()
  } catch (error) {
    if (!isInputProblem(error)) throw error
    process.stderr.write(`${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`)
    process.exitCode = 2
  }
}

/** The options of a command, all with a value; `required` ones must be there. */
export function readOptions<Name extends string>(
  names: readonly Name[],
  required: readonly Name[],
): Partial<Record<Name, string>> {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    names.map((name) => [name, { type: 'string' }]),
  )
  const { values } = parseArgs({ options, strict: true, allowPositionals: false })
  const given: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = values[name]
    if (typeof value === 'string') given[name] = value
  }
  const absent = required.filter((name) => given[name] === undefined)
  if (absent.length > 0) throw new InputProblem(`missing: ${absent.map((name) => `--${name}`).join(', ')}`)
  return given
}

/** A whole number of at least `from`, as an option says it. */
export function wholeNumber(name: string, text: string, from: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < from) {
    throw new InputProblem(`--${name} takes a whole number from ${from} up, not ${JSON.stringify(text)}`)
  }
  return number
}

function isInputProblem(error: unknown): error is Error {
  if (error instanceof InputProblem || error instanceof CsvProblem || error instanceof AnalysisError)
    return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
