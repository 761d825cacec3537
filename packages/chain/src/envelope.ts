import * as xdr from '@stellar/stellar-sdk/xdr'
import { addressOfMuxed, muxedAccount, xdrText } from './address.ts'
import { hexOf, sha256 } from './bytes.ts'
import { type ChainOperation, CONTRACT_OPERATIONS, operationXdr } from './operation.ts'

/** A short note on a transaction. */
export type TransactionMemo = { readonly id: bigint } | { readonly text: string } | { readonly hash: Uint8Array }

/** What a transaction is to be. Times are the network's, in Unix seconds. */
export interface EnvelopePlan {
  /** The account whose sequence number the transaction uses up and, without a fee bump, whose lumens pay for it. */
  readonly source: string
  /** The sequence number it uses up: the account's own plus one. */
  readonly sequence: bigint
  readonly operations: readonly ChainOperation[]
  /** The network's time now (`chain.now()`). */
  readonly now: bigint
  /** The first close time at which a ledger may take it; no such bound when absent. */
  readonly notBefore?: bigint
  /** How long it may still be taken; 300 seconds when absent. */
  readonly lifetimeSeconds?: number
  /** The first ledger that may no longer take it; no bound when absent. */
  readonly expiresLedger?: number
  /** The bid for one operation, in stroops; 100 when absent. */
  readonly baseFeeStroops?: bigint
  readonly memo?: TransactionMemo
}

/** A transaction as it is stored before it is sent, and what must be known to tell later what became of it. */
export interface Envelope {
  /** XDR `TransactionEnvelope`, base64. */
  readonly envelopeXdr: string
  /** The transaction's hash, hex. Signatures do not change it. */
  readonly hash: string
  /** The hash of the transaction within a fee bump. */
  readonly innerHash?: string
  /** The last close time at which a ledger may take it. */
  readonly expiresAt: bigint
  /** The first ledger that may no longer take it. */
  readonly expiresLedger?: number
  /** The network's time when it was built: no ledger that closed before has it. */
  readonly builtAt: bigint
}

export const DEFAULT_LIFETIME_SECONDS = 300
export const DEFAULT_BASE_FEE_STROOPS = 100n
const MAX_OPERATIONS = 100
const MAX_U32 = 0xffff_ffff

/**
 * Builds a transaction, unsigned. Every transaction has an end: `now + lifetimeSeconds`.
 *
 * @throws {RangeError} if it has no operation, more than 100, or a fee beyond u32 (caller bugs).
 */
export function buildEnvelope(plan: EnvelopePlan, passphrase: string): Envelope {
  const count = plan.operations.length
  if (count === 0 || count > MAX_OPERATIONS) throw new RangeError(`a transaction has 1 to 100 operations, not ${count}`)
  const expiresAt = plan.now + BigInt(plan.lifetimeSeconds ?? DEFAULT_LIFETIME_SECONDS)
  const [first] = plan.operations
  const tx = new xdr.Transaction({
    sourceAccount: muxedAccount(plan.source),
    fee: feeOf((plan.baseFeeStroops ?? DEFAULT_BASE_FEE_STROOPS) * BigInt(count)),
    seqNum: plan.sequence,
    cond: preconditions(plan.notBefore ?? 0n, expiresAt, plan.expiresLedger),
    memo: memoXdr(plan.memo),
    operations: plan.operations.map(operationXdr),
    ext: first?.sorobanDataXdr
      ? xdr.TransactionExt.sorobanData(xdr.SorobanTransactionData.fromXdr(first.sorobanDataXdr, 'base64'))
      : xdr.TransactionExt.v0(),
  })
  return envelopeOf(tx, [], passphrase, { builtAt: plan.now })
}

function preconditions(notBefore: bigint, expiresAt: bigint, expiresLedger: number | undefined): xdr.Preconditions {
  const timeBounds = new xdr.TimeBounds({ minTime: notBefore, maxTime: expiresAt })
  if (expiresLedger === undefined) return xdr.Preconditions.precondTime(timeBounds)
  return xdr.Preconditions.precondV2(
    new xdr.PreconditionsV2({
      timeBounds,
      ledgerBounds: new xdr.LedgerBounds({ minLedger: 0, maxLedger: expiresLedger }),
      minSeqNum: null,
      minSeqAge: 0n,
      minSeqLedgerGap: 0,
      extraSigners: [],
    }),
  )
}

function memoXdr(memo: TransactionMemo | undefined): xdr.Memo {
  if (!memo) return xdr.Memo.memoNone()
  if ('id' in memo) return xdr.Memo.memoId(memo.id)
  if ('text' in memo) return xdr.Memo.memoText(memo.text)
  return xdr.Memo.memoHash(memo.hash)
}

/** A fee as XDR holds it. @throws {RangeError} beyond u32. */
export function feeOf(feeStroops: bigint): number {
  if (feeStroops < 0n || feeStroops > BigInt(MAX_U32)) throw new RangeError(`not a fee: ${feeStroops} stroops`)
  return Number(feeStroops)
}

/** The transaction and its signatures. @throws if it is a fee bump, or damaged. */
export function readTransaction(envelopeXdr: string): xdr.TransactionV1Envelope {
  const envelope = xdr.TransactionEnvelope.fromXdr(envelopeXdr, 'base64')
  if (envelope.type !== 'envelopeTypeTx') throw new RangeError(`not a plain transaction: ${envelope.type}`)
  return envelope.v1
}

/** Puts a transaction into its envelope and works out what is to be stored with it. */
export function envelopeOf(
  tx: xdr.Transaction,
  signatures: readonly xdr.DecoratedSignature[],
  passphrase: string,
  origin: { readonly builtAt: bigint },
): Envelope {
  const envelope = xdr.TransactionEnvelope.envelopeTypeTx(
    new xdr.TransactionV1Envelope({ tx, signatures: [...signatures] }),
  )
  return {
    envelopeXdr: xdrText(envelope),
    hash: transactionHash(tx, passphrase),
    ...expiryOf(tx),
    builtAt: origin.builtAt,
  }
}

/** When a transaction can no longer be taken. @throws {RangeError} if it has no end: then nothing can ever prove it dead. */
export function expiryOf(tx: xdr.Transaction): { expiresAt: bigint; expiresLedger?: number } {
  const timeBounds = tx.cond.type === 'precondTime' ? tx.cond.timeBounds : boundsV2(tx.cond)?.timeBounds
  const maxLedger = boundsV2(tx.cond)?.ledgerBounds?.maxLedger ?? 0
  if (!timeBounds || timeBounds.maxTime === 0n) throw new RangeError('a transaction without an end')
  return { expiresAt: timeBounds.maxTime, ...(maxLedger > 0 && { expiresLedger: maxLedger }) }
}

const boundsV2 = (cond: xdr.Preconditions): xdr.PreconditionsV2 | undefined =>
  cond.type === 'precondV2' ? cond.v2 : undefined

const tag = (type: number): Uint8Array => Uint8Array.of(0, 0, 0, type)
const ENVELOPE_TYPE_TX = tag(2)
const ENVELOPE_TYPE_TX_FEE_BUMP = tag(5)

/** The 32 bytes that are signed: SHA-256 of the network's id, the envelope's type and the transaction. */
export const signedHash = (tx: xdr.Transaction | xdr.FeeBumpTransaction, passphrase: string): Uint8Array =>
  sha256(
    sha256(Buffer.from(passphrase, 'utf8')),
    tx instanceof xdr.FeeBumpTransaction ? ENVELOPE_TYPE_TX_FEE_BUMP : ENVELOPE_TYPE_TX,
    tx.toXdr(),
  )

/** A transaction's hash in hex. */
export const transactionHash = (tx: xdr.Transaction | xdr.FeeBumpTransaction, passphrase: string): string =>
  hexOf(signedHash(tx, passphrase))

/** What an envelope that came from elsewhere says, a wallet's answer for one. */
export interface EnvelopeFacts {
  readonly hash: string
  readonly innerHash?: string
  readonly source: string
  readonly sequence: bigint
  readonly feeStroops: bigint
  readonly operationCount: number
  readonly signatureCount: number
  readonly expiresAt: bigint
  readonly expiresLedger?: number
}

/** The two kinds of envelopes that are sent today. @throws if it is no envelope, or of an old kind */
export function parseEnvelope(envelopeXdr: string) {
  const envelope = xdr.TransactionEnvelope.fromXdr(envelopeXdr, 'base64')
  if (envelope.type === 'envelopeTypeTxV0') throw new RangeError('an envelope of an old kind')
  return envelope
}

/** Reads an envelope. @throws if it is no envelope, of an old kind, or has no end. */
export function describeEnvelope(envelopeXdr: string, passphrase: string): EnvelopeFacts {
  const envelope = parseEnvelope(envelopeXdr)
  const inner = envelope.type === 'envelopeTypeTx' ? envelope.v1 : envelope.feeBump.tx.innerTx.v1
  const { tx } = inner
  const innerHash = transactionHash(tx, passphrase)
  const bump = envelope.type === 'envelopeTypeTxFeeBump' ? envelope.feeBump : undefined
  return {
    hash: bump ? transactionHash(bump.tx, passphrase) : innerHash,
    ...(bump && { innerHash }),
    source: addressOfMuxed(tx.sourceAccount),
    sequence: tx.seqNum,
    feeStroops: bump ? bump.tx.fee : BigInt(tx.fee),
    operationCount: tx.operations.length,
    signatureCount: (bump ?? inner).signatures.length,
    ...expiryOf(tx),
  }
}

/** The hash by which a ledger knows an envelope: a fee bump's own. @throws if it is no envelope, or of an old kind */
export function envelopeHash(envelopeXdr: string, passphrase: string): string {
  return transactionHash(parseEnvelope(envelopeXdr).value.tx, passphrase)
}

/** Whether an envelope, a fee bump's inner transaction too, is a contract call or the like. @throws if it is no envelope */
export function isContractEnvelope(envelopeXdr: string): boolean {
  const envelope = xdr.TransactionEnvelope.fromXdr(envelopeXdr, 'base64')
  if (envelope.type === 'envelopeTypeTxV0') return false
  const { tx } = envelope.type === 'envelopeTypeTx' ? envelope.v1 : envelope.feeBump.tx.innerTx.v1
  return tx.operations.some(({ body }) => CONTRACT_OPERATIONS.has(body.type))
}
