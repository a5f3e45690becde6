/** What is on the screen. The address never changes: it would stay in the history. */
export type View =
  | { readonly name: 'intro' | 'hub' | 'final-check' | 'sending' | 'receipt' }
  | { readonly name: 'erase'; readonly from: View }
  | { readonly name: 'section' | 'section-check'; readonly section: string }
  | {
      readonly name: 'item'
      readonly item: string
      /** Came from a list of answers and goes back to it. */
      readonly changing?: boolean
    }

export function isView(value: unknown): value is View {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}

export function isSameView(one: View | undefined, other: View): boolean {
  return one !== undefined && placeOf(one) === placeOf(other)
}

/** A text that differs for views that differ, for keys and comparisons. */
export function placeOf(view: View): string {
  if (view.name === 'item') return `item ${view.item}`
  return 'section' in view ? `${view.name} ${view.section}` : view.name
}
