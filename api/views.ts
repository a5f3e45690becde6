import type { Estimation, ScaleLink, ScoreEstimate } from '../analysis/estimation.ts'
import type { ForecastLedger, ForecastRecord } from '../analysis/forecasts/forecast-ledger.ts'
import type { ScaleFile } from '../survey-definitions/scale-link-schema.ts'
import type { DefinitionError } from '../survey-definitions/definition-error.ts'
import type { SubIndex } from '../survey-definitions/edition-schema.ts'
import type { Questionnaire } from '../survey-definitions/questionnaire-schema.ts'
import type { Channel, DefinitionKind, WaveState } from './db/tables.ts'

/** What the API answers, as the desk reads it. Plain JSON. */

export interface StaffView {
  readonly name: string
}

export interface DefinitionSummary {
  readonly hash: string
  readonly kind: DefinitionKind
  readonly id: string
  readonly version: number
  readonly title: string
  /** Questionnaires: has items that only an installation which forgets order may ask. */
  readonly sensitive: boolean
}

/** What is wrong with an author's draft, and the draft itself where it can be shown all the same. */
export interface CheckedDraftView {
  readonly questionnaire: Questionnaire | null
  readonly errors: readonly DefinitionError<string>[]
}

export interface WaveView {
  readonly id: string
  readonly title: string
  readonly state: WaveState
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly scaleLink: Extract<ScaleLink, 'none' | 'edition'>
  readonly demo: boolean
  /** Hashes of its definitions, to be read at /api/definitions/:hash. */
  readonly plan: string
  readonly edition: string
  readonly questionnaire: string
  /** Submissions not yet released, rounded down to tens so that one firm's arrival does not show. */
  readonly waitingAtLeast: number
  /** Responses released so far. */
  readonly released: number
  readonly releases: readonly { readonly number: number; readonly day: string; readonly size: number }[]
  readonly links: number
  readonly hasSnapshot: boolean
}

export interface LinkView {
  readonly code: string
  readonly channel: Channel
  readonly label: string
  /** Absolute address, from the configured origin. */
  readonly url: string
  /** About how often it was opened: a tenth of the openings, drawn by chance, ten times each. */
  readonly opened: number
}

export interface ReleaseView {
  readonly number: number
  readonly released: number
}

export interface SnapshotView {
  readonly number: number
  readonly release: number
  readonly day: string
  readonly estimation: Estimation
  readonly digests: Readonly<Record<string, string>>
}

/** One line of a wave's list of snapshots. */
export type SnapshotSummary = Pick<SnapshotView, 'number' | 'release' | 'day'>

export interface MarginView {
  readonly item: string
  readonly option: string
  readonly count: number
}

export interface HardValueView {
  readonly indicator: string
  readonly value: number
  readonly source: string
}

/** A published score; `composite` stands for the composite, which is on 0-100. */
export interface OfficialScoreView {
  readonly province: string
  readonly subIndex: string
  readonly score: number
  readonly source: string
}

/** The forecasts of one province beside what was published, and how they did altogether. */
export interface ProvinceForecastsView {
  /** Null while none can be scored. */
  readonly all: ForecastRecord | null
  readonly province: { readonly code: string; readonly name: string }
  /** Newest first. */
  readonly years: readonly YearForecastsView[]
}

export interface YearForecastsView {
  readonly year: number
  /** Those with a target, in the plan's order. */
  readonly subIndices: readonly Pick<SubIndex, 'code' | 'name'>[]
  readonly officials: readonly OfficialScoreView[]
  readonly waves: readonly WaveForecastsView[]
}

export interface WaveForecastsView extends Pick<ForecastLedger, 'entries' | 'open'> {
  readonly wave: string
  readonly title: string
  readonly demo: boolean
  /** Whose forecasts they are: the newest, or the one that was when official scores came; null without one. */
  readonly snapshot: SnapshotSummary | null
  /** Day from which the forecasts stay as they are. */
  readonly frozenOn: string | null
  /** The wave's own estimate: nothing is forecast of the composite. */
  readonly composite: ScoreEstimate | null
}

/** What leads the scores onto the published scale beside the edition; null where there is nothing. */
export interface ScaleFileView {
  readonly file: ScaleFile | null
}

/** Rows below the header of each export, shown before the download. */
export interface ExportsView {
  readonly responses: number
  /** Responses of which some of the profile is blanked, because fewer than five firms share it. */
  readonly coarsened: number
  readonly estimates: number
  readonly codebook: number
  readonly texts: number
}

/** A refused request: RFC 9457, with a code and, for answers, what was wrong where. */
export interface ProblemView {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: string
  readonly errors?: readonly { readonly path: string; readonly code: string }[]
}
