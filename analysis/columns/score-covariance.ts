/** The parts of a score's variance that belong to it alone, all in points². */
export interface OwnVariance {
  /** What the edition's link to the published scale leaves. */
  readonly link: number
  /** Of hard data that came with a standard error. */
  readonly hard: number
  /** Of shares that came out 0 or 1, whose influence values are nought. */
  readonly agreed: number
}

/**
 * The sub-index scores of one sample with all that is known of their errors together. A score's
 * whole variance is its place on the diagonal of `covariance` plus its three own parts.
 */
export interface ScoreCovariance {
  /** Sub-indices, in the edition's order. */
  readonly codes: readonly string[]
  /** 1-10; null where withheld, whose row and column are then nought. */
  readonly scores: readonly (number | null)[]
  /** Of sampling and weighting, codes × codes, row by row, in points². */
  readonly covariance: Float64Array
  readonly ownVariances: readonly OwnVariance[]
  /** Of the sampling covariance. */
  readonly degreesOfFreedom: number
  /** Firms with a weight above 0. */
  readonly firms: number
}

/** What the firms of one cell of the stratifiers do to the composite. */
export interface CellInfluence {
  /** Option of each stratifier; null where unknown. */
  readonly levels: readonly (string | null)[]
  readonly firms: number
  /** Of each firm. */
  readonly weight: number
  /**
   * Σ e and Σ e² over the cell, e = u Σw / w what a firm's answers are worth in points of the
   * composite, with the weighting's residual in it. Cells can be added up to strata.
   */
  readonly sum: number
  readonly squares: number
}
