import { alarm, clear } from '../alarm.ts'
import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { isWell, lasts } from './lasting.ts'

/** An entry that is asked for and waits longer than this, by the network's time, waits for a person. */
const STUCK_SECONDS = 86_400n

/** Nothing in the outbox waits for ever without somebody knowing. */
export async function tickStuck(
  context: WorkerContext,
  elapsedMs: () => number = () => performance.now(),
): Promise<TickResult> {
  const { store, chain } = context
  const now = await chain.now()
  const { rows } = await store.query<{
    id: bigint
    kind: string
    lane: string
    created_at: bigint
    last_error: string | null
  }>(
    `SELECT id, kind, lane, created_at, last_error FROM outbox WHERE status IN ('pending', 'prepared', 'sent') AND created_at < $1 ORDER BY id LIMIT 1`,
    [now - STUCK_SECONDS],
  )
  const [oldest] = rows
  if (!oldest) {
    isWell(store, 'outbox.stuck')
    await clear(context, { kind: 'outbox.stuck', at: now })
    return IDLE
  }
  if (!lasts(store, 'outbox.stuck', String(oldest.id), elapsedMs())) return IDLE
  await alarm(context, {
    kind: 'outbox.stuck',
    severity: 'warning',
    message: `"${oldest.kind}" has waited for the network for more than a day${oldest.last_error === null ? '' : ` (${oldest.last_error.slice(0, 200)})`}: is a process with its role running, are there free channels, does the RPC answer?`,
    detail: {
      outbox: String(oldest.id),
      action: oldest.kind,
      lastError: oldest.last_error,
      lane: oldest.lane,
      since: String(oldest.created_at),
    },
    at: now,
  })
  return IDLE
}
