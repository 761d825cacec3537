import { xdr } from '@stellar/stellar-sdk/base'
import { fromBase64 } from '../server/encoding.ts'
import { frameOf } from '../tx/frame.ts'

/** The envelope in base64 XDR; undefined when it is none. Decoding throws on foreign input, which is no bug of ours. */
export function decodeEnvelope(text: string): xdr.TransactionEnvelope | undefined {
  try {
    return xdr.TransactionEnvelope.fromXdr(fromBase64(text))
  } catch {
    return undefined
  }
}

/** Hex hash of the transaction as sent; for a fee bump that of the outer one. Also of what is malformed, which the SDK takes for none. */
export function hashOf(envelope: xdr.TransactionEnvelope, networkId: Uint8Array): string {
  return frameOf(envelope, networkId).hashHex
}

export function operationsOf(envelope: xdr.TransactionEnvelope): readonly xdr.Operation[] {
  switch (envelope.type) {
    case 'envelopeTypeTxV0':
      return envelope.v0.tx.operations
    case 'envelopeTypeTx':
      return envelope.v1.tx.operations
    case 'envelopeTypeTxFeeBump':
      return envelope.feeBump.tx.innerTx.v1.tx.operations
  }
}

/** The kind of memo that a transaction carries. */
export function memoOf(envelope: xdr.TransactionEnvelope): xdr.Memo['type'] {
  switch (envelope.type) {
    case 'envelopeTypeTxV0':
      return envelope.v0.tx.memo.type
    case 'envelopeTypeTx':
      return envelope.v1.tx.memo.type
    case 'envelopeTypeTxFeeBump':
      return envelope.feeBump.tx.innerTx.v1.tx.memo.type
  }
}

/** What a Soroban transaction says of its resources; undefined for a classic one. */
export function sorobanDataOf(envelope: xdr.TransactionEnvelope): xdr.SorobanTransactionData | undefined {
  if (envelope.type === 'envelopeTypeTxV0') return undefined
  const { ext } = envelope.type === 'envelopeTypeTx' ? envelope.v1.tx : envelope.feeBump.tx.innerTx.v1.tx
  return ext.type === 'sorobanData' ? ext.sorobanData : undefined
}

/** The most the sender offered for inclusion and resources together, in stroops. */
export function maxFeeOf(envelope: xdr.TransactionEnvelope): bigint {
  switch (envelope.type) {
    case 'envelopeTypeTxV0':
      return BigInt(envelope.v0.tx.fee)
    case 'envelopeTypeTx':
      return BigInt(envelope.v1.tx.fee)
    case 'envelopeTypeTxFeeBump':
      return envelope.feeBump.tx.fee
  }
}
