import { type AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { createApp } from '../../api/app.ts'
import { publishBuiltIns } from '../../api/definitions/built-in-definitions.ts'
import type { Dependencies } from '../../api/dependencies.ts'
import { createLink, listLinks } from '../../api/links/link-store.ts'
import { releaseWave } from '../../api/releases/release-wave.ts'
import { builtFiles } from '../../api/runtime/node-assets.ts'
import { createEnrolment } from '../../api/staff/enrolment.ts'
import { openFirstWave } from '../../api/waves/first-wave.ts'
import { changeWave, listWaves } from '../../api/waves/wave-store.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import edition from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import full from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import { HANDOUTS } from '../../web/desk/handouts/handouts.ts'
import { newKey } from '../support/app.ts'
import { buildWeb } from '../support/built-web.ts'
import { DATABASES } from '../support/databases.ts'

export type DeskSite = Awaited<ReturnType<typeof openDeskSite>>

/** Firms whose answers the first wave of every desk has released. */
export const FIRMS = 60

/** The desk as it is built, served by the real app: the real plan, and simulated firms released. */
export async function openDeskSite() {
  const folder = buildWeb()
  const server = serve({ fetch: (request) => app.fetch(request), port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`
  const dependencies: Dependencies = {
    database: await DATABASES[0]!.open(),
    config: { origin, engine: 'sqlite', demo: false },
    now: () => new Date(),
    logError: (error) => {
      throw error
    },
    asset: builtFiles(folder.path),
  }
  const app = createApp(dependencies)

  await publishBuiltIns(dependencies.database)
  await openFirstWave(dependencies)
  const [wave] = await listWaves(dependencies.database)
  if (!wave) throw new Error('The installation has no first wave')
  await changeWave(dependencies.database, wave.id, { scale_link: 'edition' })
  const questionnaire = wave.questionnaire_hash
  const firms = simulatedAnswers(FIRMS + 40)

  /** Sends the next simulated firms into a wave. */
  const answer = async (count: number, into = wave.id) => {
    for (const answers of firms.splice(0, count)) {
      const reply = await fetch(`${origin}/api/waves/${into}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: newKey(), questionnaire, answers }),
      })
      if (!reply.ok) throw new Error(`A simulated firm was refused: ${await reply.text()}`)
    }
  }
  await answer(FIRMS)
  await releaseWave(dependencies, wave.id)

  const own = `/desk/waves/${wave.id}`
  const [firstLink] = await listLinks(dependencies.database, wave.id)
  const results = `${own}/results`
  return {
    origin,
    wave: wave.id,
    results,
    /** One address of every kind of page, each kind of question among them. */
    pages: [
      '/desk/waves',
      '/desk/waves/new',
      '/desk/preview',
      '/desk/forecasts',
      results,
      `${results}/informal-charges`,
      ...['informal-charges/5.02', 'land-access/2.02', 'land-access/2.03'].map(
        (path) => `${results}/${path}`,
      ),
      ...['equal-competition/6.03', 'transparency/3.11'].map((path) => `${results}/${path}`),
      own,
      `${own}/inputs`,
      `${own}/exports`,
      `${own}/paper`,
      `${own}/entry`,
      ...HANDOUTS.map(({ code }) => `${own}/links/${firstLink?.code}/print/${code}`),
    ],
    answer,
    addLink: (label: string) => createLink(dependencies.database, { wave: wave.id, label }),
    enrolmentLink: async () => (await createEnrolment(dependencies)).url,
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await dependencies.database.close()
      folder.remove()
    },
  }
}

function simulatedAnswers(count: number): Record<string, unknown>[] {
  const values = Object.fromEntries(
    Edition.parse(edition).indicators.flatMap(({ id, langSon }) => {
      const value = langSon?.['2019']
      return value === undefined ? [] : [[id, value]]
    }),
  )
  const questionnaire = Questionnaire.parse(full)
  return Array.from(simulateFirms({ questionnaire, values, firms: count, seed: 7 }), ({ answers }) =>
    Object.fromEntries(
      Object.entries(answers).filter(([, answer]) => answer !== 'not-asked' && answer !== 'blank'),
    ),
  )
}

export type Staff = Awaited<ReturnType<typeof openStaff>>

/** A browser of its own that has been enrolled and stands on the results. */
export async function openStaff(browser: Browser, site: DeskSite) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1440, height: 900 } })
  const complaints: string[] = []
  context.on('page', (page) => watch(page, complaints))
  const page = await context.newPage()
  await enrol(page, site)
  return {
    page,
    context,
    /** Everything the browser complained of: errors, and what the page's policy refused. */
    complaints,
    open: async (path: string) => {
      await page.goto(site.origin + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    heading: () => page.getByRole('heading', { level: 1 }).innerText(),
    leave: () => context.close(),
  }
}

/** Follows a fresh enrolment link and gives a name. */
export async function enrol(page: Page, site: DeskSite): Promise<void> {
  await page.goto(await site.enrolmentLink())
  await page.getByLabel('Họ và tên của anh/chị').fill('Nguyễn Thị Hoa')
  await page.getByRole('button', { name: 'Vào bàn điều hành' }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor()
}

function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
}
