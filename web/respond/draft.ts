import type { Answers } from '../../survey-definitions/answers.ts'
import { isPageLanguage, type PageLanguage } from './page-language.ts'
import { isSubmissionKey } from './submission-key.ts'
import { isView, type View } from './view.ts'

/** All that a device keeps of one unsent questionnaire. No times: nobody needs them. */
export interface Draft {
  readonly key: string
  readonly language: PageLanguage
  readonly answers: Answers
  /** Entries that cannot be taken as they stand, kept as typed. */
  readonly typed: Readonly<Record<string, string>>
  readonly seen: readonly string[]
  readonly done: readonly string[]
  readonly skipped: readonly string[]
  /** Where the person is; in `sending`, the same answers go out again until they are received. */
  readonly view: View
}

/** Where a draft is kept. Every method works, in memory at least, whatever the browser refuses. */
export interface DraftStore {
  readonly name: string
  read(): Draft | undefined
  /** False when the browser would not keep it. */
  write(draft: Draft): boolean
  remove(): void
}

/** One draft per wave and questionnaire version, so that neither ever meets the other's answers. */
export function openDraftStore(storage: Storage | undefined, wave: string, hash: string): DraftStore {
  const name = `pci-pulse/${wave}/${hash}`
  return {
    name,
    read: () => parseDraft(attempt(() => storage?.getItem(name))),
    write: (draft) =>
      attempt(() => {
        storage?.setItem(name, JSON.stringify(draft))
        return storage !== undefined
      }) ?? false,
    remove: () => {
      attempt(() => storage?.removeItem(name))
    },
  }
}

/** The browser's storage; undefined where looking at it already throws. */
export function localStorageOf(page: Window): Storage | undefined {
  return attempt(() => page.localStorage)
}

/** A draft from its text; undefined when it is none of ours. */
export function parseDraft(text: string | null | undefined): Draft | undefined {
  const draft: unknown = attempt(() => JSON.parse(text ?? 'null'))
  return isDraft(draft) ? draft : undefined
}

function isDraft(value: unknown): value is Draft {
  if (!isRecord(value)) return false
  const { key, language, answers, typed, seen, done, skipped, view } = value
  return (
    isSubmissionKey(key) &&
    isPageLanguage(language) &&
    isRecord(answers) &&
    isRecord(typed) &&
    [seen, done, skipped].every(Array.isArray) &&
    isView(view)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
