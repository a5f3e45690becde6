import type { MissingWord } from './answering.ts'
import type { PageLanguage } from './page-language.ts'
import type { StopCode } from './post-submission.ts'
import type { SectionStatus } from './section-progress.ts'
import type { Sending } from './sending.ts'
import { TEXTS_EN } from './texts-en.ts'
import { TEXTS_VI } from './texts-vi.ts'

type Counted = (count: number) => string
type Named = (name: string) => string

/** Every word the page says, in one language. A missing one does not compile. */
export interface Texts {
  readonly pageName: string
  readonly errorPrefix: string
  readonly simulated: string
  readonly language: string
  readonly back: string
  readonly continue: string
  readonly cancel: string
  readonly minutesLeft: (minutes: number) => string
  readonly intro: {
    readonly greeting: string
    readonly from: Named
    readonly why: string
    readonly time: (minutes: number) => string
    readonly notStoredTitle: string
    readonly notStored: readonly string[]
    readonly notPreventedTitle: string
    readonly notPrevented: readonly string[]
    readonly advice: string
    readonly afterwardsTitle: string
    readonly afterwards: string
    readonly consent: string
    readonly consentNeeded: string
    readonly shared: string
    readonly sharedHint: string
    readonly begin: string
    readonly resumeTitle: string
    readonly resume: string
  }
  readonly notOpen: Readonly<Record<'draftTitle' | 'draft' | 'closedTitle' | 'closed' | 'stillKept', string>>
  readonly keeping: {
    readonly device: Counted
    readonly memory: Counted
    readonly refused: Counted
    readonly erase: string
  }
  readonly erase: {
    readonly title: string
    readonly body: Counted
    readonly confirm: string
    readonly done: string
  }
  readonly hub: {
    readonly title: string
    readonly start: string
    readonly resume: Named
    readonly order: string
    readonly send: string
    readonly allDone: string
    readonly status: Readonly<Record<SectionStatus, string>>
  }
  readonly section: {
    readonly begin: string
    readonly beginAgain: string
    readonly skip: string
    readonly sensitiveTitle: string
    readonly sensitive: readonly string[]
    readonly skippedBefore: string
    readonly exit: string
  }
  readonly item: {
    readonly or: string
    readonly missing: Readonly<Record<MissingWord, string>>
    readonly clear: string
    readonly charactersLeft: (left: number) => string
    readonly scale: (point: number, end: string | undefined) => string
    readonly sections: string
  }
  readonly problem: {
    readonly title: string
    /** `canRefuse`: the item offers "rather not say". */
    readonly required: (canRefuse: boolean) => string
    readonly notANumber: Named
    readonly notAnInteger: string
    readonly outOfRange: (min: string, max: string) => string
    readonly tooManyDecimals: Counted
    readonly tooLong: Counted
    readonly badText: string
    readonly badChoice: string
  }
  readonly check: {
    readonly title: Named
    readonly lead: string
    readonly change: string
    readonly unanswered: string
    readonly finish: string
  }
  readonly final: {
    readonly title: string
    readonly lead: Counted
    readonly openTitle: string
    readonly open: string
    readonly missedTitle: string
    readonly missed: string
    readonly showMissed: Counted
    readonly refuseAll: string
    readonly whatTitle: string
    readonly what: readonly string[]
    readonly noReturn: string
    readonly nothing: string
    readonly send: string
  }
  readonly sending: {
    readonly titles: Readonly<Record<Sending['state'], string>>
    readonly sending: string
    readonly offline: string
    readonly unreachable: string
    readonly keepOpen: string
    readonly keepOpenMemory: string
    readonly once: string
    readonly tryNow: string
    readonly edit: string
    readonly receivedEarlier: string
    readonly stopped: Readonly<Record<StopCode, string>>
  }
  readonly receipt: {
    readonly title: string
    readonly thanks: string
    readonly code: string
    readonly aboutCode: string
    readonly nextTitle: string
    readonly next: readonly string[]
    readonly print: string
  }
  readonly broken: Readonly<Record<'title' | 'body', string>>
}

export const TEXTS: Readonly<Record<PageLanguage, Texts>> = { vi: TEXTS_VI, en: TEXTS_EN }
