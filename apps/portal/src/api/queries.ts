/** The API's public questions, one function each. Within one page the same question is asked once. */
import { cache } from 'react'
import { type ApiResult, callApi } from './client.ts'
import type {
  Bill,
  BillTrace,
  CertificateAccount,
  CertificateMint,
  Coupon,
  CouponProof,
  Coverage,
  Decision,
  Donors,
  Eligibility,
  EnergySeries,
  EscrowBuckets,
  Health,
  Holders,
  Live,
  Offering,
  OfferingDetail,
  OfferingDocuments,
  OrderBook,
  Page,
  PayFacts,
  Retirement,
  Schedule,
  SolarSystem,
  Statement,
  SystemPage,
  TimelineEntry,
  Trade,
  Waterfall,
} from './types.ts'

type Order = 'asc' | 'desc'
const HEALTH_TIMEOUT_MS = 3_000

/** Whether the API and the network behind it answer, and what time it is there. */
export const getHealth = cache((): Promise<ApiResult<Health>> => callApi('/healthz', { timeoutMs: HEALTH_TIMEOUT_MS }))

export const listOfferings = cache(
  (cursor?: string, limit = 50): Promise<ApiResult<Page<Offering>>> =>
    callApi('/v1/offerings', { query: { cursor, limit, order: 'desc' } }),
)

/** What a list of offerings may be narrowed to. */
export interface OfferingFilter {
  readonly q?: string
  readonly state?: string
  readonly kind?: string
}

export const findOfferings = (
  filter: OfferingFilter,
  cursor?: string,
  limit = 12,
): Promise<ApiResult<Page<Offering>>> =>
  callApi('/v1/offerings', { query: { ...filter, cursor, limit, order: 'desc' } })

export const getOffering = cache((id: number): Promise<ApiResult<OfferingDetail>> => callApi(`/v1/offerings/${id}`))

export const listHolders = cache(
  (id: number, cursor?: string, limit = 10): Promise<ApiResult<Holders>> =>
    callApi(`/v1/offerings/${id}/holders`, { query: { cursor, limit } }),
)

export const getBuckets = cache(
  (id: number): Promise<ApiResult<EscrowBuckets>> => callApi(`/v1/offerings/${id}/buckets`),
)

export const getCoverage = cache((id: number): Promise<ApiResult<Coverage>> => callApi(`/v1/offerings/${id}/coverage`))

/** What changed the state of an offering, oldest first. */
export const listStates = cache(
  (id: number): Promise<ApiResult<Page<TimelineEntry>>> =>
    callApi(`/v1/offerings/${id}/timeline`, { query: { states: true, limit: 100 } }),
)

export const listDocuments = cache(
  (id: number): Promise<ApiResult<OfferingDocuments>> => callApi(`/v1/offerings/${id}/documents`),
)

export const getOrderBook = cache(
  (id: number): Promise<ApiResult<OrderBook>> => callApi(`/v1/offerings/${id}/orderbook`),
)

export const listTrades = cache(
  (id: number, cursor?: string, limit = 10): Promise<ApiResult<Page<Trade>>> =>
    callApi(`/v1/offerings/${id}/trades`, { query: { cursor, limit, order: 'desc' } }),
)

export const getEligibility = cache(
  (id: number, address: string): Promise<ApiResult<Eligibility>> =>
    callApi(`/v1/offerings/${id}/eligibility`, { query: { address } }),
)

export const getSchedule = cache((id: number): Promise<ApiResult<Schedule>> => callApi(`/v1/offerings/${id}/schedule`))

export const getWaterfall = cache(
  (id: number, cursor?: string, limit = 10): Promise<ApiResult<Waterfall>> =>
    callApi(`/v1/offerings/${id}/waterfall`, { query: { cursor, limit, order: 'desc' } }),
)

/** All coupons: a bond has at most a few hundred. */
export const listCoupons = cache(
  (id: number): Promise<ApiResult<Page<Coupon>>> => callApi(`/v1/offerings/${id}/coupons`, { query: { limit: 500 } }),
)

export const getCouponProof = cache(
  (id: number, number: number, holder: string): Promise<ApiResult<CouponProof>> =>
    callApi(`/v1/offerings/${id}/coupons/${number}/proof/${encodeURIComponent(holder)}`),
)

export const getSystem = cache((id: number): Promise<ApiResult<SolarSystem>> => callApi(`/v1/systems/${id}`))

export const getLive = cache((id: number): Promise<ApiResult<Live>> => callApi(`/v1/systems/${id}/live`))

export const getDecision = cache((id: number): Promise<ApiResult<Decision>> => callApi(`/v1/systems/${id}/decision`))

/** @param from @param to UTC, whole seconds: YYYY-MM-DDTHH:MM:SSZ */
export const getEnergy = cache(
  (id: number, from: string, to: string, step: string): Promise<ApiResult<EnergySeries>> =>
    callApi(`/v1/systems/${id}/energy`, { query: { from, to, step } }),
)

export const listBills = cache(
  (
    id: number,
    party?: number,
    cursor?: string,
    limit = 24,
    order: Order = 'desc',
  ): Promise<ApiResult<SystemPage<Bill>>> =>
    callApi(`/v1/systems/${id}/bills`, { query: { party, cursor, limit, order } }),
)

export const listStatements = cache(
  (id: number, cursor?: string, limit = 24, order: Order = 'desc'): Promise<ApiResult<SystemPage<Statement>>> =>
    callApi(`/v1/systems/${id}/statements`, { query: { cursor, limit, order } }),
)

/** Why a bill is what it is. The number is one of its system's energy contract. */
export const traceBill = cache(
  (systemId: number, number: string): Promise<ApiResult<BillTrace>> =>
    callApi(`/v1/bills/${encodeURIComponent(number)}/trace`, { query: { system: systemId } }),
)

export const listCertificates = cache(
  (): Promise<ApiResult<Page<CertificateAccount>>> => callApi('/v1/certificates', { query: { limit: 100 } }),
)

export const getCertificates = cache(
  (systemId: number): Promise<ApiResult<CertificateAccount>> => callApi(`/v1/certificates/${systemId}`),
)

/** The first donors of a system, or one of them; HELIOBOND_NO_DONORS where nobody gave. */
export const listDonors = cache(
  (systemId: number, holder?: string, limit = 100): Promise<ApiResult<Donors>> =>
    callApi(`/v1/certificates/${systemId}/donors`, { query: { holder, limit } }),
)

export const listMints = cache(
  (systemId: number, cursor?: string, limit = 24): Promise<ApiResult<Page<CertificateMint>>> =>
    callApi(`/v1/certificates/${systemId}/mints`, { query: { cursor, limit, order: 'desc' } }),
)

export const listRetirements = cache(
  (system?: number, cursor?: string, limit = 24): Promise<ApiResult<Page<Retirement>>> =>
    callApi('/v1/certificates/retirements', { query: { system, cursor, limit, order: 'desc' } }),
)

/** What a party has open, and how anybody can pay it. */
export const getPayFacts = cache(
  (systemId: number, party: number): Promise<ApiResult<PayFacts>> => callApi(`/v1/pay/${systemId}/${party}`),
)
