/**
 * For developers: writes the migration that leads from the last committed one to prisma/schema.prisma.
 *
 *     node packages/db/src/new-migration.ts add_something
 *
 * Each migration keeps the schema.prisma that it led to; the difference is taken from the newest. The engine compares
 * texts, but insists on a connection: an embedded database serves. Read the result before committing it: partitions, partial indexes and checks are written by hand.
 */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from './embedded.ts'
import { MIGRATIONS_DIR, readMigrations, SCHEMA_FILE, withSchemaEngine } from './schema-engine.ts'

/** SQL that leads from one schema.prisma (undefined: an empty database) to another; empty if they agree. */
export async function schemaDifference(url: string, before: string | undefined, after: string): Promise<string> {
  return withSchemaEngine(url, async (engine) => {
    const files = (content: string) => ({
      tag: 'schemaDatamodel' as const,
      files: [{ path: SCHEMA_FILE, content }],
    })
    const from = before === undefined ? { tag: 'empty' as const } : files(before)
    const filters = { externalTables: [], externalEnums: [] }
    const difference = await engine.diff({
      from,
      to: files(after),
      script: true,
      exitCode: null,
      filters,
    })
    const script = difference.stdout ?? ''
    return script.includes('This is an empty migration') ? '' : script
  })
}

/** The schema.prisma that the newest committed migration led to. */
export async function lastMigratedSchema(): Promise<string | undefined> {
  const newest = (await readMigrations()).migrationDirectories.at(-1)
  return newest && readFile(join(MIGRATIONS_DIR, newest.path, 'schema.prisma'), 'utf8')
}

if (import.meta.main) {
  const name = process.argv[2]
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('usage: node new-migration.ts name_in_lower_case')
  const after = await readFile(SCHEMA_FILE, 'utf8')
  const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-migration-'))
  await chmod(dataDir, 0o755)
  const server = await startEmbeddedPostgres({ dataDir, durable: false })
  const script = await schemaDifference(server.url, await lastMigratedSchema(), after).finally(async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  if (script === '') {
    console.log('the migrations already lead to schema.prisma')
  } else {
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
    const folder = join(MIGRATIONS_DIR, `${stamp}_${name}`)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'migration.sql'), script)
    await writeFile(join(folder, 'schema.prisma'), after)
    console.log(`wrote ${join(folder, 'migration.sql')}`)
  }
}
