import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Chain, type ChainConfig, createChain } from '@heliobond/chain'
import {
  type Database,
  loadSecretKey,
  migrate,
  openDatabase,
  type SecretKey,
  startEmbeddedPostgres,
} from '@heliobond/db'
import { type Localnet, startLocalnet } from '@heliobond/localnet'
import {
  createContext,
  routesFromJson,
  startEmbeddedBroker,
  tariffSourcesFrom,
  type WorkerContext,
} from '@heliobond/worker'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import { UsageError } from '../usage-error.ts'
import type { Closers } from './closers.ts'
import type { Progress } from './progress.ts'

/** What an installation runs on; each part embedded, or somebody else's by its address. */
export interface Parts {
  readonly config: Config
  readonly database: Database
  readonly chain: Chain
  readonly chainConfig: ChainConfig
  /** Everything that the worker's roles work with, over the same database and network. */
  readonly context: WorkerContext
  /** Opens the keys in the table of secrets. */
  readonly secretKey: SecretKey
  /** For devices. */
  readonly mqttUrl: string
  /** For the platform: with an embedded broker only this may publish acknowledgements. */
  readonly serviceMqttUrl: string
  /** The embedded network; null where the network is somebody else's. */
  readonly localnet: Localnet | null
  /** Where the embedded parts keep their data; absolute. */
  readonly dataDir: string
  readonly log: Logger
  /** Aborted when the program is asked to stop. */
  readonly signal: AbortSignal
  /** Told that readings can no longer be taken, or that the network's clock stands still: the program ends. */
  readonly onFatal: (error: unknown) => void
}

export interface PartsOptions {
  readonly config: Config
  readonly log: Logger
  readonly progress: Progress
  readonly closers: Closers
  readonly signal: AbortSignal
  readonly onFatal: (error: unknown) => void
}

/** The rhythm of a real network. */
const LEDGER_MS = 5_000

/** Starts what no address was given for, and opens the rest. What is started is handed to `closers` at once. */
export async function startParts(options: PartsOptions): Promise<Parts> {
  const { config, log, progress, closers, signal, onFatal } = options
  const sources = tariffSourcesFrom(config.tariffSource ?? '')
  if (!sources.ok) throw new UsageError(`HELIOBOND_TARIFF_SOURCE: ${sources.error.detail}`)
  await mkdir(config.dataDir, { recursive: true })
  const secretKey = await loadSecretKey(config.secretKey)
  // The database first: it knows when another program is using these data, before that one's network file is touched.
  const database = await startDatabase(options)
  const { localnet, chainConfig } = await startNetwork(options)
  const { mqttUrl, serviceMqttUrl } = await startBroker(config, progress, closers)
  const routes = routesFromJson(config.routesJson)
  return {
    config,
    database,
    chain: createChain(chainConfig),
    chainConfig,
    context: createContext({
      ...{ database, chain: chainConfig, routes, secretKey, log, tariffSources: sources.value },
      ...(config.signerSocket !== null && { signerSocket: config.signerSocket }),
    }),
    secretKey,
    mqttUrl,
    serviceMqttUrl,
    localnet,
    dataDir: config.dataDir,
    log,
    signal,
    onFatal,
  }
}

async function startDatabase({ config, progress, closers }: PartsOptions): Promise<Database> {
  let url = config.databaseUrl
  if (url === null) {
    const postgres = await progress.step('database', 'embedded PostgreSQL', () =>
      startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') }),
    )
    closers.add('database server', () => postgres.stop())
    url = postgres.url
  }
  const address = url
  await progress.step('schema', 'migrations', () =>
    migrate(address).catch((cause: unknown) => {
      throw new Error('the database cannot be brought to the newest schema: does DATABASE_URL answer?', { cause })
    }),
  )
  const database = openDatabase(address)
  closers.add('database', () => database.close())
  return database
}

async function startNetwork({
  config,
  progress,
  closers,
  onFatal,
}: PartsOptions): Promise<{ localnet: Localnet | null; chainConfig: ChainConfig }> {
  const { network, passphrase, rpcUrl, horizonUrl } = config
  if (rpcUrl !== null) {
    const chainConfig = { network, passphrase, rpcUrl, ...(horizonUrl !== null && { horizonUrl }) }
    await progress.step('network', `Stellar RPC at ${rpcUrl}`, () => requireNetwork(chainConfig))
    return { localnet: null, chainConfig }
  }
  const localnet = await progress.step('network', 'embedded Stellar network', () =>
    startLocalnet({ port: config.networkPort, passphrase, stateFile: join(config.dataDir, 'network.state') }),
  )
  const stopClock = keepTime(localnet, onFatal)
  closers.add('network', () => {
    stopClock()
    return localnet.close()
  })
  return {
    localnet,
    chainConfig: { network, passphrase, rpcUrl: localnet.rpcUrl, horizonUrl: horizonUrl ?? localnet.horizonUrl },
  }
}

/** @throws with words, if the RPC does not answer or is of another network: signatures would be worth nothing there. */
async function requireNetwork(config: ChainConfig): Promise<void> {
  const { passphrase } = await createChain(config)
    .rpc.ask<{ passphrase: string }>('getNetwork')
    .catch((cause: unknown) => {
      throw new Error(`the Stellar RPC at ${config.rpcUrl} does not answer: is STELLAR_RPC_URL right?`, { cause })
    })
  if (passphrase !== config.passphrase) {
    throw new Error(
      `the Stellar RPC at ${config.rpcUrl} is of the network "${passphrase}", not of "${config.passphrase}": set HELIOBOND_NETWORK, or HELIOBOND_PASSPHRASE`,
    )
  }
}

/**
 * A transaction closes a ledger at once, so that nobody waits. Without transactions one closes every five seconds, as elsewhere:
 * the network's time is its latest ledger's, and would stand still otherwise.
 */
function keepTime(localnet: Localnet, onFatal: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    try {
      localnet.core.close()
    } catch (error) {
      clearInterval(timer)
      onFatal(new Error('the embedded network can close no ledger', { cause: error }))
    }
  }, LEDGER_MS)
  return () => clearInterval(timer)
}

async function startBroker(
  { mqttUrl, mqttPort }: Config,
  progress: Progress,
  closers: Closers,
): Promise<{ mqttUrl: string; serviceMqttUrl: string }> {
  if (mqttUrl !== null) return { mqttUrl, serviceMqttUrl: mqttUrl }
  const broker = await progress.step('broker', 'embedded MQTT broker', () => startEmbeddedBroker({ port: mqttPort }))
  closers.add('broker', () => broker.close())
  return { mqttUrl: broker.url, serviceMqttUrl: broker.serviceUrl }
}
