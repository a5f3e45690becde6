import { choleskyFactor, solveWithFactor } from './cholesky.ts'
import { type SampleMargin, sumsByLevel } from './margin.ts'

/** Takes out of influence values what the margins explain. */
export type CalibrationResidual = (influence: Float64Array) => Float64Array

/**
 * The generalised-regression residual, which brings the error of calibrated weights into any
 * estimate: with d the weights before and w after calibration, z = u/w,
 *
 *     e = z − x β̂,   β̂ = argmin Σ d (z − x β)²,   u ← w e
 *
 * x is a one and, for every margin and every level but its first, 1[level] less the level's
 * share, over the firms whose level is known and 0 for the others: the constraint that raking
 * meets. Columns that others explain are left out.
 *
 * Cost: once O(firms · margins² + columns³); then O(firms · margins) an estimate.
 *
 * @see Deville & Särndal (1992), JASA 87; R survey::calibrate
 * @example
 * calibrationResidual({ base, weights, margins: [] })(influence) // the influence, centred
 */
export function calibrationResidual(calibration: {
  base: Float64Array
  weights: Float64Array
  margins: readonly SampleMargin[]
}): CalibrationResidual {
  const { base, weights } = calibration
  const columns = columnsOf(calibration.margins)
  const factor = choleskyFactor(normalMatrix(base, columns), columns.count)
  return (influence) => {
    const perWeight = influence.map((u, firm) => (u === 0 ? 0 : u / (weights[firm] ?? 1)))
    const slopes = solveWithFactor(factor, momentsOf(perWeight, base, columns))
    const effects = columns.blocks.map((block) => levelEffects(block, slopes))
    const intercept = slopes[0] ?? 0
    return perWeight.map(
      (z, firm) => (weights[firm] ?? 0) * (z - intercept - effectOn(firm, columns, effects)),
    )
  }
}

/** The columns of one margin: those of its levels 1 and up, from place `from`. */
interface Block {
  readonly margin: SampleMargin
  readonly from: number
}

interface Columns {
  readonly count: number
  readonly blocks: readonly Block[]
}

function columnsOf(margins: readonly SampleMargin[]): Columns {
  let count = 1
  const blocks = margins.map((margin) => {
    const from = count
    count += margin.levels.length - 1
    return { margin, from }
  })
  return { count, blocks }
}

/** Σ d x xᵀ, row by row. */
function normalMatrix(base: Float64Array, { count, blocks }: Columns): Float64Array {
  const matrix = new Float64Array(count * count)
  const row = new Float64Array(count)
  row[0] = 1
  for (const [firm, d] of base.entries()) {
    for (const block of blocks) fillRow(row, firm, block)
    for (let i = 0; i < count; i++) {
      const scaled = d * (row[i] ?? 0)
      for (let j = 0; j <= i; j++)
        matrix[i * count + j] = (matrix[i * count + j] ?? 0) + scaled * (row[j] ?? 0)
    }
  }
  return matrix
}

function fillRow(row: Float64Array, firm: number, { margin, from }: Block): void {
  const level = margin.levelOf[firm] ?? -1
  for (let k = 1; k < margin.levels.length; k++) {
    row[from + k - 1] = level < 0 ? 0 : Number(level === k) - (margin.shares[k] ?? 0)
  }
}

/** Σ d z x, from one sum a level. */
function momentsOf(z: Float64Array, base: Float64Array, { count, blocks }: Columns): Float64Array {
  const terms = z.map((value, firm) => (base[firm] ?? 0) * value)
  const moments = new Float64Array(count)
  moments[0] = terms.reduce((sum, term) => sum + term, 0)
  for (const { margin, from } of blocks) {
    const { byLevel, known } = sumsByLevel(terms, margin)
    for (let k = 1; k < byLevel.length; k++) {
      moments[from + k - 1] = (byLevel[k] ?? 0) - (margin.shares[k] ?? 0) * known
    }
  }
  return moments
}

/** What being of each level adds to the fitted value. */
function levelEffects({ margin, from }: Block, slopes: Float64Array): Float64Array {
  const ownSlopes = margin.shares.map((_share, level) => (level === 0 ? 0 : (slopes[from + level - 1] ?? 0)))
  const mean = ownSlopes.reduce((sum, slope, level) => sum + slope * (margin.shares[level] ?? 0), 0)
  return ownSlopes.map((slope) => slope - mean)
}

function effectOn(firm: number, { blocks }: Columns, effects: readonly Float64Array[]): number {
  let sum = 0
  for (const [index, { margin }] of blocks.entries()) {
    const level = margin.levelOf[firm] ?? -1
    if (level >= 0) sum += effects[index]?.[level] ?? 0
  }
  return sum
}
