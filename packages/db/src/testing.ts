/** A fresh, migrated database for a test file: `const database = await withDatabase()`, closed and dropped by itself. */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from './database.ts'
import { createDatabase, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'
import { migrate } from './migrate.ts'

let server: Promise<EmbeddedPostgres> | undefined
let template: Promise<string> | undefined

/** The server of this test process; without fsync, and gone with the process. */
export function testServer(): Promise<EmbeddedPostgres> {
  server ??= (async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-test-postgres-'))
    // mkdtemp makes it 0700: the server may have to run as another user.
    await chmod(dataDir, 0o755)
    const started = await startEmbeddedPostgres({ dataDir, durable: false })
    process.once('exit', () =>
      rmSync(dataDir, {
        recursive: true,
        force: true,
        maxRetries: 10,
        retryDelay: 50,
      }),
    )
    return {
      ...started,
      stop: async () => {
        await started.stop()
        await rm(dataDir, { recursive: true, force: true })
      },
    }
  })()
  return server
}

/** Stops the shared server, if one was started. */
export async function stopTestServer(): Promise<void> {
  const running = server
  server = undefined
  template = undefined
  await (await running)?.stop()
}

function urlOf(running: EmbeddedPostgres, database: string): string {
  const url = new URL(running.url)
  url.pathname = `/${database}`
  return url.href
}

/** Creates an empty, migrated database on the shared server and returns its URL. Migrations run once; copies are cheap. */
export async function freshDatabaseUrl(): Promise<string> {
  const running = await testServer()
  template ??= (async () => {
    await createDatabase(running.url, 'migrated')
    await migrate(urlOf(running, 'migrated'))
    return 'migrated'
  })()
  const name = `test_${randomBytes(6).toString('hex')}`
  await createDatabase(running.url, name, await template)
  return urlOf(running, name)
}

/** Opens a fresh database. Close it, then call {@link stopTestServer} in `afterAll`. */
export async function withDatabase(): Promise<Database> {
  return openDatabase(await freshDatabaseUrl())
}
