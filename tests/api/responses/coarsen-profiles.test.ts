import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coarsenProfiles, type Profile, profileKey } from '../../../api/responses/coarsen-profiles.ts'

const anyProfile = fc.tuple(
  fc.constantFrom('private', 'limited', 'blank'),
  fc.constantFrom('farm', 'mine', 'trade', 'refused'),
  fc.constantFrom('small', 'large'),
)

describe('coarsenProfiles', () => {
  it('blanks from the last answer, only as far as needed', () => {
    const coarse = coarsenProfiles([
      [['private', 'farm', 'small'], 5],
      [['private', 'farm', 'large'], 4],
      [['private', 'trade', 'small'], 1],
      [['private', 'mine', 'small'], 3],
      [['private', 'mine', 'large'], 2],
      [['limited', 'farm', 'small'], 1],
    ])
    expect([...coarse.values()]).toEqual([
      ['private', 'farm', 'small'],
      // Four of one sector and one of another: together five private firms.
      ['private', 'blank', 'blank'],
      ['private', 'blank', 'blank'],
      ['private', 'mine', 'blank'],
      ['private', 'mine', 'blank'],
      ['blank', 'blank', 'blank'],
    ])
  })

  it('leaves no profile that fewer than five firms share, but the one that says nothing', () => {
    fc.assert(
      fc.property(fc.array(anyProfile, { maxLength: 120 }), (firms) => {
        const exported = coarsenAll(firms)
        const alike = new Map<string, number>()
        for (const profile of exported)
          alike.set(profileKey(profile), (alike.get(profileKey(profile)) ?? 0) + 1)
        for (const [key, count] of alike) {
          expect(count >= 5 || key === profileKey(['blank', 'blank', 'blank'])).toBe(true)
        }
      }),
    )
  })

  it('only ever blanks, and blanks an ending', () => {
    fc.assert(
      fc.property(fc.array(anyProfile, { maxLength: 60 }), (firms) => {
        for (const [firm, exported] of coarsenAll(firms).entries()) {
          const changed = exported.map((answer, place) => answer !== firms[firm]?.[place])
          const first = changed.indexOf(true)
          if (first < 0) continue
          expect(exported.slice(first)).toEqual(exported.slice(first).map(() => 'blank'))
        }
      }),
    )
  })

  it('leaves common profiles as they are, and has nothing to do without stratifiers', () => {
    const common: readonly [Profile, number][] = [
      [['private', 'farm'], 5],
      [['limited', 'mine'], 50],
    ]
    expect([...coarsenProfiles(common).values()]).toEqual(common.map(([profile]) => profile))
    expect([...coarsenProfiles([[[], 3]]).values()]).toEqual([[]])
    expect(coarsenProfiles([]).size).toBe(0)
  })
})

function coarsenAll(firms: readonly Profile[]): readonly Profile[] {
  const counts = new Map<string, [Profile, number]>()
  for (const profile of firms) {
    const before = counts.get(profileKey(profile))?.[1] ?? 0
    counts.set(profileKey(profile), [profile, before + 1])
  }
  const coarse = coarsenProfiles([...counts.values()])
  return firms.map((profile) => coarse.get(profileKey(profile)) ?? profile)
}
