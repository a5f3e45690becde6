import type { Item, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** Items of one section that are answered on one scale, in the questionnaire's order. */
export interface SameScaleBlock {
  readonly section: string
  /** The scale's name; `1-5` for items answered by such a number. */
  readonly scale: string
  /** Codes of the items. */
  readonly items: readonly string[]
  /** Options that take a firm out of an indicator's base, so that they are no step of the scale. */
  readonly outside: readonly string[]
}

/** What items of the kind `scale` share. */
const NUMBER_SCALE = '1-5'

/**
 * Finds the blocks of a questionnaire that can show careless answers and be tested as scales:
 * two items or more of one section that name the same scale. A scale may still be a list of names
 * without an order (private, public, association); runs are found in it too, reliability is not.
 *
 * Unit: items. Cost: O(items).
 *
 * @example
 * const items = ['a', 'b'].map((code) => ({ kind: 'single', scale: 'agree', code }))
 * sameScaleBlocks({ scales: {}, sections: [{ code: 'law', items }] })[0].items // => ['a', 'b']
 */
export function sameScaleBlocks(questionnaire: ScaledQuestionnaire): readonly SameScaleBlock[] {
  return questionnaire.sections.flatMap((section) => {
    return [...byScale(section.items.filter(isScaled))]
      .filter(([, items]) => items.length > 1)
      .map(([scale, items]) => ({
        section: section.code,
        scale,
        items: items.map(({ code }) => code),
        outside: outsideBase(questionnaire.scales[scale] ?? []),
      }))
  })
}

/** What blocks are found by, of a questionnaire. */
export interface ScaledQuestionnaire {
  readonly scales: Readonly<Record<string, readonly ScaleOption[]>>
  readonly sections: readonly { readonly code: string; readonly items: readonly ScaledItem[] }[]
}

type ScaleOption = Pick<Questionnaire['scales'][string][number], 'code' | 'role'>

interface ScaledItem {
  readonly kind: Item['kind']
  readonly code: string
  readonly scale?: string | undefined
}

function byScale(items: readonly ScaledItem[]): ReadonlyMap<string, readonly ScaledItem[]> {
  const groups = new Map<string, ScaledItem[]>()
  for (const item of items) {
    const scale = item.scale ?? NUMBER_SCALE
    groups.set(scale, [...(groups.get(scale) ?? []), item])
  }
  return groups
}

function isScaled({ kind, scale }: ScaledItem): boolean {
  return kind === 'scale' || (kind === 'single' && scale !== undefined)
}

function outsideBase(options: readonly ScaleOption[]): readonly string[] {
  return options.filter(({ role }) => role === 'outside-base').map(({ code }) => code)
}
