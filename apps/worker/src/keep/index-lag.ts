import { alarm, clear } from '../alarm.ts'
import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { INDEX_CURSOR } from '../index/index-role.ts'

/** From so far behind on people are told, by the network's time. */
const WARNING_SECONDS = 3_600n
/** Public networks forget within a week: after a day somebody has to come. */
const CRITICAL_SECONDS = 86_400n
/** A turned clock moves ahead of everybody: lag counts only when it lasts, by this machine's time. */
const LASTING_MS = 30_000

/** Where the index stood when it was seen to lag, and since when it has not moved; of each database. */
const seen = new WeakMap<object, { readonly value: string; readonly sinceMs: number }>()

/** Raises an alarm when the index does not follow the network, whoever runs it: what others do and pay is not seen then. */
export async function tickIndexLag(
  context: WorkerContext,
  elapsedMs: () => number = () => performance.now(),
): Promise<TickResult> {
  const { store, chain } = context
  const { rows } = await store.query<{ value: string }>('SELECT value FROM cursor WHERE name = $1', [INDEX_CURSOR])
  const value = rows[0]?.value
  if (value === undefined) return IDLE
  const [ledger = '', at = ''] = value.split(':')
  const now = await chain.now()
  const lag = now - BigInt(at)
  if (lag < WARNING_SECONDS) {
    seen.delete(store)
    await clear(context, { kind: 'index.lag', at: now })
    return IDLE
  }
  const before = seen.get(store)
  if (before?.value !== value) {
    seen.set(store, { value, sinceMs: elapsedMs() })
    return IDLE
  }
  if (elapsedMs() - before.sinceMs < LASTING_MS) return IDLE
  const isCritical = lag >= CRITICAL_SECONDS
  await alarm(context, {
    kind: 'index.lag',
    severity: isCritical ? 'critical' : 'warning',
    message: `The index stands at ledger ${ledger}, ${lag / 3_600n} hours behind the network: is a process with the role "index" running, and does its RPC answer? Public networks forget after about a week.`,
    detail: { ledger, lagSeconds: String(lag) },
    at: now,
  })
  return IDLE
}
