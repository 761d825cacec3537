import { type Database, stopTestServer, withDatabase } from '@heliobond/db'
import { pino } from 'pino'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { WorkerContext } from '../context.ts'
import { createStore } from '../runtime.ts'
import { tickStandings } from './standing.ts'
import { setAnnounced, standingBilled, standingPaid, standingsOf } from './standing-rows.ts'

const START = 1_800_000_000n
const SYSTEM = 4
const FLOOR = 8_000n

/** What the contract would say, and how often it was asked. */
interface Said {
  state: string
  mode: string
  modeSince: bigint
  nextAt: bigint | undefined
  asked: string[]
  /** Runs while the contract is being asked. */
  meanwhile: () => Promise<void>
}

let database: Database
let context: WorkerContext
let now: bigint
let said: Said
beforeEach(async () => {
  database = await withDatabase()
  now = START
  said = { state: 'Current', mode: 'Normal', modeSince: 0n, nextAt: undefined, asked: [], meanwhile: async () => {} }
  const { prisma } = database
  const offering = await prisma.offering.create({
    data: {
      ...{ contractId: 'offering', bondAsset: 'BOND:G', settlementAsset: 'USDC:G', systemId: SYSTEM, terms: {} },
      ...{ state: 'Live', createdAt: START },
    },
  })
  await prisma.setting.create({ data: { key: `project:${offering.id}`, value: { energy: 'energy', schedule: [] } } })
  await prisma.system.create({ data: { id: SYSTEM, name: 'school', capacityW: 100_000n, nextFrom: START } })
  await prisma.party.create({
    data: { systemId: SYSTEM, index: 0, name: 'school', owner: '', wallet: '', collection: '', portionBps: 10_000 },
  })
  context = {
    store: createStore(database),
    log: pino({ level: 'silent' }),
    chain: { now: async () => now },
    contracts: {
      async read(_contract: string, _id: string, method: string) {
        said.asked.push(method)
        const state = { tag: said.state }
        const answer =
          method === 'decision'
            ? { mode: { tag: said.mode }, critical_floor_w: FLOOR, since: said.modeSince, state }
            : {
                state,
                arrears: 0n,
                since: 0n,
                oldest_due_at: 0n,
                next_at: said.nextAt,
                suspended: said.mode === 'Shed',
              }
        await said.meanwhile()
        return answer
      },
    },
  } as unknown as WorkerContext
})
afterEach(() => database.close())
afterAll(() => stopTestServer())

/** What was asked of the contract in one pass. */
async function asked(): Promise<readonly string[]> {
  said.asked = []
  await tickStandings(context)
  return said.asked
}
const standing = async () => (await standingsOf(context.store, SYSTEM)).get(0)
const announcements = async () => (await database.prisma.outbox.findMany({ where: { kind: 'energy.advance' } })).length

test('a party that is current is looked at once, and then every five minutes of the network', async () => {
  expect(await asked()).toEqual(['decision', 'status'])
  now += 299n
  expect(await asked()).toEqual([])
  now += 1n
  expect(await asked()).toEqual(['decision'])
  expect(await standing()).toMatchObject({ state: 'Current', mode: 'Normal', criticalFloorW: FLOOR, readAt: now })
  expect(await announcements()).toBe(0)
})

test('a bill that comes due is looked at in that second, and a change is announced once', async () => {
  await asked()
  await standingBilled(context.store, SYSTEM, 0, now + 100n)
  now += 99n
  expect(await asked()).toEqual([])
  now += 1n
  said = { ...said, state: 'Grace', nextAt: now + 1_000n }
  expect(await asked()).toEqual(['decision', 'status'])
  expect(await announcements()).toBe(1)
  now += 300n
  await asked()
  expect(await announcements()).toBe(1)
})

test('an act of force majeure is seen without a change of state', async () => {
  await asked()
  now += 300n
  said = { ...said, mode: 'Shed', modeSince: now - 10n }
  expect(await asked()).toEqual(['decision', 'status'])
  expect(await standing()).toMatchObject({ mode: 'Shed', modeSinceAt: now - 10n, suspended: true })
  expect(await announcements()).toBe(0)
})

test('a payment that is booked while the contract is being asked has it asked again', async () => {
  said = { ...said, state: 'Breach', mode: 'SellToGrid' }
  await asked()
  await setAnnounced(context.store, SYSTEM, 0, 'Breach')
  await standingPaid(context.store, SYSTEM, 0)
  let booked = false
  said.meanwhile = async () => {
    if (!booked) await standingPaid(context.store, SYSTEM, 0)
    booked = true
  }
  expect(await asked()).toEqual(['decision', 'status'])
  said = { ...said, state: 'Current', mode: 'Normal', meanwhile: async () => {} }
  expect(await asked()).toEqual(['decision', 'status'])
  expect(await standing()).toMatchObject({ state: 'Current', mode: 'Normal', outdated: false })
})
