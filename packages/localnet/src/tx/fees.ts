import { xdr } from '@stellar/stellar-sdk/base'
import { changesWire } from '../ledger/changes.ts'
import { addLumens } from '../ledger/funds.ts'
import type { LedgerState } from '../ledger/state.ts'
import { type LedgerContext, LedgerTxn } from '../ledger/txn.ts'
import { type Frame, feeOf } from './frame.ts'

/** What charging or refunding a fee did. */
export interface FeeTaken {
  readonly stroops: bigint
  /** XDR of LedgerEntryChanges. */
  readonly changesXdr: Uint8Array
}

interface FeeLedger {
  readonly state: LedgerState
}

const NO_CHANGES = new Uint8Array(4)

function changesXdr(txn: LedgerTxn): Uint8Array {
  const changes = changesWire(txn)
  const count = Buffer.alloc(4)
  count.writeUInt32BE(changes.length)
  return Uint8Array.from(
    Buffer.concat([count, ...changes.map((change) => xdr.LedgerEntryChange.schema.encode(change))]),
  )
}

/** Takes the fee of a transaction, before any transaction of its ledger is applied. */
export function takeFee({ state }: FeeLedger, context: LedgerContext, frame: Frame): FeeTaken {
  const txn = LedgerTxn.over(state, context)
  const account = txn.requireAccount(frame.feeSource)
  let stroops = feeOf(frame, context.baseFeeStroops, true)
  // The reserve does not protect from a fee that was agreed to.
  if (stroops > account.balanceStroops) stroops = account.balanceStroops
  account.balanceStroops -= stroops
  const taken = { stroops, changesXdr: changesXdr(txn) }
  txn.commit()
  state.feePoolStroops += stroops
  return taken
}

/**
 * Refunds what was set aside for rent and events and not used, after all transactions of the ledger. An account that
 * is gone by then, or that cannot hold more, gets nothing: the fee stays charged, as on every network.
 */
export function refundFee({ state }: FeeLedger, context: LedgerContext, frame: Frame, unused: bigint): FeeTaken {
  const nothing = { stroops: 0n, changesXdr: NO_CHANGES }
  if (unused <= 0n) return nothing
  const txn = LedgerTxn.over(state, context)
  const account = txn.loadAccount(frame.feeSource)
  if (account === null || !addLumens(context, account, unused)) return nothing
  const refunded = { stroops: unused, changesXdr: changesXdr(txn) }
  txn.commit()
  state.feePoolStroops -= unused
  return refunded
}
