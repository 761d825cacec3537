/**
 * Brings a database to the newest schema.
 *
 *     DATABASE_URL=postgresql://... node packages/db/src/migrate.ts
 */
import pg from 'pg'
import { readMigrations, withSchemaEngine } from './schema-engine.ts'

/** Serializes migrating programs: any number may be started at once on one database. */
const MIGRATION_LOCK = 4_848_001n

/**
 * Applies the migrations that the database lacks, and returns their names (none when it is up to date).
 *
 * @param only these and no others: for a schema as it was
 * @throws if a migration fails, or failed earlier and needs a person: nothing later is applied then.
 */
export async function migrate(url: string, only?: readonly string[]): Promise<string[]> {
  const all = await readMigrations()
  const migrationDirectories = all.migrationDirectories.filter(({ path }) => only?.includes(path) ?? true)
  const migrationsList = { ...all, migrationDirectories }
  const guard = new pg.Client({ connectionString: url })
  await guard.connect()
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    if (
      await isUpToDate(
        guard,
        migrationsList.migrationDirectories.map((directory) => directory.path),
      )
    )
      return []
    const filters = { externalTables: [], externalEnums: [] }
    const applied = await withSchemaEngine(url, (engine) => engine.applyMigrations({ migrationsList, filters }))
    return applied.appliedMigrationNames
  } finally {
    await guard.end()
  }
}

/** A start should not pay for loading the engine when there is nothing to do. */
async function isUpToDate(client: pg.Client, names: string[]): Promise<boolean> {
  const table = await client.query<{ found: string | null }>(`select to_regclass('_prisma_migrations') as found`)
  if (!table.rows[0]?.found) return false
  const applied = await client.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const done = new Set(applied.rows.map((row) => row.migration_name))
  return names.every((name) => done.has(name))
}

if (import.meta.main) {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: it names the PostgreSQL database to migrate')
  const applied = await migrate(url)
  console.log(applied.length === 0 ? 'the database is up to date' : `applied: ${applied.join(', ')}`)
}
