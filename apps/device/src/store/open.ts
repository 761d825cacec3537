import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The store cannot be used as it is; `message` says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

const SCHEMA = `
  create table if not exists identity (
    one integer primary key check (one = 1),
    meter text not null
  ) strict;
  create table if not exists last_reading (
    one integer primary key check (one = 1),
    epoch integer not null,
    seq integer not null,
    at integer not null,
    generated_wh text not null,
    consumed_wh text not null,
    exported_wh text not null,
    totals text not null
  ) strict;
  create table if not exists reading (
    epoch integer not null,
    seq integer not null,
    body text not null,
    primary key (epoch, seq)
  ) strict, without rowid;
  create table if not exists refused (
    epoch integer not null,
    seq integer not null,
    code text not null,
    body text not null,
    primary key (epoch, seq)
  ) strict, without rowid;
  create table if not exists counter (
    name text primary key,
    value integer not null
  ) strict;
  create table if not exists note (
    name text primary key,
    value text not null
  ) strict;
  create table if not exists decision (
    number integer primary key,
    at integer not null,
    cause text not null,
    mode text not null,
    state text,
    critical_floor_w text,
    since integer,
    ledger integer,
    hash text,
    circuits text not null,
    reason text not null
  ) strict;
`

/**
 * Opens the device's database, making it if `create`.
 *
 * Write-ahead log with synchronous FULL: a committed transaction survives SIGKILL and a power cut. So what is committed
 * may be published, and what is published was committed.
 *
 * @throws {StoreError}
 */
export function openDatabase(path: string, { create }: { create: boolean }): DatabaseSync {
  if (!create && !existsSync(path)) throw new StoreError(`there is no store at ${path}`)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  let database: DatabaseSync
  try {
    database = new DatabaseSync(path)
    database.exec('pragma busy_timeout = 5000')
    database.exec('pragma journal_mode = wal')
    database.exec('pragma synchronous = full')
    // The log beside the file stays within a megabyte: the bound is the card's, not the file's.
    database.exec('pragma wal_autocheckpoint = 200')
    database.exec('pragma journal_size_limit = 1048576')
    database.exec(SCHEMA)
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause)
    throw new StoreError(
      `the store ${path} cannot be opened: ${words}. If the file is damaged, move it away, have the approver open a new epoch and run with --new-store`,
      { cause },
    )
  }
  return database
}

/** Runs `work` in one transaction: all of it or nothing. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('begin immediate')
  try {
    const result = work()
    database.exec('commit')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}
