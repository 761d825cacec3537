import { xdr } from '@stellar/stellar-sdk/base'
import type { LedgerTxn } from '../ledger/txn.ts'
import { contractView } from '../ledger/view.ts'
import type { TransactionResultWire } from '../ledger/wire.ts'
import type { Soroban } from '../soroban/index.ts'
import type { Frame } from './frame.ts'
import { TX } from './validity.ts'

/** The diagnostic event, as XDR, about a call that `hidesMemo`. */
export function memoDiagnostics(): Uint8Array[] {
  const message = 'non-source auth Soroban tx uses memo or muxed source account'
  const event = new xdr.DiagnosticEvent({
    inSuccessfulContractCall: false,
    event: new xdr.ContractEvent({
      ext: xdr.ExtensionPoint.v0(),
      contractId: null,
      type: xdr.ContractEventType.diagnostic,
      body: xdr.ContractEventBody.v0(
        new xdr.ContractEventV0({
          topics: [
            xdr.ScVal.scvSymbol('error'),
            xdr.ScVal.scvError(xdr.ScError.sceContext(xdr.ScErrorCode.scecInvalidInput)),
          ],
          data: xdr.ScVal.scvVec([xdr.ScVal.scvString(message)]),
        }),
      ),
    }),
  })
  return [event.toXdr()]
}

/**
 * The diagnostic events, as XDR, with which a node tells who sent a contract call why it refused its resources or its
 * operation. Empty for every other refusal.
 */
export function refusalDiagnostics(
  frame: Frame,
  refusal: TransactionResultWire,
  txn: LedgerTxn,
  soroban: Soroban,
): Uint8Array[] {
  const { inner } = frame
  const [operation] = inner.operations
  const { sorobanData } = inner
  const { code } = refusal.result
  if (!inner.isSoroban || operation === undefined || sorobanData === null) return []
  if (code !== TX.sorobanInvalid && code !== TX.failed) return []
  const event = soroban.checkDiagnostic({
    view: contractView(txn),
    operation: xdr.OperationBody.schema.encode(operation.body),
    sorobanData: xdr.SorobanTransactionData.schema.encode(sorobanData),
    envelopeSizeBytes: inner.sizeBytes,
  })
  return event === null ? [] : [event]
}
