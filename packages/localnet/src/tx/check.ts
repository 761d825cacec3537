import type { LedgerTxn } from '../ledger/txn.ts'
import type { TransactionResultWire } from '../ledger/wire.ts'
import type { Soroban } from '../soroban/index.ts'
import { type Frame, feeOf } from './frame.ts'
import { refusalWire, resultWire } from './result.ts'
import { checkDeclared, checkFeeBump, checkInner, TX } from './validity.ts'

const INVOKE_HOST_FUNCTION = 24

/**
 * Whether a node keeps a call from its queue because somebody besides its source account authorizes it while it carries a memo
 * or a muxed source, which that somebody does not sign (stellar-core, `validateSorobanMemo`). Fee bumps are not looked into.
 */
export function hidesMemo({ feeBump, inner }: Frame): boolean {
  const [operation] = inner.operations
  if (feeBump !== null || operation?.body.type !== INVOKE_HOST_FUNCTION) return false
  const { auth } = operation.body.invokeHostFunctionOp
  if (auth.every(({ credentials }) => credentials.type === 0)) return false
  const { memo, sourceAccount } = inner.tx
  return memo.type !== 0 || sourceAccount.type !== 0 || operation.sourceMuxed.type !== 0
}

/** The refusal of a contract transaction's declared resources by themselves; null if they are in order, or if it is classic. */
export function declaredRefusal(frame: Frame, txn: LedgerTxn, soroban: Soroban): TransactionResultWire | null {
  if (!frame.inner.isSoroban) return null
  const code = checkDeclared({ txn, soroban, applying: false, chargesFee: frame.feeBump === null }, frame.inner)
  return code === null ? null : resultWire(frame, { code, operations: [] }, 0n)
}

/**
 * Why a transaction would not be taken up in the ledger that `txn` stands for; null if it would.
 *
 * The fee in the result is what the network would charge at least, as nodes report it.
 */
export function refusalOf(frame: Frame, txn: LedgerTxn, soroban: Soroban): TransactionResultWire | null {
  const fee = feeOf(frame, txn.context.baseFeeStroops, false)
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
