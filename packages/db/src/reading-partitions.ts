/** The months of the reading table. A partition is made when a reading first needs it: the network's clock may be turned to any year. */
import type pg from 'pg'
import { rawTransaction } from './database.ts'

/** One UTC calendar month: `fromAt` included, `toAt` not, Unix seconds. */
export interface Month {
  name: string
  fromAt: bigint
  toAt: bigint
}

/** The UTC month that `at` lies in. */
export function monthOf(at: bigint): Month {
  const date = new Date(Number(at) * 1000)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  const seconds = (monthIndex: number) => BigInt(Date.UTC(year, monthIndex, 1) / 1000)
  const name = `reading_y${String(year).padStart(4, '0')}m${String(month + 1).padStart(2, '0')}`
  return { name, fromAt: seconds(month), toAt: seconds(month + 1) }
}

/** The month of a partition, by its name. @throws if it is no partition's name */
export function monthNamed(name: string): Month {
  const [, year, month] = /^reading_y(\d{4})m(\d{2})$/.exec(name) ?? []
  if (year === undefined || month === undefined) throw new Error(`not a month of readings: ${name}`)
  return monthOf(BigInt(Date.UTC(Number(year), Number(month) - 1, 1) / 1000))
}

/** Serializes the making of partitions: two programs may want the same month at once. */
const PARTITION_LOCK = 4_848_004n

/**
 * Makes the partitions of these months where they are missing.
 *
 * Call it outside the transaction that inserts: attaching a partition locks the table, and a transaction that had
 * already written readings could then deadlock with another one.
 */
export async function createPartitions(pool: pg.Pool, months: Iterable<Month>): Promise<void> {
  for (const month of months) await rawTransaction(pool, (client) => createPartition(client, month))
}

async function createPartition(client: pg.ClientBase, month: Month): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK])
  const found = await client.query<{ found: string | null }>('select to_regclass($1) as found', [month.name])
  if (found.rows[0]?.found) return
  // Made apart and then attached: attaching lets readers and writers of the other months go on.
  await client.query(`create table ${month.name} (like reading including defaults including constraints)`)
  await client.query(
    `alter table reading attach partition ${month.name} for values from (${month.fromAt}) to (${month.toAt})`,
  )
}
