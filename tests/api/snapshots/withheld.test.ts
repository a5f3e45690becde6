import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import type { SnapshotView } from '../../../api/views.ts'
import { hashOf, openTestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

describe.each(DATABASES)('figures that few firms stand behind, on $name', (testDatabase) => {
  it('are withheld: under five answers, under ten to a sensitive item', async () => {
    const desk = await openTestApp(testDatabase, { demo: true })
    const headers = await desk.signIn()
    const [profile, experience] = TINY_QUESTIONNAIRE.sections
    const questionnaire = hashOf(
      await publishQuestionnaire(desk.database, {
        ...TINY_QUESTIONNAIRE,
        version: 2,
        sections: [
          profile!,
          {
            ...experience!,
            sensitive: true,
            items: experience!.items.map((item) =>
              item.kind === 'scale' ? { ...item, sensitive: true } : item,
            ),
          },
        ],
      }),
    )
    await desk.database.query
      .insertInto('wave_questionnaire')
      .values({ wave: desk.wave, questionnaire_hash: questionnaire })
      .execute()
    await desk.database.query.updateTable('wave').set({ questionnaire_hash: questionnaire }).execute()
    for (let firm = 0; firm < 10; firm++) {
      const answers = {
        land: 'yes',
        ...(firm < 4 && { 'legal-form': 'private' }),
        ...(firm < 9 && { fair: 4 }),
        days: 10 + firm,
      }
      expect((await desk.submit({ questionnaire, answers })).status).toBe(201)
    }
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })

    const { estimation }: SnapshotView = await (
      await desk.send(`/api/waves/${desk.wave}/snapshot`, { headers })
    ).json()
    const item = (code: string) => estimation.items.find((each) => each.item === code)
    // It divides the population: four in one profile are blanked, as in the export.
    expect(item('legal-form')).toMatchObject({ answered: 0, options: [], withheld: true })
    expect(item('fair')).toMatchObject({ answered: 9, numbers: null, withheld: true })
    expect(item('land')).toMatchObject({
      answered: 10,
      options: [
        { code: 'yes', count: 10 },
        { code: 'no', count: 0 },
      ],
    })
    expect(item('land')).not.toHaveProperty('withheld')
    // Five firms gave 14 days or fewer, five 15 or more.
    expect(item('days')).toMatchObject({ answered: 10, numbers: { min: 14, max: 16 } })
    const indicator = (code: string) => estimation.indicators.find((each) => each.code === code)
    expect(indicator('5.01')).toMatchObject({
      answers: 9,
      value: null,
      score: null,
      lower: null,
      withheld: true,
    })
    expect(indicator('2.01')).toMatchObject({ answers: 10, value: 14.5 })
    expect(indicator('2.01')).not.toHaveProperty('withheld')
    expect(estimation.gradients.map(({ code }) => code)).toEqual(['2.01'])

    const table = await desk.send(`/api/waves/${desk.wave}/exports/responses.csv`, { headers })
    const rows: readonly Record<string, string>[] = parse(await table.text(), { bom: true, columns: true })
    // What is not shown is not kept from the file of answers.
    expect(rows.filter((row) => /^[1-5]$/.test(row['fair'] ?? ''))).toHaveLength(9)
    expect(rows.map((row) => row['days'] ?? '').toSorted()).toEqual(rows.map((_, firm) => String(10 + firm)))
    await desk.close()
  })
})
