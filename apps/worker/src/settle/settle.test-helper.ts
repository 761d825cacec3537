/** A system with a site meter and two load meters over a real database; network time and the tariff's changes are the test's to say. */
import { createReadingStore, type Database, withDatabase } from '@heliobond/db'
import { pino } from 'pino'
import type { WorkerContext } from '../context.ts'
import { createStore } from '../runtime.ts'
import { lockNextPending } from '../submit/outbox.ts'
import { proposeStatement } from './propose.ts'
import { tickSettle } from './settle.ts'

export const START = 1_800_000_000n
export const INTERVAL = 3_600n
export const GRACE = 600n
export const SITE = 11
export const LOADS = [12, 13] as const
const SYSTEM = 4
const ENERGY = 'CAAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQC526'

export interface SaidReading {
  readonly meter: number
  readonly epoch?: number
  readonly seq: bigint
  readonly at: bigint
  readonly wh: bigint
}

export interface StatementView {
  readonly index: number
  readonly from_at: bigint
  readonly to_at: bigint
  readonly generated_wh: bigint
  readonly exported_wh: bigint
  readonly consumed_wh: readonly string[]
  readonly readings_count: number
  readonly quality: number
  readonly status: string
}

export interface SettleWorld {
  readonly database: Database
  /** The network's time. */
  now: bigint
  /** When the retail price changes. */
  priceChanges: bigint[]
  /** Delivers readings; a site meter's register is its generation, a load meter's its consumption. */
  deliver(...readings: readonly SaidReading[]): Promise<void>
  /** Closes everything that can be closed now, as if the contract took each proposal at once. */
  settle(): Promise<void>
  statements(): Promise<readonly StatementView[]>
  close(): Promise<void>
}

export async function startSettleWorld(): Promise<SettleWorld> {
  const database = await withDatabase()
  const { prisma } = database
  const offering = await prisma.offering.create({
    data: {
      contractId: 'offering',
      bondAsset: 'BOND:G',
      settlementAsset: 'USDC:G',
      systemId: SYSTEM,
      terms: {},
      state: 'Live',
      createdAt: START,
    },
  })
  await prisma.setting.create({
    data: {
      key: `project:${offering.id}`,
      value: {
        energy: ENERGY,
        tariff: 'tariff',
        retailSymbol: 'RETAIL',
        exportSymbol: 'EXPORT',
        graceSeconds: String(GRACE),
        intervals: { kind: 'seconds', anchor: String(START), seconds: String(INTERVAL) },
        schedule: [],
      },
    },
  })
  await prisma.system.create({ data: { id: SYSTEM, name: 'school', capacityW: 1_000_000_000, nextFrom: START } })
  for (const [index, name] of ['school', 'clinic'].entries())
    await prisma.party.create({
      data: { systemId: SYSTEM, index, name, owner: '', wallet: '', collection: '', portionBps: 5_000 },
    })
  const publicKey = new Uint8Array(32)
  for (const [position, id] of [SITE, ...LOADS].entries())
    await prisma.meter.create({
      data: {
        id,
        systemId: SYSTEM,
        kind: position === 0 ? 'site' : 'load',
        partyIndex: position === 0 ? null : position - 1,
        publicKey,
        capacityW: 2_000_000_000,
      },
    })

  const readings = createReadingStore(database.pool)
  const store = createStore(database)
  const world: SettleWorld = {
    database,
    now: START,
    priceChanges: [],
    async deliver(...said) {
      const outcomes = await readings.insertBatch(
        said.map(({ meter, epoch = 1, seq, at, wh }) => ({
          publicKey,
          reading: {
            system: SYSTEM,
            meter,
            epoch,
            seq,
            at,
            generatedWh: meter === SITE ? wh : 0n,
            consumedWh: meter === SITE ? 0n : wh,
            exportedWh: 0n,
            signature: new Uint8Array(64),
          },
        })),
        START + 1_000n * INTERVAL,
      )
      const refused = outcomes.find(({ outcome }) => outcome === 'refused')
      if (refused) throw new Error(`a reading was refused: ${JSON.stringify(refused)}`)
    },
    async settle() {
      while ((await tickSettle(context)).progress > 0) {
        await store.transaction(async (client) => {
          const row = await lockNextPending(client, world.now)
          if (!row) throw new Error('a statement was written, and its proposal is not asked for')
          await client.query(
            `UPDATE outbox SET status = 'succeeded', hash = $2, envelope_xdr = '', expires_at = 0, ledger = 1 WHERE id = $1`,
            [row.id, row.key],
          )
          await proposeStatement.booked(context, client, row, taken)
        })
      }
    },
    async statements() {
      const { rows } = await database.pool.query<StatementView>('SELECT * FROM statement ORDER BY index')
      return rows
    },
    close: () => database.close(),
  }
  const taken = { hash: 'taken' } as Parameters<typeof proposeStatement.booked>[3]
  const context = {
    store,
    log: pino({ level: 'silent' }),
    chain: { config: { passphrase: 'test' }, now: async () => world.now },
    contracts: {
      read: async (
        _contract: string,
        _id: string,
        method: string,
        args: { asset: { values: string[] }; after: bigint },
      ) => {
        if (method !== 'next_change') throw new Error(`nobody asks for ${method}`)
        return args.asset.values[0] === 'RETAIL' ? world.priceChanges.find((change) => change > args.after) : undefined
      },
      // The contract's bills are its own tests' matter.
      returned: () => [],
      events: () => [],
    },
  } as unknown as WorkerContext
  return world
}
