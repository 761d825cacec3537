/** `npm start`: a whole installation on this machine, in one process. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { buildApp } from '@heliobond/api'
import { pathSource } from '@heliobond/chain'
import { createWorker, routesFromJson, startSigner } from '@heliobond/worker'
import packageJson from '../../package.json' with { type: 'json' }
import { type Config, readConfig } from '../config/config.ts'
import { createDevTools } from '../stage/dev-tools.ts'
import { UsageError } from '../usage-error.ts'
import { Closers } from './closers.ts'
import { ensureExampleProject, startTopUps } from './example.ts'
import { type LiveMeters, startLiveMeters } from './live-meters.ts'
import { createLog } from './log.ts'
import { type Parts, startParts } from './parts.ts'
import { beginPortalBuild, startPortal } from './portal.ts'
import { requireFreePorts, type WantedPort } from './ports.ts'
import { Progress } from './progress.ts'
import { createReadingGate, type ReadingGate } from './reading-gate.ts'
import { needsSharedParts, type ProcessRole, ROLE_WORDS, readRoles, workerRoles } from './roles.ts'
import { type StatusServer, startStatusServer } from './status-server.ts'
import { startWorkerLoop, type WorkerLoop } from './worker-loop.ts'

export type { Parts } from './parts.ts'

const HELP = `npm start

Starts everything on this machine: a database, a Stellar network, an MQTT broker, the worker, the API and the portal. Data stay in
.heliobond/, and the next start goes on where this one ended. A part whose address is given is not started. The portal is built first
when its files have changed.

Configuration comes from the environment, or from .env:
  HELIOBOND_NETWORK        local (default), testnet, mainnet or custom
  DATABASE_URL             a PostgreSQL to use        STELLAR_RPC_URL        a Stellar RPC to use
  MQTT_URL                 an MQTT broker to use      HELIOBOND_HORIZON_URL  a Horizon to use
  HELIOBOND_API_PORT       default 4000               HELIOBOND_NETWORK_PORT default 8000
  HELIOBOND_MQTT_PORT      default 1883               HELIOBOND_PORTAL_PORT  default 3000; off for none
  HELIOBOND_DATA_DIR       default .heliobond
  HELIOBOND_PUBLIC_URL     where clients find the API: the home domain that wallets sign in to
  HELIOBOND_SIGNER_SOCKET  the socket of the auto-pay signer, where that is a process of its own
  HELIOBOND_LOG            a file, or - for standard output
All of them, with what they mean: .env.example

  --role NAME              this process plays only this role; several with commas. All share the database, the network and the
                           broker, whose addresses must be given then. Without the API, /livez, /readyz and /metrics are on
                           HELIOBOND_STATUS_PORT (default 9464). Roles:
${Object.entries(ROLE_WORDS)
  .map(([role, words]) => `                             ${role.padEnd(8)} ${words}`)
  .join('\n')}
  --help                   this text

Ctrl-C stops everything in order; a second one at once.
`

const LOCAL_POLL_MS = 500
const POLL_MS = 2_000
/** Exit status of a process that a second interrupt ends at once. */
const INTERRUPTED = 130

/**
 * Runs until SIGINT or SIGTERM, then stops everything in order.
 *
 * @returns 0 when it was asked to stop and did.
 * @throws {UsageError} if arguments or configuration make no sense, with every problem in words.
 */
export async function runStart(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const given = readArguments(args)
  if (given.help) {
    process.stdout.write(HELP)
    return 0
  }
  const roles = readRoles(given.role ?? [])
  const read = readConfig(env)
  if (!read.ok) throw new UsageError(`The configuration cannot be used:\n- ${read.error.problems.join('\n- ')}`)
  const config = read.value
  if (needsSharedParts(roles)) requireSharedParts(config)
  if (needsSharedParts(roles) && roles.has('signer') && config.signerSocket === null)
    throw new UsageError('--role signer is reached by the others through a socket: set HELIOBOND_SIGNER_SOCKET')
  await requireFreePorts(wantedPorts(config, roles))

  const progress = new Progress((text) => process.stdout.write(text))
  for (const name of config.unknownNames) progress.line(`${name} is set, but nothing reads it: is it misspelt?`)
  const closers = new Closers()
  const ending = listenForTheEnd()
  try {
    await bringUp(config, roles, progress, closers, ending)
    await ending.reached
  } finally {
    progress.line('\nStopping')
    await closers.close((name) => progress.say(name, 'stopping'))
    ending.forget()
  }
  if (ending.failure !== null) throw new Error('a part can no longer go on', { cause: ending.failure.error })
  return 0
}

/** Starts every part in order; returns early when the program is asked to stop meanwhile. */
async function bringUp(
  config: Config,
  roles: ReadonlySet<ProcessRole>,
  progress: Progress,
  closers: Closers,
  ending: Ending,
): Promise<void> {
  const started = performance.now()
  const { signal, onFatal } = ending
  // While the other parts start: building takes longer than any of them.
  const portalBuild = roles.has('api') && !needsSharedParts(roles) ? beginPortalBuild(config, signal) : null
  progress.line(`Heliobond ${packageJson.version} on the ${config.network} network`)
  const log = createLog(config)
  const parts = await startParts({ config, log, progress, closers, signal, onFatal })
  if (signal.aborted) return

  const example = await ensureExampleProject(parts, (text) => progress.say('example project', text))
  if (signal.aborted) return

  const gate = createReadingGate({
    context: parts.context,
    database: parts.database,
    ...(roles.has('ingest') && { broker: await brokerOptions(parts) }),
    onFatal,
  })
  closers.add('ingest', () => gate.close())
  if (roles.has('ingest')) await gate.open()
  if (roles.has('signer') && config.signerSocket !== null) await startSignerRole(parts, config.signerSocket, closers)
  const turning: Turning = { worker: null, meters: null }
  const apiUrl = roles.has('api') ? await startApi(parts, gate, closers, turning) : null
  const status = apiUrl === null ? await startStatus(parts, closers) : null
  if (apiUrl) progress.say('api', 'listening')
  turning.worker = startWorker(parts, roles, gate, closers, status)
  progress.say('worker', needsSharedParts(roles) ? `working as ${[...roles].join(', ')}` : 'working')
  if (example && parts.localnet) {
    const topUps = await startTopUps(parts, example)
    closers.add('example users', () => topUps.close())
    const meters = await startLiveMeters(parts, example)
    turning.meters = meters
    closers.add('live meters', () => meters.close())
    progress.say('live meters', `${example.meters.length}, modelled, speaking every five seconds`)
  }

  const portalUrl = portalBuild && apiUrl ? await startPortal(parts, portalBuild, apiUrl, { progress, closers }) : null

  progress.line(`\nReady after ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  if (portalUrl) progress.say('Portal', portalUrl)
  if (apiUrl) progress.say('API', `${apiUrl} (documentation: ${apiUrl}/docs)`)
  if (status) progress.say('Status', `${status.url}/readyz`)
  progress.say('RPC', parts.chainConfig.rpcUrl)
  if (parts.localnet) progress.say('Friendbot', `${parts.localnet.friendbotUrl}?addr=G...`)
  progress.say('MQTT', withoutCredentials(parts.mqttUrl))
  progress.say('Data', parts.dataDir)
  progress.say('Log', config.log.to)
}

/** Who has a part in a turn of the clock, once they are up. */
interface Turning {
  worker: WorkerLoop | null
  meters: LiveMeters | null
}

/**
 * A turn of the clock as everybody sees it: when it is done, the meters have told what they measured meanwhile. The worker rests until then, or it
 * would close intervals with estimates that the next statement takes back.
 */
async function turnedAround<T>({ worker, meters }: Turning, turn: () => Promise<T>): Promise<T> {
  const work = async () => {
    const turned = await turn()
    await meters?.catchUp()
    return turned
  }
  return worker === null ? work() : worker.between(work)
}

/** @returns the address it listens on */
async function startApi(parts: Parts, gate: ReadingGate, closers: Closers, turning: Turning): Promise<string> {
  const { config, context, database, chain, chainConfig, log, secretKey } = parts
  const app = await buildApp({
    database,
    chain,
    network: { passphrase: config.passphrase, name: config.network, rpcUrl: chainConfig.rpcUrl },
    identity: { chain, masterKey: secretKey },
    ledger: {
      chain,
      paths: pathSource(chain, routesFromJson(config.routesJson)),
      ...((await context.keys.address('fees')) !== null && { sponsor: await context.keys.signer('fees') }),
    },
    publicUrl: config.api.publicUrl,
    ingest: gate.intake,
    log,
    version: packageJson.version,
    corsOrigins: config.api.corsOrigins,
    // Only where the network is embedded here: nobody else's keys are ever lent.
    ...(config.network === 'local' &&
      parts.localnet !== null && {
        dev: createDevTools({ database, chain, secretKey, aroundTurn: (turn) => turnedAround(turning, turn) }),
      }),
  })
  closers.add('api', () => app.close())
  return app.listen({ host: config.api.host, port: config.api.port })
}

/** How ingest reaches the broker. The platform's account there may publish acknowledgements. */
async function brokerOptions({ config, serviceMqttUrl }: Parts) {
  const { caFile, certFile, keyFile } = config.mqttTls
  const pem = (file: string | null) => (file === null ? undefined : readFile(file, 'utf8'))
  const [ca, cert, key] = await Promise.all([pem(caFile), pem(certFile), pem(keyFile)])
  return {
    mqttUrl: serviceMqttUrl,
    mqttTls: {
      ...(ca !== undefined && { ca }),
      ...(cert !== undefined && { cert }),
      ...(key !== undefined && { key }),
    },
    connections: config.ingestConnections,
    sparkplug: config.sparkplug,
  }
}

/** The auto-pay keys behind their socket; without one the signer stands within the process that pays. */
async function startSignerRole(
  { config, database, chainConfig, secretKey, log }: Parts,
  path: string,
  closers: Closers,
) {
  const routes = routesFromJson(config.routesJson)
  const signer = await startSigner({ database, chain: chainConfig, routes, secretKey, log }, path)
  closers.add('signer', () => signer.close())
}

async function startStatus({ config, database, chain }: Parts, closers: Closers): Promise<StatusServer> {
  const server = await startStatusServer({
    host: config.api.host,
    port: config.statusPort,
    parts: { database: () => database.pool.query('select 1'), network: () => chain.now() },
  })
  closers.add('status', () => server.close())
  return server
}

function startWorker(
  { context, config, log }: Parts,
  roles: ReadonlySet<ProcessRole>,
  gate: ReadingGate,
  closers: Closers,
  status: StatusServer | null,
): WorkerLoop {
  const worker = createWorker(context, workerRoles(roles))
  const loop = startWorkerLoop({
    worker: {
      async tick() {
        // A project that was issued after the start brings the first meters.
        if (roles.has('ingest')) await gate.open()
        return worker.tick()
      },
    },
    log,
    pollMs: config.network === 'local' ? LOCAL_POLL_MS : POLL_MS,
    ...(status && { onPass: status.onPass }),
  })
  closers.add('worker', () => loop.close())
  return loop
}

/** @throws {UsageError} if this process would embed a part that the processes of the other roles cannot reach. */
function requireSharedParts({ databaseUrl, rpcUrl, mqttUrl }: Config): void {
  const missing = [
    databaseUrl === null && 'DATABASE_URL',
    rpcUrl === null && 'STELLAR_RPC_URL',
    mqttUrl === null && 'MQTT_URL',
  ].filter((name) => name !== false)
  if (missing.length === 0) return
  throw new UsageError(`--role shares its parts with other processes: set ${missing.join(', ')}`)
}

interface Ending {
  /** Aborted when the program is to stop, whoever wants it. */
  readonly signal: AbortSignal
  readonly reached: Promise<void>
  /** Why it must end, where it was not asked to. */
  readonly failure: { readonly error: unknown } | null
  readonly onFatal: (error: unknown) => void
  /** Hears no more signals. */
  forget(): void
}

/** The first interrupt asks everything to stop, the second ends the process. */
function listenForTheEnd(): Ending {
  const controller = new AbortController()
  const ending = { failure: null as Ending['failure'] }
  const onSignal = () => {
    if (controller.signal.aborted && ending.failure === null) process.exit(INTERRUPTED)
    controller.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    signal: controller.signal,
    reached: new Promise((resolve) => controller.signal.addEventListener('abort', () => resolve(), { once: true })),
    get failure() {
      return ending.failure
    },
    onFatal: (error) => {
      ending.failure ??= { error }
      controller.abort()
    },
    forget() {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    },
  }
}

function wantedPorts(
  { api, portal, statusPort, rpcUrl, mqttUrl, networkPort, mqttPort }: Config,
  roles: ReadonlySet<ProcessRole>,
): WantedPort[] {
  const ports: WantedPort[] = roles.has('api')
    ? [{ part: 'the API', host: api.host, port: api.port, variable: 'HELIOBOND_API_PORT' }]
    : [{ part: 'the status', host: api.host, port: statusPort, variable: 'HELIOBOND_STATUS_PORT' }]
  if (portal !== null && roles.has('api') && !needsSharedParts(roles)) {
    ports.push({ part: 'the portal', host: portal.host, port: portal.port, variable: 'HELIOBOND_PORTAL_PORT' })
  }
  const host = '127.0.0.1'
  if (rpcUrl === null) {
    ports.push({ part: 'the Stellar network', host, port: networkPort, variable: 'HELIOBOND_NETWORK_PORT' })
  }
  if (mqttUrl === null) {
    ports.push({ part: 'the MQTT broker', host, port: mqttPort, variable: 'HELIOBOND_MQTT_PORT' })
  }
  return ports
}

function withoutCredentials(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}

function readArguments(args: readonly string[]): { help?: boolean | undefined; role?: string[] | undefined } {
  try {
    const options = { help: { type: 'boolean', short: 'h' }, role: { type: 'string', multiple: true } } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
}
