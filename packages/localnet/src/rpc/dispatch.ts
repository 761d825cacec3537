import type { Faults } from '../server/faults.ts'
import { laggingHistory } from '../server/history.ts'
import type { RpcContext, RpcMethod } from './context.ts'
import { advance, armFault, closeLedger, named, restoreSnapshot, setAccount, setTime, takeSnapshot } from './control.ts'
import { getLedgerEntries } from './entries.ts'
import { getEvents } from './events.ts'
import { getFeeStats } from './fee-stats.ts'
import { getHealth, getNetwork, getVersionInfo } from './info.ts'
import type { Call, Request } from './json-rpc.ts'
import { getLatestLedger, getLedgers } from './ledgers.ts'
import { INTERNAL_ERROR, METHOD_NOT_FOUND, type RpcOutcome, refuse } from './outcome.ts'
import { simulateTransaction } from './simulate.ts'
import { getTransaction, getTransactions, sendTransaction } from './transactions.ts'

const METHODS: ReadonlyMap<string, RpcMethod> = new Map([
  ['getHealth', getHealth],
  ['getNetwork', getNetwork],
  ['getVersionInfo', getVersionInfo],
  ['getLatestLedger', getLatestLedger],
  ['getLedgerEntries', getLedgerEntries],
  ['getFeeStats', getFeeStats],
  ['sendTransaction', sendTransaction],
  ['getTransaction', getTransaction],
  ['getTransactions', getTransactions],
  ['getLedgers', getLedgers],
  ['simulateTransaction', simulateTransaction],
  ['getEvents', getEvents],
  ['localnet_advance', named(advance)],
  ['localnet_setTime', named(setTime)],
  ['localnet_setAccount', named(setAccount)],
  ['localnet_close', named(closeLedger)],
  ['localnet_snapshot', named(takeSnapshot)],
  ['localnet_restore', named(restoreSnapshot)],
  ['localnet_fault', named(armFault)],
])

/** Calls that steer the network itself meet no fault. */
export function isControl(method: string): boolean {
  return method.startsWith('localnet_')
}

function lag(context: RpcContext, faults: Faults, method: string): RpcContext {
  if (isControl(method)) return context
  const [stale] = faults.take(['staleLedger'], method)
  return stale ? { ...context, history: laggingHistory(context.history, stale.atLedger) } : context
}

function answer(call: Call, context: RpcContext, onBug: (error: unknown) => void): RpcOutcome {
  if (call.refusal !== undefined) return { error: call.refusal }
  const method = METHODS.get(call.method)
  if (!method) return refuse(METHOD_NOT_FOUND, 'method not found', call.method)
  try {
    return method(call.params, lag(context, context.faults, call.method))
  } catch (error) {
    onBug(error)
    return refuse(INTERNAL_ERROR, `${call.method} failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Answers a request in JSON-RPC 2.0; undefined when nothing in it wants an answer. Of a batch, what is no call is answered first: that
 * is the order of the network's RPC.
 *
 * @param onBug hears of what a method threw. Refusals are answers and do not come here.
 */
export function dispatch(request: Request, context: RpcContext, onBug: (error: unknown) => void): unknown {
  const inOrder = [
    ...request.calls.filter(({ refusal }) => refusal !== undefined),
    ...request.calls.filter(({ refusal }) => refusal === undefined),
  ]
  const answers: unknown[] = []
  for (const call of inOrder) {
    const outcome = answer(call, context, onBug)
    if (call.id === undefined && call.refusal === undefined) continue
    answers.push({ jsonrpc: '2.0', id: call.id ?? null, ...outcome })
  }
  if (answers.length === 0) return undefined
  return request.batch ? answers : answers[0]
}
