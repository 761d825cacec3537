import { xdr } from '@stellar/stellar-sdk/base'
import type { LedgerTxn } from '../ledger/txn.ts'
import { contractView } from '../ledger/view.ts'
import type { OperationResultWire } from '../ledger/wire.ts'
import type { LedgerHeaderInfo, Soroban, SorobanOutcome } from '../soroban/index.ts'
import type { FrameOperation, InnerTransaction } from './frame.ts'

/** What a contract call, an extension or a restoration left behind. */
export interface SorobanEffects {
  readonly result: OperationResultWire
  readonly contractEvents: readonly xdr.ContractEvent[]
  readonly diagnosticEvents: readonly xdr.DiagnosticEvent[]
  readonly returnValue: xdr.ScVal | null
  /** Rent and events, in stroops. */
  readonly refundableFee: bigint
  readonly rentFee: bigint
  readonly internalError: string | null
}

/** The ledger as the host is told of it. */
export function headerInfo(txn: LedgerTxn): LedgerHeaderInfo {
  const { protocolVersion, sequence, closeTime, networkId, baseReserveStroops } = txn.context
  return { protocolVersion, sequence, closeTime, networkId, baseReserve: Number(baseReserveStroops) }
}

export function applySoroban(
  soroban: Soroban,
  txn: LedgerTxn,
  inner: InnerTransaction,
  operation: FrameOperation,
  refundableFeeBudget: bigint,
  prngSeed: Uint8Array,
): SorobanEffects {
  if (inner.sorobanData === null) throw new Error('a Soroban transaction without resources was taken up')
  const args = {
    view: contractView(txn),
    header: headerInfo(txn),
    sorobanData: xdr.SorobanTransactionData.schema.encode(inner.sorobanData),
    envelopeSizeBytes: inner.sizeBytes,
    refundableFeeBudget,
  }
  const outcome = applyBody(soroban, args, operation, prngSeed)
  return {
    result: { code: 0, tr: outcome.resultXdr.toXdrObject() },
    contractEvents: outcome.ok ? outcome.contractEvents : [],
    diagnosticEvents: outcome.diagnosticEvents,
    returnValue: outcome.returnValue ?? null,
    refundableFee: outcome.refundableFeeCharged,
    rentFee: outcome.rentFee,
    internalError: outcome.internalError ?? null,
  }
}

function applyBody(
  soroban: Soroban,
  args: Parameters<Soroban['applyRestore']>[0],
  { body, source }: FrameOperation,
  prngSeed: Uint8Array,
): SorobanOutcome {
  switch (body.type) {
    case 24: {
      const op = xdr.InvokeHostFunctionOp.schema.encode(body.invokeHostFunctionOp)
      return soroban.applyInvoke({ ...args, op, source, prngSeed })
    }
    case 25:
      return soroban.applyExtend({ ...args, extendTo: body.extendFootprintTtlOp.extendTo })
    case 26:
      return soroban.applyRestore(args)
    default:
      throw new Error(`operation ${body.type} is no Soroban operation`)
  }
}
