import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The RPC gave no answer that can be read: no connection, a cut connection, a timeout, an HTTP error.
 * Whatever was asked may have happened all the same.
 */
export class RpcUnavailableError extends Error {
  readonly code = 'RPC_UNAVAILABLE'
  readonly method: string
  constructor(method: string, reason: string, options?: ErrorOptions) {
    super(`RPC ${method}: ${reason}`, options)
    this.name = 'RpcUnavailableError'
    this.method = method
  }
}

/** The RPC understood the request and refused it. `rpcCode` is JSON-RPC's error code. */
export class RpcRefusedError extends Error {
  readonly code = 'RPC_REFUSED'
  readonly method: string
  readonly rpcCode: number
  constructor(method: string, rpcCode: number, message: string) {
    super(`RPC ${method} refused (${rpcCode}): ${message}`)
    this.name = 'RpcRefusedError'
    this.method = method
    this.rpcCode = rpcCode
  }
}

/** JSON-RPC: the server has no such method. */
export const METHOD_NOT_FOUND = -32_601

/** A JSON-RPC 2.0 client over HTTP. It decodes no XDR, so that a new protocol's ledger headers cannot break it. */
export interface JsonRpc {
  /** Asks once. For what must not be sent twice without thought. */
  once<T>(method: string, params?: object): Promise<T>
  /** Asks, and asks again a few times when no answer comes. For questions only: they change nothing. */
  ask<T>(method: string, params?: object): Promise<T>
}

const ATTEMPTS = 3
const BACKOFF_MS = 100

type Answer<T> = { result?: T; error?: { code: number; message: string } }

/**
 * @throws {RpcUnavailableError} from its calls when no answer came.
 * @throws {RpcRefusedError} from its calls when the answer is an error.
 */
export function createJsonRpc(url: string, timeoutMs: number): JsonRpc {
  let nextId = 1

  async function once<T>(method: string, params?: object): Promise<T> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: nextId++, method, ...(params && { params }) })
    let answer: Answer<T>
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (!response.ok) {
        await response.body?.cancel()
        throw new RpcUnavailableError(method, `HTTP ${response.status}`)
      }
      answer = (await response.json()) as Answer<T>
    } catch (error) {
      if (error instanceof RpcUnavailableError) throw error
      throw new RpcUnavailableError(method, error instanceof Error ? error.message : String(error), { cause: error })
    }
    if (answer.error) throw new RpcRefusedError(method, answer.error.code, answer.error.message)
    if (answer.result === undefined) throw new RpcUnavailableError(method, 'an answer without a result')
    return answer.result
  }

  async function ask<T>(method: string, params?: object): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once<T>(method, params)
      } catch (error) {
        if (!(error instanceof RpcUnavailableError) || attempt === ATTEMPTS) throw error
        await sleep(BACKOFF_MS * attempt)
      }
    }
  }

  return { once, ask }
}
