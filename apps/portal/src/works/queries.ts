/** What the API tells everybody about tenders. */
import { cache } from 'react'
import { type ApiResult, callApi } from '../api/client.ts'
import type { Tender, TenderSummary } from '../api/tender-types.ts'
import type { Page } from '../api/types.ts'

/** Narrowed to a stage, or to the bids of an address. */
export interface TenderFilter {
  readonly stage?: string
  readonly bidder?: string
  readonly offering?: number
}

export const listTenders = cache(
  (filter: TenderFilter, cursor?: string, limit = 20): Promise<ApiResult<Page<TenderSummary>>> =>
    callApi('/v1/tenders', { query: { ...filter, cursor, limit, order: 'desc' } }),
)

export const getTender = cache(
  (id: string): Promise<ApiResult<Tender>> => callApi(`/v1/tenders/${encodeURIComponent(id)}`),
)
