import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arccosine, arcsine, sine } from '../../../analysis/elementary/circular.ts'
import { exp } from '../../../analysis/elementary/exp.ts'
import { ln, ln1p } from '../../../analysis/elementary/ln.ts'

/** A few units in the last place: engines are no nearer to each other. */
const CLOSE = 5e-16

describe('elementary functions', () => {
  it.each<[string, (x: number) => number, (x: number) => number, { min: number; max: number }]>([
    ['exp', exp, Math.exp, { min: -745, max: 709 }],
    ['exp near 0', exp, Math.exp, { min: -1, max: 1 }],
    ['ln', ln, Math.log, { min: 5e-324, max: 1e308 }],
    ['ln near 1', ln, Math.log, { min: 0.9, max: 1.1 }],
    ['ln1p', ln1p, Math.log1p, { min: -0.999, max: 1e9 }],
    ['ln1p near 0', ln1p, Math.log1p, { min: -1e-3, max: 1e-3 }],
    ['sine', sine, Math.sin, { min: -1.6, max: 1.6 }],
    ['arcsine', arcsine, Math.asin, { min: -1, max: 1 }],
    ['arccosine', arccosine, Math.acos, { min: -1, max: 0.999 }],
  ])("%s is next to the engine's own", (_name, own, engine, bounds) => {
    fc.assert(
      fc.property(fc.double({ ...bounds, noNaN: true }), (x) => {
        const expected = engine(x)
        expect(Math.abs(own(x) - expected)).toBeLessThanOrEqual(CLOSE * Math.abs(expected))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([0, -0, 1, -1, Infinity, -Infinity, Number.NaN, 5e-324, 2 ** -1022, 709.79, -745.2, 2])(
    'have the limits that ECMAScript gives them, at %d',
    (x) => {
      expect(exp(x)).toBe(Math.exp(x))
      expect(ln(x)).toBe(Math.log(x))
      expect(ln1p(x)).toBe(Math.log1p(x))
      expect(arcsine(x)).toBe(Math.asin(x))
    },
  )

  it('are what analysis uses where engines may differ', () => {
    const folder = join(import.meta.dirname, '../../../analysis')
    // Power and hypotenuse are left to engines too; those that the product runs on agree in them.
    const open =
      /\bMath\.(exp|expm1|log|log1p|log2|log10|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt)\b/
    const uses = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        readFileSync(join(folder, file), 'utf8')
          .split('\n')
          .filter((line) => open.test(line) && !/^\s*(\*|\/\*|\/\/)/.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      )
    expect(uses).toEqual([])
  })
})
