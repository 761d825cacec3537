/** What the API tells who is signed in about their bonds. */
import { cache } from 'react'
import type { ApiResult } from '../api/client.ts'
import type { AccountStatement, HistoryLine, Page, Portfolio, TaxLot } from '../api/types.ts'
import { callAsSignedIn } from '../session/session.ts'

export const getPortfolio = cache((): Promise<ApiResult<Portfolio>> => callAsSignedIn('/v1/portfolio'))

/** Narrowed to an offering and a time: `from` and `to` as the API wants moments. */
export interface HistoryFilter {
  readonly offering?: string
  readonly from?: string
  readonly to?: string
}

export const listHistory = (
  filter: HistoryFilter,
  cursor?: string,
  limit = 50,
): Promise<ApiResult<Page<HistoryLine>>> =>
  callAsSignedIn('/v1/portfolio/history', { query: { ...filter, cursor, limit, order: 'desc' } })

export const listLots = (offering?: string, cursor?: string, limit = 100): Promise<ApiResult<Page<TaxLot>>> =>
  callAsSignedIn('/v1/portfolio/lots', { query: { offering, cursor, limit } })

export const getStatement = (from?: string, to?: string): Promise<ApiResult<AccountStatement>> =>
  callAsSignedIn('/v1/portfolio/statement', { query: { from, to } })
