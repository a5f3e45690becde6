import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { type DecodedAnswers, storedItems } from '../../survey-definitions/stored-answers.ts'
import type { Database } from '../db/database.ts'
import { currentAnswers } from './current-answers.ts'
import { type Released, responsePages } from './response-store.ts'
import type { Wave } from '../waves/wave-store.ts'
import { coarsenProfiles, type Profile, profileKey } from './coarsen-profiles.ts'

/** What makes a firm's profile too common to point at it. */
export interface ProfileCoarsening {
  readonly coarsen: (answers: DecodedAnswers) => DecodedAnswers
  /** Firms of which something is blanked. */
  readonly coarsened: number
}

/** Looks through all released responses once, to know which profiles are rare. */
export async function profileCoarsening(
  database: Database,
  { wave, questionnaire, released }: { wave: Wave; questionnaire: Questionnaire; released: Released },
): Promise<ProfileCoarsening> {
  const items = storedItems(questionnaire).filter(({ stratifier }) => stratifier)
  const profileOf = (answers: DecodedAnswers): Profile =>
    items.map(({ code }) => String(answers[code] ?? 'blank'))
  const counts = new Map<string, [Profile, number]>()
  const answersOf = currentAnswers(database, wave)
  for await (const page of responsePages(database, released)) {
    for (const response of page) {
      const profile = profileOf(await answersOf(response))
      const count = counts.get(profileKey(profile))
      if (count) count[1]++
      else counts.set(profileKey(profile), [profile, 1])
    }
  }
  const coarse = coarsenProfiles([...counts.values()])
  const isBlanked = (profile: Profile, place: number): boolean =>
    coarse.get(profileKey(profile))?.[place] !== profile[place]

  return {
    coarsen: (answers) => {
      const profile = profileOf(answers)
      const blanked = items.filter((_, place) => isBlanked(profile, place))
      return { ...answers, ...Object.fromEntries(blanked.map(({ code }) => [code, 'blank'])) }
    },
    coarsened: [...counts.values()]
      .filter(([profile]) => profile.some((_, place) => isBlanked(profile, place)))
      .reduce((sum, [, firms]) => sum + firms, 0),
  }
}
