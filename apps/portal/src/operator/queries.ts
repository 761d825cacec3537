/** What the API tells whoever runs the platform. */
import { cache } from 'react'
import { type ApiResult, callApi, type Query } from '../api/client.ts'
import type { Page } from '../api/types.ts'
import { callAsSignedIn } from '../session/session.ts'
import type { Enrolment, MeterHealth, Quarantined, QueueEntry } from './types.ts'

/** A filter of a list as the address of the page holds it; `cursor` and `order` among them. */
export type ListQuery = Query

export const LIST_ROWS = 50

const list = <Row>(path: string, query: ListQuery): Promise<ApiResult<Page<Row>>> =>
  callAsSignedIn(path, { query: { limit: LIST_ROWS, ...query } })

export const listQueue = (query: ListQuery) => list<QueueEntry>('/v1/operations/transactions', query)

export const listMeterHealth = (query: ListQuery) => list<MeterHealth>('/v1/operations/meters', query)

export const listQuarantine = (query: ListQuery) => list<Quarantined>('/v1/operations/quarantine', query)

export const listEnrolments = (query: ListQuery) => list<Enrolment>('/v1/enrolments', query)

export interface SystemSummary {
  readonly id: number
  readonly name: string
  readonly modelled: boolean
  readonly capacityW: string
  readonly offeringId: number | null
  readonly offeringState: string | null
  readonly partyCount: number
  readonly lastReadingAt: string | null
}

const MOST_SYSTEMS = 500

export const listSystems = cache(
  (): Promise<ApiResult<Page<SystemSummary>>> => callApi('/v1/systems', { query: { limit: MOST_SYSTEMS } }),
)

/** Names of systems by number; a system that could not be asked for is shown by its number alone. */
export async function systemNames(): Promise<ReadonlyMap<number, string>> {
  const systems = await listSystems()
  return new Map(systems.ok ? systems.value.data.map(({ id, name }) => [id, name]) : [])
}
