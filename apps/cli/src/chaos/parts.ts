import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChain, rootSigner } from '@heliobond/chain'
import { type EmbeddedPostgres, migrate, openDatabase, startEmbeddedPostgres } from '@heliobond/db'
import { type Localnet, STANDALONE_PASSPHRASE, startLocalnet } from '@heliobond/localnet'
import type { DemoParts } from '../demo/parts.ts'
import { type ShakyBroker, startShakyBroker } from './broker.ts'

/** The parts of a life, each of which can be taken away and brought back. */
export interface ShakyParts extends DemoParts {
  readonly localnet: Localnet
  readonly broker: ShakyBroker
  /** Crashes the database's server and starts it again on the same data and port. */
  restartDatabase(): Promise<void>
}

/** Ledgers close by the clock, so that they can be full: so many seconds apart, and so many operations each. */
export const LEDGER_SECONDS = 0.05
export const OPERATIONS_PER_LEDGER = 100

/** Starts them one by one; if one fails, those before it are stopped. */
export async function startShakyParts(): Promise<ShakyParts> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-chaos-'))
    // A database server that may have to run as another user must be able to enter.
    await chmod(dataDir, 0o755)
    closers.push(() => rm(dataDir, { recursive: true, force: true }))
    let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })
    closers.push(() => postgres.stop())
    await migrate(postgres.url)
    const database = openDatabase(postgres.url)
    closers.push(() => database.close())
    const broker = await startShakyBroker()
    closers.push(() => broker.close())
    const localnet = await startLocalnet({
      port: 0,
      mode: { everySeconds: LEDGER_SECONDS },
      opsPerLedger: OPERATIONS_PER_LEDGER,
    })
    closers.push(() => localnet.close())
    const chainConfig = {
      network: 'local',
      rpcUrl: localnet.rpcUrl,
      horizonUrl: localnet.horizonUrl,
      passphrase: STANDALONE_PASSPHRASE,
    } as const
    const chain = createChain(chainConfig)
    return {
      chain,
      chainConfig,
      funder: rootSigner(STANDALONE_PASSPHRASE),
      pace: null,
      database,
      mqttUrl: broker.url,
      serviceMqttUrl: broker.serviceUrl,
      secretKey: new Uint8Array(randomBytes(32)),
      localnet,
      broker,
      async until(networkSeconds) {
        const now = await chain.now()
        if (now < networkSeconds) localnet.advance({ seconds: Number(networkSeconds - now) })
      },
      async restartDatabase() {
        const { port } = postgres
        await postgres.crash()
        postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), port })
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
