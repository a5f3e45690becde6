import { describe, expect, it } from 'vitest'
import { DATABASES } from '../support/databases.ts'

describe.each(DATABASES)('on $name', ({ open }) => {
  it('opens', async () => {
    const db = await open()
    expect(await db.query.selectFrom('wave').selectAll().execute()).toEqual([])
    await db.close()
  })
})
