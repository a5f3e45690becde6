import type { LocalizedText } from './language.ts'
import type { ListExperimentItem } from './questionnaire-schema.ts'

/** Half of the firms see the list without the sensitive statement, half see it with. */
export const ARMS = ['control', 'treatment'] as const

export type Arm = (typeof ARMS)[number]

/** An answer to a list experiment, taken apart. */
export interface ArmAndCount {
  readonly arm: Arm
  /** How many of the statements shown apply. */
  readonly count: number
}

/**
 * Draws a firm's arm. The device draws once for each item and keeps the arm with its draft, so that
 * turning back shows the same list.
 *
 * @example
 * drawArm(() => 0.7) // => 'treatment'
 */
export function drawArm(random: () => number): Arm {
  return random() < 0.5 ? 'control' : 'treatment'
}

/** The statements an arm sees, in order: the sensitive one in the middle, where it least stands out. */
export function statementsShown(
  { statements, sensitiveStatement }: Pick<ListExperimentItem, 'statements' | 'sensitiveStatement'>,
  arm: Arm,
): readonly LocalizedText[] {
  if (arm === 'control') return statements
  const middle = Math.ceil(statements.length / 2)
  return [...statements.slice(0, middle), sensitiveStatement, ...statements.slice(middle)]
}

/**
 * The answer's code.
 *
 * @example
 * listAnswer('treatment', 3) // => 'treatment-3'
 */
export function listAnswer(arm: Arm, count: number): string {
  return `${arm}-${count}`
}

/**
 * An answer's arm and count; undefined for anything that is no answer to a list experiment.
 *
 * @example
 * armAndCount('treatment-3') // => { arm: 'treatment', count: 3 }
 */
export function armAndCount(answer: string): ArmAndCount | undefined {
  const [, name, digits] = /^(control|treatment)-(\d)$/.exec(answer) ?? []
  const arm = ARMS.find((each) => each === name)
  return arm && { arm, count: Number(digits) }
}
