import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, rawTransaction } from './database.ts'
import { startEmbeddedPostgres } from './embedded.ts'

async function startServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-database-test-'))
  // The server may have to run as another user, who must be able to enter.
  await chmod(dataDir, 0o755)
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10 }))
  const start = (port?: number) => startEmbeddedPostgres({ dataDir, durable: false, ...(port && { port }) })
  return { start, server: await start() }
}

// An error event that nobody hears ends a Node process; the test runner counts it as a failure of its own.
test('a server that crashes between two queries of a transaction fails that transaction, and the next one finds it again', async () => {
  const { start, server } = await startServer()
  const database = openDatabase(server.url)
  const broken = rawTransaction(database.pool, async (client) => {
    await client.query('select 1')
    await server.crash()
    // What the closed connection has to say arrives by itself.
    await sleep(100)
    await client.query('select 2')
  })
  await expect(broken).rejects.toThrow(/terminat|not queryable|ended/i)
  const again = await start(server.port)
  const { rows } = await rawTransaction(database.pool, (client) => client.query('select 3 as three'))
  expect(rows).toEqual([{ three: 3 }])
  await database.close()
  await again.stop()
})

test('idle connections whose server crashed are replaced', async () => {
  const { start, server } = await startServer()
  const database = openDatabase(server.url)
  await Promise.all(Array.from({ length: 4 }, () => database.pool.query('select pg_sleep(0.05)')))
  await server.crash()
  const again = await start(server.port)
  await expect(database.prisma.$queryRaw`select 1 as one`).resolves.toEqual([{ one: 1 }])
  await database.close()
  await again.stop()
})
