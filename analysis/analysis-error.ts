/** Every way an analysis can be impossible, by name. */
export type AnalysisErrorCode =
  | 'unknown-weights-year'
  | 'unknown-margin-item'
  | 'unknown-margin-option'
  | 'margin-not-positive'
  | 'margin-level-empty'
  | 'margin-level-unknown'
  | 'margin-totals-differ'
  | 'invalid-calibration-bounds'
  | 'calibration-not-converged'
  | 'weights-cannot-be-trimmed'
  | 'missing-anchor-range'
  | 'too-many-options'
  | 'values-cannot-be-simulated'
  | 'invalid-probability'
  | 'lonely-unit'
  | 'score-not-positive'

/**
 * No result is possible from these inputs; `code` says why, the message says where.
 *
 * @example
 * new AnalysisError('lonely-unit', 'stratum 3 has a single unit').code // => 'lonely-unit'
 */
export class AnalysisError extends Error {
  readonly code: AnalysisErrorCode

  constructor(code: AnalysisErrorCode, message: string) {
    super(message)
    this.name = 'AnalysisError'
    this.code = code
  }
}
