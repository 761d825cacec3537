import { type Database, stopTestServer, withDatabase } from '@heliobond/db'
import { pino } from 'pino'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { WorkerContext } from '../context.ts'
import { createStore } from '../runtime.ts'
import { tickFees } from './fees.ts'
import { tickStuck } from './stuck.ts'

const AT = 1_800_000_000n
const DAY = 86_400n
const LUMEN = 10_000_000n

let database: Database
let context: WorkerContext
let now: bigint
let lumens: bigint | null
beforeEach(async () => {
  database = await withDatabase()
  now = AT
  lumens = 1_000n * LUMEN
  context = {
    store: createStore(database),
    log: pino({ level: 'silent' }),
    chain: { now: async () => now, lumens: async () => lumens },
    keys: { address: async () => 'GFEES' },
  } as unknown as WorkerContext
})
afterEach(() => database.close())
afterAll(() => stopTestServer())

const open = async () => {
  const alarms = await database.prisma.alarm.findMany({ where: { clearedAt: null }, orderBy: { kind: 'asc' } })
  return alarms.map(({ kind, severity }) => `${kind} ${severity}`)
}

/** An action that succeeded some days ago and cost so many lumens. */
const spent = (key: string, daysAgo: bigint, fee: bigint) =>
  database.pool.query(
    `INSERT INTO outbox (idempotency_key, kind, lane, payload, status, created_at, updated_at, fee_stroops, hash, envelope_xdr, ledger, expires_at, channel)
     VALUES ($1, 'pay.bills', $1, '{}', 'succeeded', $2, $2, $3, md5($1) || md5($1), 'AAAA', 5, $2, 'G')`,
    [key, now - daysAgo * DAY, fee * LUMEN],
  )

/** The fee account is looked at every ten minutes. */
async function looked(): Promise<string[]> {
  now += 600n
  await tickFees(context)
  return open()
}

test('a fee account that lasts for less than two weeks is told of, and is no more once it is filled', async () => {
  expect(await looked()).toEqual([])
  // Ten lumens a day on average: two weeks are 140.
  for (const day of [1n, 2n, 3n, 4n, 5n, 6n]) await spent(`day ${day}`, day, 11n)
  await spent('long ago', 30n, 5_000n)
  lumens = 140n * LUMEN
  expect(await looked()).toEqual([])
  lumens = 120n * LUMEN
  expect(await looked()).toEqual(['fees.low warning'])
  lumens = null
  now += DAY
  expect(await looked()).toEqual(['fees.low critical'])
  lumens = 500n * LUMEN
  expect(await looked()).toEqual([])
})

test('a day that costs more than the budget is told of', async () => {
  await database.pool.query(
    `INSERT INTO setting (key, value) VALUES ('fees', '{"dailyBudgetStroops": "200000000"}') ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
  )
  await spent('within', 0n, 20n)
  expect(await looked()).toEqual([])
  await spent('beyond', 0n, 1n)
  expect(await looked()).toEqual(['fees.budget warning'])
  now += 2n * DAY
  expect(await looked()).toEqual([])
})

test('an action that waits for more than a day while nothing moves is told of, until it has ended', async () => {
  await database.pool.query(
    `INSERT INTO outbox (idempotency_key, kind, lane, payload, created_at, updated_at) VALUES ('k', 'coupon.fund', 'l', '{}', $1, $1)`,
    [AT],
  )
  let machineMs = 0
  const look = async () => {
    await tickStuck(context, () => machineMs)
    return open()
  }
  now = AT + DAY
  expect(await look()).toEqual([])
  // A clock that was turned makes everything look old: it counts once it lasts.
  now = AT + DAY + 1n
  expect(await look()).toEqual([])
  machineMs += 30_000
  expect(await look()).toEqual(['outbox.stuck warning'])
  await database.pool.query(`UPDATE outbox SET status = 'failed'`)
  expect(await look()).toEqual([])
})
