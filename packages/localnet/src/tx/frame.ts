import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import { addressOfMuxed } from '../ledger/keys.ts'
import type {
  DecoratedSignatureWire,
  MuxedAccountWire,
  OperationBodyWire,
  SorobanDataWire,
  TransactionEnvelopeWire,
  TransactionWire,
} from '../ledger/wire.ts'
import { isSorobanOperation } from '../ops/registry.ts'
import { VerificationCache } from './signatures.ts'

export interface FrameOperation {
  readonly body: OperationBodyWire
  readonly source: string
  readonly sourceMuxed: MuxedAccountWire
  /** Whether the operation names a source of its own. */
  readonly hasOwnSource: boolean
}

/** What is signed together: a transaction or the envelope of a fee bump around one. */
export interface Signed {
  readonly hash: Uint8Array
  readonly hashHex: string
  readonly signatures: readonly DecoratedSignatureWire[]
  /** Signatures that were verified once need not be again. */
  readonly verified: VerificationCache
}

export interface InnerTransaction extends Signed {
  readonly tx: TransactionWire
  readonly source: string
  readonly operations: readonly FrameOperation[]
  readonly isSoroban: boolean
  readonly sorobanData: SorobanDataWire | null
  /** Bytes of the envelope of this transaction alone. */
  readonly sizeBytes: number
}

export interface FeeBump extends Signed {
  readonly feeSource: string
  readonly feeStroops: bigint
}

/** A transaction as it was sent, with everything about it that does not depend on the ledger. */
export interface Frame {
  readonly hashHex: string
  readonly envelopeXdr: Uint8Array
  readonly inner: InnerTransaction
  readonly feeBump: FeeBump | null
  readonly feeSource: string
  /** The most that the sender is willing to pay. */
  readonly fullFeeStroops: bigint
  /** Operations as the fee counts them: a fee bump counts as one more. */
  readonly feeOperations: number
}

const sha256 = (...parts: Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function signaturesSize(signatures: readonly DecoratedSignatureWire[]): number {
  return signatures.reduce((size, { signature }) => size + 8 + Math.ceil(signature.length / 4) * 4, 4)
}

const muxedSize = (muxed: MuxedAccountWire): number => (muxed.type === 0 ? 36 : 44)

/**
 * Turns an envelope into a frame. An envelope of the oldest form is read as the newer one, as every node does.
 *
 * The hash signed is over the network's id and the envelope without its signatures, which are its last bytes: the
 * envelope is encoded once.
 */
export function frameOf(envelope: xdr.TransactionEnvelope, networkId: Uint8Array): Frame {
  const wire = asV1(envelope.toXdrObject())
  const envelopeXdr = xdr.TransactionEnvelope.schema.encode(wire)
  if (wire.type === 2) {
    const { tx, signatures } = wire.v1
    const end = envelopeXdr.length - signaturesSize(signatures)
    const hash = sha256(networkId, envelopeXdr.subarray(0, end))
    const inner = innerOf(tx, signatures, hash, envelopeXdr.length)
    return {
      hashHex: inner.hashHex,
      envelopeXdr,
      inner,
      feeBump: null,
      feeSource: inner.source,
      fullFeeStroops: BigInt(tx.fee),
      feeOperations: tx.operations.length,
    }
  }
  const { tx: outer, signatures } = wire.feeBump
  const outerEnd = envelopeXdr.length - signaturesSize(signatures)
  const hash = sha256(networkId, envelopeXdr.subarray(0, outerEnd))
  const { v1 } = outer.innerTx
  const innerStart = 4 + muxedSize(outer.feeSource) + 8
  const innerEnvelopeEnd = outerEnd - 4
  const innerEnd = innerEnvelopeEnd - signaturesSize(v1.signatures)
  const innerHash = sha256(networkId, envelopeXdr.subarray(innerStart, innerEnd))
  const inner = innerOf(v1.tx, v1.signatures, innerHash, innerEnvelopeEnd - innerStart)
  const feeSource = addressOfMuxed(outer.feeSource)
  const hashHex = Buffer.from(hash).toString('hex')
  return {
    hashHex,
    envelopeXdr,
    inner,
    feeBump: { hash, hashHex, signatures, verified: new VerificationCache(), feeSource, feeStroops: outer.fee },
    feeSource,
    fullFeeStroops: outer.fee,
    feeOperations: v1.tx.operations.length + 1,
  }
}

function asV1(wire: TransactionEnvelopeWire): Exclude<TransactionEnvelopeWire, { type: 0 }> {
  if (wire.type !== 0) return wire
  const { tx, signatures } = wire.v0
  const { sourceAccountEd25519, timeBounds, ...rest } = tx
  return {
    type: 2,
    v1: {
      tx: {
        ...rest,
        sourceAccount: { type: 0, ed25519: sourceAccountEd25519 },
        cond: timeBounds === null ? { type: 0 } : { type: 1, timeBounds },
      },
      signatures,
    },
  }
}

function innerOf(
  tx: TransactionWire,
  signatures: readonly DecoratedSignatureWire[],
  hash: Uint8Array,
  sizeBytes: number,
): InnerTransaction {
  const source = addressOfMuxed(tx.sourceAccount)
  const [first] = tx.operations
  return {
    hash,
    hashHex: Buffer.from(hash).toString('hex'),
    signatures,
    verified: new VerificationCache(),
    tx,
    source,
    operations: tx.operations.map(({ body, sourceAccount }) => ({
      body,
      source: sourceAccount === null ? source : addressOfMuxed(sourceAccount),
      sourceMuxed: sourceAccount ?? tx.sourceAccount,
      hasOwnSource: sourceAccount !== null,
    })),
    isSoroban: first !== undefined && isSorobanOperation(first.body),
    sorobanData: tx.ext.v === 1 ? tx.ext.sorobanData : null,
    sizeBytes,
  }
}

/** The part of the fee that buys inclusion, the resources set aside. */
export function inclusionFee(frame: Frame): bigint {
  const { inner } = frame
  return frame.fullFeeStroops - (inner.isSoroban ? (inner.sorobanData?.resourceFee ?? 0n) : 0n)
}

/** The same of the inner transaction alone. */
export function innerInclusionFee(inner: InnerTransaction): bigint {
  return BigInt(inner.tx.fee) - (inner.isSoroban ? (inner.sorobanData?.resourceFee ?? 0n) : 0n)
}

/** The least inclusion fee that the network takes for that many operations. */
export function minimumFee(baseFeeStroops: bigint, operations: number): bigint {
  return baseFeeStroops * BigInt(Math.max(1, operations))
}

/** The fee that is charged: the declared resources, and for inclusion no more than the network's base fee. */
export function feeOf(frame: Frame, baseFeeStroops: bigint, applying: boolean): bigint {
  const flat = frame.inner.isSoroban ? (frame.inner.sorobanData?.resourceFee ?? 0n) : 0n
  const adjusted = minimumFee(baseFeeStroops, frame.feeOperations)
  const offered = inclusionFee(frame)
  return flat + (applying && offered < adjusted ? offered : adjusted)
}
