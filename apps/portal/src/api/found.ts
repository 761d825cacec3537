import { notFound } from 'next/navigation'
import type { ApiResult } from './client.ts'

/** A page about something that is not there is no page: 404. Every other problem is shown where it matters. */
export function foundOr404<T>(answer: ApiResult<T>): ApiResult<T> {
  if (!answer.ok && answer.error.status === 404) notFound()
  return answer
}
