import type { WaveView } from '../../api/views.ts'

/** The open wave opened last; without one, the one opened last; without that, a draft. */
export function newestWave(waves: readonly WaveView[]): WaveView | undefined {
  return newestFirst(waves.filter(({ state }) => state === 'open'))[0] ?? newestFirst(waves)[0]
}

/** By the day of opening, newest first; drafts, which have none, before all. */
export function byNewest(waves: readonly WaveView[]): readonly WaveView[] {
  const drafts = waves.filter(({ openedOn }) => openedOn === null)
  return [...drafts, ...newestFirst(waves).filter(({ openedOn }) => openedOn !== null)]
}

function newestFirst(waves: readonly WaveView[]): readonly WaveView[] {
  return waves.toSorted((a, b) => (b.openedOn ?? '').localeCompare(a.openedOn ?? ''))
}
