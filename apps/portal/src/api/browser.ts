/** How parts in the browser ask the API: through the portal's own server, which adds the session that scripts cannot read. */
import { err, ok, type Result } from '@heliobond/domain'
import { REQUEST_HEADER } from '../session/guard.ts'
import { type ApiProblem, clientProblem, readProblem } from './problem.ts'

export interface BrowserRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as they are, instead of a body: a file. */
  readonly bytes?: Blob
  /** The same key again brings the same answer and does nothing twice. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** Asks a path of this site, `/api/...`. Refusals and failures are values. */
export async function ask<T>(path: string, request: BrowserRequest = {}): Promise<Result<T, ApiProblem>> {
  const { method = 'GET', body, bytes, idempotencyKey, signal } = request
  let response: Response
  let text: string
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        [REQUEST_HEADER]: '1',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(bytes !== undefined && { 'content-type': 'application/octet-stream' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(bytes !== undefined && { body: bytes }),
      cache: 'no-store',
      ...(signal && { signal }),
    })
    text = await response.text()
  } catch (error) {
    if (error instanceof TypeError) return err(clientProblem('API_UNREACHABLE', path))
    throw error
  }
  const json = parsed(text)
  if (response.ok && (json !== undefined || response.status === 204)) return ok(json as T)
  return err(readProblem(json) ?? clientProblem('API_ANSWER_UNEXPECTED', path, response.status))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
