/**
 * What becomes of a value beyond an anchor. `extend`, the official way: an anchor that was observed
 * moves out to it. `clamp`: it scores 1 or 10. `fixed`: the line goes on beyond 1 and 10.
 */
export type NormalisationMode = 'extend' | 'clamp' | 'fixed'

/** A hard indicator's value that is itself an estimate. */
export interface UncertainValue {
  readonly value: number
  readonly standardError: number
}

/** Values of hard indicators by code; a plain number has no error. */
export type HardValues = Readonly<Record<string, number | UncertainValue>>

/** A generalised bootstrap of the sample; the same seed gives the same errors. */
export interface BootstrapSettings {
  readonly replicates: number
  readonly seed: number
}
