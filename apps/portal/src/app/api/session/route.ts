import { callApi } from '../../../api/client.ts'
import {
  beginSession,
  endSession,
  forward,
  isSecureRequest,
  problemOf,
  problemResponse,
  refusalOfStrangers,
} from '../../../session/forward.ts'
import { readToken } from '../../../session/session.ts'

/** A challenge to sign (SEP-10): `?account=G...`. */
export const GET = (request: Request): Promise<Response> => forward(request, '/auth', undefined)

/** Takes the signed challenge, and keeps the token in a cookie that scripts cannot read. The page learns the address only. */
export async function POST(request: Request): Promise<Response> {
  const refusal = refusalOfStrangers(request)
  if (refusal) return refusal
  const body: unknown = await request.json().catch(() => null)
  const transaction = typeof body === 'object' && body !== null && 'transaction' in body ? body.transaction : null
  if (typeof transaction !== 'string') {
    return problemResponse(400, 'HELIOBOND_INVALID_REQUEST', 'A signed challenge is wanted', 'transaction is missing')
  }
  const answer = await callApi<{ token: string }>('/auth', { method: 'POST', body: { transaction } })
  if (!answer.ok) return problemOf(answer.error)
  const { token } = answer.value
  const facts = readToken(token)
  if (facts === null) {
    return problemResponse(502, 'API_ANSWER_UNEXPECTED', 'The API gave an answer that is none of its own', '/auth')
  }
  return Response.json(
    { address: facts.address, expiresAt: facts.expiresAt.toISOString() },
    {
      headers: {
        'set-cookie': beginSession(token, facts.expiresAt, isSecureRequest(request)),
        'cache-control': 'no-store',
      },
    },
  )
}

/** Signs out of this browser. */
export function DELETE(request: Request): Response {
  return refusalOfStrangers(request) ?? new Response(null, { status: 204, headers: { 'set-cookie': endSession() } })
}
