import type { ScaleLink } from '../../analysis/estimation.ts'

/** The tables as the migrations leave them. Only string, number and null cross to a database. */
export interface Tables {
  definition: { hash: string; kind: DefinitionKind; id: string; version: number; body: string }
  wave: {
    id: string
    title: string
    plan_hash: string
    edition_hash: string
    questionnaire_hash: string
    state: WaveState
    /** Day it was opened, yyyy-mm-dd. */
    opened_on: string | null
    /** Instant it was closed: submissions on their way are taken for a grace after it. */
    closed_at: string | null
    /** A file in scale_file may lead elsewhere. */
    scale_link: Extract<ScaleLink, 'none' | 'edition'>
    demo: 0 | 1
  }
  wave_questionnaire: { wave: string; questionnaire_hash: string }
  link: {
    code: string
    wave: string
    channel: Channel
    label: string
    /** Openings, drawn by chance and counted in tens. */
    opened: number
  }
  inbox: { tag: string; wave: string; body: string }
  accepted: { tag: string; wave: string; body_digest: string }
  release: { wave: string; number: number; day: string; size: number }
  response: {
    id: string
    wave: string
    release: number
    questionnaire_hash: string
    channel: Channel
    answers: string
  }
  free_text: { id: string; wave: string; release: number; item: string; text: string }
  snapshot: {
    wave: string
    number: number
    release: number
    day: string
    digests: string
    estimation: string
  }
  margin: { wave: string; item: string; option: string; count: number }
  hard_value: { wave: string; indicator: string; value: number; source: string }
  scale_file: { wave: string; document: string }
  official_score: { year: number; province: string; sub_index: string; score: number; source: string }
  frozen_forecast: {
    wave: string
    /** Number of one of its snapshots. */
    snapshot: number
    /** Day the first official score was entered. */
    frozen_on: string
  }
  staff: { id: string; name: string; enrolled_on: string }
  enrolment: { token_hash: string; expires_at: string }
  session: { id_hash: string; staff: string; expires_at: string; idle_after: string }
}

export type DefinitionKind = 'edition' | 'plan' | 'questionnaire'
export type WaveState = 'draft' | 'open' | 'closed'
export type Channel = 'open' | 'slip' | 'invitation' | 'interviewer'
