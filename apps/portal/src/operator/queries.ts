/** What the API tells whoever runs the platform. */
import { cache } from 'react'
import { type ApiResult, callApi, type Query } from '../api/client.ts'
import type { Page, SignedReading } from '../api/types.ts'
import { callAsSignedIn } from '../session/session.ts'
import type {
  Alarm,
  AuditEntry,
  Channel,
  Enrolment,
  Found,
  MeterHealth,
  OperatedWallet,
  Oracles,
  Orphan,
  Overview,
  Quarantined,
  QueueEntry,
  Reconciliation,
  RecordedDecision,
  Rung,
} from './types.ts'

/** A filter of a list as the address of the page holds it; `cursor` and `order` among them. */
export type ListQuery = Query

export const LIST_ROWS = 50

const list = <Row>(path: string, query: ListQuery): Promise<ApiResult<Page<Row>>> =>
  callAsSignedIn(path, { query: { limit: LIST_ROWS, ...query } })

export const listQueue = (query: ListQuery) => list<QueueEntry>('/v1/operations/transactions', query)

export const listMeterHealth = (query: ListQuery) => list<MeterHealth>('/v1/operations/meters', query)

/** The newest readings of a meter. */
export const listReadings = (system: number, meter: number, limit: number): Promise<ApiResult<Page<SignedReading>>> =>
  callApi(`/v1/systems/${system}/readings`, { query: { meter, limit, order: 'desc' } })

export const listQuarantine = (query: ListQuery) => list<Quarantined>('/v1/operations/quarantine', query)

export const listEnrolments = (query: ListQuery) => list<Enrolment>('/v1/enrolments', query)

export const getOverview = (): Promise<ApiResult<Overview>> => callAsSignedIn('/v1/operations/overview')

export const listAlarms = (query: ListQuery) => list<Alarm>('/v1/operations/alarms', query)

export const listChannels = (query: ListQuery) => list<Channel>('/v1/operations/channels', query)

export const listWallets = (query: ListQuery) => list<OperatedWallet>('/v1/operations/wallets', query)

export const listReconciliations = (query: ListQuery) => list<Reconciliation>('/v1/operations/reconciliation', query)

export const listOrphans = (query: ListQuery) => list<Orphan>('/v1/operations/orphans', query)

export const getOracles = (): Promise<ApiResult<Oracles>> => callAsSignedIn('/v1/operations/oracles')

export const listLadder = (query: ListQuery) => list<Rung>('/v1/operations/ladder', query)

export const listAudit = (query: ListQuery) => list<AuditEntry>('/v1/operations/audit', query)

export const listDecisions = (query: ListQuery) => list<RecordedDecision>('/v1/operations/decisions', query)

export const find = (q: string): Promise<ApiResult<{ readonly data: readonly Found[] }>> =>
  callAsSignedIn('/v1/operations/search', { query: { q } })

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
