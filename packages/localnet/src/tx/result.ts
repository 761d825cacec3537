import { xdr } from '@stellar/stellar-sdk/base'
import type { OperationResultWire, TransactionResultWire, Wire } from '../ledger/wire.ts'
import type { Frame } from './frame.ts'
import { type InnerCode, TX } from './validity.ts'

/** What a transaction without its fee bump came to. */
export interface InnerOutcome {
  readonly code: InnerCode
  /** Present with the codes of success and of failed operations. */
  readonly operations: readonly OperationResultWire[]
}

type InnerResult = Wire<xdr.InnerTransactionResult>['result']

function innerResult({ code, operations }: InnerOutcome): InnerResult {
  return code === TX.success || code === TX.failed ? { code, results: [...operations] } : { code }
}

/** The result of a transaction, wrapped in that of its fee bump if it has one. */
export function resultWire(frame: Frame, outcome: InnerOutcome, feeChargedStroops: bigint): TransactionResultWire {
  const result = innerResult(outcome)
  if (frame.feeBump === null) return { feeCharged: feeChargedStroops, result, ext: { v: 0 } }
  const pair = {
    transactionHash: frame.inner.hash,
    // Since protocol 25 the inner transaction is charged nothing: the fee bump pays it all.
    result: { feeCharged: 0n, result, ext: { v: 0 as const } },
  }
  const code = outcome.code === TX.success ? TX.feeBumpInnerSuccess : TX.feeBumpInnerFailed
  return { feeCharged: feeChargedStroops, result: { code, innerResultPair: pair }, ext: { v: 0 } }
}

/** The result of an envelope that was refused as a whole. */
export function refusalWire(code: Exclude<InnerCode, 0 | -1>, feeChargedStroops: bigint): TransactionResultWire {
  return { feeCharged: feeChargedStroops, result: { code }, ext: { v: 0 } }
}

export function encodeResult(result: TransactionResultWire): Uint8Array {
  return xdr.TransactionResult.schema.encode(result)
}
