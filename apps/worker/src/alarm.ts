import { type AlarmRequest, clearAlarm, raiseAlarm } from '@heliobond/db'
import type { WorkerContext } from './context.ts'

/** An alarm that is raised again by the same program waits so long before it counts up, by the network's time. */
const AGAIN_SECONDS = 300n
/** When each alarm was raised last by this process, and whether it is known to be clear. */
const raised = new WeakMap<object, Map<string, bigint | 'clear'>>()

const known = (context: Pick<WorkerContext, 'store'>): Map<string, bigint | 'clear'> => {
  const of = raised.get(context.store) ?? new Map<string, bigint | 'clear'>()
  raised.set(context.store, of)
  return of
}

const keyOf = ({ kind, subject = '' }: { kind: string; subject?: string }) => `${kind} ${subject}`

/** Raises an alarm, and says so in the log when it is new. Roles raise on every pass while the cause lasts: most of that costs nothing. */
export async function alarm(context: Pick<WorkerContext, 'store' | 'log'>, request: AlarmRequest): Promise<void> {
  const last = known(context).get(keyOf(request))
  if (typeof last === 'bigint' && request.at < last + AGAIN_SECONDS) return
  const { id, isNew } = await raiseAlarm(context.store, request)
  known(context).set(keyOf(request), request.at)
  const { kind, subject, severity, message, detail } = request
  if (isNew) context.log.warn({ alarm: id, kind, subject, severity, ...detail }, message)
}

/** Clears an alarm whose cause is gone. */
export async function clear(
  context: Pick<WorkerContext, 'store' | 'log'>,
  request: { readonly kind: string; readonly subject?: string; readonly at: bigint },
): Promise<void> {
  if (known(context).get(keyOf(request)) === 'clear') return
  const was = await clearAlarm(context.store, request)
  known(context).set(keyOf(request), 'clear')
  if (was) context.log.info({ kind: request.kind, subject: request.subject }, 'alarm cleared')
}
