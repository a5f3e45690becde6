import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { describe, expect, it, test } from 'vitest'
import { docstringsOf, type DocumentedExport } from './docstring-examples.ts'
import { exampleContext } from './example-context.ts'

const folder = join(import.meta.dirname, '../../../analysis')
const files = globSync('**/*.ts', { cwd: folder }).toSorted()
const sources = files.map((file) => ({ file, source: readFileSync(join(folder, file), 'utf8') }))
const documented = sources.flatMap(({ file, source }) => docstringsOf(file, source))
const modules = await Promise.all(files.map((file) => import(join(folder, file))))
const names: Record<string, unknown> = Object.assign({}, ...modules, exampleContext)

/** Named constants are their own example, and types have none. */
const isCallable = ({ name, kind }: DocumentedExport): boolean =>
  ['function', 'class'].includes(kind) || (kind === 'const' && !/ [A-Z][A-Z_\d]+$/.test(name))

/** Numbers and what holds them: all that is measured in something, if only in firms. */
const MEASURED =
  /\bnumber\b|Float64Array|Estimate|Interval|Distribution|Statistic|Scores?\b|Variance|Covariance/

describe('exports', () => {
  const named = (those: readonly DocumentedExport[]) => those.map((one) => [one.name, one] as const)
  const functions = documented.filter(({ kind }) => kind === 'function')

  test.each(named(documented))('%s is explained', (_name, { docstring }) => {
    expect(docstring.trim()).toMatch(/^[^@]/)
  })

  test.each(named(documented.filter(isCallable)))('%s has an example', (_name, { claims }) => {
    expect(claims).not.toEqual([])
  })

  test.each(named(functions))('%s names its cost', (_name, { docstring }) => {
    expect(docstring).toMatch(/\bCost: \S/)
  })

  const measured = functions.filter(({ returns }) => MEASURED.test(returns))
  test.each(named(measured))('%s names its unit', (_name, { docstring }) => {
    expect(docstring).toMatch(/\bUnit: \S/)
  })
})

describe('errors', () => {
  const listed = sources.find(({ file }) => file === 'analysis-error.ts')?.source ?? ''
  const codes = new Set([...listed.matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map(([, code]) => code))
  const throwing = documented.filter(({ throws }) => throws.length > 0)

  test.each(throwing.map((one) => [one.name, one.throws] as const))(
    '%s throws codes that there are',
    (_name, throws) => {
      expect(throws.filter((code) => !codes.has(code))).toEqual([])
    },
  )

  const thrown = sources
    .filter(({ file }) => file !== 'analysis-error.ts')
    .flatMap(({ file, source }) =>
      [...source.matchAll(/new AnalysisError\(\s*'([a-z-]+)'/g)].map(([, code = '']) => ({ file, code })),
    )
  test.each(thrown.map(({ file, code }) => [file, code] as const))(
    '%s says that it throws %s',
    (file, code) => {
      const said = documented
        .filter(({ name }) => name.startsWith(`${file} `))
        .flatMap(({ throws }) => throws)
      expect(said).toContain(code)
    },
  )

  it('are all thrown', () => {
    expect(new Set(thrown.map(({ code }) => code))).toEqual(codes)
  })
})

describe('examples', () => {
  const claims = documented.flatMap(({ name, claims: made }) => made.map((claim) => ({ ...claim, name })))
  test.each(claims.map((claim) => [claim.name, claim] as const))('%s', (_name, { code, expected, about }) => {
    const claimed = plain(run(`(${expected})`))
    const slack = about ? 0.5 * 10 ** -decimalsOf(expected) : 0
    expect(asClaimed(plain(run(code)), claimed, slack)).toEqual(claimed)
  })
})

/** The value of the last expression, with every export of `analysis` in sight. */
function run(typed: string): unknown {
  const code = stripTypeScriptTypes(typed)
  const sight: { example?: typeof names } = globalThis as object
  sight.example = names
  try {
    return runInThisContext(`{ const { ${Object.keys(names).join(', ')} } = example; {\n${code}\n} }`)
  } finally {
    delete sight.example
  }
}

function decimalsOf(written: string): number {
  return written.split('.')[1]?.length ?? 0
}

/** Typed arrays as arrays, so that an example can be written as it is read. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>)
  if (Array.isArray(value)) return value.map(plain)
  if (!isTree(value) || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}

/** The value with its numbers as they are claimed where only rounding stands between the two. */
function asClaimed(value: unknown, claimed: unknown, slack: number): unknown {
  if (typeof value === 'number' && typeof claimed === 'number') {
    return Math.abs(value - claimed) <= Math.max(slack, 1e-14 * Math.abs(claimed)) ? claimed : value
  }
  if (Array.isArray(value) && Array.isArray(claimed)) {
    return value.map((member, place) => asClaimed(member, claimed[place], slack))
  }
  if (!isTree(value) || !isTree(claimed)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, asClaimed(member, claimed[key], slack)]),
  )
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
