/** JSON-RPC 2.0 error codes, as the network's RPC uses them. */
export const PARSE_ERROR = -32700
export const INVALID_REQUEST = -32600
export const METHOD_NOT_FOUND = -32601
export const INVALID_PARAMS = -32602
export const INTERNAL_ERROR = -32603

export interface RpcError {
  readonly code: number
  readonly message: string
  /** What goes with the message; any JSON. */
  readonly data?: unknown
}

/** What a method answers: its result, or why it refuses. */
export type RpcOutcome = { readonly result: unknown } | { readonly error: RpcError }

/** A value, or why there is none. */
export type Checked<T> = { readonly value: T } | { readonly error: RpcError }

export function refuse(code: number, message: string, data?: unknown): { readonly error: RpcError } {
  return { error: { code, message, ...(data !== undefined && { data }) } }
}

export function invalidParams(message: string): { readonly error: RpcError } {
  return refuse(INVALID_PARAMS, message)
}
