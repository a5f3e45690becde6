import type { Acts } from '../../survey-definitions/respondent/act.ts'
import type { Child } from '../../survey-definitions/respondent/markup.ts'
import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import type { Survey } from '../../survey-definitions/respondent/survey.ts'
import type { DraftStore } from './draft.ts'

/** All that the page consists of: what the first script hands to the later one, which adds its part. */
export interface Page {
  data: PageData
  readonly survey: Survey
  readonly store: DraftStore
  /** The letter, as the server drew it in the page's language. */
  letter: readonly ChildNode[]
  title: string
  /** By the first word of a view. */
  views: Readonly<Record<string, (survey: Survey) => Child>>
  acts: Acts
  /** The server's receipt for what it received, for as long as the page is open. */
  receipt: string
  /** Draws the view. The heading has the focus when the page is turned, the summary when something is wrong. */
  draw: () => void
  /** Keeps the draft, and says where the answers are. */
  keep: () => void
  /** Called after every act and answer. */
  changed: () => void
  /** Does what a button's value names. */
  press: (value: string) => void
  /** What was pressed before the later script was there. */
  pending: string
  /** What is drawn comes from another tab, which has kept it. */
  isFollowing: boolean
}
