import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { tickAllowances } from './allowances.ts'
import { tickIndexLag } from './index-lag.ts'
import { tickStandings } from './standing.ts'

/** What the keep role looks at with every pass; most of it only says whether anything is due. */
const LOOKS: readonly ((context: WorkerContext) => Promise<TickResult>)[] = [
  tickAllowances,
  tickStandings,
  (context) => tickIndexLag(context),
]

/** Keeps alive and true what would end or go stale by itself. */
export async function tickKeep(context: WorkerContext): Promise<TickResult> {
  let result = IDLE
  for (const look of LOOKS) result = addTicks(result, await look(context))
  return result
}
