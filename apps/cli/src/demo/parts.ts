import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Chain,
  type ChainConfig,
  createChain,
  rootSigner,
  type Signer,
  signerFromSecret,
  turnClock,
} from '@heliobond/chain'
import { type Database, migrate, openDatabase, startEmbeddedPostgres } from '@heliobond/db'
import { STANDALONE_PASSPHRASE, startLocalnet } from '@heliobond/localnet'
import { startEmbeddedBroker } from '@heliobond/worker'
import type { DemoOptions } from './options.ts'
import type { Progress } from './progress.ts'

/** What one demo runs on: a network, a database, a broker. */
export interface DemoParts {
  readonly chain: Chain
  readonly chainConfig: ChainConfig
  readonly funder: Signer
  readonly database: Database
  /** For meters. */
  readonly mqttUrl: string
  /** For the platform: may publish acknowledgements. */
  readonly serviceMqttUrl: string
  readonly secretKey: Uint8Array
  /** Moves the network's time on to that moment: turns the clock where it can be turned, waits where it cannot. */
  until(networkSeconds: bigint): Promise<void>
  /** Stops everything in the reverse order. */
  close(): Promise<void>
}

const WAIT_MS = 250

/** Starts the parts one by one; if one fails, those before it are stopped. */
export async function startParts(options: DemoOptions, progress: Progress): Promise<DemoParts> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    progress.phase('starting the database')
    const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-demo-'))
    // A database server that may have to run as another user must be able to enter.
    await chmod(dataDir, 0o755)
    closers.push(() => rm(dataDir, { recursive: true, force: true }))
    const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })
    closers.push(() => postgres.stop())
    await migrate(postgres.url)
    const database = openDatabase(postgres.url)
    closers.push(() => database.close())

    progress.phase('starting the broker and the network')
    const broker = await startEmbeddedBroker({ port: 0 })
    closers.push(() => broker.close())
    const { config, funder, turnable } = await startNetwork(options, closers)
    const chain = createChain(config)
    return {
      chain,
      chainConfig: config,
      funder,
      database,
      mqttUrl: broker.url,
      serviceMqttUrl: broker.serviceUrl,
      secretKey: new Uint8Array(randomBytes(32)),
      async until(networkSeconds) {
        for (;;) {
          const now = await chain.now()
          if (now >= networkSeconds) return
          if (turnable) await turnClock(chain, { seconds: Number(networkSeconds - now) })
          else await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function startNetwork(
  { network }: DemoOptions,
  closers: (() => Promise<unknown>)[],
): Promise<{ config: ChainConfig; funder: Signer; turnable: boolean }> {
  if (network) {
    const config: ChainConfig = {
      network: 'custom',
      rpcUrl: network.rpcUrl,
      passphrase: network.passphrase,
      ...(network.horizonUrl !== null && { horizonUrl: network.horizonUrl }),
    }
    return { config, funder: signerFromSecret(network.funderSecret), turnable: false }
  }
  const localnet = await startLocalnet({ port: 0 })
  closers.push(() => localnet.close())
  const config: ChainConfig = {
    network: 'local',
    rpcUrl: localnet.rpcUrl,
    horizonUrl: localnet.horizonUrl,
    passphrase: STANDALONE_PASSPHRASE,
  }
  return { config, funder: rootSigner(STANDALONE_PASSPHRASE), turnable: true }
}
