import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { type Database, isKeyConflict } from './database.ts'
import type { Tables } from './tables.ts'

/** Opens the database behind a D1 binding. */
export function openD1(binding: D1Database): Database {
  const query = new Kysely<Tables>({ dialect: d1Dialect(binding) })

  return {
    query,
    async atomically(statements) {
      try {
        const results = await binding.batch<Record<string, unknown>>(
          statements.map((statement) => prepare(binding, statement.compile())),
        )
        return results.map(({ results: rows }) => rows)
      } catch (error) {
        if (isKeyConflict(error)) return 'conflict'
        throw error
      }
    },
    async forgetOrder() {},
    close: () => query.destroy(),
  }
}

function d1Dialect(binding: D1Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createDriver: () => new D1Driver(binding),
  }
}

class D1Driver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(binding: D1Database) {
    this.#connection = new D1Connection(binding)
  }

  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async releaseConnection() {}
  async destroy() {}

  beginTransaction = refuseTransaction
  commitTransaction = refuseTransaction
  rollbackTransaction = refuseTransaction
}

class D1Connection implements DatabaseConnection {
  readonly #binding: D1Database

  constructor(binding: D1Database) {
    this.#binding = binding
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { results, meta } = await prepare(this.#binding, query).all<Row>()
    return { rows: results, numAffectedRows: BigInt(meta.changes) }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('D1 does not stream')
  }
}

function prepare(binding: D1Database, { sql, parameters }: CompiledQuery): D1PreparedStatement {
  return binding.prepare(sql).bind(...parameters)
}

async function refuseTransaction(): Promise<never> {
  throw new Error('D1 has no interactive transactions: use Database.atomically')
}
