import { StrKey, type xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction, ClosedLedger, LocalnetCore } from '../core/types.ts'
import { MAX_OPERATION, MAX_TRANSACTION, type Place, toEventId } from './ids.ts'

/** An event as `getEvents` filters and tells it. */
export interface IndexedEvent {
  readonly id: string
  readonly place: Place
  readonly type: 'contract' | 'system'
  /** Strkey (`C...`), or empty when no contract emitted it. */
  readonly contractId: string
  /** Base64 XDR of each topic and of the value. */
  readonly topics: readonly string[]
  readonly value: string
  readonly txHash: string
  readonly successful: boolean
}

/** The events of one ledger in the order of their ids; worked out when first asked for, then kept. */
export interface EventIndex {
  readonly of: (ledger: ClosedLedger) => readonly IndexedEvent[]
}

interface Source {
  readonly transaction: AppliedTransaction
  readonly place: Place
  readonly event: number
}

function indexEvent(body: xdr.ContractEvent, source: Source): IndexedEvent | undefined {
  const type = body.type.name
  if (type === 'diagnostic') return undefined
  const { topics, data } = body.body.v0
  return {
    id: toEventId(source.place, source.event),
    place: source.place,
    type,
    contractId: body.contractId ? StrKey.encodeContract(body.contractId.value) : '',
    topics: topics.map((topic) => topic.toXdr('base64')),
    value: data.toXdr('base64'),
    txHash: source.transaction.hash,
    successful: source.transaction.successful,
  }
}

/**
 * Where the network puts events: fees before all transactions at transaction 0, those of an operation at their
 * operation, those after a transaction at its last possible operation, those after all at the last transaction.
 */
function eventsOf(transactions: readonly AppliedTransaction[]): IndexedEvent[] {
  const found: IndexedEvent[] = []
  const add = (body: xdr.ContractEvent, source: Source): void => {
    const event = indexEvent(body, source)
    if (event) found.push(event)
  }
  let beforeAll = 0
  let afterAll = 0
  for (const transaction of transactions) {
    const { ledger, applicationOrder } = transaction
    let afterThis = 0
    for (const { stage, event } of transaction.transactionEvents) {
      switch (stage.name) {
        case 'transactionEventStageBeforeAllTxs':
          add(event, {
            transaction,
            place: { ledger, transaction: 0, operation: 0 },
            event: beforeAll++,
          })
          break
        case 'transactionEventStageAfterTx':
          add(event, {
            transaction,
            place: {
              ledger,
              transaction: applicationOrder,
              operation: MAX_OPERATION,
            },
            event: afterThis++,
          })
          break
        case 'transactionEventStageAfterAllTxs':
          add(event, {
            transaction,
            place: { ledger, transaction: MAX_TRANSACTION, operation: 0 },
            event: afterAll++,
          })
          break
      }
    }
    for (const [operation, events] of transaction.contractEvents.entries()) {
      const place = { ledger, transaction: applicationOrder, operation }
      for (const [index, event] of events.entries()) add(event, { transaction, place, event: index })
    }
  }
  return found.sort((left, right) => (left.id < right.id ? -1 : 1))
}

const NO_EVENTS: readonly IndexedEvent[] = []

export function createEventIndex(core: LocalnetCore): EventIndex {
  /** By the ledger's hash: a network that was put back may close another ledger of the same number. */
  const byLedger = new Map<string, { readonly sequence: number; readonly events: readonly IndexedEvent[] }>()
  return {
    of(ledger) {
      if (ledger.transactionCount === 0) return NO_EVENTS
      const known = byLedger.get(ledger.hash)
      if (known) return known.events
      const events = eventsOf(core.transactionsOf(ledger.sequence))
      byLedger.set(ledger.hash, { sequence: ledger.sequence, events })
      // A bounded history forgets: the index follows, oldest insertions first.
      for (const [hash, { sequence }] of byLedger) {
        if (sequence >= core.oldestLedger()) break
        byLedger.delete(hash)
      }
      return events
    },
  }
}
