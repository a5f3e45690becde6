import rates from './rates.json' with { type: 'json' }

/** How often firms answer what no indicator says: screening questions, profile, no answer. */
export interface SimulationRates {
  /** Chances of each way not to answer, by the nature of the item. */
  readonly missing: Readonly<Record<'plain' | 'sensitive' | 'number' | 'required', MissingRates>>
  /** Chances of the options of items that no indicator counts, by item code. */
  readonly items: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Chance of an answer that takes the firm out of the base, by item code and for others. */
  readonly outsideBase: Readonly<Record<string, number>> & { readonly default: number }
  /** How likely options are beside each other, by option code; 1 where not said. */
  readonly options: Readonly<Record<string, number>>
  /** Chance of a tick that no indicator counts. */
  readonly tick: number
  /** Chance that a sensitive statement is true, by item code and for others. */
  readonly sensitiveShare: Readonly<Record<string, number>> & { readonly default: number }
}

/** How often each reason stands in place of an answer. Unit: probabilities. */
export interface MissingRates {
  readonly 'dont-know': number
  readonly refused: number
  readonly blank: number
}

/** What the simulator takes where it is told nothing else: plausible rates, not measured ones. */
export const SIMULATION_RATES: SimulationRates = rates
