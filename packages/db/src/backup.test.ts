import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { backupDatabase } from './backup.ts'
import { MIGRATIONS_SQL } from './backup-format.ts'
import { type Database, openDatabase } from './database.ts'
import { createDatabase } from './embedded.ts'
import { migrate } from './migrate.ts'
import { createPartitions, monthOf } from './reading-partitions.ts'
import { restoreDatabase } from './restore.ts'
import { readMigrations } from './schema-engine.ts'
import { openSecret, sealSecret } from './secrets.ts'
import { stopTestServer, testServer, withDatabase } from './testing.ts'

const AT = 1_800_000_000n
const SECRET = 'SBADKEYTHATNOBODYMAYREADINABACKUP'
const secretKey = new Uint8Array(randomBytes(32))

let folder: string
let file: string
let database: Database
const opened: Database[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-backup-'))
  file = join(folder, 'backup.gz')
  database = await withDatabase()
  opened.push(database)
  const { prisma } = database
  const data = {
    contractId: 'C1',
    bondAsset: 'B',
    settlementAsset: 'U',
    systemId: 7,
    terms: { rate: '9007199254740993' },
  }
  await prisma.offering.create({
    data: { ...data, state: 'Live', createdAt: AT, mintedStroops: 9_007_199_254_740_993n },
  })
  const { ciphertext, nonce } = sealSecret(secretKey, 'fees', SECRET)
  await prisma.secret.create({ data: { name: 'fees', publicKey: 'GFEES', ciphertext, nonce } })
  const outbox = { idempotencyKey: 'pay:1', kind: 'pay', lane: 'pay', payload: {}, createdAt: AT, updatedAt: AT }
  const { id } = await prisma.outbox.create({ data: outbox })
  await prisma.channelAccount.create({ data: { address: 'GA', secretName: 'channel.0', lockedByOutbox: id } })
  const bytes = new Uint8Array(randomBytes(300_000))
  const document = { sizeBytes: bytes.length, mediaType: 'application/pdf', owner: 'G', createdAt: AT, bytes }
  for (const hash of ['aa'.repeat(32), 'bb'.repeat(32)])
    await prisma.document.create({ data: { ...document, hash, name: `España "1"\n\t${hash}` } })
  // Two months of readings, each a partition of its own.
  for (const at of [AT, AT + 40n * 86_400n]) {
    await createPartitions(database.pool, [monthOf(at)])
    await database.pool.query(
      `INSERT INTO reading (meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh, signature, received_at)
       SELECT 3, 1, $1::int8 + n, $1::int8 + n, n, 0, 0, decode(repeat('f0', 64), 'hex'), $1 FROM generate_series(1, 2500) AS n`,
      [at],
    )
  }
})
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
  rmSync(folder, { recursive: true, force: true })
})
afterAll(stopTestServer)

async function emptyUrl(): Promise<string> {
  const server = await testServer()
  const name = `restored_${randomBytes(6).toString('hex')}`
  await createDatabase(server.url, name)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

/** Everything that a database says, table by table, row by row. */
async function contents({ pool }: Database): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations' ORDER BY 1`,
  )
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await pool.query<{ all: string | null }>(
      `SELECT string_agg(t::text, chr(10) ORDER BY t::text) AS all FROM "${name}" t`,
    )
    found.set(name, rows[0]?.all ?? '')
  }
  return found
}

test('every row comes back as it was, in a database that was empty, and the next number follows the last', async () => {
  const { total, rows } = await backupDatabase(database.url, file)
  expect(rows).toMatchObject({ offering: 1, secret: 1, reading: 5_000, document: 2, channel_account: 1 })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const url = await emptyUrl()
  expect(await restoreDatabase(url, file)).toMatchObject({ total, rows })
  const restored = openDatabase(url)
  opened.push(restored)
  expect(await contents(restored)).toEqual(await contents(database))
  const data = { idempotencyKey: 'pay:2', kind: 'pay', lane: 'pay', payload: {}, createdAt: AT, updatedAt: AT }
  expect((await restored.prisma.outbox.create({ data })).id).toBe((await database.prisma.outbox.create({ data })).id)
})

test('keys stay sealed in a backup, and open only with the key that they were sealed with', async () => {
  await backupDatabase(database.url, file)
  expect(gunzipSync(await readFile(file)).includes(SECRET)).toBe(false)
  const url = await emptyUrl()
  await restoreDatabase(url, file)
  const restored = openDatabase(url)
  opened.push(restored)
  const sealed = await restored.prisma.secret.findUniqueOrThrow({ where: { name: 'fees' } })
  expect(openSecret(secretKey, 'fees', sealed)).toBe(SECRET)
  expect(() => openSecret(new Uint8Array(32), 'fees', sealed)).toThrow(/does not open/)
})

test('what is written while a backup is made is wholly in it or not at all', async () => {
  const { prisma } = database
  let wrote = false
  await backupDatabase(database.url, file, async (table) => {
    if (wrote || table !== 'alarm') return
    wrote = true
    await prisma.channelAccount.create({ data: { address: 'GB', secretName: 'channel.1' } })
  })
  await expect.poll(() => prisma.channelAccount.count(), { timeout: 30_000 }).toBe(2)
  const url = await emptyUrl()
  const { rows } = await restoreDatabase(url, file)
  expect([wrote, rows.channel_account]).toEqual([true, 1])
})

test('a backup that is cut off, altered or none at all is refused, and nothing of it stays', async () => {
  await backupDatabase(database.url, file)
  const whole = await readFile(file)
  const url = await emptyUrl()
  const refused = async (bytes: Uint8Array, code: string) => {
    await writeFile(file, bytes)
    await expect(restoreDatabase(url, file), code).rejects.toMatchObject({ code })
    const untouched = openDatabase(url)
    const { rows } = await untouched.pool.query<{ found: string | null }>(`SELECT to_regclass('offering') AS found`)
    if (rows[0]?.found) expect(await untouched.prisma.offering.count()).toBe(0)
    await untouched.close()
  }
  await refused(whole.subarray(0, whole.length / 2), 'DAMAGED')
  const text = gunzipSync(whole).toString('utf8')
  await refused(gzipSync(text.slice(0, text.lastIndexOf('end\t'))), 'DAMAGED')
  await refused(gzipSync(text.replace('"GFEES"', '"GTHIEF"')), 'DAMAGED')
  await refused(Buffer.from('not a backup'), 'NOT_A_BACKUP')
  await refused(gzipSync('{"not": "a backup"}\n'), 'NOT_A_BACKUP')
  await refused(gzipSync(text.replace('_initial"', '_of_tomorrow"')), 'NEWER_VERSION')
  await writeFile(file, whole)
  expect((await restoreDatabase(url, file)).rows).toMatchObject({ offering: 1 })
})

test('a backup of an earlier version brings its own tables, and they are brought to the newest afterwards', async () => {
  const names = (await readMigrations()).migrationDirectories.map(({ path }) => path)
  const earlier = await emptyUrl()
  await migrate(earlier, names.slice(0, -3))
  const before = openDatabase(earlier)
  opened.push(before)
  await before.pool.query(`INSERT INTO setting (key, value) VALUES ('fees', '{"capStroops": "9007199254740993"}')`)
  await backupDatabase(earlier, file)
  // As an installation of the newest version makes it before anything is in it.
  const url = await emptyUrl()
  await migrate(url)
  expect((await restoreDatabase(url, file)).total).toBe(1)
  const restored = openDatabase(url)
  opened.push(restored)
  const { rows } = await restored.pool.query<{ value: string }>('SELECT value::text AS value FROM setting')
  expect(rows).toEqual([{ value: '{"capStroops": "9007199254740993"}' }])
  const applied = await restored.pool.query<{ name: string }>(MIGRATIONS_SQL)
  expect(applied.rows.map(({ name }) => name)).toEqual(names)
})

test('nothing is overwritten: a database that holds anything is refused', async () => {
  await backupDatabase(database.url, file)
  await expect(restoreDatabase(database.url, file)).rejects.toMatchObject({ code: 'NOT_EMPTY' })
  await expect(backupDatabase(await emptyUrl(), file)).rejects.toMatchObject({ code: 'NO_SCHEMA' })
})
