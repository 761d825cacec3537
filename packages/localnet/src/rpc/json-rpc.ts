import { INVALID_REQUEST, PARSE_ERROR, type RpcError } from './outcome.ts'

type CallId = string | number

/** One call of a request. */
export interface Call {
  /** Undefined for a notification, which nobody answers; an id of `null` makes one, as on the network. */
  readonly id: CallId | undefined
  readonly method: string
  /** An object or a list; undefined where there was none, or null. */
  readonly params: unknown
  /** Why this is no call, whatever it names. Such a one is answered even without an id. */
  readonly refusal?: RpcError
}

/** What the body of a request asks for: one call or several. */
export interface Request {
  readonly batch: boolean
  readonly calls: readonly Call[]
}

/** What a body that is no JSON is answered with, in plain text: the network's RPC has no other words for it. */
export const NOT_JSON = `[${PARSE_ERROR}] invalid request value`

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isId = (value: unknown): value is CallId => typeof value === 'string' || typeof value === 'number'

const FIELDS = new Set(['jsonrpc', 'id', 'method', 'params', 'error', 'result'])

/** What is wrong with a call by its form alone; the words are those of the network's JSON-RPC library (jrpc2, json.go). */
function refusalOf(call: Readonly<Record<string, unknown>>): RpcError | undefined {
  const { jsonrpc, id, method, params } = call
  if (jsonrpc !== undefined && jsonrpc !== null && typeof jsonrpc !== 'string') {
    return { code: PARSE_ERROR, message: 'invalid version key' }
  }
  if (id !== undefined && id !== null && !isId(id)) return { code: INVALID_REQUEST, message: 'invalid request ID' }
  if (method !== undefined && method !== null && typeof method !== 'string') {
    return { code: PARSE_ERROR, message: 'invalid method name' }
  }
  if (params !== undefined && params !== null && typeof params !== 'object') {
    return { code: INVALID_REQUEST, message: 'parameters must be array or object' }
  }
  if (jsonrpc !== '2.0') return { code: INVALID_REQUEST, message: 'invalid version marker' }
  if (method && (call.error !== undefined || call.result !== undefined)) {
    return { code: INVALID_REQUEST, message: 'mixed request and reply fields' }
  }
  const extra = Object.keys(call).filter((name) => !FIELDS.has(name))
  if (extra.length > 0) return { code: INVALID_REQUEST, message: 'extra fields in request', data: extra }
  return method ? undefined : { code: INVALID_REQUEST, message: 'empty method name' }
}

function readCall(value: unknown): Call {
  const nothing = { id: undefined, method: '', params: undefined }
  if (value !== null && !isObject(value)) {
    return { ...nothing, refusal: { code: PARSE_ERROR, message: 'request is not a JSON object' } }
  }
  const call = value ?? {}
  const refusal = refusalOf(call)
  const id = isId(call.id) ? call.id : undefined
  if (refusal !== undefined) return { ...nothing, id, refusal }
  return { id, method: String(call.method), params: call.params ?? undefined }
}

/** Reads the body of a request; null if it is no JSON. */
export function readRequest(body: string): Request | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return null
  }
  return Array.isArray(parsed)
    ? { batch: true, calls: parsed.map(readCall) }
    : { batch: false, calls: [readCall(parsed)] }
}
