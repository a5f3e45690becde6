import type { WaveDoor } from './submission-store.ts'

/** Submissions under way when a wave closes are still taken this long. */
const GRACE_MS = 5 * 60_000

/** Whether the wave takes submissions now, or the code of the problem that says why not. */
export function gateOf({ state, closedAt }: WaveDoor, now: Date): 'open' | 'not_open' | 'closed' {
  if (state === 'draft') return 'not_open'
  if (state === 'open') return 'open'
  return closedAt !== null && closedAt > graceStart(now) ? 'open' : 'closed'
}

/** Waves closed at this instant or before no longer take anything. */
export function graceStart(now: Date): string {
  return new Date(now.getTime() - GRACE_MS).toISOString()
}
