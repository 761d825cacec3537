import * as xdr from '@stellar/stellar-sdk/xdr'
import { muxedAccount, xdrText } from './address.ts'

/**
 * One operation of a transaction, ready to be written down and sent later.
 *
 * Opaque to all but this package, and plain JSON: an outbox stores it as it is.
 */
export interface ChainOperation {
  /** XDR `Operation`, base64. */
  readonly xdr: string
  /** The account it acts for, where that is not the transaction's source. */
  readonly source?: string
  /** For extensions and restorations of ledger entries: XDR `SorobanTransactionData`, base64, that names the entries. */
  readonly sorobanDataXdr?: string
}

/** What every constructor of an operation takes besides its own values. */
export interface OperationSource {
  /** The account the operation acts for; the transaction's source when absent. */
  readonly source?: string
}

/** Wraps an XDR body. */
export function operationOf(body: xdr.OperationBody, source?: string, sorobanDataXdr?: string): ChainOperation {
  const operation = new xdr.Operation({ sourceAccount: source === undefined ? null : muxedAccount(source), body })
  return {
    xdr: xdrText(operation),
    ...(source !== undefined && { source }),
    ...(sorobanDataXdr !== undefined && { sorobanDataXdr }),
  }
}

/** Operations that run on the contracts' engine: alone in their transaction, and with a fee market of their own. */
export const CONTRACT_OPERATIONS: ReadonlySet<string> = new Set([
  'invokeHostFunction',
  'extendFootprintTtl',
  'restoreFootprint',
])

/** Whether an operation competes with contract calls for a place in a ledger, and not with payments. */
export const isContractOperation = (operation: ChainOperation): boolean =>
  CONTRACT_OPERATIONS.has(operationXdr(operation).body.type)

/** Reads an operation back. @throws if its XDR is damaged. */
export const operationXdr = (operation: ChainOperation): xdr.Operation => xdr.Operation.fromXdr(operation.xdr, 'base64')
