/** The other end for tests: the real ingest on a real database, behind the embedded broker. */
import { type Database, withDatabase } from '@heliobond/db'
import { networkId } from '@heliobond/domain'
import { type Ingest, startEmbeddedBroker, startIngest } from '@heliobond/worker'
import { pino } from 'pino'

export const PASSPHRASE = 'Standalone Network ; February 2017'
export const ENERGY = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'
const ENERGY_ID = Uint8Array.from({ length: 32 }, (_, index) => (index === 31 ? 1 : 0))
export const DOMAIN = { networkId: networkId(PASSPHRASE), energyContractId: ENERGY_ID }

export interface Platform {
  readonly database: Database
  readonly deviceUrl: string
  ingest: Ingest
  register(meter: number, publicKey: Uint8Array, kind?: 'site' | 'load' | 'combined'): Promise<unknown>
  /** Ends ingest and broker; readings sent meanwhile are lost. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export async function startPlatform(): Promise<Platform> {
  const database = await withDatabase()
  let broker = await startEmbeddedBroker({ port: 0 })
  const { port } = broker
  const ingestAt = (mqttUrl: string) =>
    startIngest({
      ...{ database, mqttUrl, networkPassphrase: PASSPHRASE, energyContractId: ENERGY_ID },
      now: async () => BigInt(Math.floor(Date.now() / 1_000)),
      log: pino({ level: 'silent' }),
      onFatal: (error) => {
        throw error
      },
    })
  let running = true
  const platform: Platform = {
    database,
    deviceUrl: broker.url,
    ingest: ingestAt(broker.serviceUrl),
    register: (id, publicKey, kind = 'combined') =>
      database.prisma.meter.create({
        data: { id, systemId: 3, kind, publicKey: new Uint8Array(publicKey), capacityW: 1_000_000 },
      }),
    async stop() {
      if (!running) return
      running = false
      await platform.ingest.close()
      await broker.close()
    },
    async start() {
      broker = await startEmbeddedBroker({ port })
      platform.ingest = ingestAt(broker.serviceUrl)
      running = true
    },
    async close() {
      await platform.stop()
      await database.close()
    },
  }
  return platform
}
