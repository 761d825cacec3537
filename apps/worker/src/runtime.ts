import { type ChainConfig, createChain, type Route, type Signer, signerFromSecret } from '@heliobond/chain'
import { type Database, openSecret, rawTransaction, type SecretKey } from '@heliobond/db'
import { contractIdFromStrkey } from '@heliobond/domain'
import type { Logger } from 'pino'
import type { KeyRing, Queryable, Store, WorkerContext } from './context.ts'
import { createContractsPort } from './contracts.ts'
import { type Ingest, startIngest } from './ingest/ingest.ts'
import { createNetworkPort } from './network.ts'
import { loadProjects } from './project.ts'

export interface RuntimeOptions {
  readonly database: Database
  readonly chain: ChainConfig
  /** Where paths come from on a network without Horizon. */
  readonly routes: readonly Route[]
  readonly secretKey: SecretKey
  readonly log: Logger
}

/** The database as the roles see it. */
export function createStore(database: Database): Store {
  return {
    query: (text, values) => database.pool.query(text, values ? [...values] : []),
    transaction: (work) => rawTransaction(database.pool, (client) => work(client as unknown as Queryable)),
  }
}

/** Keys from the table of secrets, each opened once and kept in memory only. */
export function createKeyRing(database: Database, secretKey: SecretKey): KeyRing {
  const signers = new Map<string, Signer>()
  const missing = new Set<string>()
  async function find(name: string): Promise<Signer | null> {
    const known = signers.get(name)
    if (known) return known
    if (missing.has(name)) return null
    const row = await database.prisma.secret.findUnique({ where: { name } })
    if (!row) {
      missing.add(name)
      return null
    }
    const signer = signerFromSecret(openSecret(secretKey, name, row))
    signers.set(name, signer)
    return signer
  }
  return {
    async signer(name) {
      const signer = await find(name)
      if (!signer) throw new Error(`this process holds no key named ${name}`)
      return signer
    },
    address: async (name) => (await find(name))?.address ?? null,
    async names(prefix) {
      const rows = await database.prisma.secret.findMany({
        where: { name: { startsWith: prefix } },
        select: { name: true },
        orderBy: { name: 'asc' },
      })
      return rows.map(({ name }) => name)
    },
  }
}

/** Everything the roles work with. */
export function createContext({ database, chain: config, routes, secretKey, log }: RuntimeOptions): WorkerContext {
  const chain = createChain(config)
  return {
    store: createStore(database),
    chain: createNetworkPort(chain, routes),
    contracts: createContractsPort(chain),
    keys: createKeyRing(database, secretKey),
    log,
  }
}

/** Starts the ingest role for the energy contract that this database's projects share. @throws if there is no project yet. */
export async function startProjectIngest(
  context: WorkerContext,
  database: Database,
  options: { mqttUrl?: string; onFatal: (error: unknown) => void },
): Promise<Ingest> {
  const [project] = await loadProjects(context.store)
  if (!project) throw new Error('no project to take readings for')
  const energy = contractIdFromStrkey(project.settings.energy)
  if (!energy.ok) throw new Error(`not a contract: ${project.settings.energy}`)
  return startIngest({
    database,
    ...(options.mqttUrl !== undefined && { mqttUrl: options.mqttUrl }),
    networkPassphrase: context.chain.config.passphrase,
    energyContractId: energy.value,
    now: () => context.chain.now(),
    log: context.log,
    onFatal: options.onFatal,
  })
}
