import type { Faults } from '../server/faults.ts'
import { laggingHistory } from '../server/history.ts'
import type { RpcContext, RpcMethod } from './context.ts'
import { advance, armFault, closeLedger, restoreSnapshot, setAccount, setTime, takeSnapshot } from './control.ts'
import { getLedgerEntries } from './entries.ts'
import { getEvents } from './events.ts'
import { getFeeStats } from './fee-stats.ts'
import { getHealth, getNetwork, getVersionInfo } from './info.ts'
import { getLatestLedger, getLedgers } from './ledgers.ts'
import { INTERNAL_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR, type RpcOutcome, refuse } from './outcome.ts'
import { isRecord, readParams } from './params.ts'
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
  ['localnet_advance', advance],
  ['localnet_setTime', setTime],
  ['localnet_setAccount', setAccount],
  ['localnet_close', closeLedger],
  ['localnet_snapshot', takeSnapshot],
  ['localnet_restore', restoreSnapshot],
  ['localnet_fault', armFault],
])

/** Calls that steer the network itself meet no fault. */
export function isControl(method: string): boolean {
  return method.startsWith('localnet_')
}

type CallId = string | number | null

/** One call of a request, checked as far as JSON-RPC goes. `id` is undefined for a notification. */
export interface Call {
  readonly id: CallId | undefined
  readonly method: string
  readonly params: unknown
}

interface Malformed {
  readonly id: CallId
  readonly error: { readonly code: number; readonly message: string }
}

/** What a request body asks for: one call, several, or nothing that can be read. */
export interface Request {
  readonly batch: boolean
  readonly calls: readonly (Call | Malformed)[]
}

function readId(value: unknown): CallId | undefined {
  return typeof value === 'string' || typeof value === 'number' || value === null ? value : undefined
}

function readCall(value: unknown): Call | Malformed {
  if (!isRecord(value))
    return {
      id: null,
      ...refuse(INVALID_REQUEST, 'a request must be an object'),
    }
  const id = readId(value.id)
  if (value.id !== undefined && id === undefined) {
    return {
      id: null,
      ...refuse(INVALID_REQUEST, 'id must be a string or a number'),
    }
  }
  if (value.jsonrpc !== '2.0')
    return {
      id: id ?? null,
      ...refuse(INVALID_REQUEST, 'jsonrpc must be "2.0"'),
    }
  if (typeof value.method !== 'string' || value.method === '') {
    return {
      id: id ?? null,
      ...refuse(INVALID_REQUEST, 'method must be a string'),
    }
  }
  return { id, method: value.method, params: value.params }
}

export function readRequest(body: string): Request {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return {
      batch: false,
      calls: [{ id: null, ...refuse(PARSE_ERROR, 'invalid request: not JSON') }],
    }
  }
  if (!Array.isArray(parsed)) return { batch: false, calls: [readCall(parsed)] }
  if (parsed.length === 0)
    return {
      batch: false,
      calls: [{ id: null, ...refuse(INVALID_REQUEST, 'empty request batch') }],
    }
  return { batch: true, calls: parsed.map(readCall) }
}

function lag(context: RpcContext, faults: Faults, method: string): RpcContext {
  if (isControl(method)) return context
  const [stale] = faults.take(['staleLedger'], method)
  return stale ? { ...context, history: laggingHistory(context.history, stale.atLedger) } : context
}

function answer(call: Call, context: RpcContext, onBug: (error: unknown) => void): RpcOutcome {
  const method = METHODS.get(call.method)
  if (!method) return refuse(METHOD_NOT_FOUND, `no such method ${JSON.stringify(call.method)}`)
  const params = readParams(call.params)
  if ('error' in params) return params
  try {
    return method(params.value, lag(context, context.faults, call.method))
  } catch (error) {
    onBug(error)
    return refuse(INTERNAL_ERROR, `${call.method} failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Answers a request in JSON-RPC 2.0; undefined when nothing in it wants an answer.
 *
 * @param onBug hears of what a method threw. Refusals are answers and do not come here.
 */
export function dispatch(request: Request, context: RpcContext, onBug: (error: unknown) => void): unknown {
  const answers: unknown[] = []
  for (const call of request.calls) {
    if ('error' in call) {
      answers.push({ jsonrpc: '2.0', id: call.id, error: call.error })
      continue
    }
    const outcome = answer(call, context, onBug)
    if (call.id !== undefined) answers.push({ jsonrpc: '2.0', id: call.id, ...outcome })
  }
  if (request.batch) return answers.length > 0 ? answers : undefined
  return answers[0]
}
