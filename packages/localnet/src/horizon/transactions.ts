import {
  encodeMuxedAccountToAddress,
  FeeBumpTransaction,
  SignerKey,
  type Transaction,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../core/types.ts'
import { toTotalOrderId } from '../rpc/ids.ts'
import { toBase64, toRfc3339 } from '../server/encoding.ts'
import { found, notFound } from './answer.ts'
import { type HorizonContext, type HorizonHandler, link } from './context.ts'
import { accountFields } from './muxed.ts'

function memoFields(memo: xdr.Memo): Record<string, string> {
  switch (memo.type) {
    case 'memoNone':
      return { memo_type: 'none' }
    case 'memoText':
      return {
        memo_type: 'text',
        memo: memo.text.toString(),
        memo_bytes: toBase64(memo.text.bytes),
      }
    case 'memoId':
      return { memo_type: 'id', memo: memo.id.toString() }
    case 'memoHash':
      return { memo_type: 'hash', memo: toBase64(memo.hash.toBytes()) }
    case 'memoReturn':
      return { memo_type: 'return', memo: toBase64(memo.retHash.toBytes()) }
  }
}

function preconditionFields(transaction: Transaction): Record<string, unknown> {
  const { timeBounds, ledgerBounds, extraSigners = [] } = transaction
  const fields = {
    ...(timeBounds && {
      timebounds: {
        min_time: timeBounds.minTime,
        ...(timeBounds.maxTime !== '0' && { max_time: timeBounds.maxTime }),
      },
    }),
    ...(ledgerBounds && {
      ledgerbounds: {
        min_ledger: ledgerBounds.minLedger,
        ...(ledgerBounds.maxLedger !== 0 && {
          max_ledger: ledgerBounds.maxLedger,
        }),
      },
    }),
    ...(transaction.minAccountSequence && {
      min_account_sequence: transaction.minAccountSequence,
    }),
    ...(transaction.minAccountSequenceAge && {
      min_account_sequence_age: String(transaction.minAccountSequenceAge),
    }),
    ...(transaction.minAccountSequenceLedgerGap && {
      min_account_sequence_ledger_gap: transaction.minAccountSequenceLedgerGap,
    }),
    ...(extraSigners.length > 0 && {
      extra_signers: extraSigners.map((key) => SignerKey.encodeSignerKey(key)),
    }),
  }
  return Object.keys(fields).length > 0 ? { preconditions: fields } : {}
}

function signaturesOf(transaction: Transaction | FeeBumpTransaction): string[] {
  return transaction.signatures.map(({ signature }) => toBase64(signature.toBytes()))
}

function feeBumpFields(applied: AppliedTransaction, outer: FeeBumpTransaction): Record<string, unknown> {
  const inner = outer.innerTransaction
  return {
    fee_bump_transaction: {
      hash: applied.hash,
      signatures: signaturesOf(outer),
    },
    inner_transaction: {
      hash: applied.innerHash,
      signatures: signaturesOf(inner),
      max_fee: inner.fee,
    },
  }
}

/** Total order id of the transaction: its paging token. */
export function transactionId(applied: AppliedTransaction): string {
  return toTotalOrderId({
    ledger: applied.ledger,
    transaction: applied.applicationOrder,
    operation: 0,
  }).toString()
}

function linksOf(applied: AppliedTransaction, source: string, baseUrl: string) {
  const self = `${baseUrl}/transactions/${applied.hash}`
  const token = transactionId(applied)
  return {
    self: link(self),
    account: link(`${baseUrl}/accounts/${source}`),
    ledger: link(`${baseUrl}/ledgers/${applied.ledger}`),
    operations: link(`${self}/operations{?cursor,limit,order}`),
    effects: link(`${self}/effects{?cursor,limit,order}`),
    precedes: link(`${baseUrl}/transactions?order=asc&cursor=${token}`),
    succeeds: link(`${baseUrl}/transactions?order=desc&cursor=${token}`),
    transaction: link(self),
  }
}

/** A transaction as Horizon tells it. Changes by fees are not recorded on this network: `fee_meta_xdr` is empty. */
export function describeTransaction(applied: AppliedTransaction, { core, baseUrl }: HorizonContext) {
  const envelope = xdr.TransactionEnvelope.fromXdr(applied.envelopeXdr)
  const outer = TransactionBuilder.fromXdr(envelope, core.passphrase)
  const bumped = outer instanceof FeeBumpTransaction
  const inner = bumped ? outer.innerTransaction : outer
  const feeSource = bumped ? outer.feeSource : inner.source
  return {
    _links: linksOf(applied, inner.source, baseUrl),
    id: applied.hash,
    paging_token: transactionId(applied),
    successful: applied.successful,
    hash: applied.hash,
    ledger: applied.ledger,
    created_at: toRfc3339(applied.closeTime),
    ...accountFields('source_account', inner.source, 'account_muxed'),
    source_account_sequence: inner.sequence,
    ...accountFields('fee_account', feeSource),
    fee_charged: applied.feeChargedStroops.toString(),
    max_fee: outer.fee,
    operation_count: inner.operations.length,
    envelope_xdr: toBase64(applied.envelopeXdr),
    result_xdr: toBase64(applied.resultXdr),
    result_meta_xdr: toBase64(applied.metaXdr),
    fee_meta_xdr: toBase64(new Uint8Array(4)),
    ...memoFields(inner.memo.toXdrObject()),
    signatures: signaturesOf(outer),
    ...preconditionFields(inner),
    ...(bumped && feeBumpFields(applied, outer)),
  }
}

/** The account that an operation acts for, muxed or not. */
export function sourceOf(applied: AppliedTransaction, operation: xdr.Operation, passphrase: string): string {
  if (operation.sourceAccount) return encodeMuxedAccountToAddress(operation.sourceAccount)
  const transaction = TransactionBuilder.fromXdr(xdr.TransactionEnvelope.fromXdr(applied.envelopeXdr), passphrase)
  return transaction instanceof FeeBumpTransaction ? transaction.innerTransaction.source : transaction.source
}

export const getTransaction: HorizonHandler = (_request, context, [hash = '']) => {
  const applied = context.core.transaction(hash.toLowerCase())
  return applied ? found(describeTransaction(applied, context)) : notFound()
}
