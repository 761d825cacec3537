/**
 * What the device remembers: its last reading and the counters behind it, the readings that nobody acknowledged, those that
 * were refused. Everything that must hold together is one transaction.
 */
import type { DatabaseSync } from 'node:sqlite'
import { parseReading, type Reading, readingJson } from '@heliobond/domain'
import type { Registers } from '../source/meter-source.ts'
import type { Totals } from '../source/registers.ts'
import type { Total } from '../source/total.ts'
import { inTransaction, openDatabase, StoreError } from './open.ts'
import { count, type StoreBounds, thin, usedBytes } from './thin.ts'

/** A reading that waits for our acknowledgement. */
export interface PendingReading {
  readonly epoch: number
  readonly seq: bigint
  /** The JSON text to send. */
  readonly body: string
}

/** The reading that waits. @throws if what is stored is none: a bug. */
export function readingOf({ body }: PendingReading): Reading {
  const reading = parseReading(JSON.parse(body))
  if (!reading.ok) throw new Error(`a stored reading is none: ${reading.error.code}`)
  return reading.value
}

/** The last reading that was signed, whatever became of it. */
export interface LastReading extends Registers {
  readonly epoch: number
  readonly seq: bigint
  readonly at: bigint
  readonly totals: Totals
}

/** An answer to readings: what is stored, and what can never be taken. */
export interface Acknowledgement {
  readonly epoch: number
  /** Inclusive ranges. */
  readonly stored: readonly (readonly [bigint, bigint])[]
  readonly refused: readonly { readonly seq: bigint; readonly code: string }[]
}

export interface StoreCounts {
  readonly pending: number
  readonly bytes: number
  readonly acknowledged: number
  readonly refused: number
  /** Dropped to make room; their energy is in the readings after them. */
  readonly thinned: number
}

export interface DeviceStore {
  readonly database: DatabaseSync
  last(): LastReading | undefined
  /**
   * Numbers, signs and stores a reading, with the totals it came from. The number is the last one's plus one, or 0 in a new
   * epoch. When this returns the reading is on the disk; before that nobody has seen it, so a number is never given to two.
   */
  append(epoch: number, totals: Totals, sign: (seq: bigint) => Reading): Reading
  /** The oldest ones after `after`, in order. */
  pending(limit: number, after?: { readonly epoch: number; readonly seq: bigint }): readonly PendingReading[]
  /** Forgets what is stored elsewhere; what was refused for good is set aside. */
  acknowledge(acknowledgement: Acknowledgement): void
  counts(): StoreCounts
  refusedCodes(): readonly { readonly code: string; readonly count: number }[]
  /** Small facts that outlive the process. */
  note(name: string): string | undefined
  setNote(name: string, value: string | undefined): void
  close(): void
}

const MOST_REFUSED = 1_000

/**
 * Opens the store of one meter.
 *
 * @param meter what the readings in it are of: another meter, key, network or contract must not go on with its numbers.
 * @throws {StoreError}
 */
export function openStore(
  path: string,
  meter: string,
  bounds: StoreBounds,
  { create }: { create: boolean },
): DeviceStore {
  const database = openDatabase(path, { create })
  database.prepare('insert or ignore into identity (one, meter) values (1, ?)').run(meter)
  const known = database.prepare('select meter from identity').get()?.meter
  if (known !== meter) {
    database.close()
    throw new StoreError(
      `the store ${path} belongs to another meter, key, network or contract (${known}), not ${meter}`,
    )
  }
  return storeOf(database, bounds)
}

function storeOf(database: DatabaseSync, bounds: StoreBounds): DeviceStore {
  const sql = {
    last: database.prepare('select * from last_reading'),
    setLast: database.prepare('insert or replace into last_reading values (1, ?, ?, ?, ?, ?, ?, ?)'),
    insert: database.prepare('insert into reading (epoch, seq, body) values (?, ?, ?)'),
    pending: database.prepare('select * from reading where (epoch, seq) > (?, ?) order by epoch, seq limit ?'),
    forget: database.prepare('delete from reading where epoch = ? and seq between ? and ?'),
    setAside: database.prepare(
      'insert or replace into refused select epoch, seq, ?, body from reading where epoch = ? and seq = ?',
    ),
    boundRefused: database.prepare(
      `delete from refused where (epoch, seq) not in (select epoch, seq from refused order by epoch desc, seq desc limit ${MOST_REFUSED})`,
    ),
    add: database.prepare(
      'insert into counter values (?, ?) on conflict (name) do update set value = value + excluded.value',
    ),
    counters: database.prepare('select name, value from counter'),
    refusedCodes: database.prepare('select code, count(*) as n from refused group by code order by code'),
    note: database.prepare('select value from note where name = ?'),
    setNote: database.prepare('insert or replace into note values (?, ?)'),
    dropNote: database.prepare('delete from note where name = ?'),
  }
  for (const statement of [sql.last, sql.pending]) statement.setReadBigInts(true)

  // Counted once, then kept: counting anew at each reading would read the whole table.
  let waiting = count(database)

  const add = (name: string, by: number) => by > 0 && sql.add.run(name, by)

  function last(): LastReading | undefined {
    const row = sql.last.get()
    if (!row) return undefined
    return {
      epoch: Number(row.epoch),
      seq: BigInt(row.seq as bigint),
      at: BigInt(row.at as bigint),
      generatedWh: BigInt(row.generated_wh as string),
      consumedWh: BigInt(row.consumed_wh as string),
      exportedWh: BigInt(row.exported_wh as string),
      totals: parseTotals(row.totals as string),
    }
  }

  return {
    database,
    last,
    append(epoch, totals, sign) {
      let dropped = 0
      const reading = inTransaction(database, () => {
        const before = last()
        if (before && epoch < before.epoch)
          throw new StoreError(`epoch ${epoch} is over; the store is at ${before.epoch}`)
        const seq = before?.epoch === epoch ? before.seq + 1n : 0n
        const reading = sign(seq)
        if (reading.seq !== seq || reading.epoch !== epoch) throw new Error('a reading was signed with another number')
        const { at, generatedWh, consumedWh, exportedWh } = reading
        sql.insert.run(epoch, seq, JSON.stringify(readingJson(reading)))
        sql.setLast.run(epoch, seq, at, `${generatedWh}`, `${consumedWh}`, `${exportedWh}`, totalsText(totals))
        dropped = thin(database, waiting + 1, bounds)
        add('thinned', dropped)
        return reading
      })
      waiting += 1 - dropped
      return reading
    },
    pending: (limit, after = { epoch: -1, seq: 0n }) =>
      sql.pending.all(after.epoch, after.seq, limit).map((row) => ({
        epoch: Number(row.epoch),
        seq: BigInt(row.seq as bigint),
        body: row.body as string,
      })),
    acknowledge({ epoch, stored, refused }) {
      waiting -= inTransaction(database, () => {
        let acknowledged = 0
        for (const [from, to] of stored) acknowledged += Number(sql.forget.run(epoch, from, to).changes)
        let setAside = 0
        for (const { seq, code } of refused) {
          sql.setAside.run(code, epoch, seq)
          setAside += Number(sql.forget.run(epoch, seq, seq).changes)
        }
        add('acknowledged', acknowledged)
        add('refused', setAside)
        if (setAside > 0) sql.boundRefused.run()
        return acknowledged + setAside
      })
    },
    counts() {
      const counters = new Map(sql.counters.all().map(({ name, value }) => [name, Number(value)]))
      const of = (name: string) => counters.get(name) ?? 0
      return {
        pending: waiting,
        bytes: usedBytes(database),
        acknowledged: of('acknowledged'),
        refused: of('refused'),
        thinned: of('thinned'),
      }
    },
    refusedCodes: () => sql.refusedCodes.all().map(({ code, n }) => ({ code: `${code}`, count: Number(n) })),
    note(name) {
      const value = sql.note.get(name)?.value
      return typeof value === 'string' ? value : undefined
    },
    setNote(name, value) {
      if (value === undefined) sql.dropNote.run(name)
      else sql.setNote.run(name, value)
    },
    close: () => database.close(),
  }
}

const totalsText = (totals: Totals): string =>
  JSON.stringify(totals, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))

function parseTotals(text: string): Totals {
  const stored = JSON.parse(text) as Record<string, { total: string; last: string; scale: number; ahead: string }>
  const totals: Record<string, Total> = {}
  for (const [name, { total, last, scale, ahead }] of Object.entries(stored)) {
    totals[name] = { total: BigInt(total), last: BigInt(last), scale, ahead: BigInt(ahead) }
  }
  return totals
}
