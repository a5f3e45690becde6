import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { exampleContext } from './example-context.ts'
import { docstringsOf } from './docstring-examples.ts'

const folder = join(import.meta.dirname, '../../../analysis')
const files = globSync('**/*.ts', { cwd: folder }).toSorted()
const documented = files.flatMap((file) => docstringsOf(file, readFileSync(join(folder, file), 'utf8')))
const modules = await Promise.all(files.map((file) => import(join(folder, file))))
const names: Record<string, unknown> = Object.assign({}, ...modules, exampleContext)

/** Named constants are their own example. */
const CONSTANT = / [A-Z][A-Z_\d]+$/

describe('docstrings', () => {
  test.each(documented.map((one) => [one.name, one] as const))(
    '%s is explained, with an example where it can be called',
    (name, { docstring, claims }) => {
      expect(docstring.trim()).not.toBe('')
      if (!CONSTANT.test(name)) expect(claims).not.toEqual([])
    },
  )
})

describe('examples', () => {
  const claims = documented.flatMap((one) => one.claims.map((claim, place) => ({ ...claim, one, place })))
  test.each(claims.map((claim) => [`${claim.one.name} ${claim.place + 1}`, claim] as const))(
    '%s',
    (_name, { code, expected, about }) => {
      const value = plain(run(code))
      const claimed = plain(run(`(${expected})`))
      if (about && typeof value === 'number') {
        expect(value.toFixed(decimalsOf(expected))).toBe(Number(claimed).toFixed(decimalsOf(expected)))
      } else {
        expectAlike(value, claimed)
      }
    },
  )
})

/** The value of the last expression, with every export of `analysis` in sight. */
function run(code: string): unknown {
  const sight: { example?: typeof names } = globalThis as object
  sight.example = names
  try {
    return runInThisContext(`{ const { ${Object.keys(names).join(', ')} } = example; {\n${code}\n} }`)
  } finally {
    delete sight.example
  }
}

/** Equal, but for what rounding does to the last digits of a number. */
function expectAlike(value: unknown, claimed: unknown): void {
  if (typeof value === 'number' && typeof claimed === 'number' && value !== claimed) {
    expect(Math.abs(value - claimed)).toBeLessThanOrEqual(1e-14 * Math.abs(claimed))
  } else if (isTree(value) && isTree(claimed)) {
    expect(Object.keys(value)).toEqual(Object.keys(claimed))
    for (const [key, member] of Object.entries(value)) expectAlike(member, claimed[key])
  } else {
    expect(value).toBe(claimed)
  }
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function decimalsOf(written: string): number {
  return written.split('.')[1]?.length ?? 0
}

/** Typed arrays as arrays, so that an example can be written as it is read. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>)
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}
