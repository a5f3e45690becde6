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
  | 'too-many-dimensions'
  | 'too-many-options'
  | 'values-cannot-be-simulated'
  | 'invalid-probability'
  | 'lonely-unit'
  | 'replicate-scale-unknown'
  | 'score-not-positive'
  | 'columns-collinear'
  | 'too-few-places'
  | 'too-few-pairs'
  | 'scale-link-without-input'
  | 'too-few-items'
  | 'items-not-distinct'
  | 'factor-not-found'
  | 'regression-not-converged'
  | 'invalid-list-answer'
  | 'arm-empty'
  | 'answers-tell-nothing'
  | 'invalid-lever'
  | 'unknown-lever'
  | 'quotas-do-not-add-up'
  | 'invalid-call-cell'
  | 'invalid-table'

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
