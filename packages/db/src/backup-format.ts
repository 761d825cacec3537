/**
 * A backup is one gzipped file of lines, `KIND\tJSON`:
 *
 *     header   {"format": "heliobond-backup", "version": 1, "migrations": [...], "tables": [...], "sequences": [...], "partitions": [...]}
 *     TABLE    [{row}, {row}, ...]          any number of lines a table, in the header's order of tables
 *     end      {"rows": {"TABLE": n}, "sha256": "..."}   of all bytes before it
 *
 * Rows are what PostgreSQL's `to_jsonb` makes of them and `jsonb_populate_recordset` takes back: numbers stay exact because nobody else reads them.
 */
export const BACKUP_FORMAT = 'heliobond-backup'
export const BACKUP_VERSION = 1

export interface BackupTable {
  readonly name: string
  readonly columns: readonly string[]
}

export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT
  readonly version: number
  /** When it was made, by the machine. */
  readonly madeAt: string
  /** The migrations that its tables have, oldest first. */
  readonly migrations: readonly string[]
  /** What refers to other tables comes after them. */
  readonly tables: readonly BackupTable[]
  readonly sequences: readonly { readonly name: string; readonly last: string }[]
  /** Months of readings, by the names of their partitions. */
  readonly partitions: readonly string[]
}

export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>
  readonly sha256: string
}

/** A backup was not made or not restored, and why; in words for the operator. */
export class BackupError extends Error {
  readonly code: 'NO_SCHEMA' | 'NOT_A_BACKUP' | 'DAMAGED' | 'NEWER_VERSION' | 'OTHER_SCHEMA' | 'NOT_EMPTY'
  constructor(code: BackupError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupError'
    this.code = code
  }
}

/** Tables of the public schema; partitions are part of their table. */
export const TABLES_SQL = `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_prisma_migrations' ORDER BY 1`

/** The migrations that a database has, oldest first. */
export const MIGRATIONS_SQL =
  'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1'
