import { xdr } from '@stellar/stellar-sdk/base'
import type { LedgerTxn } from '../ledger/txn.ts'
import { contractView } from '../ledger/view.ts'
import type { OperationResultWire } from '../ledger/wire.ts'
import {
  type LedgerHeaderInfo,
  type Soroban,
  type SorobanOutcome,
  type TxResources,
  txResources,
} from '../soroban/index.ts'
import type { Frame, FrameOperation, InnerTransaction } from './frame.ts'

const RESTORE_FOOTPRINT = 26

/** What a contract call, an extension or a restoration left behind. */
export interface SorobanEffects {
  readonly result: OperationResultWire
  readonly contractEvents: readonly xdr.ContractEvent[]
  /** XDR: nobody reads them on the way into the meta. */
  readonly diagnosticEventsXdr: readonly Uint8Array[]
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

const declared = new WeakMap<Frame, TxResources>()

/** What a contract transaction declares towards the limits of its ledger. Read once: it is asked for with every other that waits. */
export function resourcesOf(frame: Frame): TxResources {
  const known = declared.get(frame)
  if (known !== undefined) return known
  const { sorobanData, sizeBytes, operations } = frame.inner
  // Only what is malformed declares nothing, and that never comes this far.
  if (sorobanData === null) throw new Error('a contract transaction declares no resources')
  const data = xdr.SorobanTransactionData.fromXdrObject(sorobanData)
  const resources = txResources(data, sizeBytes, operations[0]?.body.type === RESTORE_FOOTPRINT)
  declared.set(frame, resources)
  return resources
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
    diagnosticEventsXdr: outcome.diagnosticEventsXdr,
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
