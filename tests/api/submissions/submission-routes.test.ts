import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, newKey, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

describe.each(DATABASES)('submissions on $name', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp(engine)
  })
  afterAll(() => test.close())

  const waiting = async () =>
    (await test.database.query.selectFrom('inbox').select('tag').execute()).length

  it('takes answers into the inbox', async () => {
    const before = await waiting()
    const reply = await test.submit()
    expect(await reply.json()).toEqual({ status: 'received', pruned: [] })
    expect(reply.status).toBe(201)
    expect(await waiting()).toBe(before + 1)
  })
  it('answers the same to the same submission again', async () => {
    const json = { key: newKey() }
    expect((await test.submit(json)).status).toBe(201)
    const before = await waiting()
    const again = await test.submit(json)
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual({ status: 'received', pruned: [] })
    expect(await waiting()).toBe(before)
    expect(test.errors).toEqual([])
  })
})
