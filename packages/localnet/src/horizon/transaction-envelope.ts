import { xdr } from '@stellar/stellar-sdk/base'
import { signerAddress } from '../ledger/keys.ts'
import type { DecoratedSignatureWire, MuxedAccountWire, TransactionWire, Wire } from '../ledger/wire.ts'
import { toBase64 } from '../server/encoding.ts'
import { writtenAddress } from './ingest/effect-list.ts'

/** What is told of one envelope: the one that was sent, or the one inside it. */
interface Layer {
  readonly maxFeeStroops: bigint
  /** Base64. */
  readonly signatures: readonly string[]
}

/** An envelope as far as Horizon tells of it. */
export interface EnvelopeFacts {
  /** G or M address of the account whose sequence number it uses. */
  readonly source: string
  readonly feeSource: string
  readonly sequence: bigint
  readonly operationCount: number
  readonly memo: TransactionWire['memo']
  readonly conditions: TransactionWire['cond']
  readonly outer: Layer
  /** Of a fee bump; null for any other transaction. */
  readonly inner: Layer | null
}

const signaturesOf = (signatures: readonly DecoratedSignatureWire[]): string[] =>
  signatures.map(({ signature }) => toBase64(signature))

interface Body {
  readonly source: MuxedAccountWire
  readonly fee: number
  readonly seqNum: bigint
  readonly memo: TransactionWire['memo']
  readonly cond: TransactionWire['cond']
  readonly operations: readonly unknown[]
}

function facts(body: Body, outer: Layer, inner: Layer | null, feeSource: MuxedAccountWire): EnvelopeFacts {
  return {
    source: writtenAddress(body.source),
    feeSource: writtenAddress(feeSource),
    sequence: body.seqNum,
    operationCount: body.operations.length,
    memo: body.memo,
    conditions: body.cond,
    outer,
    inner,
  }
}

/** Reads the XDR bytes of an envelope, of any of its three forms. */
export function readEnvelopeFacts(envelopeXdr: Uint8Array): EnvelopeFacts {
  const envelope = xdr.TransactionEnvelope.schema.decode(envelopeXdr)
  switch (envelope.type) {
    case 0: {
      const { tx, signatures } = envelope.v0
      const source: MuxedAccountWire = { type: 0, ed25519: tx.sourceAccountEd25519 }
      const cond: Body['cond'] = tx.timeBounds === null ? { type: 0 } : { type: 1, timeBounds: tx.timeBounds }
      const layer = { maxFeeStroops: BigInt(tx.fee), signatures: signaturesOf(signatures) }
      return facts({ ...tx, source, cond }, layer, null, source)
    }
    case 2: {
      const { tx, signatures } = envelope.v1
      const layer = { maxFeeStroops: BigInt(tx.fee), signatures: signaturesOf(signatures) }
      return facts({ ...tx, source: tx.sourceAccount }, layer, null, tx.sourceAccount)
    }
    case 5: {
      const { feeSource, fee, innerTx } = envelope.feeBump.tx
      const { tx, signatures } = innerTx.v1
      const outer = { maxFeeStroops: fee, signatures: signaturesOf(envelope.feeBump.signatures) }
      const inner = { maxFeeStroops: BigInt(tx.fee), signatures: signaturesOf(signatures) }
      return facts({ ...tx, source: tx.sourceAccount }, outer, inner, feeSource)
    }
  }
}

export function memoFields(memo: TransactionWire['memo']): Record<string, string> {
  switch (memo.type) {
    case 0:
      return { memo_type: 'none' }
    case 1:
      return { memo_type: 'text', memo: memo.text.toString(), memo_bytes: toBase64(memo.text.bytes) }
    case 2:
      return { memo_type: 'id', memo: memo.id.toString() }
    case 3:
      return { memo_type: 'hash', memo: toBase64(memo.hash) }
    case 4:
      return { memo_type: 'return', memo: toBase64(memo.retHash) }
  }
}

function timeFields(bounds: Wire<xdr.TimeBounds> | null): Record<string, unknown> {
  if (bounds === null) return {}
  const { minTime, maxTime } = bounds
  return {
    timebounds: { min_time: minTime.toString(), ...(maxTime !== 0n && { max_time: maxTime.toString() }) },
  }
}

/** `preconditions`, if there are any (resourceadapter/transaction.go). */
export function preconditionFields(conditions: TransactionWire['cond']): Record<string, unknown> {
  if (conditions.type === 0) return {}
  if (conditions.type === 1) return { preconditions: timeFields(conditions.timeBounds) }
  const { timeBounds, ledgerBounds, minSeqNum, minSeqAge, minSeqLedgerGap, extraSigners } = conditions.v2
  const fields = {
    ...timeFields(timeBounds),
    ...(ledgerBounds !== null && {
      ledgerbounds: {
        min_ledger: ledgerBounds.minLedger,
        ...(ledgerBounds.maxLedger !== 0 && { max_ledger: ledgerBounds.maxLedger }),
      },
    }),
    ...(minSeqNum !== null && { min_account_sequence: minSeqNum.toString() }),
    ...(minSeqAge !== 0n && { min_account_sequence_age: minSeqAge.toString() }),
    ...(minSeqLedgerGap !== 0 && { min_account_sequence_ledger_gap: minSeqLedgerGap }),
    ...(extraSigners.length > 0 && { extra_signers: extraSigners.map(signerAddress) }),
  }
  return Object.keys(fields).length > 0 ? { preconditions: fields } : {}
}
