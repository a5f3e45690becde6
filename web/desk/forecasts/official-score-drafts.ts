import type { OfficialScoreView, YearForecastsView } from '../../../api/views.ts'

/** As the service names the score of them all. */
export const COMPOSITE = 'composite'

/** One score while it is being filled in: the text as typed. */
export interface OfficialScoreDraft {
  readonly subIndex: string
  readonly text: string
}

/** A draft for every sub-index with a target and for the composite, with what is stored. */
export function draftsOf({ subIndices, officials }: YearForecastsView): readonly OfficialScoreDraft[] {
  const stored = new Map(officials.map(({ subIndex, score }) => [subIndex, score]))
  return [...subIndices.map(({ code }) => code), COMPOSITE].map((subIndex) => ({
    subIndex,
    text: stored.get(subIndex)?.toFixed(2).replace('.', ',') ?? '',
  }))
}

/** What was typed, as far as it can be read; empty rows are left out. */
export interface ReadDrafts {
  readonly scores: readonly Omit<OfficialScoreView, 'province'>[]
  /** Sub-indices whose text is no score. */
  readonly unreadable: readonly string[]
  readonly isEmpty: boolean
  readonly lacksSource: boolean
  /** Nothing is in the way of storing it; that of an empty table takes away all that is stored. */
  readonly isReadable: boolean
}

/** The scores to store, or why they cannot be. */
export function readDrafts(drafts: readonly OfficialScoreDraft[], source: string): ReadDrafts {
  const filled = drafts.filter(({ text }) => text.trim() !== '')
  const unreadable = filled.filter((draft) => scoreOf(draft) === undefined)
  const lacksSource = filled.length > 0 && source.trim() === ''
  return {
    scores: filled.flatMap((draft) => {
      const score = scoreOf(draft)
      return score === undefined ? [] : [{ subIndex: draft.subIndex, score, source: source.trim() }]
    }),
    unreadable: unreadable.map(({ subIndex }) => subIndex),
    isEmpty: filled.length === 0,
    lacksSource,
    isReadable: unreadable.length === 0 && !lacksSource,
  }
}

/** A number of two decimals at most, on the scale of what it is of. */
function scoreOf({ subIndex, text }: OfficialScoreDraft): number | undefined {
  const plain = text.trim().replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return undefined
  const score = Number(plain)
  const [least, most] = scaleOf(subIndex)
  return score >= least && score <= most ? score : undefined
}

/** On which a score is published. */
export function scaleOf(subIndex: string): readonly [number, number] {
  return subIndex === COMPOSITE ? [0, 100] : [1, 10]
}
