import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate, openDatabase, startEmbeddedPostgres } from '@heliobond/db'
import { networkId, toHex } from '@heliobond/domain'
import { STANDALONE_PASSPHRASE } from '@heliobond/localnet'
import { startEmbeddedBroker, startIngest } from '@heliobond/worker'
import { pino } from 'pino'
import type { SimulatedMeter } from './simulated-meter.ts'

const IDLE_MS = 1_500
const ENERGY_ID = Uint8Array.from({ length: 32 }, (_, index) => index)
/** Of the platform in this process: signed for a contract that nobody asks. */
export const OWN_DOMAIN = { networkId: networkId(STANDALONE_PASSPHRASE), energyContractId: ENERGY_ID }

/** What the platform has of a meter. */
export interface Stored {
  readonly readings: number
  readonly sumWh: bigint
  readonly last: { readonly epoch: number; readonly seq: bigint; readonly registers: string } | undefined
}

/** PostgreSQL, a broker and the ingest role, in this process, on a clock that the caller turns. */
export interface Platform {
  readonly mqttUrl: string
  register(meters: readonly SimulatedMeter[], system: number): Promise<void>
  /** The operator's recorded act after a reset. */
  openEpoch(meter: number): Promise<void>
  /** Resolves once nothing has come for a while: what was sent may still be on its way when all that matters is answered. */
  idle(): Promise<void>
  storedOf(): Promise<ReadonlyMap<number, Stored>>
  /** Different messages in quarantine, by meter and code. */
  quarantined(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

export async function startPlatform(now: () => bigint): Promise<Platform> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-fleet-'))
    // A database server that may have to run as another user must be able to enter.
    await chmod(dataDir, 0o755)
    closers.push(() => rm(dataDir, { recursive: true, force: true }))
    const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })
    closers.push(() => postgres.stop())
    await migrate(postgres.url)
    const database = openDatabase(postgres.url)
    closers.push(() => database.close())
    const broker = await startEmbeddedBroker({ port: 0 })
    closers.push(() => broker.close())
    const ingest = startIngest({
      ...{
        database,
        mqttUrl: broker.serviceUrl,
        networkPassphrase: STANDALONE_PASSPHRASE,
        energyContractId: ENERGY_ID,
      },
      ...{ now: async () => now(), log: pino({ level: 'silent' }) },
      onFatal: (error) => {
        throw error
      },
    })
    closers.push(() => ingest.close())
    return {
      mqttUrl: broker.url,
      async register(meters, system) {
        await database.prisma.meter.createMany({
          data: meters.map(({ id, key }) => ({
            ...{ id, systemId: system, kind: 'combined', capacityW: 1_000_000n },
            publicKey: new Uint8Array(key.publicKey),
          })),
        })
      },
      async openEpoch(meter) {
        await database.prisma.meter.update({ where: { id: meter }, data: { epoch: { increment: 1 } } })
      },
      async idle() {
        const taken = () => ingest.counters.stored + ingest.counters.duplicate + ingest.counters.refused
        for (let before = -1; before !== taken(); await sleep(IDLE_MS)) before = taken()
      },
      async storedOf() {
        const { rows } = await database.pool.query<{ id: number; n: string; sum: string }>(
          'select meter_id as id, count(*) as n, sum(generated_wh + consumed_wh + exported_wh) as sum from reading group by 1',
        )
        const heads = new Map((await database.prisma.meterHead.findMany()).map((head) => [head.meterId, head]))
        return new Map(
          rows.map(({ id, n, sum }) => {
            const head = heads.get(id)
            const last = head && { epoch: head.epoch, seq: head.seq, registers: registersText(head) }
            return [id, { readings: Number(n), sumWh: BigInt(sum), last }]
          }),
        )
      },
      async quarantined() {
        const rows = await database.prisma.quarantine.groupBy({ by: ['meterId', 'code'], _count: { _all: true } })
        return new Map(rows.map(({ meterId, code, _count }) => [`${meterId} ${code}`, _count._all]))
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

export const registersText = (registers: { generatedWh: bigint; consumedWh: bigint; exportedWh: bigint }): string =>
  [registers.generatedWh, registers.consumedWh, registers.exportedWh].join('/')

/** A meter's public key for whoever registers it. */
export const keyLine = (system: number, { id, key }: SimulatedMeter): string =>
  JSON.stringify({ system, meter: id, kind: 'combined', publicKey: toHex(key.publicKey) })
