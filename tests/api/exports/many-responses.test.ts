import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertPages } from '../../../api/db/database.ts'
import { findQuestionnaire } from '../../../api/definitions/definition-store.ts'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import { hexOf } from '../../../api/digest.ts'
import type { ExportsView } from '../../../api/views.ts'
import { encodeAnswers } from '../../../survey-definitions/stored-answers.ts'
import { hashOf, openTestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

describe.each(DATABASES)('exports of many responses on $name', (testDatabase) => {
  it('come in pages without one lost or twice, and no rare profile in them', async () => {
    const desk = await openTestApp(testDatabase, { demo: true })
    const headers = await desk.signIn()
    const profile = TINY_QUESTIONNAIRE.sections[0]!
    const sectors = Array.from({ length: 30 }, (_, n) => ({ code: `s${n}`, label: { vi: `Ngành ${n}` } }))
    const questionnaire = hashOf(
      await publishQuestionnaire(desk.database, {
        ...TINY_QUESTIONNAIRE,
        version: 2,
        sections: [
          {
            ...profile,
            items: [
              ...profile.items,
              { kind: 'single', code: 'sector', text: { vi: 'Ngành' }, stratifier: true, options: sectors },
            ],
          },
          TINY_QUESTIONNAIRE.sections[1]!,
        ],
      }),
    )
    const { query } = desk.database
    await query
      .insertInto('wave_questionnaire')
      .values({ wave: desk.wave, questionnaire_hash: questionnaire })
      .execute()
    await query.updateTable('wave').set({ questionnaire_hash: questionnaire }).execute()
    const firms = fc.sample(
      fc.record({
        'legal-form': fc.constantFrom('private', 'private', 'private', 'limited', 'refused'),
        sector: fc.nat(29).map((n) => `s${Math.floor((n * n) / 29)}`),
        land: fc.constant('no'),
        fair: fc.integer({ min: 1, max: 5 }),
      }),
      { numRuns: 620, seed: 20240717 },
    )
    const version = await findQuestionnaire(desk.database, questionnaire)
    const rows = firms.map((answers) => ({
      id: hexOf(crypto.getRandomValues(new Uint8Array(16))),
      wave: desk.wave,
      release: 1,
      questionnaire_hash: questionnaire,
      channel: 'open' as const,
      answers: encodeAnswers(version!, answers),
    }))
    await desk.database.atomically([
      query
        .insertInto('release')
        .values({ wave: desk.wave, number: 1, day: '2026-05-04', size: rows.length }),
      ...insertPages(rows).map((page) => query.insertInto('response').values(page)),
    ])

    const reply = await desk.send(`/api/waves/${desk.wave}/exports/responses.csv`, { headers })
    expect(reply.headers.get('content-disposition')).toContain('pci-pulse_simulated-data_')
    expect(reply.headers.get('x-row-count')).toBe('620')
    const read: readonly Record<string, string>[] = parse(await reply.text(), { bom: true, columns: true })
    expect(read).toHaveLength(620)
    for (const fair of ['1', '2', '3', '4', '5']) {
      const given = firms.filter((firm) => String(firm.fair) === fair).length
      expect(read.filter((row) => row['fair'] === fair)).toHaveLength(given)
    }

    const alike = new Map<string, number>()
    for (const row of read) {
      const key = `${row['legal-form']} ${row['sector']}`
      alike.set(key, (alike.get(key) ?? 0) + 1)
    }
    for (const [key, count] of alike) expect(count >= 5 || key === 'blank blank').toBe(true)
    const { coarsened }: ExportsView = await (
      await desk.send(`/api/waves/${desk.wave}/exports`, { headers })
    ).json()
    expect(coarsened).toBe(read.filter((row) => row['sector'] === 'blank').length)
    expect(coarsened).toBeGreaterThan(0)
    expect(coarsened).toBeLessThan(310)
    await desk.close()
  })
})
