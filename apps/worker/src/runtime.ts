import {
  type ChainConfig,
  createChain,
  type Route,
  type Signer,
  SigningRefusedError,
  signerFromSecret,
} from '@heliobond/chain'
import { type Database, openSecret, rawTransaction, type SecretKey, SecretNotOpenedError } from '@heliobond/db'
import type { Logger } from 'pino'
import type { KeyRing, Queryable, Store, WorkerContext } from './context.ts'
import { createContractsPort } from './contracts.ts'
import type { BrokerTls } from './ingest/broker-connection.ts'
import { untilDatabaseAnswers } from './ingest/database-patience.ts'
import { type Ingest, startIngest } from './ingest/ingest.ts'
import { projectDomains } from './ingest/reading-domains.ts'
import { createNetworkPort } from './network.ts'
import { loadProjects } from './project.ts'
import { createAutopaySigner, isAutopayKey } from './signer/autopay-signer.ts'
import { type SignerServer, signerAt, startSignerServer } from './signer/socket.ts'
import type { TariffSources } from './tariff/source.ts'

export interface RuntimeOptions {
  readonly database: Database
  readonly chain: ChainConfig
  /** Where paths come from on a network without Horizon. */
  readonly routes: readonly Route[]
  readonly secretKey: SecretKey
  readonly log: Logger
  /** The socket of the signer, where that is a process of its own (HELIOBOND_SIGNER_SOCKET). */
  readonly signerSocket?: string
  /** Where the feeders' prices come from (HELIOBOND_TARIFF_SOURCE). */
  readonly tariffSources?: TariffSources
}

/** The database as the roles see it. */
export function createStore(database: Database): Store {
  return {
    query: (text, values) => database.pool.query(text, values ? [...values] : []),
    transaction: (work) => rawTransaction(database.pool, (client) => work(client as unknown as Queryable)),
  }
}

/** Keys that are reached only through a signer that looks at what it signs. */
export interface GuardedKeys {
  isGuarded(name: string): boolean
  sign(name: string, envelopeXdr: string): Promise<Uint8Array>
}

/**
 * Keys from the table of secrets, each opened once and kept in memory only. A key that is sealed under another process's HELIOBOND_SECRET_KEY is not held
 * here; its public half is known all the same.
 */
export function createKeyRing(database: Database, secretKey: SecretKey, guarded?: GuardedKeys): KeyRing {
  const signers = new Map<string, Signer | null>()

  async function find(name: string): Promise<Signer | null> {
    const known = signers.get(name)
    if (known !== undefined) return known
    const row = await database.prisma.secret.findUnique({ where: { name } })
    // One that is not there may come with the next project.
    if (!row) return null
    const signer = guarded?.isGuarded(name) ? guardedSigner(guarded, name, row.publicKey) : open(secretKey, row)
    signers.set(name, signer)
    return signer
  }
  return {
    async signer(name) {
      const signer = await find(name)
      if (!signer)
        throw new Error(
          `this process holds no key named ${name}, or not the HELIOBOND_SECRET_KEY that it is sealed with`,
        )
      return signer
    },
    holds: async (name) => (await find(name)) !== null,
    async address(name) {
      const row = await database.prisma.secret.findUnique({ where: { name }, select: { publicKey: true } })
      return row?.publicKey ?? null
    },
    async names(prefix) {
      const rows = await database.prisma.secret.findMany({
        where: { name: { startsWith: prefix } },
        select: { name: true },
        orderBy: { name: 'asc' },
      })
      const held: string[] = []
      for (const { name } of rows) if ((await find(name)) !== null) held.push(name)
      return held
    },
  }
}

function open(secretKey: SecretKey, row: { name: string; ciphertext: Uint8Array; nonce: Uint8Array }): Signer | null {
  try {
    return signerFromSecret(openSecret(secretKey, row.name, row))
  } catch (error) {
    if (error instanceof SecretNotOpenedError) return null
    throw error
  }
}

const guardedSigner = (guarded: GuardedKeys, name: string, address: string): Signer => ({
  address,
  sign(_hash, envelopeXdr) {
    if (envelopeXdr === undefined)
      throw new SigningRefusedError('NOTHING_TO_LOOK_AT', `${name} signs transactions only`, false)
    return guarded.sign(name, envelopeXdr)
  },
})

/** Everything the roles work with. */
export function createContext(options: RuntimeOptions): WorkerContext {
  const { database, chain: config, routes, secretKey, log, signerSocket, tariffSources } = options
  const chain = createChain(config)
  const parts = {
    store: createStore(database),
    chain: createNetworkPort(chain, routes),
    contracts: createContractsPort(chain),
    log,
    ...(tariffSources && { tariffSources }),
  }
  const context: WorkerContext = {
    ...parts,
    keys: createKeyRing(database, secretKey, {
      isGuarded: isAutopayKey,
      sign: (name, envelopeXdr) => signer.sign(name, envelopeXdr),
    }),
  }
  // Where the signer is no process of its own it is here, and looks as closely.
  const signer = signerSocket === undefined ? createAutopaySigner(context, ownKeys(options)) : signerAt(signerSocket)
  return context
}

/** The auto-pay keys themselves: for the signer alone. */
function ownKeys({ database, secretKey }: RuntimeOptions): (name: string) => Promise<Signer> {
  const keys = createKeyRing(database, secretKey)
  return (name) => keys.signer(name)
}

/** Starts the signer role: the auto-pay keys' own process, behind a socket. */
export async function startSigner(options: RuntimeOptions, path: string): Promise<SignerServer> {
  const context = createContext({ ...options, signerSocket: path })
  const names = (await createKeyRing(options.database, options.secretKey).names('autopay')).filter(isAutopayKey)
  options.log.info({ keys: names, path }, 'the signer is listening')
  return startSignerServer(createAutopaySigner(context, ownKeys(options)), path, options.log)
}

/** A process that starts waits so long for the database. */
const START_PATIENCE_MS = 120_000

export interface ProjectIngestOptions {
  readonly mqttUrl?: string
  readonly mqttTls?: BrokerTls
  readonly connections?: number
  readonly sparkplug?: boolean
  readonly onFatal: (error: unknown) => void
}

/** Starts the ingest role for all systems of this database's projects, those that come later too. @throws if there is no project yet. */
export async function startProjectIngest(
  context: WorkerContext,
  database: Database,
  { mqttUrl, mqttTls, connections, sparkplug, onFatal }: ProjectIngestOptions,
): Promise<Ingest> {
  // A database that recovers from a crash may take its time.
  const projects = await untilDatabaseAnswers(() => loadProjects(context.store), START_PATIENCE_MS, context.log)
  if (projects.length === 0) throw new Error('no project to take readings for')
  const { passphrase } = context.chain.config
  return startIngest({
    database,
    ...(mqttUrl !== undefined && { mqttUrl }),
    ...(mqttTls && { mqttTls }),
    ...(connections !== undefined && { connections }),
    ...(sparkplug !== undefined && { sparkplug }),
    networkPassphrase: passphrase,
    domains: projectDomains(context.store, passphrase),
    now: () => context.chain.now(),
    log: context.log,
    onFatal,
  })
}
