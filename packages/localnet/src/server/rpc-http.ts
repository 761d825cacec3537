import type { IncomingHttpHeaders } from 'node:http'
import type { TextAnswer } from './text-answer.ts'

// Below JSON-RPC the network's RPC speaks plain text (jrpc2, jhttp/bridge.go).

/** The largest body that the network's RPC reads. */
export const MAX_RPC_BODY_BYTES = 512 * 1024

/** What the network's RPC says of a body that is too large, which it finds while reading it. */
export const TOO_LARGE: TextAnswer = { status: 500, text: 'http: request body too large\n' }

/** Why a request is not looked into; undefined if it is. */
export function refusedRpcRequest(method: string, headers: IncomingHttpHeaders): TextAnswer | undefined {
  if (method !== 'POST') return { status: 405, text: '' }
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim().toLowerCase())
  if (type !== 'application/json') return { status: 415, text: 'content-type must be application/json\n' }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  const name = charset?.slice('charset='.length).replaceAll('"', '')
  if (name === undefined || name === 'utf-8' || name === 'utf8') return undefined
  return { status: 415, text: 'invalid content-type charset\n' }
}
