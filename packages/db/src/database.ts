/** The one way to the database: Prisma for queries, the raw pool where batches or locks matter. */
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'

/** Prisma inside a transaction. */
export type Transaction = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$use' | '$extends'>

export interface Database {
  prisma: PrismaClient
  /** Raw connections, the same that Prisma uses; bigint columns arrive as `bigint`. */
  pool: pg.Pool
  url: string
  /** Waits for queries in hand and closes the connections. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Most connections open at once. */
  maxConnections?: number
}

// int8 as bigint: a JS number loses stroops above 2^53, and pg's default, a string, invites string arithmetic.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 && format !== 'binary'
      ? BigInt
      : pg.types.getTypeParser(oid, format ?? 'text')) as pg.CustomTypesConfig['getTypeParser'],
}

/**
 * Opens the database at `url`; its schema must be there (`migrate`). Connects on first use.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    types,
  })
  // An idle connection that the server closed: the pool drops it, and the next query opens another or reports why not.
  pool.on('error', () => undefined)
  // One in use whose server went away between two queries: the next query on it, or its release, reports that. Unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false }),
  })
  return {
    prisma,
    pool,
    url,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/**
 * Runs `work` in one database transaction: all of it is committed, or none. Read committed; lock the rows that a
 * decision about money rests on (`select ... for update` through `$queryRaw`).
 */
export function transaction<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.prisma.$transaction(work, {
    maxWait: 10_000,
    timeout: 30_000,
  })
}

/** As {@link transaction}, on a raw connection. */
export async function rawTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // A connection that cannot even roll back must not serve the next caller.
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}
