import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** The other side answered, in whatever way. */
export interface HttpAnswer {
  readonly status: number
  readonly body: unknown
}

/** More than any answer that we ask for. */
const MOST_BYTES = 4_194_304

/**
 * Sends JSON, or asks, and reads a JSON answer. On the plain modules: `fetch` costs a small device 10 MB more.
 *
 * @throws if the other side cannot be reached, is too slow, or answers with no JSON.
 */
export function httpJson(url: string, body: string | undefined, timeoutMs: number): Promise<HttpAnswer> {
  const send = new URL(url).protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(timeoutMs),
    })
    request.once('error', reject)
    request.once('response', (response) => {
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > MOST_BYTES) response.destroy(new Error('the answer is too long'))
        else chunks.push(chunk)
      })
      response.once('error', reject)
      response.once('end', () => {
        try {
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) })
        } catch {
          reject(new Error(`${url} answers ${response.statusCode} without JSON`))
        }
      })
    })
    request.end(body)
  })
}
