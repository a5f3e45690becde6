import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import type { SnapshotView } from '../../../api/views.ts'
import { ANSWERS, hashOf, openTestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const COMMON = { 'legal-form': 'private', sector: 'farm' }
const UNIQUE = { 'legal-form': 'limited', sector: 'mine' }

describe.each(DATABASES)('the one firm among eleven with a profile of its own, on $name', (testDatabase) => {
  it('shows in the snapshot no more than in the export', async () => {
    const desk = await openTestApp(testDatabase)
    const headers = await desk.signIn()
    const [profile, experience] = TINY_QUESTIONNAIRE.sections
    const sectors = ['farm', 'mine'].map((code) => ({ code, label: { vi: `Ngành ${code}` } }))
    const questionnaire = hashOf(
      await publishQuestionnaire(desk.database, {
        ...TINY_QUESTIONNAIRE,
        version: 2,
        sections: [
          {
            ...profile!,
            items: [
              ...profile!.items,
              { kind: 'single', code: 'sector', text: { vi: 'Ngành' }, stratifier: true, options: sectors },
            ],
          },
          experience!,
        ],
      }),
    )
    const { query } = desk.database
    await query
      .insertInto('wave_questionnaire')
      .values({ wave: desk.wave, questionnaire_hash: questionnaire })
      .execute()
    await query.updateTable('wave').set({ questionnaire_hash: questionnaire }).execute()
    for (let firm = 0; firm < 11; firm++) {
      const answers = { ...ANSWERS, ...(firm === 4 ? UNIQUE : COMMON) }
      expect((await desk.submit({ questionnaire, answers })).status).toBe(201)
    }
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })

    const rows: readonly Record<string, string>[] = parse(
      await (await desk.send(`/api/waves/${desk.wave}/exports/responses.csv`, { headers })).text(),
      { bom: true, columns: true },
    )
    const { estimation }: SnapshotView = await (
      await desk.send(`/api/waves/${desk.wave}/snapshot`, { headers })
    ).json()
    for (const [item, option] of Object.entries(UNIQUE)) {
      const shown = estimation.items.find((each) => each.item === item)
      const exported = rows.map((row) => row[item])
      expect(exported).not.toContain(option)
      expect(shown).toMatchObject({ answered: 10, missing: { blank: 1 } })
      expect(shown && 'options' in shown && shown.options.find(({ code }) => code === option)).toEqual({
        code: option,
        count: 0,
      })
      expect(exported.filter((answer) => answer === 'blank')).toHaveLength(shown?.missing.blank ?? 0)
    }
    await desk.close()
  })
})
