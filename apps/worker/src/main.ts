/**
 * The worker as a process of its own: ingest and every role over one database, one network, one broker.
 *
 *     node apps/worker/src/main.ts [--role NAME]...
 *
 * With roles it plays only those: `ingest` and the worker's own. Configuration comes from the environment: DATABASE_URL, STELLAR_RPC_URL, HELIOBOND_PASSPHRASE, HELIOBOND_SECRET_KEY, and where they
 * apply MQTT_URL, HELIOBOND_HORIZON_URL, HELIOBOND_ROUTES (JSON), HELIOBOND_POLL_MS, HELIOBOND_SIGNER_SOCKET, HELIOBOND_TARIFF_SOURCE. A parent that speaks over IPC may ask
 * `{"settle": n}`; the answer `{"settled": n}` comes when nothing is left to do, and a pass that fails ends the process. Or it asks
 * `{"pass": n}` for one pass over the roles, which waits for nobody: the answer `{"passed": n, "done": m}` says how much was done, and
 * `{"passed": n, "failed": "why"}` that the pass failed.
 */
import { flushCompileCache } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadSecretKey, openDatabase } from '@heliobond/db'
import { pino } from 'pino'
import { routesFromJson } from './routes.ts'
import { createContext, startProjectIngest } from './runtime.ts'
import { tariffSourcesFrom } from './tariff/source.ts'
import { createWorker, ROLES } from './worker.ts'

function required(name: string): string {
  const value = process.env[name]
  if (!value) {
    console.error(`${name} must be set: see .env.example`)
    process.exit(2)
  }
  return value
}

const { values: given } = parseArgs({
  options: { role: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
})
if (given.help) {
  process.stdout.write(`node apps/worker/src/main.ts [--role ROLE]...

One process of the worker: it polls the network and the database, and does what its roles are for until it is told to stop.

  --role ROLE  one of ingest, ${ROLES.join(', ')}; may be repeated. Without it: all of them
  --help       this text

Configuration is read from the environment: .env.example names each variable. Ends with 0 after SIGTERM or SIGINT, with 2 where
its configuration is wrong, with 1 where it cannot go on.
`)
  process.exit(0)
}
const names = given.role ?? ['ingest', ...ROLES]
const strangers = names.filter((name) => name !== 'ingest' && !ROLES.some((role) => role === name))
if (strangers.length > 0) {
  console.error(`no such role: ${strangers.join(', ')}. Roles: ingest, ${ROLES.join(', ')}`)
  process.exit(2)
}
const roles = ROLES.filter((role) => names.includes(role))

const sources = tariffSourcesFrom(process.env.HELIOBOND_TARIFF_SOURCE ?? '')
if (!sources.ok) {
  console.error(`HELIOBOND_TARIFF_SOURCE: ${sources.error.detail}`)
  process.exit(2)
}

const log = pino({ level: process.env.HELIOBOND_LOG_LEVEL ?? 'info' }, pino.destination(2))
const database = openDatabase(required('DATABASE_URL'))
const context = createContext({
  database,
  chain: {
    network: 'custom',
    rpcUrl: required('STELLAR_RPC_URL'),
    ...(process.env.HELIOBOND_HORIZON_URL && { horizonUrl: process.env.HELIOBOND_HORIZON_URL }),
    passphrase: required('HELIOBOND_PASSPHRASE'),
  },
  routes: routesFromJson(process.env.HELIOBOND_ROUTES ?? '[]'),
  secretKey: await loadSecretKey({ value: required('HELIOBOND_SECRET_KEY'), file: '', mayCreate: false }),
  log,
  tariffSources: sources.value,
  ...(process.env.HELIOBOND_SIGNER_SOCKET && { signerSocket: process.env.HELIOBOND_SIGNER_SOCKET }),
})
const onFatal = (error: unknown) => {
  log.fatal({ err: error }, 'the worker cannot go on')
  process.exit(1)
}
const ingest = names.includes('ingest')
  ? await startProjectIngest(context, database, {
      ...(process.env.MQTT_URL && { mqttUrl: process.env.MQTT_URL }),
      onFatal,
    })
  : null
const worker = createWorker(context, roles)
const pollMs = Number(process.env.HELIOBOND_POLL_MS ?? '500')
/** A pass that failed is tried again after so long. */
const AFTER_FAILURE_MS = 1_000
const stopping = new AbortController()

const settleDown = (pollMs: number) => worker.settleDown({ pollMs, signal: stopping.signal })
const rest = (milliseconds: number) =>
  sleep(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)

/** Pass after pass. One that throws (the network or the database does not answer) is tried again, and loses nothing. */
async function loop(): Promise<void> {
  while (!stopping.signal.aborted) {
    try {
      await settleDown(pollMs)
      await rest(pollMs)
    } catch (error) {
      log.error({ err: error }, 'a pass of the worker failed')
      await rest(AFTER_FAILURE_MS)
    }
  }
}

let turn: Promise<void> = process.send ? Promise.resolve() : loop()

/** For a parent that asks: one request after the other. */
process.on('message', ({ settle, pass }: { settle?: number; pass?: number }) => {
  if (pass !== undefined) {
    turn = turn
      .then(() => worker.tick())
      .then(
        ({ progress }) => process.send?.({ passed: pass, done: progress }),
        (error: unknown) => {
          log.error({ err: error }, 'a pass of the worker failed')
          process.send?.({ passed: pass, failed: String(error) })
        },
      )
      .then(() => undefined)
  }
  if (settle === undefined) return
  turn = turn
    .then(() => settleDown(20))
    .then(() => void process.send?.({ settled: settle }))
    .catch(onFatal)
})

async function stop(): Promise<void> {
  stopping.abort()
  await turn
  await ingest?.close()
  await database.close()
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
process.once('disconnect', () => void stop())
// One that is killed leaves its successor what it has compiled, where NODE_COMPILE_CACHE names a place for it.
flushCompileCache()
process.send?.({ ready: true })
