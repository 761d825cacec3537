import type { AppliedTransaction } from '../core/types.ts'
import { toTotalOrderId } from '../rpc/ids.ts'
import { toBase64, toRfc3339 } from '../server/encoding.ts'
import { found, invalidField, notFound } from './answer.ts'
import { type HorizonContext, type HorizonHandler, link, pagedLink } from './context.ts'
import type { Ordinal } from './ingest/history-index.ts'
import { accountFields, baseAddress } from './muxed.ts'
import { type HistoryPage, pageAnswer, readHistoryPage } from './paging.ts'
import { readFlag } from './query.ts'
import { isHash, readScope, type Scope, type ScopeKind } from './scope.ts'
import { memoFields, preconditionFields, readEnvelopeFacts } from './transaction-envelope.ts'
import { everyTransaction, numbersIn, transactionsBeyond } from './window.ts'

/** Total order id of the transaction: its paging token. */
export function transactionId(applied: AppliedTransaction): string {
  return toTotalOrderId({
    ledger: applied.ledger,
    transaction: applied.applicationOrder,
    operation: 0,
  }).toString()
}

function linksOf(applied: AppliedTransaction, hash: string, source: string, baseUrl: string) {
  const self = `${baseUrl}/transactions/${hash}`
  const token = transactionId(applied)
  return {
    self: link(self),
    account: link(`${baseUrl}/accounts/${source}`),
    ledger: link(`${baseUrl}/ledgers/${applied.ledger}`),
    operations: pagedLink(`${self}/operations`),
    effects: pagedLink(`${self}/effects`),
    precedes: link(`${baseUrl}/transactions?order=asc&cursor=${token}`),
    succeeds: link(`${baseUrl}/transactions?order=desc&cursor=${token}`),
    transaction: link(self),
  }
}

/**
 * A transaction as Horizon tells it.
 *
 * @param hash the hash it was asked for by: that of the transaction inside a fee bump shows that one's signatures
 */
export function describeTransaction(
  applied: AppliedTransaction,
  { baseUrl }: Pick<HorizonContext, 'baseUrl'>,
  hash = applied.hash,
) {
  const { source, feeSource, sequence, operationCount, memo, conditions, outer, inner } = readEnvelopeFacts(
    applied.envelopeXdr,
  )
  return {
    _links: linksOf(applied, hash, baseAddress(source), baseUrl),
    id: hash,
    paging_token: transactionId(applied),
    successful: applied.successful,
    hash,
    ledger: applied.ledger,
    created_at: toRfc3339(applied.closeTime),
    ...accountFields('source_account', source, 'account_muxed'),
    source_account_sequence: sequence.toString(),
    ...accountFields('fee_account', feeSource),
    fee_charged: applied.feeChargedStroops.toString(),
    max_fee: outer.maxFeeStroops.toString(),
    operation_count: operationCount,
    envelope_xdr: toBase64(applied.envelopeXdr),
    result_xdr: toBase64(applied.resultXdr),
    result_meta_xdr: toBase64(applied.metaXdr),
    fee_meta_xdr: toBase64(applied.feeChangesXdr),
    ...memoFields(memo),
    signatures: inner !== null && hash !== applied.hash ? inner.signatures : outer.signatures,
    ...preconditionFields(conditions),
    ...(inner !== null && {
      fee_bump_transaction: { hash: applied.hash, signatures: outer.signatures },
      inner_transaction: {
        hash: applied.innerHash,
        signatures: inner.signatures,
        max_fee: inner.maxFeeStroops.toString(),
      },
    }),
  }
}

/** Under the hash of a fee bump or of what is inside it; told under the hash that was asked for. */
export const getTransaction: HorizonHandler = (_request, context, [hash = '']) => {
  if (!isHash(hash)) {
    return invalidField('tx_id', 'Transaction hash must be a hex-encoded, lowercase SHA-256 hash')
  }
  const applied = context.core.transaction(hash)
  return applied ? found(describeTransaction(applied, context, hash)) : notFound()
}

function* ordinalsIn(scope: Scope, page: HistoryPage, { index }: HorizonContext): Generator<Ordinal> {
  const range = transactionsBeyond(index, page, scope.range)
  if (scope.trail === undefined) yield* everyTransaction(range, page.descending)
  else yield* numbersIn(scope.trail.transactions, range, page.descending)
}

export function listTransactions(kind: ScopeKind): HorizonHandler {
  return (request, context, [name = '']) => {
    const read = readHistoryPage(request, context)
    if ('refusal' in read) return read.refusal
    const includeFailed = readFlag(request.query, 'include_failed')
    if (includeFailed === undefined) return invalidField('include_failed', 'Filter should be true or false')
    const scope = readScope(kind, name, context)
    if ('status' in scope) return scope
    const records = ordinalsIn(scope, read.page, context)
      .map((ordinal) => context.index.transaction(ordinal))
      .filter(({ successful }) => includeFailed || successful)
      .take(read.page.limit)
      .map((applied) => describeTransaction(applied, context))
      .toArray()
    return pageAnswer(records, read.page, request, context)
  }
}
