import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { type Concern, tickConcerns } from '../jobs.ts'
import { tickReconciliation } from '../reconcile/reconcile.ts'
import { tickAllowances } from './allowances.ts'
import { tickFees } from './fees.ts'
import { tickIndexLag } from './index-lag.ts'
import { tickLifetimes } from './lifetimes.ts'
import { tickStandings } from './standing.ts'
import { tickStuck } from './stuck.ts'

const DAY = 86_400n

/** What it looks after of each project, by its own schedule. */
const CONCERNS: readonly Concern[] = [
  { name: 'lifetimes', everySeconds: DAY, isOfLedgers: true, run: tickLifetimes },
  { name: 'reconciliation', everySeconds: DAY, run: tickReconciliation },
]

/** What the keep role looks at with every pass; most of it only says whether anything is due. */
const LOOKS: readonly ((context: WorkerContext) => Promise<TickResult>)[] = [
  tickAllowances,
  tickStandings,
  (context) => tickIndexLag(context),
  tickFees,
  (context) => tickStuck(context),
  (context) => tickConcerns(context, 'keep', CONCERNS),
]

/** Keeps alive and true what would end or go stale by itself. */
export async function tickKeep(context: WorkerContext): Promise<TickResult> {
  let result = IDLE
  for (const look of LOOKS) result = addTicks(result, await look(context))
  return result
}
