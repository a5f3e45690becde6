import type { WaveView } from '../../api/views.ts'
import { dateText } from './vietnamese-numbers.ts'

const STATES = { draft: 'bản nháp', open: 'đang mở', closed: 'đã đóng' } as const satisfies Record<
  WaveView['state'],
  string
>

export function stateWord({ state }: Pick<WaveView, 'state'>): string {
  return STATES[state]
}

/** Since when the wave is what it is. */
export function stateSince({ openedOn, closedOn }: Pick<WaveView, 'openedOn' | 'closedOn'>): string {
  if (openedOn === null) return 'chưa mở'
  return closedOn === null ? `từ ${dateText(openedOn)}` : `${dateText(openedOn)} – ${dateText(closedOn)}`
}

/** Submissions waiting, in tens and never exactly: one firm's arrival must not show. */
export function waitingWords({ waitingAtLeast }: Pick<WaveView, 'waitingAtLeast'>): string {
  return waitingAtLeast === 0 ? 'dưới 10' : `từ ${waitingAtLeast} trở lên`
}
