import { type Arm, armAndCount } from '../../../survey-definitions/list-experiment.ts'
import type {
  AnswerableItem,
  Option,
  Questionnaire,
} from '../../../survey-definitions/questionnaire-schema.ts'
import { answerableItems, optionsOf } from '../../../survey-definitions/routing-path.ts'

/** What is written on paper for an option, and typed for it. */
interface PaperOption extends Option {
  readonly mark: string
}

/** An item with its number on paper and the marks of its options. */
export interface NumberedItem {
  readonly number: number
  readonly item: AnswerableItem
  readonly options: readonly PaperOption[]
}

/** Letters of the two ways not to answer: no number can be taken for them. */
export const MISSING_MARKS = { 'dont-know': 'K', refused: 'T' } as const

/** Arms of a list experiment as the two forms that are printed. */
export const FORM_OF_ARM: Readonly<Record<Arm, string>> = { control: 'A', treatment: 'B' }

/** Every item that takes an answer, numbered through from 1: paper has no page that hides one. */
export function numberedItems(questionnaire: Questionnaire): readonly NumberedItem[] {
  return answerableItems(questionnaire).map((item, place) => ({
    number: place + 1,
    item,
    options: optionsOf(questionnaire, item).map((option, at) => ({ ...option, mark: markOf(option, at) })),
  }))
}

/** Whether the printed form can ask it: a toss that nobody else may see needs a device. */
export function isOnPaper({ kind }: AnswerableItem): boolean {
  return kind !== 'randomised'
}

function markOf({ code }: Option, place: number): string {
  const counted = armAndCount(code)
  return counted ? `${FORM_OF_ARM[counted.arm]}${counted.count}` : String(place + 1)
}
