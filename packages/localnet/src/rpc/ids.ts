/** A place in the ledger's history: transaction and operation within a ledger (SEP-35 total order id). */
export interface Place {
  readonly ledger: number
  /** 1-based; 0 is before all transactions, `MAX_TRANSACTION` after them. */
  readonly transaction: number
  readonly operation: number
}

export const MAX_TRANSACTION = 2 ** 20 - 1
export const MAX_OPERATION = 2 ** 12 - 1
export const MAX_EVENT = 2 ** 32 - 1

/** The total order id (SEP-35): ledger in the high 32 bits, 20 bits of transaction, 12 of operation. */
export function toTotalOrderId(place: Place): bigint {
  return (BigInt(place.ledger) << 32n) | (BigInt(place.transaction) << 12n) | BigInt(place.operation)
}

export function fromTotalOrderId(id: bigint): Place {
  return {
    ledger: Number(id >> 32n),
    transaction: Number((id >> 12n) & BigInt(MAX_TRANSACTION)),
    operation: Number(id & BigInt(MAX_OPERATION)),
  }
}

/** The id of an event, and a cursor of `getEvents`: texts of one length, so that their order is the events' order. */
export function toEventId(place: Place, event: number): string {
  return `${toTotalOrderId(place).toString().padStart(19, '0')}-${event.toString().padStart(10, '0')}`
}

/** Reads an event id in any width; undefined when it is none. */
export function parseEventId(text: string): { readonly place: Place; readonly id: string } | undefined {
  const match = /^(\d{1,19})-(\d{1,10})$/.exec(text)
  if (!match?.[1] || !match[2]) return undefined
  const place = fromTotalOrderId(BigInt(match[1]))
  return { place, id: toEventId(place, Number(match[2])) }
}
