/** The configuration: the environment, read once, checked as a whole, and refused in words. */
import { resolve } from 'node:path'
import { err, ok, type Result } from '@heliobond/domain'
import { COUNSEL_ITEMS, readCounselList } from './counsel.ts'
import { Reader } from './reader.ts'

/** Network names, as in HELIOBOND_NETWORK. */
export const NETWORKS = ['local', 'testnet', 'mainnet', 'custom'] as const
export type Network = (typeof NETWORKS)[number]

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What the network's name alone says. A value that is absent must be given. */
const NETWORK_FACTS: Readonly<Record<Network, { passphrase?: string; rpcUrl?: string; horizonUrl?: string }>> = {
  local: { passphrase: 'Standalone Network ; February 2017' },
  testnet: {
    passphrase: 'Test SDF Network ; September 2015',
    rpcUrl: 'https://soroban-testnet.stellar.org',
    horizonUrl: 'https://horizon-testnet.stellar.org',
  },
  mainnet: { passphrase: 'Public Global Stellar Network ; September 2015' },
  custom: {},
}

/** Everything that the programs are told from outside. Addresses may hold credentials: never log a whole configuration. */
export interface Config {
  readonly network: Network
  readonly passphrase: string
  /** Null on a local network: the embedded one is started. */
  readonly rpcUrl: string | null
  /** Null where there is none; the embedded network has one of its own. */
  readonly horizonUrl: string | null
  /** Null: the embedded PostgreSQL is started. */
  readonly databaseUrl: string | null
  /** Null: the embedded broker is started. */
  readonly mqttUrl: string | null
  /** For a broker with TLS: files in PEM. */
  readonly mqttTls: {
    readonly caFile: string | null
    readonly certFile: string | null
    readonly keyFile: string | null
  }
  /** Connections of an ingest process that share the subscription. */
  readonly ingestConnections: number
  /** Whether ingest hears Sparkplug B as well. */
  readonly sparkplug: boolean
  /** Paths for payments where there is no Horizon, as JSON: see the worker's `routesFromJson`. */
  readonly routesJson: string
  readonly api: {
    /** Address to listen on; this machine only unless told otherwise. */
    readonly host: string
    readonly port: number
    /** Where clients find it, without a slash at the end; its host is the home domain of sign-in and stellar.toml. */
    readonly publicUrl: string
    /** Origins whose pages may read the API. */
    readonly corsOrigins: readonly string[]
  }
  /** The portal; null where none is to be started. */
  readonly portal: {
    readonly host: string
    readonly port: number
    /** A Stellar RPC that browsers may ask. Null: the embedded network's own, or none: the platform's may hold a key in its address. */
    readonly rpcUrl: string | null
  } | null
  /** Where a process without an API answers for its health and metrics. */
  readonly statusPort: number
  /** Ports of the embedded parts. */
  readonly networkPort: number
  readonly mqttPort: number
  /** Where the embedded parts and the local key live; absolute. */
  readonly dataDir: string
  /** For `loadSecretKey`. */
  readonly secretKey: { readonly value: string | undefined; readonly file: string; readonly mayCreate: boolean }
  /** The socket of the auto-pay signer; null: the signer is no process of its own. */
  readonly signerSocket: string | null
  /** Where the feeders of this process learn the utility's prices, in the form of the worker's `tariffSourcesFrom`; null: people enter them. */
  readonly tariffSource: string | null
  /** Secret key of an account that pays on a network without a friendbot; null unless given. */
  readonly funderSecret: string | null
  readonly log: {
    readonly level: (typeof LOG_LEVELS)[number]
    /** A file, or '-' for standard output. */
    readonly to: string
  }
  /** Names that begin with HELIOBOND_ and that nothing here reads: most likely misspelt. */
  readonly unknownNames: readonly string[]
}

/** Every problem at once, each a sentence that says what to do. No problem repeats a value that may be secret. */
export type ConfigRefusal = { readonly code: 'INVALID_CONFIGURATION'; readonly problems: readonly string[] }

/** Names that other programs of this house read. */
const READ_ELSEWHERE = ['HELIOBOND_POLL_MS']

/**
 * Reads the environment. Whatever is not given has a default on a local network; elsewhere what cannot be guessed must be given.
 *
 * An empty value counts as not given, as compose files produce them.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, ConfigRefusal> {
  const read = new Reader(env)
  const network = read.oneOf('HELIOBOND_NETWORK', NETWORKS, 'local')
  const local = network === 'local'
  const apiPort = read.port('HELIOBOND_API_PORT', 4000)
  const dataDir = resolve(read.text('HELIOBOND_DATA_DIR') ?? '.heliobond')
  const config: Config = {
    network,
    ...readNetwork(read, network),
    databaseUrl: read.url(
      'DATABASE_URL',
      ['postgresql:', 'postgres:'],
      'postgresql://user:password@host:5432/database',
    ),
    mqttUrl: read.url('MQTT_URL', ['mqtt:', 'mqtts:', 'ws:', 'wss:'], 'mqtt://host:1883'),
    mqttTls: readMqttTls(read),
    ingestConnections: read.count('HELIOBOND_INGEST_CONNECTIONS', 2, 64),
    sparkplug: read.oneOf('HELIOBOND_SPARKPLUG', ['on', 'off'], read.has('MQTT_URL') ? 'off' : 'on') === 'on',
    routesJson: read.json('HELIOBOND_ROUTES') ?? '[]',
    api: {
      host: read.text('HELIOBOND_API_HOST') ?? '127.0.0.1',
      port: apiPort,
      publicUrl: readPublicUrl(read, network, apiPort),
      corsOrigins: read.origins('HELIOBOND_CORS_ORIGINS', local ? ['http://localhost:3000'] : []),
    },
    portal: readPortal(read, network),
    statusPort: read.port('HELIOBOND_STATUS_PORT', 9464),
    networkPort: read.port('HELIOBOND_NETWORK_PORT', 8000),
    mqttPort: read.port('HELIOBOND_MQTT_PORT', 1883),
    dataDir,
    secretKey: { value: readSecretKey(read, local), file: resolve(dataDir, 'secret'), mayCreate: local },
    signerSocket: read.text('HELIOBOND_SIGNER_SOCKET') ?? null,
    tariffSource: read.text('HELIOBOND_TARIFF_SOURCE') ?? null,
    funderSecret: read.text('HELIOBOND_FUNDER') ?? null,
    log: {
      level: read.oneOf('HELIOBOND_LOG_LEVEL', LOG_LEVELS, 'info'),
      to: readLogTarget(read, local, dataDir),
    },
    unknownNames: [],
  }
  checkCounsel(read, network)
  checkPorts(read, config)
  if (read.problems.length > 0) return err({ code: 'INVALID_CONFIGURATION', problems: read.problems })
  return ok({ ...config, unknownNames: read.unread('HELIOBOND_', READ_ELSEWHERE) })
}

function readMqttTls(read: Reader): Config['mqttTls'] {
  const tls = {
    caFile: read.text('HELIOBOND_MQTT_CA') ?? null,
    certFile: read.text('HELIOBOND_MQTT_CERT') ?? null,
    keyFile: read.text('HELIOBOND_MQTT_KEY') ?? null,
  }
  if ((tls.certFile === null) !== (tls.keyFile === null))
    read.problem('HELIOBOND_MQTT_CERT and HELIOBOND_MQTT_KEY belong together: give both, or neither')
  return tls
}

function readPortal(read: Reader, network: Network): Config['portal'] {
  const port = read.portOrOff('HELIOBOND_PORTAL_PORT', 3000)
  const host = read.text('HELIOBOND_PORTAL_HOST') ?? '127.0.0.1'
  const rpcUrl = read.url('HELIOBOND_PORTAL_RPC_URL', ['http:', 'https:'], 'https://host/rpc')
  return port === null ? null : { host, port, rpcUrl: rpcUrl ?? NETWORK_FACTS[network].rpcUrl ?? null }
}

function readNetwork(read: Reader, network: Network): Pick<Config, 'passphrase' | 'rpcUrl' | 'horizonUrl'> {
  const facts = NETWORK_FACTS[network]
  const given = read.text('HELIOBOND_PASSPHRASE')
  const known = network === 'testnet' || network === 'mainnet'
  if (known && given !== undefined && given !== facts.passphrase) {
    read.problem(
      `HELIOBOND_PASSPHRASE is not the passphrase of ${network}: leave it out, or set HELIOBOND_NETWORK=custom`,
    )
  }
  if (network === 'custom' && given === undefined) {
    read.problem("HELIOBOND_PASSPHRASE must be given on a custom network: it is part of every signature's meaning")
  }
  const http = ['http:', 'https:']
  const rpcUrl = read.url('STELLAR_RPC_URL', http, 'https://host/rpc') ?? facts.rpcUrl ?? null
  if (rpcUrl === null && network !== 'local' && !read.has('STELLAR_RPC_URL')) {
    read.problem(`STELLAR_RPC_URL must be given on ${network}: the address of a Stellar RPC server`)
  }
  const horizonUrl = read.url('HELIOBOND_HORIZON_URL', http, 'https://host') ?? facts.horizonUrl ?? null
  return { passphrase: given ?? facts.passphrase ?? '', rpcUrl, horizonUrl }
}

function readSecretKey(read: Reader, local: boolean): string | undefined {
  const value = read.text('HELIOBOND_SECRET_KEY')
  if (value === undefined) {
    if (!local) {
      read.problem('HELIOBOND_SECRET_KEY must be given on this network: 32 random bytes as 64 hexadecimal digits')
    }
    return undefined
  }
  const isHex = /^[0-9a-fA-F]{64}$/.test(value)
  const isBase64 = /^[A-Za-z0-9+/]{43}=$/.test(value)
  if (!isHex && !isBase64) {
    read.problem('HELIOBOND_SECRET_KEY is not a key: 64 hexadecimal digits, or 32 bytes in base64, are wanted')
  }
  return value
}

/** Wallets sign in to this name: on mainnet it must be given, and be one that no plain connection can forge. */
function readPublicUrl(read: Reader, network: Network, port: number): string {
  const isReal = network === 'mainnet'
  const given = read.url('HELIOBOND_PUBLIC_URL', isReal ? ['https:'] : ['http:', 'https:'], 'https://api.example.org')
  if (given !== null) return new URL(given).origin
  if (isReal && !read.has('HELIOBOND_PUBLIC_URL')) {
    read.problem('HELIOBOND_PUBLIC_URL must be given on mainnet: where clients find the API, https://api.example.org')
  }
  return `http://localhost:${port}`
}

/** People read a local terminal; elsewhere a collector reads standard output. */
function readLogTarget(read: Reader, local: boolean, dataDir: string): string {
  const given = read.text('HELIOBOND_LOG')
  if (given === undefined) return local ? resolve(dataDir, 'heliobond.log') : '-'
  return given === '-' ? '-' : resolve(given)
}

function checkCounsel(read: Reader, network: Network): void {
  const list = read.text('HELIOBOND_COUNSEL_CONFIRMED') ?? ''
  const { missing, unknown } = readCounselList(list)
  for (const name of unknown) {
    read.problem(
      `HELIOBOND_COUNSEL_CONFIRMED lists "${name}", which is none of ${Object.keys(COUNSEL_ITEMS).join(', ')}`,
    )
  }
  if (network !== 'mainnet') return
  for (const item of missing) {
    read.problem(`mainnet needs counsel's word: HELIOBOND_COUNSEL_CONFIRMED lacks ${item} (${COUNSEL_ITEMS[item]})`)
  }
}

function checkPorts(read: Reader, { api, portal, networkPort, mqttPort, rpcUrl, mqttUrl }: Config): void {
  const used = [
    ['HELIOBOND_API_PORT', api.port],
    ...(portal === null ? [] : ([['HELIOBOND_PORTAL_PORT', portal.port]] as const)),
    ...(rpcUrl === null ? ([['HELIOBOND_NETWORK_PORT', networkPort]] as const) : []),
    ...(mqttUrl === null ? ([['HELIOBOND_MQTT_PORT', mqttPort]] as const) : []),
  ] as const
  for (const [index, [name, port]] of used.entries()) {
    const other = used.slice(0, index).find(([, taken]) => taken === port && port !== 0)
    if (other) read.problem(`${name} and ${other[0]} are both ${port}: give each its own port`)
  }
}
