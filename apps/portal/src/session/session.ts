import { cookies } from 'next/headers'
import { cache } from 'react'
import { type ApiRequest, type ApiResult, callApi } from '../api/client.ts'
import type { Me } from '../api/types.ts'
import { SESSION_COOKIE } from '../site/cookies.ts'

/** What the token says of itself. The API decides what it is worth: this is for display only. */
export interface TokenFacts {
  readonly address: string
  readonly expiresAt: Date
}

/** Reads a JWT without checking it; null for anything else. */
export function readToken(token: string): TokenFacts | null {
  const [, payload] = token.split('.')
  if (payload === undefined) return null
  try {
    const { sub, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>
    return typeof sub === 'string' && typeof exp === 'number' ? { address: sub, expiresAt: new Date(exp * 1000) } : null
  } catch {
    return null
  }
}

/** The token of whoever is signed in here; undefined for everybody else and once it has expired. */
export const sessionToken = cache(async (): Promise<string | undefined> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value
  const facts = token === undefined ? null : readToken(token)
  // Sessions go by this machine's clock, as the tokens do.
  return facts !== null && facts.expiresAt.getTime() > Date.now() ? token : undefined
})

/** The address that is signed in here; null for everybody else. */
export const signedInAddress = cache(async (): Promise<string | null> => {
  const token = await sessionToken()
  return (token === undefined ? null : readToken(token)?.address) ?? null
})

/** Asks the API as whoever is signed in. */
export async function callAsSignedIn<T>(path: string, request: ApiRequest = {}): Promise<ApiResult<T>> {
  const token = await sessionToken()
  return callApi<T>(path, { ...request, ...(token !== undefined && { token }) })
}

/** Who is signed in, and what they may do here; null for everybody else. */
export const getMe = cache(async (): Promise<ApiResult<Me> | null> => {
  if ((await sessionToken()) === undefined) return null
  return callAsSignedIn<Me>('/v1/me')
})
