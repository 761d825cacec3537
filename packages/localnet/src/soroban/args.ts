import type { xdr } from '@stellar/stellar-sdk/base'
import type { Encoded } from './encode.ts'
import type { LedgerHeaderInfo, LedgerView } from './view.ts'

/** What applying any of the three operations takes. */
export interface ApplyArgs {
  readonly view: LedgerView
  readonly header: LedgerHeaderInfo
  readonly sorobanData: Encoded<xdr.SorobanTransactionData>
  readonly envelopeSizeBytes: number
  /** Stroops that rent and events may cost: the declared resource fee less its non-refundable part. */
  readonly refundableFeeBudget: bigint
}

export interface InvokeArgs extends ApplyArgs {
  readonly op: Encoded<xdr.InvokeHostFunctionOp>
  /** The operation's source: a G... or M... address. */
  readonly source: string
  /** 32 bytes, of which the contracts' random numbers are made. */
  readonly prngSeed: Uint8Array
}

export interface CheckArgs {
  readonly view: LedgerView
  readonly operation: Encoded<xdr.OperationBody>
  readonly sorobanData: Encoded<xdr.SorobanTransactionData>
  readonly envelopeSizeBytes: number
}

export interface FeeArgs {
  readonly view: LedgerView
  /** Bare resources, or the whole SorobanTransactionData where it restores archived entries. */
  readonly resources: xdr.SorobanResources | Encoded<xdr.SorobanTransactionData>
  readonly envelopeSizeBytes: number
  /** Events and return value; 0, as stellar-core reckons before applying, unless given. */
  readonly eventsSizeBytes?: number
  /** A RestoreFootprint operation reads every entry from disk. */
  readonly isRestore?: boolean
}

export interface SimulateArgs {
  readonly view: LedgerView
  /** The ledger after the latest closed one, as the RPC simulates. */
  readonly header: LedgerHeaderInfo
  readonly op: xdr.OperationBody
  readonly source: string
  /** Its footprint says what to extend or restore; not needed for an invocation. */
  readonly sorobanData?: xdr.SorobanTransactionData
  readonly authMode?: string
  /** Whether recorded authorizations use address credentials of the second kind; they do unless told otherwise. */
  readonly useUpgradedAuth?: boolean
  readonly instructionLeeway?: number
  readonly prngSeed?: Uint8Array
  /** Accepted and not needed: the fee is reckoned on the largest envelope that the operation can be sent in. */
  readonly envelopeSizeBytes?: number
}
