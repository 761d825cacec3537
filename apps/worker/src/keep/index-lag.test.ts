import { type Database, stopTestServer, withDatabase } from '@heliobond/db'
import { pino } from 'pino'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { WorkerContext } from '../context.ts'
import { createStore } from '../runtime.ts'
import { tickIndexLag } from './index-lag.ts'

const AT = 1_800_000_000n
const HOUR = 3_600n

let database: Database
let context: WorkerContext
let now: bigint
let machineMs: number
beforeEach(async () => {
  database = await withDatabase()
  now = AT
  machineMs = 0
  const chain = { now: async () => now }
  context = { store: createStore(database), log: pino({ level: 'silent' }), chain } as unknown as WorkerContext
  await reaches(4_711)
})
afterEach(() => database.close())
afterAll(() => stopTestServer())

/** The index is at a ledger that closed now. */
const reaches = (ledger: number) =>
  database.prisma.cursor.upsert({
    where: { name: 'index' },
    create: { name: 'index', value: `${ledger}:${now}` },
    update: { value: `${ledger}:${now}` },
  })
const open = async () => {
  await tickIndexLag(context, () => machineMs)
  const alarms = await database.prisma.alarm.findMany({ where: { clearedAt: null } })
  return alarms.map(({ kind, severity }) => `${kind} ${severity}`)
}

test('an index that keeps up alarms nobody', async () => {
  now += HOUR - 1n
  machineMs += 3_600_000
  expect(await open()).toEqual([])
})

test('an hour behind is a warning, a day behind is critical, and catching up ends it', async () => {
  now += HOUR
  expect(await open()).toEqual([])
  machineMs += 30_000
  expect(await open()).toEqual(['index.lag warning'])
  now += 24n * HOUR
  expect(await open()).toEqual(['index.lag critical'])
  expect(await database.prisma.alarm.count()).toBe(1)
  await reaches(9_000)
  expect(await open()).toEqual([])
})

test('a clock that is turned by a month is no lag while the index moves on', async () => {
  for (let month = 0; month < 3; month += 1) {
    now += 30n * 24n * HOUR
    machineMs += 60_000
    expect(await open()).toEqual([])
    await reaches(5_000 + month)
    expect(await open()).toEqual([])
  }
})
