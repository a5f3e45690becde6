import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completeOnly,
  itemCorrelation,
  itemCovariance,
  keyed,
} from '../../../analysis/reliability/item-covariance.ts'
import { misfitOf } from '../../../analysis/reliability/factor-misfit.ts'
import { minimumResidualFactor } from '../../../analysis/reliability/minimum-residual-factor.ts'
import { observedOmega, omegaOf } from '../../../analysis/reliability/omega.ts'
import { oneFactor } from '../../../analysis/reliability/one-factor.ts'
import { symmetricEigen } from '../../../analysis/reliability/symmetric-eigen.ts'
import { answerTables, columnsOf } from './answer-tables.ts'
import { BFI, bfiColumns } from './bfi.ts'

const NAN = Number.NaN
const BFI_CORRELATION = keyed(itemCorrelation(itemCovariance(completeOnly(bfiColumns(5)))), [-1, 1, 1, 1, 1])

const loading = fc.double({ min: 0.3, max: 0.95, noNaN: true })
const loadings = fc.array(loading, { minLength: 3, maxLength: 8 })

/** Correlations that one factor explains in full. */
function impliedBy(own: readonly number[]) {
  const cells = own.flatMap((one, row) => own.map((other, column) => (row === column ? 1 : one * other)))
  return { size: own.length, matrix: Float64Array.from(cells) }
}

describe('eigenvalues and eigenvectors', () => {
  it('put the matrix together again, with vectors at right angles', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 15, maxLength: 15 }), (half) => {
        const matrix = Float64Array.from({ length: 25 }, (_none, cell) => {
          const [row, column] = [Math.floor(cell / 5), cell % 5].toSorted((a, b) => b - a) as [number, number]
          return half[(row * (row + 1)) / 2 + column] ?? 0
        })
        const { values, vectors } = symmetricEigen(matrix, 5)
        expect([...values]).toEqual([...values].toSorted((a, b) => b - a))
        for (let row = 0; row < 5; row++) {
          for (let column = 0; column < 5; column++) {
            const product = (weight: (k: number) => number) =>
              vectors.reduce(
                (sum, vector, k) => sum + weight(k) * (vector[row] ?? 0) * (vector[column] ?? 0),
                0,
              )
            expect(product((k) => values[k] ?? NAN)).toBeCloseTo(matrix[row * 5 + column] ?? NAN, 10)
            expect(product(() => 1)).toBeCloseTo(Number(row === column), 12)
          }
        }
      }),
    )
  })

  it('of a diagonal matrix are its elements', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(1, 0, 0, 3), 2)
    expect(values).toEqual(Float64Array.of(3, 1))
    expect(vectors[0]).toEqual(Float64Array.of(0, 1))
  })
})

describe('one factor', () => {
  it('is that of R', () => {
    const { loadings: found, uniquenesses } = oneFactor(BFI_CORRELATION)
    for (const [item, one] of found.entries()) {
      expect(one).toBeCloseTo(BFI.loadings[item] ?? NAN, 6)
      expect(uniquenesses[item]).toBeCloseTo(BFI.uniquenesses[item] ?? NAN, 6)
    }
    expect(omegaOf({ loadings: found, uniquenesses })).toBeCloseTo(BFI.omega, 7)
    expect(misfitOf(BFI_CORRELATION, uniquenesses.map(Math.log)).misfit).toBeCloseTo(BFI.objective, 12)
  })

  it('is found again where it explains everything', () => {
    fc.assert(
      fc.property(loadings, (own) => {
        const correlation = impliedBy(own)
        for (const factor of [oneFactor(correlation), minimumResidualFactor(correlation)]) {
          for (const [item, one] of own.entries()) {
            expect(factor.loadings[item]).toBeCloseTo(one, 6)
            expect(factor.uniquenesses[item]).toBeCloseTo(1 - one * one, 6)
          }
          expect(observedOmega(correlation, factor)).toBeCloseTo(omegaOf(factor), 6)
        }
      }),
    )
  })

  it('has no better neighbour', () => {
    const { uniquenesses } = oneFactor(BFI_CORRELATION)
    const logs = uniquenesses.map(Math.log)
    const { misfit } = misfitOf(BFI_CORRELATION, logs)
    for (let item = 0; item < 5; item++) {
      for (const step of [-1e-4, 1e-4]) {
        const moved = logs.map((log, other) => (other === item ? log + step : log))
        expect(misfitOf(BFI_CORRELATION, moved).misfit).toBeGreaterThan(misfit)
      }
    }
  })

  it('turns with its items', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 1), { minLength: 5, maxLength: 5 }), (signs) => {
        const [plain, turned] = [oneFactor(BFI_CORRELATION), oneFactor(keyed(BFI_CORRELATION, signs))]
        const side = Math.sign((turned.loadings[0] ?? 0) * (signs[0] ?? 1) * (plain.loadings[0] ?? 0))
        for (const [item, one] of plain.loadings.entries()) {
          expect(turned.loadings[item]).toBeCloseTo(side * (signs[item] ?? 1) * one, 8)
          expect(turned.uniquenesses[item]).toBeCloseTo(plain.uniquenesses[item] ?? NAN, 8)
        }
        expect(turned.loadings.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0)
      }),
    )
  })

  it('keeps an item that is all factor at 0.005 of its own', () => {
    // r₁₂ r₁₃ / r₂₃ = 1.4: the first item would have to share more than all it has.
    const correlation = { size: 3, matrix: Float64Array.of(1, 0.7, 0.6, 0.7, 1, 0.3, 0.6, 0.3, 1) }
    const { uniquenesses } = oneFactor(correlation)
    expect(uniquenesses[0]).toBeCloseTo(0.005, 12)
    expect(minimumResidualFactor(correlation).uniquenesses[0]).toBeCloseTo(1 - 1.4, 6)
  })

  it('settles on any answers that do not repeat each other', () => {
    fc.assert(
      fc.property(answerTables({ items: 5 }), (table) => {
        const correlation = itemCorrelation(itemCovariance(columnsOf(table)))
        const found = attempt(() => oneFactor(correlation))
        fc.pre(found !== 'items-not-distinct')
        if (typeof found === 'string') throw new Error(found)
        // At the bound the item's variance is not met: R has the same.
        const off = [...found.uniquenesses].filter(
          (own, item) => own > 0.0050001 && Math.abs((found.loadings[item] ?? 0) ** 2 + own - 1) > 1e-5,
        )
        expect(off).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('needs three items that differ', () => {
    const two = { size: 2, matrix: Float64Array.of(1, 0.5, 0.5, 1) }
    expect(attempt(() => oneFactor(two))).toBe('too-few-items')
    expect(attempt(() => minimumResidualFactor(two))).toBe('too-few-items')
    const repeated = { size: 3, matrix: Float64Array.of(1, 1, 0.5, 1, 1, 0.5, 0.5, 0.5, 1) }
    expect(attempt(() => oneFactor(repeated))).toBe('items-not-distinct')
    expect(minimumResidualFactor(repeated).loadings[0]).toBeCloseTo(1, 6)
  })
})

describe('derivatives of the misfit', () => {
  it('are those that small steps show', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1.5, max: 0, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (point) => {
          const logs = Float64Array.from(point)
          const { gradient, curvature } = misfitOf(BFI_CORRELATION, logs)
          const step = 1e-5
          for (let item = 0; item < 5; item++) {
            const at = (size: number) =>
              misfitOf(
                BFI_CORRELATION,
                logs.map((log, other) => (other === item ? log + size : log)),
              )
            const [above, below] = [at(step), at(-step)]
            expect(gradient[item]).toBeCloseTo((above.misfit - below.misfit) / (2 * step), 6)
            for (let other = 0; other < 5; other++) {
              const slope = ((above.gradient[other] ?? NAN) - (below.gradient[other] ?? NAN)) / (2 * step)
              expect(curvature[item * 5 + other]).toBeCloseTo(slope, 4)
            }
          }
        },
      ),
      { numRuns: 30 },
    )
  })
})

function attempt<Result>(make: () => Result): Result | string {
  try {
    return make()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unnamed'
  }
}
