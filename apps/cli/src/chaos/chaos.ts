import { demo } from '../demo/demo.ts'
import type { DemoOptions } from '../demo/options.ts'
import type { Progress } from '../demo/progress.ts'
import { HeardReadings, paymentFaults, readingFaults } from './checks.ts'
import { createDisturber, type Disturber, type Tally } from './disturb.ts'
import { prepareFlood } from './flood.ts'
import { type ShakyParts, startShakyParts } from './parts.ts'
import { hostProcesses, type Processes } from './processes.ts'

/** What one life under chaos came to. */
export interface ChaosReport extends Tally {
  readonly seed: number
  readonly broker: string
  readonly restarts: number
  readonly readings: number
  readonly bills: number
  readonly coupons: number
  /** 0, or `unknown` of a life that did not come to its end. */
  readonly differenceStroops: string
  /** Promises that were not kept, in words; empty when all were. */
  readonly faults: readonly string[]
  readonly elapsedMs: number
}

export interface ChaosOptions {
  readonly demo: DemoOptions
  /** Processes killed at most in this life. */
  readonly kills: number
  readonly seed: number
  readonly progress: Progress
  /** Hears of everything that is done to the installation, as it is done. */
  readonly tell?: (what: string) => void
}

/**
 * Lives one bond while processes are killed, the broker and the database are taken away, answers of the network are dropped, delayed and
 * lost, its ledgers are filled by others and its clock skips; then checks, with no hand raised in between, that every acknowledged reading
 * is stored, that nothing was paid twice or lost, and that the books and the ledger agree to the stroop.
 */
export async function liveThroughChaos(options: ChaosOptions): Promise<ChaosReport> {
  const started = performance.now()
  const heard = new HeardReadings()
  const stage = {} as { parts: ShakyParts; disturber: Disturber; processes: Processes; disturbing: Promise<void> }
  const faults: string[] = []
  let restarts = 0
  try {
    const report = await demo(
      options.demo,
      {
        progress: options.progress,
        async startParts() {
          stage.parts = await startShakyParts()
          return stage.parts
        },
        async hostWorker(runtime) {
          const { parts } = stage
          stage.disturber = createDisturber(parts, seeded(options.seed), options.kills, options.tell ?? (() => {}))
          const flood = await prepareFlood(parts.chain, parts.funder)
          stage.processes = await hostProcesses(runtime, stage.disturber.window)
          stage.disturbing = stage.disturber.run(stage.processes, flood)
          // Its failure is looked at when the life is over; it must not end the process before that.
          stage.disturbing.catch(() => undefined)
          return stage.processes
        },
        onFleet: (fleet) => {
          fleet.onAcknowledged = heard.add
        },
      },
      async () => {
        stage.disturber.stop()
        await stage.disturbing
        restarts = stage.processes.restarts()
        const ends = stage.processes.faults()
        if (ends > 0) faults.push(`${ends} times a process ended by itself, which nobody had killed`)
        faults.push(...(await readingFaults(stage.parts, heard)), ...(await paymentFaults(stage.parts)))
      },
    )
    for (const check of report.reconciliation.checks)
      if (!check.ok)
        faults.push(`the books disagree: ${check.name} is ${check.actual}, and should be ${check.expected}`)
    return told(report.bills.length, report.coupons.length, report.reconciliation.differenceStroops)
  } catch (error) {
    // A life that does not come to its end has broken its promise: nobody may have to help.
    if (!stage.processes) throw error
    faults.push(`the life did not come to its end: ${error instanceof Error ? error.message : String(error)}`)
    return told(0, 0, 'unknown')
  } finally {
    stage.disturber?.stop()
  }

  function told(bills: number, coupons: number, differenceStroops: string): ChaosReport {
    return {
      ...stage.disturber.tally(),
      seed: options.seed,
      broker: stage.parts.broker.name,
      restarts,
      readings: heard.acknowledged.size,
      bills,
      coupons,
      differenceStroops,
      faults,
      elapsedMs: performance.now() - started,
    }
  }
}

/** A seeded generator in [0, 1): what is drawn is repeated by its seed; what the machine does in between is not. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
