import type { Progress } from '../../survey-definitions/respondent/survey.ts'

/** Where the unsent answers of one questionnaire are kept. Every method works, whatever the browser refuses. */
export interface DraftStore {
  readonly name: string
  read(): Progress | undefined
  /** False when the browser would not keep it. */
  write(progress: Progress): boolean
  remove(): void
}

/** One draft per wave and questionnaire version, so that neither ever meets the other's answers. */
export function openDraftStore(storage: () => Storage, name: string): DraftStore {
  return {
    name,
    read: () => parseDraft(attempt(() => storage().getItem(name))),
    write: ({ key, answers, typed, seen, done, skipped, arms, view }) =>
      attempt(() => {
        storage().setItem(name, JSON.stringify({ key, answers, typed, seen, done, skipped, arms, view }))
        return true
      }) ?? false,
    remove: () => attempt(() => storage().removeItem(name)),
  }
}

/** A draft from its text; undefined when it is none of ours. */
export function parseDraft(text: string | null | undefined): Progress | undefined {
  return attempt(() => {
    const draft: Progress = JSON.parse(text ?? '')
    return /^\w{26,}$/.test(draft.key) ? draft : undefined
  })
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
