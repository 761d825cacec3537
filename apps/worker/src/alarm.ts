import { type AlarmRequest, clearAlarm, raiseAlarm } from '@heliobond/db'
import type { WorkerContext } from './context.ts'

/** An alarm that is raised again by the same program waits so long before it counts up, by the network's time. */
const AGAIN_SECONDS = 300n
/** What this process did last about an alarm, and when. Another process may have done otherwise since. */
interface LastAct {
  readonly act: 'raised' | 'cleared'
  readonly at: bigint
}
const lastActs = new WeakMap<object, Map<string, LastAct>>()

const known = (context: Pick<WorkerContext, 'store'>): Map<string, LastAct> => {
  const of = lastActs.get(context.store) ?? new Map<string, LastAct>()
  lastActs.set(context.store, of)
  return of
}

/** Whether doing the same again so soon would say nothing new. */
const isRepeated = (last: LastAct | undefined, act: LastAct['act'], at: bigint): boolean =>
  last?.act === act && at < last.at + AGAIN_SECONDS

const keyOf = ({ kind, subject = '' }: { kind: string; subject?: string }) => `${kind} ${subject}`

/** Raises an alarm, and says so in the log when it is new. Roles raise on every pass while the cause lasts: most of that costs nothing. */
export async function alarm(context: Pick<WorkerContext, 'store' | 'log'>, request: AlarmRequest): Promise<void> {
  if (isRepeated(known(context).get(keyOf(request)), 'raised', request.at)) return
  const { id, isNew } = await raiseAlarm(context.store, request)
  known(context).set(keyOf(request), { act: 'raised', at: request.at })
  const { kind, subject, severity, message, detail } = request
  if (isNew) context.log.warn({ alarm: id, kind, subject, severity, ...detail }, message)
}

/** Clears an alarm whose cause is gone. */
export async function clear(
  context: Pick<WorkerContext, 'store' | 'log'>,
  request: { readonly kind: string; readonly subject?: string; readonly at: bigint },
): Promise<void> {
  if (isRepeated(known(context).get(keyOf(request)), 'cleared', request.at)) return
  const was = await clearAlarm(context.store, request)
  known(context).set(keyOf(request), { act: 'cleared', at: request.at })
  if (was) context.log.info({ kind: request.kind, subject: request.subject }, 'alarm cleared')
}
