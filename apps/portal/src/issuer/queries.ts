/** What the API tells an issuer, and whoever approves, about drafts. */
import { cache } from 'react'
import { type ApiResult, callApi } from '../api/client.ts'
import type { Page } from '../api/types.ts'
import { callAsSignedIn } from '../session/session.ts'
import type { Draft, DraftSummary, LaunchSteps } from './types.ts'

const MOST_DRAFTS = 200

/** One's own, newest first; of who approves or runs the platform, all. */
export const listDrafts = cache(
  (status?: string): Promise<ApiResult<Page<DraftSummary>>> =>
    callAsSignedIn('/v1/drafts', { query: { status, limit: MOST_DRAFTS, order: 'desc' } }),
)

export const getDraft = cache((id: number): Promise<ApiResult<Draft>> => callAsSignedIn(`/v1/drafts/${id}`))

export const getLaunchSteps = cache(
  (id: number): Promise<ApiResult<LaunchSteps>> => callAsSignedIn(`/v1/drafts/${id}/steps`),
)

export interface Person {
  readonly name: string
  readonly role: string
  readonly address: string
}

/** The people of a rehearsal; nobody on a network where money is real. */
export const listPeople = cache(async (): Promise<readonly Person[]> => {
  const people = await callApi<{ data: readonly Person[] }>('/v1/dev/people')
  return people.ok ? people.value.data : []
})
