import { Hono } from 'hono'
import type { Dependencies } from '../dependencies.ts'
import { touchDatabase } from './health-store.ts'

/** For watchdogs: answers only when the database does. */
export const healthRoutes = ({ database }: Dependencies) =>
  new Hono().get('/', async (c) => {
    await touchDatabase(database)
    return c.json({ status: 'ok' as const })
  })
