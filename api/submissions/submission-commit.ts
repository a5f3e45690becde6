import { isOverloaded } from '../db/overloaded.ts'
import type { Dependencies } from '../dependencies.ts'
import { groupCommit } from './group-commit.ts'
import { type Acceptance, acceptSubmissions, type Submission } from './submission-store.ts'

/**
 * How submissions reach the inbox: those that arrive together share a commit where one process
 * serves all. On Workers each goes alone: a request that waits for another's commit would hang
 * when the runtime cuts that other off.
 */
export function submissionCommit({
  database,
  config,
}: Pick<Dependencies, 'database' | 'config'>): (submission: Submission) => Promise<Acceptance> {
  const commit = (submissions: readonly Submission[]) => acceptSubmissions(database, submissions)
  if (config.engine === 'd1') {
    return async (submission) => {
      const [acceptance] = await commit([submission])
      if (acceptance === undefined) throw new Error('A commit answered nothing')
      return acceptance
    }
  }
  return groupCommit({
    commit,
    blamesOne: (error) => !isOverloaded(error),
    mostTogether: 50,
    mostWaiting: 2000,
  })
}
