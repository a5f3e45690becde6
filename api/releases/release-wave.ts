import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { writeOpenings } from '../links/note-opening.ts'
import { makeSnapshot } from '../snapshots/make-snapshot.ts'
import { graceStart } from '../submissions/wave-gate.ts'
import type { ReleaseView } from '../views.ts'
import {
  findReleasableWaves,
  findWavesBehind,
  forgetLeftovers,
  forgetTags,
  releaseBatch,
} from './release-store.ts'

/**
 * Turns what waits in a wave's inbox into responses without order or time, then makes the
 * snapshot of all released so far; `too-few` when fewer than ten wait.
 */
export async function releaseWave(
  dependencies: Dependencies,
  wave: string,
): Promise<ReleaseView | 'too-few'> {
  const { database, now } = dependencies
  let release: ReleaseView = { number: 0, released: 0 }
  for (;;) {
    const batch = await releaseBatch(database, wave, dayOf(now()))
    if (batch === 'too-few') break
    // Another release was faster and took these: see what is left.
    if (batch === 'taken') continue
    release = { number: batch.number, released: release.released + batch.size }
  }
  if (release.released === 0) return 'too-few'
  await finishRelease(dependencies, wave)
  return release
}

/**
 * The daily job: releases every wave that has enough, finishes what a crash left unfinished, and
 * forgets the tags that no retry can need any more and the submissions that no release will ever
 * take. One wave's failure does not hold up the others.
 */
export async function releaseAll(
  dependencies: Dependencies,
): Promise<readonly (ReleaseView & { readonly wave: string })[]> {
  const { database, now, logError } = dependencies
  const releases: (ReleaseView & { readonly wave: string })[] = []
  const attempt = (job: () => Promise<void>) =>
    job().catch((error: unknown) => logError(error, { method: 'DAILY', path: 'release' }))

  for (const wave of await findReleasableWaves(database)) {
    await attempt(async () => {
      const release = await releaseWave(dependencies, wave)
      if (release !== 'too-few') releases.push({ wave, ...release })
    })
  }
  for (const wave of await findWavesBehind(database)) {
    await attempt(() => finishRelease(dependencies, wave))
  }
  await attempt(() => forgetTags(database, graceStart(now())))
  await attempt(() => forgetLeftovers(database, now()))
  // Every day, whatever was released: a rewrite that failed after a release is made up for here.
  await attempt(() => writeOpenings(database))
  await attempt(() => database.forgetOrder())
  return releases
}

async function finishRelease(dependencies: Dependencies, wave: string): Promise<void> {
  const { database, logError } = dependencies
  try {
    await writeOpenings(database)
    await database.forgetOrder()
  } catch (error) {
    // The responses are released all the same; the daily job and the next start rewrite the file.
    logError(error, { method: 'RELEASE', path: 'forget-order' })
  }
  await makeSnapshot(dependencies, wave)
}
