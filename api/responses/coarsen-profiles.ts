/** One firm's answers to the questions that divide the population, in their order. */
export type Profile = readonly string[]

/** As few firms with one profile, and somebody who knows the province knows which. */
const FEWEST_ALIKE = 5

const BLANK = 'blank'

/**
 * What each profile becomes, by its key, so that every one left is shared by at least five firms or says
 * nothing: where it is rarer, its answers are blanked from the last to the first, only as many as needed.
 *
 * @example
 * coarsenProfiles([[['private', 'mine'], 1], [['private', 'farm'], 6]]).get(profileKey(['private', 'mine'])) // => ['blank', 'blank']
 */
export function coarsenProfiles(
  counts: readonly (readonly [profile: Profile, firms: number])[],
): ReadonlyMap<string, Profile> {
  const kept = counts.map(([profile, firms]) => ({ key: profileKey(profile), firms, profile: [...profile] }))
  const places = Math.max(0, ...counts.map(([profile]) => profile.length))
  for (let place = places - 1; place >= 0; place--) {
    const alike = new Map<string, number>()
    for (const { profile, firms } of kept) {
      const key = profileKey(profile)
      alike.set(key, (alike.get(key) ?? 0) + firms)
    }
    const rare = kept.filter(({ profile }) => (alike.get(profileKey(profile)) ?? 0) < FEWEST_ALIKE)
    for (const { profile } of rare) profile[place] = BLANK
  }
  return new Map(kept.map(({ key, profile }) => [key, profile]))
}

export function profileKey(profile: Profile): string {
  return JSON.stringify(profile)
}
