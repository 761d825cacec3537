import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ApiResult } from '../api/client.ts'
import { signedInAddress } from './session.ts'

/** The signed-in address; whoever is not signed in is led to the sign-in, and back here after it. @param path without its language */
export async function requireAddress(path: string): Promise<string> {
  const address = await signedInAddress()
  if (address !== null) return address
  return toSignIn(path)
}

/** An answer for who is signed in; a session that the API no longer takes leads to the sign-in. */
export async function orSignIn<T>(answer: ApiResult<T>, path: string): Promise<ApiResult<T>> {
  return !answer.ok && answer.error.status === 401 ? toSignIn(path) : answer
}

async function toSignIn(path: string): Promise<never> {
  const locale = await getLocale()
  redirect(`/${locale}/account?next=${encodeURIComponent(`/${locale}${path}`)}`)
}
