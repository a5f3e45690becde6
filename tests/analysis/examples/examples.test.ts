import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { docstringsOf } from './docstring-examples.ts'
import { exampleContext } from './example-context.ts'

const folder = join(import.meta.dirname, '../../../analysis')
const files = globSync('**/*.ts', { cwd: folder }).toSorted()
const documented = files.flatMap((file) => docstringsOf(file, readFileSync(join(folder, file), 'utf8')))
const modules = await Promise.all(files.map((file) => import(join(folder, file))))
const names: Record<string, unknown> = Object.assign({}, ...modules, exampleContext)

/** Named constants are their own example. */
const CONSTANT = / [A-Z][A-Z_\d]+$/

describe('exports', () => {
  test.each(documented.map((one) => [one.name, one] as const))('%s is explained', (_name, { docstring }) => {
    expect(docstring.trim()).not.toBe('')
  })

  const callable = documented.filter(({ name }) => !CONSTANT.test(name))
  test.each(callable.map((one) => [one.name, one] as const))('%s has an example', (_name, { claims }) => {
    expect(claims).not.toEqual([])
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
