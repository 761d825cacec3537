import { alarm, clear } from '../alarm.ts'
import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { INDEX_CURSOR } from '../index/index-role.ts'
import { isWell, lasts } from './lasting.ts'

/** From so far behind on people are told, by the network's time. */
const WARNING_SECONDS = 3_600n
/** Public networks forget within a week: after a day somebody has to come. */
const CRITICAL_SECONDS = 86_400n
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
    isWell(store, 'index.lag')
    await clear(context, { kind: 'index.lag', at: now })
    return IDLE
  }
  if (!lasts(store, 'index.lag', value, elapsedMs())) return IDLE
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
