import { describe, expect, it } from 'vitest'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import type { SnapshotView } from '../../../api/views.ts'
import { ANSWERS, hashOf, openTestApp } from '../../support/app.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

/** Twelve firms that differ, none in a profile of its own. */
const FIRMS = Array.from({ length: 12 }, (_, firm) => ({
  ...ANSWERS,
  'legal-form': firm % 2 === 0 ? 'limited' : 'private',
  days: 10 + 7 * firm,
  fair: 1 + (firm % 5),
}))

describe('answers to an older version', () => {
  it('count under the codes that the wave asks now', async () => {
    const desk = await openTestApp()
    const headers = await desk.signIn()
    const [profile, experience] = TINY_QUESTIONNAIRE.sections
    const next = hashOf(
      await publishQuestionnaire(desk.database, {
        ...TINY_QUESTIONNAIRE,
        version: 2,
        sections: [
          {
            ...profile!,
            // Another order, one more option, one more item.
            items: [
              {
                kind: 'scale',
                code: 'trust',
                text: { vi: 'Tin đến mức nào?' },
                low: { vi: 'Ít' },
                high: { vi: 'Nhiều' },
              },
              ...profile!.items.toReversed(),
            ],
          },
          {
            ...experience!,
            items: experience!.items
              .filter(({ code }) => code !== 'cost')
              .map((item) =>
                item.kind === 'multiple'
                  ? { ...item, options: item.options!.filter(({ code }) => code !== 'slow') }
                  : item,
              ),
          },
        ],
      }),
    )
    for (const answers of FIRMS) await desk.submit({ answers })
    const { query } = desk.database
    await query
      .insertInto('wave_questionnaire')
      .values({ wave: desk.wave, questionnaire_hash: next })
      .execute()
    await query.updateTable('wave').set({ questionnaire_hash: next }).execute()
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })

    const { estimation }: SnapshotView = await (
      await desk.send(`/api/waves/${desk.wave}/snapshot`, { headers })
    ).json()
    const item = (code: string) => estimation.items.find((each) => each.item === code)
    expect(item('legal-form')).toMatchObject({
      options: [
        { code: 'private', count: 6 },
        { code: 'limited', count: 6 },
      ],
    })
    expect(item('trust')).toMatchObject({ answered: 0, missing: { notAsked: 12 } })
    // All had ticked only the option that is gone.
    expect(item('problems')).toMatchObject({ answered: 0, missing: { blank: 12 } })
    expect(item('cost')).toBeUndefined()
    expect(estimation.indicators.find(({ code }) => code === '2.01')).toMatchObject({
      answers: 12,
      value: 48.5,
    })
    await desk.close()
  })
})
