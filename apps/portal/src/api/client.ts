/** The portal's server asks the API here, and nowhere else. Refusals and failures are values ({@link ApiProblem}), never thrown. */
import { err, ok, type Result } from '@heliobond/domain'
import { type ApiProblem, clientProblem, readProblem } from './problem.ts'

export type ApiResult<T> = Result<T, ApiProblem>

/** A page should rather say that the API is slow than make its reader wait. */
const TIMEOUT_MS = 8_000
const DEFAULT_URL = 'http://localhost:4000'

/** Where the API is, without a slash at the end. */
export const apiUrl = (): string => (process.env.HELIOBOND_API_URL ?? DEFAULT_URL).replace(/\/+$/, '')

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

export interface ApiRequest {
  readonly method?: 'GET' | 'POST'
  readonly query?: Query
  /** Sent as JSON. */
  readonly body?: unknown
  /** Bearer of whoever is signed in. */
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

/** An address of the API. Parameters that are undefined are left out. */
export function apiAddress(path: string, query: Query = {}): string {
  const url = new URL(apiUrl() + path)
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value))
  return url.href
}

/**
 * Asks the API and reads its JSON answer.
 *
 * The answer is taken to have the form that the API's own schema gives it: the API checks what it sends against that schema.
 */
export async function callApi<T>(path: string, request: ApiRequest = {}): Promise<ApiResult<T>> {
  const { method = 'GET', query, body, token, headers, timeoutMs = TIMEOUT_MS } = request
  let response: Response
  let text: string
  try {
    response = await fetch(apiAddress(path, query), {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    text = await response.text()
  } catch (error) {
    return err(failureOf(error, path))
  }
  const json = parsed(text)
  if (response.ok && json !== undefined) return ok(json as T)
  return err(
    readProblem(json) ??
      clientProblem('API_ANSWER_UNEXPECTED', `${method} ${path} answered ${response.status}.`, response.status),
  )
}

function failureOf(error: unknown, path: string): ApiProblem {
  if (error instanceof DOMException && error.name === 'TimeoutError') return clientProblem('API_TIMEOUT', path)
  if (error instanceof TypeError) return clientProblem('API_UNREACHABLE', path)
  throw error
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
