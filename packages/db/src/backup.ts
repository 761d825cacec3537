import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  BackupError,
  type BackupHeader,
  type BackupTable,
  MIGRATIONS_SQL,
  TABLES_SQL,
} from './backup-format.ts'

/** Rows are read in portions of about this size. */
const PORTION_BYTES = 2_000_000
const MOST_ROWS_A_PORTION = 2_000

export interface BackupResult {
  readonly rows: Readonly<Record<string, number>>
  readonly total: number
}

/**
 * Writes everything that a database holds into one file, as it was at one moment, while programs go on with it. Keys are in it as they are in the
 * database, sealed; readings, names and documents are not: the file is readable by its owner only.
 *
 * The file appears under its name once it is whole and on the disk.
 *
 * @throws {BackupError} if there is no database of ours at that address
 */
export async function backupDatabase(
  url: string,
  file: string,
  onProgress: (table: string) => void = () => undefined,
): Promise<BackupResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const partial = `${file}.partial`
  const rows: Record<string, number> = {}
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const header = await readHeader(client)
    await pipeline(
      Readable.from(withEnd(linesOf(client, header, rows, onProgress), rows)),
      createGzip({ level: 6 }),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    )
    await rename(partial, file)
    await syncFolder(dirname(file))
    return { rows, total: Object.values(rows).reduce((sum, count) => sum + count, 0) }
  } finally {
    await rm(partial, { force: true })
    await client.end()
  }
}

async function readHeader(client: pg.Client): Promise<BackupHeader> {
  const known = await client.query<{ found: string | null }>(`SELECT to_regclass('_prisma_migrations') AS found`)
  if (!known.rows[0]?.found)
    throw new BackupError('NO_SCHEMA', 'there is nothing to back up: this database has no tables of Heliobond')
  const migrations = await client.query<{ name: string }>(MIGRATIONS_SQL)
  const tables = await client.query<{ name: string }>(TABLES_SQL)
  const columns = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.table_name AS name, array_agg(c.column_name::text ORDER BY c.ordinal_position) AS columns FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER' GROUP BY 1`,
  )
  const columnsOf = new Map(columns.rows.map((row) => [row.name, row.columns]))
  const sequences = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  const partitions = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'reading'::regclass AND c.relkind = 'r' ORDER BY 1`,
  )
  const references = await client.query<{ child: string; parent: string }>(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint WHERE contype = 'f'`,
  )
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    madeAt: new Date().toISOString(),
    migrations: migrations.rows.map(({ name }) => name),
    tables: inOrder(
      tables.rows.map(({ name }) => ({ name, columns: columnsOf.get(name) ?? [] })),
      references.rows.map(({ child, parent }) => [unquoted(child), unquoted(parent)]),
    ),
    sequences: sequences.rows,
    partitions: partitions.rows.map(({ name }) => name),
  }
}

const unquoted = (name: string) => name.replaceAll('"', '')

/** Parents before their children. */
export function inOrder(
  tables: readonly BackupTable[],
  references: readonly (readonly [child: string, parent: string])[],
): BackupTable[] {
  const done: BackupTable[] = []
  const waiting = new Map(tables.map((table) => [table.name, table]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ name }) =>
      references.every(([child, parent]) => child !== name || parent === name || !waiting.has(parent)),
    )
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...waiting.keys()].join(', ')}`)
    for (const table of ready) {
      done.push(table)
      waiting.delete(table.name)
    }
  }
  return done
}

async function* linesOf(
  client: pg.Client,
  header: BackupHeader,
  rows: Record<string, number>,
  onProgress: (table: string) => void,
): AsyncGenerator<string> {
  yield `header\t${JSON.stringify(header)}\n`
  for (const { name } of header.tables) {
    onProgress(name)
    rows[name] = 0
    const table = pg.escapeIdentifier(name)
    const portion = await rowsAPortion(client, name)
    await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${table} t`)
    for (;;) {
      const fetched = await client.query<{ row: string }>(`FETCH ${portion} FROM backup`)
      if (fetched.rows.length === 0) break
      rows[name] = (rows[name] ?? 0) + fetched.rows.length
      yield `${name}\t[${fetched.rows.map(({ row }) => row).join(',')}]\n`
    }
    await client.query('CLOSE backup')
  }
}

/** A table of documents has few and large rows, that of readings many and small ones. */
async function rowsAPortion(client: pg.Client, name: string): Promise<number> {
  const { rows } = await client.query<{ bytes: string; count: string }>(
    `SELECT (SELECT sum(pg_total_relation_size(p.relid)) FROM pg_partition_tree($1::regclass) p)::text AS bytes,
       (SELECT count(*) FROM ${pg.escapeIdentifier(name)})::text AS count`,
    [pg.escapeIdentifier(name)],
  )
  const [bytes, count] = [Number(rows[0]?.bytes ?? 0), Number(rows[0]?.count ?? 0)]
  if (bytes === 0 || count === 0) return MOST_ROWS_A_PORTION
  return Math.max(1, Math.min(MOST_ROWS_A_PORTION, Math.floor((PORTION_BYTES * count) / bytes)))
}

/** Closes a backup with what it must hold, so that a cut or altered one is known as such. */
async function* withEnd(lines: AsyncGenerator<string>, rows: Readonly<Record<string, number>>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const line of lines) {
    hash.update(line)
    yield line
  }
  yield `end\t${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
