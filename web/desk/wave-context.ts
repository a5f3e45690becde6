import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { SnapshotView, WaveView } from '../../api/views.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { getEdition, getPlan, getQuestionnaire, getSnapshot, getWave } from './api-client.ts'

/** A wave with the definitions it follows and its newest result: what all its pages show. */
export interface WaveContents {
  readonly wave: WaveView
  readonly plan: Plan
  readonly edition: Edition
  readonly questionnaire: Questionnaire
  readonly snapshot: SnapshotView | null
}

export async function loadWaveContents(id: string): Promise<WaveContents> {
  const wave = await getWave(id)
  const [plan, edition, questionnaire, snapshot] = await Promise.all([
    getPlan(wave.plan),
    getEdition(wave.edition),
    getQuestionnaire(wave.questionnaire),
    wave.hasSnapshot ? getSnapshot(id) : null,
  ])
  return { wave, plan, edition, questionnaire, snapshot }
}

interface OpenWave extends WaveContents {
  /** Asks for everything again, after an act that changed something. */
  readonly reload: () => Promise<void>
}

export const WaveContext = createContext<OpenWave | undefined>(undefined)

/** The wave of the page one is on. */
export function useWave(): OpenWave {
  const wave = useContext(WaveContext)
  if (wave === undefined) throw new Error('useWave requires a page inside WavePages')
  return wave
}
