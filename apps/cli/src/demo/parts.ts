import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  account,
  type Chain,
  type ChainConfig,
  createChain,
  payment,
  rootSigner,
  type Signer,
  signerFromSecret,
  submitNow,
  turnClock,
} from '@heliobond/chain'
import { type Database, migrate, openDatabase, startEmbeddedPostgres } from '@heliobond/db'
import { formatStroops } from '@heliobond/domain'
import { STANDALONE_PASSPHRASE, startLocalnet } from '@heliobond/localnet'
import { startEmbeddedBroker } from '@heliobond/worker'
import { UsageError } from '../usage-error.ts'
import type { DemoOptions } from './options.ts'
import { measurePace, type Pace } from './pace.ts'
import type { Progress } from './progress.ts'

/** What one demo runs on: a network, a database, a broker. */
export interface DemoParts {
  readonly chain: Chain
  readonly chainConfig: ChainConfig
  readonly funder: Signer
  /** How fast the network closes ledgers; null where its clock is turned. */
  readonly pace: Pace | null
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
/** What everyone in a demo is given together on a network of somebody else's, and the fees of it. */
const FUNDER_STROOPS = 4_000n * 10_000_000n

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
    if (!turnable) await checkFunder(chain, funder)
    if (!turnable) progress.phase("watching the network's pace")
    const pace = turnable ? null : await measurePace(chain)
    return {
      chain,
      chainConfig: config,
      funder,
      pace,
      database,
      mqttUrl: broker.url,
      serviceMqttUrl: broker.serviceUrl,
      secretKey: new Uint8Array(randomBytes(32)),
      async until(networkSeconds) {
        for (;;) {
          const now = await chain.now()
          if (now >= networkSeconds) return
          if (turnable) await turnClock(chain, { seconds: Number(networkSeconds - now) })
          else {
            await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
            // Where ledgers close only for transactions, time stands still until there is one.
            if (pace?.ledgerSeconds === 0n) await closeLedger(chain, funder)
          }
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** @throws {UsageError} when it is no secret key. */
function funderOf(secret: string): Signer {
  try {
    return signerFromSecret(secret)
  } catch (cause) {
    throw new UsageError(
      '--funder (or HELIOBOND_FUNDER) must be the secret key of an account: S and 55 more letters and digits',
      { cause },
    )
  }
}

/** @throws {UsageError} when the network is another one than was said, or the funder cannot pay for a demo. */
async function checkFunder(chain: Chain, funder: Signer): Promise<void> {
  const { passphrase } = await chain.rpc.ask<{ passphrase: string }>('getNetwork')
  if (passphrase !== chain.config.passphrase)
    throw new UsageError(`--passphrase: the network's is "${passphrase}", not "${chain.config.passphrase}"`)
  const held = await account(chain, funder.address)
  if (!held) throw new UsageError(`--funder: this network has no account ${funder.address}`)
  if (held.balanceStroops < FUNDER_STROOPS)
    throw new UsageError(
      `--funder: ${funder.address} holds ${formatStroops(held.balanceStroops)} lumens; a demo takes up to ${formatStroops(FUNDER_STROOPS)}`,
    )
}

/** Makes a network that closes ledgers on demand close one: the funder pays itself a stroop. */
async function closeLedger(chain: Chain, funder: Signer): Promise<void> {
  const { address } = funder
  const sent = await submitNow(chain, {
    source: funder,
    operations: [payment({ source: address, destination: address, asset: 'native', amountStroops: 1n })],
  })
  if (sent.kind !== 'success') throw new Error(`the network closes no ledger: ${sent.kind}`)
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
    return { config, funder: funderOf(network.funderSecret), turnable: false }
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
