import { afterAll, beforeAll, expect, it } from 'vitest'
import { DATABASES } from '../../support/databases.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let demo: TestApp
let real: TestApp
beforeAll(async () => {
  demo = await openTestApp(DATABASES[0], { demo: true })
  real = await openTestApp()
})
afterAll(async () => {
  await demo.close()
  await real.close()
})

it.each(['/', '/desk', '/desk/waves/new', '/s/unknown'])(
  'marks %s of a demonstration, and no other',
  async (path) => {
    expect(await (await demo.send(path)).text()).toContain('simulated data')
    expect(await (await real.send(path)).text()).not.toContain('simulated data')
  },
)
