import type { Answer, Missing } from '../../survey-definitions/answers.ts'
import type { AnswerableItem, Item, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { isRandomised } from '../../survey-definitions/randomised-options.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import { holds } from '../../survey-definitions/rule.ts'
import { AnalysisError } from '../analysis-error.ts'
import type { ReleasedResponse } from '../sample.ts'
import { type Draw, multipleChoice, singleChoice } from './draw-choice.ts'
import { numberAnswer } from './draw-number.ts'
import { randomisedAnswer } from './draw-randomised.ts'
import { type FedIndicator, fedIndicators } from './fed-indicator.ts'
import { isDecidedBy } from './is-decided-by.ts'
import { type Random, randomStream } from './philox.ts'
import { type MissingRates, SIMULATION_RATES, type SimulationRates } from './simulation-rates.ts'

/** What firms are to be simulated. */
export interface SimulationInput {
  readonly questionnaire: Questionnaire
  /** The province's value of each indicator: what the answers must come out at. */
  readonly values: Readonly<Record<string, number>>
  readonly firms: number
  readonly seed: number
  readonly channel?: string
  readonly rates?: SimulationRates
}

/**
 * Firms that answer a questionnaire the way a province with these indicator values would: each
 * walks its own routing path, and among the firms of its base every indicator has its value as
 * expectation. Items are drawn independently given the screening questions; answers are missing
 * completely at random. Firm k of a seed is the same however many are drawn.
 *
 * Cost: O(firms · items).
 *
 * @throws {AnalysisError} `values-cannot-be-simulated` with the item and its indicators' values,
 * where no answers have them or an indicator's base hangs on the item's own answer
 * @example
 * [...simulateFirms({ questionnaire: pulse, values: langSon2019, firms: 150, seed: 1 })].length // => 150
 */
export function simulateFirms(input: SimulationInput): Iterable<ReleasedResponse> {
  const { questionnaire, firms, seed, channel = 'open' } = input
  const sections = questionnaire.sections.map((section) => ({
    showIf: section.showIf,
    items: section.items.flatMap((item) => (isStored(item) ? [itemDraw(item, input)] : [])),
  }))
  return {
    *[Symbol.iterator]() {
      for (let firm = 0; firm < firms; firm++) {
        yield { channel, answers: walk(sections, randomStream(seed, firm)) }
      }
    },
  }
}

type StoredItem = Exclude<AnswerableItem, { kind: 'text' | 'long-text' }>

interface ItemDraw {
  readonly item: StoredItem
  readonly draw: Draw
  readonly missing: MissingRates
}

interface SectionDraw {
  readonly showIf: Item['showIf']
  readonly items: readonly ItemDraw[]
}

function walk(sections: readonly SectionDraw[], random: Random): Record<string, Answer | Missing> {
  const answers: Record<string, Answer | Missing> = {}
  for (const { showIf, items } of sections) {
    const isOnPath = !showIf || holds(showIf, answers)
    for (const question of items) {
      const { code, showIf: itemShowIf } = question.item
      const isAsked = isOnPath && (!itemShowIf || holds(itemShowIf, answers))
      answers[code] = isAsked ? drawn(question, random) : 'not-asked'
    }
  }
  return answers
}

function drawn({ draw, missing }: ItemDraw, random: Random): Answer | Missing {
  let rest = random()
  for (const kind of ['dont-know', 'refused', 'blank'] as const) {
    if (rest < missing[kind]) return kind
    rest -= missing[kind]
  }
  return draw(random)
}

function itemDraw(item: StoredItem, input: SimulationInput): ItemDraw {
  const { values, rates = SIMULATION_RATES } = input
  const fed = fedIndicators(item, values)
  const missing = missingRates(item, rates)
  try {
    return { item, draw: drawOf(item, fed, input), missing }
  } catch (error) {
    throw error instanceof AnalysisError ? about(item, fed, error) : error
  }
}

function drawOf(
  item: StoredItem,
  fed: readonly FedIndicator[],
  { questionnaire, rates = SIMULATION_RATES }: SimulationInput,
): Draw {
  if (fed.some(({ base }) => base && isDecidedBy(questionnaire, base, item.code))) {
    throw new AnalysisError('values-cannot-be-simulated', 'who counts hangs on the answer itself')
  }
  const options = optionsOf(questionnaire, item)
  if (item.kind === 'single') return singleChoice({ item, options, fed, rates })
  if (item.kind === 'multiple') return multipleChoice({ item, options, fed, rates })
  if (isRandomised(item)) return randomisedAnswer(item, rates)
  return numberAnswer(item, fed)
}

/** The same error with the item and the values that it is about. */
function about({ code }: StoredItem, fed: readonly FedIndicator[], error: AnalysisError): AnalysisError {
  const values = fed.map(({ indicator, as, value }) => `${indicator} as ${as} ${value}`).join(', ')
  return new AnalysisError(error.code, `item ${code} (${values}): ${error.message}`)
}

function missingRates(item: StoredItem, { missing }: SimulationRates): MissingRates {
  const rates = missing[nature(item)]
  return {
    'dont-know': item.missing.includes('dont-know') ? rates['dont-know'] : 0,
    refused: item.missing.includes('refused') ? rates.refused : 0,
    blank: item.required ? 0 : rates.blank,
  }
}

function nature(item: StoredItem): keyof SimulationRates['missing'] {
  if (item.required) return 'required'
  if (item.sensitive) return 'sensitive'
  return item.kind === 'integer' || item.kind === 'decimal' ? 'number' : 'plain'
}

function isStored(item: Item): item is StoredItem {
  return item.kind !== 'note' && item.kind !== 'text' && item.kind !== 'long-text'
}
