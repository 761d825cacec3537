import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupEnd,
  BackupError,
  type BackupHeader,
  MIGRATIONS_SQL,
  TABLES_SQL,
} from './backup-format.ts'
import { rawTransaction } from './database.ts'
import { migrate } from './migrate.ts'
import { createPartitions, monthNamed } from './reading-partitions.ts'
import { readMigrations } from './schema-engine.ts'

export interface RestoreOptions {
  readonly onProgress?: (table: string) => void
  /** Runs once every row is back, in the same database transaction: what must be so before any program sees the rows. */
  readonly within?: (client: pg.PoolClient) => Promise<void>
}

export interface RestoreResult {
  readonly madeAt: string
  readonly rows: Readonly<Record<string, number>>
  readonly total: number
}

/**
 * Brings a backup back into an empty database: the schema as it was, every row in one transaction, then the migrations that came since. Nothing is
 * there, or all of it.
 *
 * @throws {BackupError} if the file is no whole backup, is of a newer version, or the database is not empty
 */
export async function restoreDatabase(url: string, file: string, options: RestoreOptions = {}): Promise<RestoreResult> {
  const header = await headerOf(file)
  const known = (await readMigrations()).migrationDirectories.map(({ path }) => path)
  const unknown = header.migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new BackupError(
      'NEWER_VERSION',
      `this backup is of a newer version (${unknown[0]}): restore it with that version`,
    )
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  try {
    await requireEmpty(pool, header)
    await migrate(url, header.migrations)
    await createPartitions(pool, header.partitions.map(monthNamed))
    const rows = await rawTransaction(pool, async (client) => {
      const counted = await fill(client, file, header, options.onProgress ?? (() => undefined))
      for (const { name, last } of header.sequences)
        await client.query('SELECT setval($1::regclass, $2::int8)', [pg.escapeIdentifier(name), last])
      await options.within?.(client)
      return counted
    })
    await migrate(url)
    return { madeAt: header.madeAt, rows, total: Object.values(rows).reduce((sum, count) => sum + count, 0) }
  } finally {
    await pool.end()
  }
}

/** The lines of a backup as they are read. @throws {BackupError} where the file cannot be read as one */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unzipped = source.pipe(createGunzip())
  source.on('error', (error) => unzipped.destroy(error))
  try {
    yield* createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })
    // An input that ends by an error ends the lines as if it were whole.
    if (unzipped.errored) throw unzipped.errored
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw cause
    if (code === 'Z_DATA_ERROR' && unzipped.bytesWritten < 64)
      throw new BackupError('NOT_A_BACKUP', `${file} is no backup`, { cause })
    if (code.startsWith('Z_')) throw new BackupError('DAMAGED', `${file} is damaged or cut off`, { cause })
    throw cause
  } finally {
    source.destroy()
  }
}

const split = (line: string): readonly [kind: string, json: string] => {
  const tab = line.indexOf('\t')
  return [line.slice(0, Math.max(tab, 0)), line.slice(tab + 1)]
}

async function headerOf(file: string): Promise<BackupHeader> {
  for await (const line of linesOf(file)) {
    const [kind, json] = split(line)
    const header = kind === 'header' ? (JSON.parse(json) as BackupHeader) : null
    if (header?.format !== BACKUP_FORMAT) break
    if (header.version !== BACKUP_VERSION)
      throw new BackupError(
        'NEWER_VERSION',
        `this backup has the form ${header.version}, and ${BACKUP_VERSION} is known here`,
      )
    return header
  }
  throw new BackupError('NOT_A_BACKUP', `${file} is no backup`)
}

/** Tables without a row are of no use to anybody: where they are those of another version they make room for the backup's own. */
async function requireEmpty(pool: pg.Pool, header: BackupHeader): Promise<void> {
  const tables = (await pool.query<{ name: string }>(TABLES_SQL)).rows.map(({ name }) => name)
  for (const name of tables) {
    const found = await pool.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`)
    if (found.rowCount !== 0)
      throw new BackupError(
        'NOT_EMPTY',
        `the database is not empty (${name}): restore into a new one, nothing is overwritten`,
      )
  }
  const known = await pool.query<{ found: string | null }>(`SELECT to_regclass('_prisma_migrations') AS found`)
  if (!known.rows[0]?.found) {
    if (tables.length > 0)
      throw new BackupError(
        'OTHER_SCHEMA',
        `the database has tables of another program (${tables[0]}): restore into a new one`,
      )
    return
  }
  const applied = (await pool.query<{ name: string }>(MIGRATIONS_SQL)).rows.map(({ name }) => name)
  if (applied.join() === header.migrations.join()) return
  await pool.query(
    `DROP TABLE ${[...tables, '_prisma_migrations'].map((name) => pg.escapeIdentifier(name)).join(', ')}`,
  )
}

async function fill(
  client: pg.PoolClient,
  file: string,
  header: BackupHeader,
  onProgress: (table: string) => void,
): Promise<Record<string, number>> {
  const hash = createHash('sha256')
  const rows: Record<string, number> = Object.fromEntries(header.tables.map(({ name }) => [name, 0]))
  let current = ''
  for await (const line of linesOf(file)) {
    const [kind, json] = split(line)
    if (kind === 'end') {
      const end = JSON.parse(json) as BackupEnd
      if (end.sha256 === hash.digest('hex') && JSON.stringify(end.rows) === JSON.stringify(rows)) return rows
      throw new BackupError('DAMAGED', `${file} is damaged: its contents are not what was written`)
    }
    hash.update(`${line}\n`)
    if (kind === 'header') continue
    const table = header.tables.find(({ name }) => name === kind)
    if (!table) throw new BackupError('DAMAGED', `${file} is damaged: it has rows of a table that it does not name`)
    if (current !== kind) onProgress(kind)
    current = kind
    const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
    const name = pg.escapeIdentifier(kind)
    const { rowCount } = await client.query(
      `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
      [json],
    )
    rows[kind] = (rows[kind] ?? 0) + (rowCount ?? 0)
  }
  throw new BackupError('DAMAGED', `${file} is cut off`)
}
