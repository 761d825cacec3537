import { alarm, clear } from '../alarm.ts'
import type { TickResult, WorkerContext } from '../context.ts'
import { recordLaunched } from '../launch/record-launched.ts'
import { catchUp, HistoryForgottenError } from './catch-up.ts'
import { followProjects } from './follow.ts'
import { refresh } from './refresh.ts'

/** Where the index stands, in the table of cursors: `{ledger}:{network time}`. */
export const INDEX_CURSOR = 'index'

/**
 * Follows the network: everything that our contracts and assets said since the last pass, whoever caused it, goes into the log and the projections.
 */
export async function tickIndex(context: WorkerContext): Promise<TickResult> {
  const now = await context.chain.now()
  const { latestLedger } = await context.chain.remembered()
  const recorded = await recordLaunched(context)
  await followProjects(context)
  const entered = await followOrAlarm(context, now)
  const refreshed = await refresh(context)
  await context.store.query(
    'INSERT INTO cursor (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value',
    [INDEX_CURSOR, `${latestLedger}:${now}`],
  )
  return { progress: recorded + entered + refreshed > 0 ? 1 : 0, waiting: 0 }
}

/** A network that has forgotten what we lack is nothing that time heals. */
async function followOrAlarm(context: WorkerContext, now: bigint): Promise<number> {
  try {
    const entered = await catchUp(context)
    await clear(context, { kind: 'index.forgotten', at: now })
    return entered
  } catch (error) {
    if (error instanceof HistoryForgottenError)
      await alarm(context, {
        kind: 'index.forgotten',
        severity: 'critical',
        message: `The index cannot go on: ${error.message}. Nothing is paid or settled until then.`,
        detail: { why: error.message, wantedLedger: error.wantedLedger, oldestLedger: error.oldestLedger },
        at: now,
      })
    throw error
  }
}

/** Enters everything up to a ledger: for whoever is about to act on what a transaction in it did. */
export async function enterLedger(context: WorkerContext, throughLedger: number): Promise<void> {
  await followProjects(context)
  await catchUp(context, throughLedger)
}
