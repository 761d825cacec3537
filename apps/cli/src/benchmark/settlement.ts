/**
 * How many bills a ledger settles while a backlog lasts: payments from prepaid wallets, up to a hundred in a transaction, as many
 * transactions as the ledger takes.
 *
 *     node apps/cli/src/benchmark/settlement.ts [--short]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createChain } from '@heliobond/chain'
import { type Database, migrate, openDatabase, startEmbeddedPostgres } from '@heliobond/db'
import { type Localnet, STANDALONE_PASSPHRASE, startLocalnet } from '@heliobond/localnet'
import { type BacklogSize, makeBacklog } from './backlog.ts'
import { type ProcessorTime, processorTime, sharesInWords } from './processor-time.ts'

const HELP = `node apps/cli/src/benchmark/settlement.ts [--short]

Makes a backlog of bills on the embedded network and has the worker settle it, with ledgers of the size and the pace of a public network. Says what share
of the processors network, worker and database took meanwhile: they share this machine, and what others use of it is missing to them.

  --short   882 bills and ledgers of 200 operations every 2 s (the test network's size), for the gate;
            else 9,996 bills and ledgers of 1,000 operations every 5 s (the main network's)
  --help    this text
`

/** Of the ledger's limit, while a backlog lasts. */
const GOAL = 0.95
const SETUP_LEDGER_MS = 50
/** Without a payment for so many ledgers, nothing more will come. */
const MOST_IDLE_LEDGERS = 20
const WORKER_MAIN = fileURLToPath(import.meta.resolve('@heliobond/worker/main'))
/** Decisions apart from what goes to the network, as at scale. */
const PROCESSES = [
  { name: 'pay', roles: ['index', 'pay', 'keep'] },
  { name: 'submit', roles: ['submit'] },
] as const
/** How often the worker looks: twice as often as it does by default. */
const POLL_MS = 250

interface Setting {
  readonly size: BacklogSize
  readonly operationsPerLedger: number
  readonly ledgerSeconds: number
}

const FULL: Setting = {
  size: { systems: 17, parties: 14, bills: 42, channels: 32 },
  operationsPerLedger: 1_000,
  ledgerSeconds: 5,
}
const SHORT: Setting = {
  size: { systems: 3, parties: 14, bills: 21, channels: 12 },
  operationsPerLedger: 200,
  ledgerSeconds: 2,
}

async function run(setting: Setting): Promise<void> {
  const { size, operationsPerLedger, ledgerSeconds } = setting
  const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-bench-settlement-'))
  // The server may have to run as another user, who must be able to enter.
  await chmod(dataDir, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })
  // Ledgers are closed below.
  const localnet = await startLocalnet({
    port: 0,
    mode: { everySeconds: 1_000_000 },
    opsPerLedger: operationsPerLedger,
  })
  await migrate(postgres.url)
  const database = openDatabase(postgres.url)
  const secretKey = new Uint8Array(randomBytes(32))
  const workers: ChildProcess[] = []
  const ticker = setInterval(() => localnet.closeLedger(), SETUP_LEDGER_MS)
  try {
    const { rpcUrl, horizonUrl } = localnet
    const chain = createChain({ network: 'local', rpcUrl, horizonUrl, passphrase: STANDALONE_PASSPHRASE })
    const say = (text: string) => process.stderr.write(`\r\x1b[K  ${text}`)
    const advance = (seconds: number) => void localnet.advance({ seconds })
    const bills = await makeBacklog({ chain, database, secretKey, advance, say }, size)
    clearInterval(ticker)
    say('')
    for (const { roles } of PROCESSES) workers.push(startWorker(roles, localnet, postgres.url, secretKey))
    const parts = new Map([['network', process.pid]])
    for (const [index, { pid }] of workers.entries()) if (pid) parts.set(PROCESSES[index]?.name ?? '', pid)
    const usage = () => processorTime(parts, 'database')
    report(bills, setting, await settle({ localnet, database, bills, ledgerSeconds, say, usage }))
  } finally {
    clearInterval(ticker)
    for (const worker of workers) worker.kill('SIGKILL')
    await database.close()
    await localnet.close()
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function startWorker(
  roles: readonly string[],
  { rpcUrl, horizonUrl }: Localnet,
  databaseUrl: string,
  secretKey: Uint8Array,
): ChildProcess {
  return spawn(process.execPath, [WORKER_MAIN, ...roles.flatMap((role) => ['--role', role])], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      STELLAR_RPC_URL: rpcUrl,
      HELIOBOND_HORIZON_URL: horizonUrl,
      HELIOBOND_PASSPHRASE: STANDALONE_PASSPHRASE,
      HELIOBOND_SECRET_KEY: Buffer.from(secretKey).toString('hex'),
      HELIOBOND_POLL_MS: String(POLL_MS),
      HELIOBOND_LOG_LEVEL: process.env.HELIOBOND_LOG_LEVEL ?? 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

interface Settled {
  /** Bills paid, by ledger, from the first that holds one to the last. */
  readonly perLedger: readonly number[]
  readonly secondsToFirst: number
  /** Who used the processors from the first payment to the last; null where the system does not tell. */
  readonly shares: string | null
}

interface Settling {
  readonly localnet: Localnet
  readonly database: Database
  readonly bills: number
  readonly ledgerSeconds: number
  say(text: string): void
  usage(): Promise<ProcessorTime | null>
}

/** Closes ledgers at the network's pace until every bill is paid. */
async function settle({ localnet, database, bills, ledgerSeconds, say, usage }: Settling): Promise<Settled> {
  const { pool } = database
  const started = performance.now()
  let secondsToFirst = 0
  let before: ProcessorTime | null = null
  let idle = 0
  let paid = 0
  const ledgers: number[] = []
  for (let next = started; paid < bills && idle < MOST_IDLE_LEDGERS; ) {
    next += ledgerSeconds * 1_000
    await sleep(Math.max(0, next - performance.now()))
    ledgers.push(localnet.closeLedger().sequence)
    const { rows } = await pool.query<{ paid: number }>(
      `SELECT coalesce(sum(jsonb_array_length(payload->'numbers')), 0)::int AS paid FROM outbox WHERE kind = 'pay.bills' AND status = 'succeeded'`,
    )
    const now = rows[0]?.paid ?? 0
    if (now > 0 && secondsToFirst === 0) {
      secondsToFirst = (performance.now() - started) / 1_000
      before = await usage()
    }
    idle = now > paid ? 0 : idle + 1
    paid = now
    say(`${paid} of ${bills} bills paid`)
  }
  const after = await usage()
  say('')
  if (paid < bills) throw new Error(`only ${paid} of ${bills} bills were paid`)
  const { rows } = await pool.query<{ ledger: number; paid: number }>(
    `SELECT ledger, sum(jsonb_array_length(payload->'numbers'))::int AS paid FROM outbox WHERE kind = 'pay.bills' AND status = 'succeeded' GROUP BY ledger`,
  )
  const byLedger = new Map(rows.map((row) => [row.ledger, row.paid]))
  const first = ledgers.findIndex((ledger) => byLedger.has(ledger))
  const last = ledgers.findLastIndex((ledger) => byLedger.has(ledger))
  return {
    perLedger: ledgers.slice(first, last + 1).map((ledger) => byLedger.get(ledger) ?? 0),
    secondsToFirst,
    shares: before && after ? sharesInWords(before, after) : null,
  }
}

function report(bills: number, { size, operationsPerLedger, ledgerSeconds }: Setting, settled: Settled): void {
  const { perLedger, secondsToFirst, shares } = settled
  // The first ledger is met in the middle of its time, and the last holds what is left.
  const full = perLedger.slice(1, -1)
  if (full.length === 0) throw new Error(`the backlog did not last: ${perLedger.join(' ')} bills in its ledgers`)
  const share = full.reduce((sum, paid) => sum + paid, 0) / (full.length * operationsPerLedger)
  console.log(
    `${bills} bills of ${size.systems * size.parties} parties, ledgers of ${operationsPerLedger} operations every ${ledgerSeconds} s, ${size.channels} channel accounts`,
  )
  console.log(`bills in each ledger: ${perLedger.join(' ')}; the first was paid after ${secondsToFirst.toFixed(1)} s`)
  if (shares) console.log(`processor time meanwhile, ${shares}`)
  console.log(
    `while the backlog lasted: ${(share * 100).toFixed(1)} % of the ledger's operation limit (goal ${GOAL * 100} %: ${share >= GOAL ? 'reached' : 'missed'})`,
  )
}

const { values } = parseArgs({ options: { short: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) process.stdout.write(HELP)
else await run(values.short ? SHORT : FULL)
