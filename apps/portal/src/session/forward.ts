import { apiUrl } from '../api/client.ts'
import { type ApiProblem, CLIENT_CODES } from '../api/problem.ts'
import { SESSION_COOKIE } from '../site/cookies.ts'
import { isOwnRequest } from './guard.ts'

/** What a browser may say to the API through us, besides who it is. */
const PASSED_ON = ['accept', 'content-type', 'idempotency-key', 'last-event-id', 'x-forwarded-for', 'x-file-name']
/** What the API may say to the browser. */
const PASSED_BACK = [
  'content-type',
  'content-disposition',
  'cache-control',
  'retry-after',
  'x-request-id',
  'x-accel-buffering',
  'etag',
]

/** Problem details of our own, in the API's form. */
export function problemResponse(status: number, code: string, title: string, detail: string): Response {
  const problem = { type: `urn:heliobond:problem:${code}`, title, status, detail, code }
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } })
}

/** A problem of the API, passed on. */
export const problemOf = ({ status, code, title, detail }: ApiProblem): Response =>
  problemResponse(status === 0 ? 503 : status, code, title, detail)

/** The answer to a request that changes something and does not come from a page of ours; null when it does. */
export function refusalOfStrangers(request: Request): Response | null {
  if (request.method === 'GET' || request.method === 'HEAD' || isOwnRequest(request.headers)) return null
  return problemResponse(403, 'PORTAL_FOREIGN_REQUEST', 'This request does not come from a page of ours', '')
}

/**
 * Passes a browser's request on to the API with the token of its session, which the browser itself never sees.
 *
 * Bodies go through as they are, streams of events included: nothing is read here.
 */
export async function forward(request: Request, path: string, token: string | undefined): Promise<Response> {
  const headers = new Headers()
  for (const name of PASSED_ON) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  let answer: Response
  try {
    answer = await fetch(apiUrl() + path + new URL(request.url).search, {
      method: request.method,
      headers,
      ...(hasBody && { body: request.body, duplex: 'half' }),
      cache: 'no-store',
      redirect: 'manual',
      signal: request.signal,
    } as RequestInit)
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error
    const code: keyof typeof CLIENT_CODES = 'API_UNREACHABLE'
    return problemResponse(503, code, CLIENT_CODES[code], path)
  }
  const back = new Headers({ 'cache-control': 'no-store' })
  for (const name of PASSED_BACK) {
    const value = answer.headers.get(name)
    if (value !== null) back.set(name, value)
  }
  // A token that the API no longer takes is of no use to anybody.
  if (answer.status === 401 && token !== undefined) back.append('set-cookie', endSession())
  return new Response(answer.body, { status: answer.status, headers: back })
}

/** The header that ends the session in the browser. */
export const endSession = (): string => `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`

/** The header that begins a session. Marked `Secure` wherever the page itself came over TLS. */
export function beginSession(token: string, expiresAt: Date, isSecure: boolean): string {
  const seconds = Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000))
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`
}

/** Whether the browser sees us over TLS, whatever stands between. */
export const isSecureRequest = (request: Request): boolean =>
  (request.headers.get('x-forwarded-proto') ?? new URL(request.url).protocol.replace(':', '')).split(',')[0] === 'https'
