import type { Api } from '@stellar/stellar-sdk/rpc'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { scAddress, xdrText } from './address.ts'
import type { Chain } from './chain.ts'

/** What a contract said. */
export interface ContractEventXdr {
  readonly contractId: string
  /** XDR `ScVal`s, base64. */
  readonly topicsXdr: readonly string[]
  readonly valueXdr: string
}

/** A contract's event as the network's history has it. */
export interface ChainEvent extends ContractEventXdr {
  /** Unique and ordered as the events happened. */
  readonly id: string
  readonly ledger: number
  /** When that ledger closed, in Unix seconds. */
  readonly closedAt: bigint
  readonly txHash: string
  /** Place of the transaction in its ledger, from 1. */
  readonly applicationOrder: number
  readonly operationIndex: number
  /** Place of the event among those of its operation, from 0. */
  readonly eventIndex: number
}

/** Which events, from where. */
export interface EventQuery {
  /** At most 25; none means those of every contract. */
  readonly contractIds: readonly string[]
  /** Of one token contract: only what was transferred or minted to one of these accounts, at most {@link ACCOUNTS_PER_QUERY}. */
  readonly receivers?: readonly string[]
  /** Of whatever token: only what left one of these accounts, and the allowances that they gave, at most {@link SENDERS_PER_QUERY}. Names no contract. */
  readonly senders?: readonly string[]
  /** A ledger to begin with, or the cursor of the page before. */
  readonly from: { readonly ledger: number } | { readonly cursor: string }
  /** Events a page; 1,000 when absent. */
  readonly limit?: number
}

/** One page of events. */
export interface EventPage {
  readonly events: readonly ChainEvent[]
  /** Where the next page begins. */
  readonly cursor: string
  /** Every event up to and in this ledger is in this page or an earlier one. */
  readonly coveredLedger: number
  readonly latestLedger: number
}

const DEFAULT_LIMIT = 1_000
const CONTRACTS_PER_FILTER = 5
const FILTERS_PER_REQUEST = 5
const TOPICS_PER_FILTER = 5
/** Receivers that one query can ask about: each takes two lists of topics. */
export const ACCOUNTS_PER_QUERY = 12
/** Senders that one query can ask about: each takes three lists of topics. */
export const SENDERS_PER_QUERY = 8

/**
 * Reads one page of contract events. Failed transactions have none.
 *
 * @throws {RpcRefusedError} when the RPC has forgotten the place asked for.
 */
export async function readEvents(chain: Chain, query: EventQuery): Promise<EventPage> {
  const limit = query.limit ?? DEFAULT_LIMIT
  const place =
    'cursor' in query.from
      ? { pagination: { cursor: query.from.cursor, limit } }
      : { startLedger: query.from.ledger, pagination: { limit } }
  const answer = await chain.rpc.ask<Api.RawGetEventsResponse>('getEvents', {
    filters: filtersOf(query),
    ...place,
  })
  const cursorLedger = ledgerOfCursor(answer.cursor)
  return {
    events: answer.events.filter((event) => event.inSuccessfulContractCall !== false).map(eventOf),
    cursor: answer.cursor,
    // A full page may have ended in the middle of its last ledger.
    coveredLedger: Math.min(answer.events.length < limit ? cursorLedger : cursorLedger - 1, answer.latestLedger),
    latestLedger: answer.latestLedger,
  }
}

/**
 * Reads page after page, until every event up to the ledger `through` has been given, or, without it, up to the latest
 * ledger there is.
 */
export async function* eventPages(
  chain: Chain,
  query: EventQuery & { readonly through?: number },
): AsyncGenerator<EventPage, void, undefined> {
  let from = query.from
  for (;;) {
    const page = await readEvents(chain, { ...query, from })
    yield page
    const end = Math.min(query.through ?? page.latestLedger, page.latestLedger)
    if (page.coveredLedger >= end) return
    from = { cursor: page.cursor }
  }
}

function filtersOf({ contractIds, receivers, senders }: EventQuery): readonly Api.EventFilter[] {
  if (senders) return senderFilters(contractIds, senders)
  if (receivers) return receiverFilters(contractIds, receivers)
  const filters: Api.EventFilter[] = []
  for (let i = 0; i < contractIds.length; i += CONTRACTS_PER_FILTER) {
    filters.push({ type: 'contract', contractIds: contractIds.slice(i, i + CONTRACTS_PER_FILTER) })
  }
  if (filters.length > FILTERS_PER_REQUEST) throw new RangeError(`${contractIds.length} contracts; one query takes 25`)
  return filters.length > 0 ? filters : [{ type: 'contract' }]
}

/** Token events have the receiver in the third topic (`transfer`) or the second (`mint`); the last one is the asset's name. */
function receiverFilters(contractIds: readonly string[], receivers: readonly string[]): readonly Api.EventFilter[] {
  if (contractIds.length !== 1 || receivers.length === 0 || receivers.length > ACCOUNTS_PER_QUERY) {
    throw new RangeError(`${receivers.length} receivers of ${contractIds.length} contracts`)
  }
  const symbol = (name: string) => xdrText(xdr.ScVal.scvSymbol(name))
  const topics = receivers.flatMap((receiver) => {
    const address = xdrText(xdr.ScVal.scvAddress(scAddress(receiver)))
    return [
      [symbol('transfer'), '*', address, '*'],
      [symbol('mint'), address, '*'],
    ]
  })
  const filters: Api.EventFilter[] = []
  for (let i = 0; i < topics.length; i += TOPICS_PER_FILTER) {
    filters.push({ type: 'contract', contractIds: [...contractIds], topics: topics.slice(i, i + TOPICS_PER_FILTER) })
  }
  return filters
}

/** Token events have the sender in the second topic, whoever moved the money. */
function senderFilters(contractIds: readonly string[], senders: readonly string[]): readonly Api.EventFilter[] {
  if (contractIds.length !== 0 || senders.length === 0 || senders.length > SENDERS_PER_QUERY) {
    throw new RangeError(`${senders.length} senders of ${contractIds.length} contracts`)
  }
  const symbol = (name: string) => xdrText(xdr.ScVal.scvSymbol(name))
  const topics = senders.flatMap((sender) => {
    const address = xdrText(xdr.ScVal.scvAddress(scAddress(sender)))
    return [
      [symbol('transfer'), address, '*', '*'],
      [symbol('approve'), address, '*', '*'],
      [symbol('burn'), address, '*'],
    ]
  })
  const filters: Api.EventFilter[] = []
  for (let i = 0; i < topics.length; i += TOPICS_PER_FILTER)
    filters.push({ type: 'contract', topics: topics.slice(i, i + TOPICS_PER_FILTER) })
  return filters
}

/** A cursor begins with a 64-bit number whose upper half is the ledger. */
export const ledgerOfCursor = (cursor: string): number => Number(BigInt(cursor.split('-', 1)[0] ?? '') >> 32n)

/** An event's id is its place: 20 bits of transaction and 12 of operation below the ledger, then its number in the operation. */
function placeOf(id: string): { applicationOrder: number; eventIndex: number } {
  const [order = '', event = ''] = id.split('-')
  return { applicationOrder: Number((BigInt(order) >> 12n) & 0xf_ffffn), eventIndex: Number(event) }
}

function eventOf(event: Api.RawEventResponse): ChainEvent {
  return {
    id: event.id,
    ...placeOf(event.id),
    contractId: event.contractId,
    ledger: event.ledger,
    closedAt: secondsOf(event.ledgerClosedAt),
    txHash: event.txHash,
    operationIndex: event.operationIndex,
    topicsXdr: event.topic ?? [],
    valueXdr: event.value,
  }
}

/** Reads the RFC 3339 time of a ledger; ledgers close on whole seconds. */
function secondsOf(text: string): bigint {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw new Error(`not a time: ${text}`)
  return BigInt(Math.floor(ms / 1_000))
}
