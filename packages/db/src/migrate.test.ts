import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createDatabase } from './embedded.ts'
import { migrate } from './migrate.ts'
import { lastMigratedSchema, schemaDifference } from './new-migration.ts'
import { readMigrations, SCHEMA_FILE } from './schema-engine.ts'
import { freshDatabaseUrl, stopTestServer, testServer } from './testing.ts'

afterAll(stopTestServer)

async function emptyDatabase(name: string): Promise<string> {
  const server = await testServer()
  await createDatabase(server.url, name)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

test('applies every migration once, and records it as Prisma does', async () => {
  const url = await emptyDatabase('migrating')
  const names = (await readMigrations()).migrationDirectories.map((directory) => directory.path)
  expect(await migrate(url)).toEqual(names)
  expect(await migrate(url)).toEqual([])
  const recorded = await query<{ migration_name: string }>(
    url,
    'select migration_name from _prisma_migrations order by migration_name',
  )
  expect(recorded.map((row) => row.migration_name)).toEqual(names)
})

test('programs that start at once migrate one database without harm', async () => {
  const url = await emptyDatabase('contended')
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.flat()).toHaveLength((await readMigrations()).migrationDirectories.length)
})

test('the committed migrations lead to schema.prisma', async () => {
  const schema = await readFile(SCHEMA_FILE, 'utf8')
  expect(await schemaDifference((await testServer()).url, await lastMigratedSchema(), schema)).toBe('')

  // The SQL may have been edited by hand: its tables must still be the ones that Prisma expects.
  const pure = await emptyDatabase('pure')
  await query(pure, await schemaDifference(pure, undefined, schema))
  const columns = `select table_name, column_name, data_type, is_nullable, column_default
    from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations' order by 1, 2`
  expect(await query(await freshDatabaseUrl(), columns)).toEqual(await query(pure, columns))
})

test('the outbox refuses a sent transaction without its hash, envelope and expiry', async () => {
  const url = await freshDatabaseUrl()
  const send = (columns: string, values: string) =>
    query(
      url,
      `insert into outbox (idempotency_key, lane, kind, payload, status, created_at, updated_at ${columns})
       values (gen_random_uuid()::text, 'pay', 'pay', '{}', 'sent', 0, 0 ${values})`,
    )
  await expect(send('', '')).rejects.toThrow(/outbox_written_before_sent/)
  await expect(send(', hash, envelope_xdr, expires_at', `, 'h', 'x', 5`)).resolves.toBeDefined()
})
