import { xdr } from '@stellar/stellar-sdk/base'
import { toRfc3339 } from '../server/encoding.ts'
import type { RpcMethod } from './context.ts'
import { decode } from './decode.ts'
import { matches, readFilters } from './event-filter.ts'
import type { IndexedEvent } from './event-index.ts'
import { readFormat, type XdrFormat } from './format.ts'
import { MAX_EVENT, MAX_OPERATION, MAX_TRANSACTION, toEventId } from './ids.ts'
import { INVALID_REQUEST, invalidParams, refuse } from './outcome.ts'
import { getEventsRequest } from './requests.ts'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 10_000
/** Ledgers one call looks through. Ledgers that a turned clock skipped do not count. */
const LEDGER_SCAN_LIMIT = 10_000

/** A base64 value of an event in JSON. */
const asJson = (base64: string): unknown => xdr.ScVal.fromXdr(base64, 'base64').toJson()

function describe(event: IndexedEvent, ledgerClosedAt: string, format: XdrFormat) {
  return {
    type: event.type,
    ledger: event.place.ledger,
    ledgerClosedAt,
    contractId: event.contractId,
    id: event.id,
    operationIndex: event.place.operation,
    transactionIndex: event.place.transaction,
    txHash: event.txHash,
    inSuccessfulContractCall: event.successful,
    ...(format === 'json'
      ? { topicJson: event.topics.map(asJson), valueJson: asJson(event.value) }
      : { topic: event.topics, value: event.value }),
  }
}

/** The greatest id that an event of this ledger could have. */
function lastIdOf(ledger: number): string {
  return toEventId({ ledger, transaction: MAX_TRANSACTION, operation: MAX_OPERATION }, MAX_EVENT)
}

export const getEvents: RpcMethod = (params, { history, events }) => {
  const asked = decode(params, getEventsRequest)
  if ('error' in asked) return asked
  const { startLedger = 0, endLedger = 0, pagination } = asked.value
  const after = pagination?.cursor
  const format = readFormat(asked.value.xdrFormat)
  if ('error' in format) return format
  if (after !== undefined && (startLedger !== 0 || endLedger !== 0)) {
    return invalidParams('ledger ranges and cursor cannot both be set')
  }
  if (after === undefined && startLedger === 0) return invalidParams('startLedger must be positive')
  const asksFor = pagination?.limit ?? 0
  if (asksFor > MAX_LIMIT) return invalidParams(`limit must not exceed ${MAX_LIMIT}`)
  const filters = readFilters(asked.value.filters ?? [])
  if ('error' in filters) return filters

  const latest = history.latest()
  const oldest = history.oldest()
  const start = after?.place.ledger ?? startLedger
  if (start < oldest.sequence || start > latest.sequence) {
    return refuse(
      INVALID_REQUEST,
      `startLedger must be within the ledger range: ${oldest.sequence} - ${latest.sequence}`,
    )
  }

  const limit = asksFor || DEFAULT_LIMIT
  const end = Math.min(endLedger || Number.POSITIVE_INFINITY, latest.sequence + 1)
  const found: unknown[] = []
  let reached = lastIdOf(end - 1)
  let looked = 0
  for (const ledger of history.from(start)) {
    if (ledger.sequence >= end) break
    if (looked++ === LEDGER_SCAN_LIMIT) {
      reached = lastIdOf(ledger.sequence - 1)
      break
    }
    const closedAt = toRfc3339(ledger.closeTime)
    for (const event of events.of(ledger)) {
      if (found.length === limit) break
      if (after && event.id <= after.id) continue
      if (!matches(filters.value, event)) continue
      found.push(describe(event, closedAt, format.value))
      if (found.length === limit) reached = event.id
    }
    if (found.length === limit) break
  }
  return {
    result: {
      events: found,
      cursor: reached,
      latestLedger: latest.sequence,
      oldestLedger: oldest.sequence,
      latestLedgerCloseTime: latest.closeTime.toString(),
      oldestLedgerCloseTime: oldest.closeTime.toString(),
    },
  }
}
