import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { makeSnapshot } from '../snapshots/make-snapshot.ts'
import { graceStart } from '../submissions/wave-gate.ts'
import type { ReleaseView } from '../views.ts'
import { findReleasableWaves, forgetTags, releaseBatch } from './release-store.ts'

/**
 * Turns what waits in a wave's inbox into responses without order or time, then makes the
 * snapshot of all released so far; `too-few` when fewer than ten wait.
 */
export async function releaseWave(
  dependencies: Dependencies,
  wave: string,
): Promise<ReleaseView | 'too-few'> {
  const { database, now } = dependencies
  let released = 0
  let number = 0
  for (;;) {
    const batch = await releaseBatch(database, wave, dayOf(now()))
    if (batch === 'too-few') break
    // Another release was faster: it took these, look what is left.
    if (batch === 'taken') continue
    released += batch.size
    number = batch.number
  }
  if (released === 0) return 'too-few'
  try {
    await database.forgetOrder()
  } finally {
    await makeSnapshot(dependencies, wave)
  }
  return { number, released }
}

/** Releases every wave that has enough, and forgets the tags that no retry can need any more. */
export async function releaseAll(
  dependencies: Dependencies,
): Promise<readonly (ReleaseView & { readonly wave: string })[]> {
  const { database, now } = dependencies
  const releases: (ReleaseView & { readonly wave: string })[] = []
  for (const wave of await findReleasableWaves(database)) {
    const release = await releaseWave(dependencies, wave)
    if (release !== 'too-few') releases.push({ wave, ...release })
  }
  if ((await forgetTags(database, graceStart(now()))) > 0) await database.forgetOrder()
  return releases
}
