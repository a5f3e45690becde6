import { describe, expect, it } from 'vitest'
import type { WaveView } from '../../../api/views.ts'
import { byNewest, newestWave } from '../../../web/desk/newest-wave.ts'

function wave(id: string, state: WaveView['state'], openedOn: string | null): WaveView {
  return {
    id,
    title: id,
    state,
    openedOn,
    closedOn: null,
    scaleLink: 'none',
    demo: false,
    plan: '',
    edition: '',
    questionnaire: '',
    waitingAtLeast: 0,
    released: 0,
    releases: [],
    links: 0,
    hasSnapshot: false,
  }
}

const OLD = wave('old', 'open', '2024-03-01')
const NEW = wave('new', 'open', '2024-09-01')
const CLOSED = wave('closed', 'closed', '2024-10-01')
const DRAFT = wave('draft', 'draft', null)

describe('the wave the desk opens with', () => {
  it('is the open wave opened last', () => {
    expect(newestWave([OLD, DRAFT, CLOSED, NEW])).toBe(NEW)
  })

  it('is the last of the closed ones when none is open, and a draft before nothing', () => {
    expect(newestWave([DRAFT, CLOSED])).toBe(CLOSED)
    expect(newestWave([DRAFT])).toBe(DRAFT)
    expect(newestWave([])).toBeUndefined()
  })

  it('stands in a list with drafts first, then the newest', () => {
    expect(byNewest([OLD, CLOSED, DRAFT, NEW]).map(({ id }) => id)).toEqual(['draft', 'closed', 'new', 'old'])
  })
})
