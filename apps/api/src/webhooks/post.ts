/** One delivery: a POST that follows nothing, waits for nothing long, reads nothing, and reaches public addresses only. */
import { lookup as systemLookup } from 'node:dns'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { hostOf, isPublicAddress } from './public-address.ts'

const TIMEOUT_MS = 10_000

/** How a delivery ended: the receiver's status, or why there is none. */
export type PostOutcome = { readonly status: number } | { readonly error: string }

/** Resolves a name as the system does, to public addresses alone: what is connected to is what was looked at, so no second answer can differ. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0)
    const addresses = Array.isArray(found) ? found : []
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new Error('NOT_PUBLIC'), '', 0)
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}

/**
 * Posts a body. A redirect is an answer like any other: it is not followed.
 *
 * @param isLocal this machine may be reached
 */
export function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  isLocal: boolean,
): Promise<PostOutcome> {
  const host = hostOf(url)
  if (!isLocal && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.resolve({ error: 'NOT_PUBLIC' })
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: false,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(isLocal ? {} : { lookup: publicLookup }),
  }
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(url, options, (response) => {
      resolve({ status: response.statusCode ?? 0 })
      // What they answer is theirs: nothing of it is read or kept.
      response.destroy()
    })
    request.on('error', (error) => resolve({ error: reasonOf(error) }))
    request.end(body)
  })
}

/** A short reason without addresses. */
function reasonOf(error: Error & { code?: string }): string {
  if (error.message === 'NOT_PUBLIC') return 'NOT_PUBLIC'
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || error.code === 'ABORT_ERR') return 'TIMEOUT'
  return error.code ?? 'FAILED'
}
