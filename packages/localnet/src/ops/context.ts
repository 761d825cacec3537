import type { xdr } from '@stellar/stellar-sdk/base'
import type { Sponsorships } from '../ledger/sponsorship.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import type { MuxedAccountWire, OperationBodyWire, OperationResultWire, TransactionWire } from '../ledger/wire.ts'
import type { EventFactory } from '../tx/events.ts'

export type OperationType = OperationBodyWire['type']
export type BodyOf<T extends OperationType> = Extract<OperationBodyWire, { type: T }>

/** The place of an operation in the ledger's history, as `HashIDPreimage` has it. */
export interface OperationId {
  /** Of the transaction, not of the operation. */
  readonly source: string
  readonly sequence: bigint
  /** From 0. */
  readonly index: number
}

/** What one operation of a transaction works with. */
export interface OperationContext {
  /** The operation's own layer: thrown away if the operation fails. */
  readonly txn: LedgerTxn
  /** Address of the account that the operation acts for. */
  readonly source: string
  /** The same as it was given, with its muxed id. */
  readonly sourceMuxed: MuxedAccountWire
  readonly memo: TransactionWire['memo']
  /** What an id of something that this operation makes is derived from. */
  readonly operationId: OperationId
  readonly sponsorships: Sponsorships
  readonly eventFactory: EventFactory
  /** Events of this operation, in order. */
  readonly events: xdr.ContractEvent[]
}

export type Threshold = 'low' | 'medium' | 'high'

/** One kind of operation. */
export interface OperationHandler<T extends OperationType> {
  threshold(body: BodyOf<T>): Threshold
  /** What is wrong with the operation whatever the state of the ledger; null if nothing is. */
  check(body: BodyOf<T>, source: string): OperationResultWire | null
  /** Does it. The result says whether it succeeded; if not, the layer is dropped. */
  apply(context: OperationContext, body: BodyOf<T>): OperationResultWire
}

/** Results that any operation may have instead of its own. */
export const COMMON = {
  badAuth: { code: -1 },
  noAccount: { code: -2 },
  notSupported: { code: -3 },
  tooManySubentries: { code: -4 },
  exceededWorkLimit: { code: -5 },
  tooManySponsoring: { code: -6 },
} as const satisfies Record<string, OperationResultWire>

/** Whether an operation did what it was asked to. */
export function isSuccess(result: OperationResultWire): boolean {
  if (result.code !== 0) return false
  for (const value of Object.values(result.tr)) {
    if (typeof value === 'object') return value.code === 0
  }
  throw new Error('operation result without a code')
}
