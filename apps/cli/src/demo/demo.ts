import { writeFile } from 'node:fs/promises'
import { trustline } from '@heliobond/chain'
import { createContext, createContractsPort, projectOf, type Reconciled, reconcile } from '@heliobond/worker'
import { pino } from 'pino'
import { readMeterCsv } from '../meters/csv.ts'
import type { MeterFleet } from '../meters/fleet.ts'
import { modelYear } from '../meters/model.ts'
import type { MeterYear } from '../meters/year.ts'
import { UsageError } from '../usage-error.ts'
import { buildReport } from './build-report.ts'
import { type Life, launchLife } from './life.ts'
import { live } from './live.ts'
import { DEMO_HELP, type DemoOptions, parseDemoOptions } from './options.ts'
import { type DemoParts, startParts } from './parts.ts'
import { Progress } from './progress.ts'
import { findingChecks, lifeChecks, type OnNetwork } from './reconcile.ts'
import type { DemoReport } from './report.ts'
import { readRows } from './rows.ts'
import { summaryText } from './summary.ts'
import { hostWorkerHere, hostWorkerProcess, type WorkerHost, type WorkerHostOptions } from './worker-host.ts'

const INVESTORS = ['investor.ana', 'investor.luis', 'investor.marta', 'investor.diego'] as const

/** Hooks of a caller that does more than watch. */
export interface DemoHooks {
  /** Called once there is a network, a database and a broker. */
  readonly onParts?: (parts: DemoParts) => Promise<void>
  /** Called once the worker runs; a test kills it from here. */
  readonly onWorker?: (worker: WorkerHost) => void
  /** Called once the meters are on the wall. */
  readonly onFleet?: (fleet: MeterFleet) => void
  /** Other parts than those of an ordinary demo. */
  readonly startParts?: (options: DemoOptions, progress: Progress) => Promise<DemoParts>
  /** Another way to run the worker. */
  readonly hostWorker?: (options: WorkerHostOptions) => Promise<WorkerHost>
  readonly progress?: Progress
}

/** `npm run demo`. Returns the exit status: 0 when every figure agrees, 1 when one does not. */
export async function runDemo(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const options = parseDemoOptions(args, env)
  if (options.help) {
    process.stdout.write(DEMO_HELP)
    return 0
  }
  const report = await demo(options, {}, async (finished) => {
    process.stdout.write(summaryText(finished))
    if (options.report !== null) {
      await writeFile(options.report, `${JSON.stringify(finished, null, 2)}\n`)
      process.stderr.write(`report written to ${options.report}\n`)
    }
    if (options.keep) await keepRunning(finished)
  })
  return report.reconciliation.checks.every((check) => check.ok) ? 0 : 1
}

/** Lives one bond and reports on it. `whileUp` runs before the parts are stopped. */
export async function demo(
  options: DemoOptions,
  hooks: DemoHooks = {},
  whileUp: (report: DemoReport, parts: DemoParts) => Promise<void> = async () => {},
): Promise<DemoReport> {
  const started = performance.now()
  const progress = hooks.progress ?? new Progress()
  const year = await meterYear(options)
  const parts = await (hooks.startParts ?? startParts)(options, progress)
  let worker: WorkerHost | null = null
  let fleet: { close(): Promise<void> } | null = null
  try {
    await hooks.onParts?.(parts)
    const life = await launchLife(options, parts, year, progress)
    const runtime = {
      database: parts.database,
      chain: parts.chainConfig,
      routes: life.routes,
      secretKey: parts.secretKey,
      log: pino({ level: process.env.HELIOBOND_LOG_LEVEL ?? 'error' }, pino.destination(2)),
      mqttUrl: parts.serviceMqttUrl,
      pollMs: options.network ? 250 : 5,
    }
    const host = hooks.hostWorker ?? (options.workerProcess ? hostWorkerProcess : hostWorkerHere)
    worker = await host(runtime)
    hooks.onWorker?.(worker)
    const meters = await life.meters(parts.mqttUrl)
    fleet = meters.fleet
    hooks.onFleet?.(meters.fleet)
    await live(life, parts, meters.feed, worker, progress)
    progress.phase('reconciling')
    const rows = await readRows(parts.database, life.offeringId, life.project.numbers.systemId)
    const network = await readNetwork(parts, life)
    const reconciled = await reconcileBooks(runtime, life)
    const checks = [
      ...lifeChecks(rows, network, meters.feed.totals, life.plan.principalStroops),
      ...findingChecks(reconciled),
    ]
    const report = buildReport({
      network: {
        passphrase: parts.chainConfig.passphrase,
        protocolVersion: await parts.chain.protocolVersion(),
        rpcUrl: parts.chainConfig.rpcUrl,
        horizonUrl: parts.chainConfig.horizonUrl ?? null,
      },
      plan: life.plan,
      options,
      year,
      assets: life.assets,
      contracts: life.project.contracts,
      investors: INVESTORS.map((name) => ({
        name: name.slice('investor.'.length),
        address: life.people.address(name),
      })),
      rows,
      checks,
      compared: reconciled.compared,
      escrowStroops: network.escrowStroops,
      ownedBps: network.ownedBps,
      elapsedMs: performance.now() - started,
    })
    progress.done()
    await whileUp(report, parts)
    return report
  } finally {
    progress.done()
    await fleet?.close()
    await worker?.close()
    await parts.close()
  }
}

async function meterYear(options: DemoOptions): Promise<MeterYear> {
  if (options.meterData === null) return modelYear(new Date('2026-01-01T04:00:00Z'))
  try {
    return await readMeterCsv(options.meterData)
  } catch (error) {
    throw new UsageError(`--meter-data: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The books beside the ledger and the engine, as the platform compares them every day. */
async function reconcileBooks(runtime: WorkerHostOptions, { offeringId }: Life): Promise<Reconciled> {
  const context = createContext(runtime)
  return reconcile(context, await projectOf(context.store, offeringId))
}

/** Reads from the network itself what the books are compared with. */
async function readNetwork({ chain }: DemoParts, life: Life): Promise<OnNetwork> {
  const contracts = createContractsPort(chain)
  const { offering, registry } = life.project.contracts
  const system = await contracts.read<{ parties: { owned_bps: number }[] }>('registry', registry, 'system', {
    system: life.project.numbers.systemId,
  })
  const balance = async (address: string, asset: Life['assets']['bond']) =>
    (await trustline(chain, address, asset))?.balanceStroops ?? 0n
  return {
    escrowStroops: await contracts.balance(life.assets.settlement, offering),
    outstandingStroops: await contracts.read<bigint>('offering', offering, 'outstanding'),
    collectionStroops: await Promise.all(
      life.plan.parties.map((_, index) => balance(life.people.address(`collection.${index}`), life.assets.settlement)),
    ),
    ownedBps: system.parties.map((party) => party.owned_bps),
    bondStroops: await Promise.all(INVESTORS.map((name) => balance(life.people.address(name), life.assets.bond))),
  }
}

async function keepRunning(report: DemoReport): Promise<void> {
  process.stdout.write(
    `RPC      ${report.network.rpcUrl}\nHorizon  ${report.network.horizonUrl ?? '-'}\nEscrow   ${report.contracts.offering}\nBond     ${report.assets.bond}\nEverything is left running: press Ctrl-C to stop.\n`,
  )
  const alive = setInterval(() => {}, 60_000)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  clearInterval(alive)
}
