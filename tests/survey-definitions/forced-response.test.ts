import { expect, it } from 'vitest'
import { tossFor } from '../../survey-definitions/forced-response.ts'

it('asks for yes, no and the truth as often as the item says', () => {
  const item = { forcedYes: 0.125, forcedNo: 0.25 }
  const tosses = Array.from({ length: 800 }, (_, number) => tossFor(item, () => number / 800))
  const count = (toss: string) => tosses.filter((each) => each === toss).length
  expect([count('yes'), count('no'), count('truth')]).toEqual([100, 200, 500])
})
