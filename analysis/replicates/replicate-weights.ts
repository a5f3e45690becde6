/** How the spread of estimates from replicate weights becomes a variance. */
export interface ReplicateScheme {
  readonly scale: number
  /** A factor of each replicate's own; 1 where there are none. */
  readonly factors?: Float64Array
  /** Distances are from the estimate of the full sample (`mse`) or from the replicates' mean. */
  readonly centre: 'estimate' | 'mean'
}

/** Sets of weights that stand for samples that might have been drawn. */
export interface ReplicateWeights extends ReplicateScheme {
  readonly count: number
  /** The weights of one replicate, made when they are asked for. */
  readonly weightsOf: (replicate: number) => Float64Array
}

/**
 * Replicate weights calibrated one by one, as the full sample was: without it the error of
 * calibrated estimates comes out as that of uncalibrated ones.
 *
 * Unit: the calibration's weights'. Cost: a calibration at every look at a replicate.
 *
 * @throws {AnalysisError} whatever the calibration throws for a replicate
 * @see Rao, Wu & Yue (1992), Survey Methodology 18; R survey::rake and calibrate of a svrepdesign
 * @example
 * const replicates = jackknife(Float64Array.of(1, 1, 1), {})
 * recalibrated(replicates, (weights) => weights.map((w) => 2 * w)).weightsOf(0) // => [0, 3, 3]
 */
export function recalibrated(
  replicates: ReplicateWeights,
  calibrate: (weights: Float64Array) => Float64Array,
): ReplicateWeights {
  return { ...replicates, weightsOf: (replicate) => calibrate(replicates.weightsOf(replicate)) }
}

/**
 * The estimate of every replicate.
 *
 * Unit: the estimate's. Cost: that of the estimate, times the replicates; one set of
 * weights is held at a time.
 *
 * @see R survey::withReplicates
 * @example
 * const replicates = jackknife(Float64Array.of(1, 1, 1), {})
 * const values = Float64Array.of(2, 4, 6)
 * replicateEstimates(replicates, (weights) => weightedMean(values, weights).value) // => [5, 4, 3]
 */
export function replicateEstimates(
  { count, weightsOf }: ReplicateWeights,
  estimate: (weights: Float64Array) => number,
): Float64Array {
  return Float64Array.from({ length: count }, (_none, replicate) => estimate(weightsOf(replicate)))
}
