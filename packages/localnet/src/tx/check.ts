import type { LedgerTxn } from '../ledger/txn.ts'
import type { TransactionResultWire } from '../ledger/wire.ts'
import type { Soroban } from '../soroban/index.ts'
import { type Frame, feeOf } from './frame.ts'
import { refusalWire, resultWire } from './result.ts'
import { checkFeeBump, checkInner, feesWellFormed, TX } from './validity.ts'

/** Contract calls carry neither a memo nor a muxed source (CAP-67). Nodes refuse to queue those that do as malformed. */
function namesAnotherPayer({ inner }: Frame): boolean {
  const [operation] = inner.operations
  if (operation === undefined || operation.body.type !== 24) return false
  const { memo, sourceAccount } = inner.tx
  return memo.type !== 0 || sourceAccount.type !== 0 || operation.sourceMuxed.type !== 0
}

/**
 * Why a transaction would not be taken up in the ledger that `txn` stands for; null if it would.
 *
 * The fee in the result is what the network would charge at least, as nodes report it.
 */
export function refusalOf(frame: Frame, txn: LedgerTxn, soroban: Soroban): TransactionResultWire | null {
  if (!feesWellFormed(frame)) return refusalWire(TX.malformed, 0n)
  const fee = feeOf(frame, txn.context.baseFeeStroops, false)
  if (namesAnotherPayer(frame)) return refusalWire(TX.malformed, 0n)
  const context = { txn, soroban, applying: false, chargesFee: frame.feeBump === null }
  const bump = checkFeeBump(context, frame)
  if (bump !== null) {
    if (bump.code !== TX.feeBumpInnerFailed) return refusalWire(bump.code, bump.feeNeeded ?? fee)
    return resultWire(frame, { code: TX.insufficientFee, operations: [] }, fee)
  }
  const verdict = checkInner(context, frame.inner)
  if (verdict.ok) return null
  return resultWire(frame, { code: verdict.code, operations: verdict.operations ?? [] }, fee)
}
