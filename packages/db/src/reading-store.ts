/**
 * Readings into the database, many at a time: one transaction a batch, judged under the locks of the meters concerned.
 *
 * (meter, epoch, seq) is unique whatever `at` is. The partitioned table cannot ensure that by itself (its key must hold
 * `at`), so every writer holds the meter's lock, and a reading is inserted only if it is newer than the meter's head or
 * was looked for among the older ones.
 */
import { equalBytes, judgeReading, type Reading, type ReadingRefusalCode } from '@heliobond/domain'
import type pg from 'pg'
import { rawTransaction } from './database.ts'
import { storedAround } from './reading-neighbours.ts'
import { createPartitions, type Month, monthOf } from './reading-partitions.ts'
import { headsLocked, insertReadings, meterRows, noteLate, type ReadingRow, saveHeads } from './reading-sql.ts'

/** A reading whose signature was verified with `publicKey`. */
export interface VerifiedReading {
  reading: Reading
  /** The raw Ed25519 key (32 bytes); the reading is refused if the registry has replaced it meanwhile. */
  publicKey: Uint8Array
}

/** What became of one reading. `duplicate` was stored before: it is acknowledged again. */
export type ReadingOutcome =
  | { readonly outcome: 'stored' }
  | { readonly outcome: 'duplicate' }
  | { readonly outcome: 'refused'; readonly code: ReadingRefusalCode }

export interface ReadingStore {
  /**
   * Judges and stores a batch; when it resolves, all is committed. Outcomes stand in the order of the readings, which
   * may be any: they are judged in the order of (meter, epoch, seq).
   *
   * @param nowSeconds The network's time.
   * @throws if the database fails: then nothing of the batch is stored.
   */
  insertBatch(readings: readonly VerifiedReading[], nowSeconds: bigint): Promise<ReadingOutcome[]>
}

const DEADLOCK_OR_SERIALIZATION = new Set(['40P01', '40001'])
const MOST_ATTEMPTS = 5

/** Thrown inside a transaction to roll it back: partitions are made outside. */
class MissingMonths extends Error {
  readonly months: Month[]
  constructor(months: Month[]) {
    super('readings of new months')
    this.months = months
  }
}

/** A store on this pool; any number of them may work on one database at once. */
export function createReadingStore(pool: pg.Pool): ReadingStore {
  const knownMonths = new Set<string>()
  return {
    async insertBatch(readings, nowSeconds) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await rawTransaction(pool, (client) => judgeAndStore(client, readings, nowSeconds, knownMonths))
        } catch (error) {
          if (attempt === MOST_ATTEMPTS) throw error
          if (error instanceof MissingMonths) {
            await createPartitions(pool, error.months)
            for (const month of error.months) knownMonths.add(month.name)
          } else if (!isConflict(error)) {
            throw error
          }
          // Chosen as the victim of a deadlock, or partitions were missing: nothing was stored, the batch is tried again.
        }
      }
    },
  }
}

async function judgeAndStore(
  client: pg.ClientBase,
  batch: readonly VerifiedReading[],
  nowSeconds: bigint,
  knownMonths: ReadonlySet<string>,
): Promise<ReadingOutcome[]> {
  const registered = await meterRows(client, [...new Set(batch.map(({ reading }) => reading.meter))].filter(isInt4))
  const heads = await headsLocked(client, [...registered.keys()])
  const ordered = batch
    .map((entry, place) => ({ ...entry, place }))
    .sort((a, b) => a.reading.meter - b.reading.meter || compareInMeter(a.reading, b.reading))

  const isLate = ({ reading }: VerifiedReading) => {
    const head = heads.get(reading.meter)
    return head !== undefined && compareInMeter(reading, fromRow(head, reading.system)) <= 0
  }
  // What does not fit the columns (u32 and u64 on the wire) is refused below: the epoch is not open, the jump impossible.
  const late = ordered.filter((entry) => isStorable(entry.reading) && isLate(entry)).map(({ reading }) => reading)
  const shelf = new Shelf()
  for (const row of [...heads.values(), ...(await storedAround(client, late))]) {
    shelf.put(fromRow(row, registered.get(row.meter_id)?.meter.system ?? 0))
  }

  const outcomes: ReadingOutcome[] = new Array(batch.length)
  const accepted: Reading[] = []
  for (const { reading, publicKey, place } of ordered) {
    const known = registered.get(reading.meter)
    const verdict = judgeReading(reading, shelf.around(reading), known?.meter, nowSeconds)
    if (!verdict.ok) {
      outcomes[place] = { outcome: 'refused', code: verdict.error.code }
    } else if (verdict.value === 'DUPLICATE') {
      outcomes[place] = { outcome: 'duplicate' }
    } else if (!known || !equalBytes(known.publicKey, publicKey)) {
      outcomes[place] = { outcome: 'refused', code: 'BAD_SIGNATURE' }
    } else if (!isStorable(reading)) {
      outcomes[place] = { outcome: 'refused', code: 'IMPOSSIBLE_JUMP' }
    } else {
      outcomes[place] = { outcome: 'stored' }
      accepted.push(reading)
      shelf.put(reading)
    }
  }
  await store(client, accepted, heads, nowSeconds, knownMonths)
  return outcomes
}

async function store(
  client: pg.ClientBase,
  accepted: readonly Reading[],
  heads: ReadonlyMap<number, ReadingRow>,
  nowSeconds: bigint,
  knownMonths: ReadonlySet<string>,
): Promise<void> {
  if (accepted.length === 0) return
  const months = new Map(accepted.map(({ at }) => monthOf(at)).map((month) => [month.name, month]))
  const missing = [...months.values()].filter((month) => !knownMonths.has(month.name))
  if (missing.length > 0) throw new MissingMonths(missing)
  await insertReadings(client, accepted, nowSeconds)
  const newest = new Map<number, Reading>()
  const late: Reading[] = []
  for (const reading of accepted) {
    const head = heads.get(reading.meter)
    // Accepted readings stand in order: the last of a meter is its newest.
    if (!head || compareInMeter(reading, fromRow(head, reading.system)) > 0) newest.set(reading.meter, reading)
    else late.push(reading)
  }
  // A statement may have gone past them: the next one takes them in by name.
  if (late.length > 0) await noteLate(client, late, nowSeconds)
  if (newest.size > 0) await saveHeads(client, [...newest.values()])
}

/** Per meter, the readings that matter to this batch, in order: what is stored around it and what it has added. */
class Shelf {
  readonly #byMeter = new Map<number, Reading[]>()

  /** Adds a reading in its place; one of the same (epoch, seq) gives way to the fuller, which has its signature. */
  put(reading: Reading): void {
    const readings = this.#byMeter.get(reading.meter) ?? []
    this.#byMeter.set(reading.meter, readings)
    const place = this.#place(readings, reading)
    const there = readings[place]
    if (!there || compareInMeter(there, reading) !== 0) readings.splice(place, 0, reading)
    else if (there.signature.length === 0) readings[place] = reading
  }

  around(reading: Reading): {
    previous?: Reading
    same?: Reading
    next?: Reading
  } {
    const readings = this.#byMeter.get(reading.meter) ?? []
    const place = this.#place(readings, reading)
    const there = readings[place]
    const same = there && compareInMeter(there, reading) === 0 ? there : undefined
    return {
      previous: readings[place - 1],
      same,
      next: readings[same ? place + 1 : place],
    }
  }

  /** Where the first reading stands that is not before `reading`. */
  #place(readings: readonly Reading[], reading: Reading): number {
    let low = 0
    let high = readings.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = readings[middle]
      if (there && compareInMeter(there, reading) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

function compareInMeter(a: Reading, b: Reading): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch
  return a.seq < b.seq ? -1 : a.seq > b.seq ? 1 : 0
}

/** A head has no signature: it serves as a neighbour only, and is found again in full where a repeat must be told. */
function fromRow(row: ReadingRow, system: number): Reading {
  return {
    system,
    meter: row.meter_id,
    epoch: row.epoch,
    seq: row.seq,
    at: row.at,
    generatedWh: row.generated_wh,
    consumedWh: row.consumed_wh,
    exportedWh: row.exported_wh,
    signature: row.signature ?? new Uint8Array(0),
  }
}

const MAX_INT8 = 2n ** 63n - 1n
const isInt4 = (value: number) => value < 2 ** 31

function isStorable({ epoch, seq, at, generatedWh, consumedWh, exportedWh }: Reading): boolean {
  return isInt4(epoch) && [seq, at, generatedWh, consumedWh, exportedWh].every((value) => value <= MAX_INT8)
}

const isConflict = (error: unknown) =>
  error instanceof Error && 'code' in error && DEADLOCK_OR_SERIALIZATION.has(String(error.code))
