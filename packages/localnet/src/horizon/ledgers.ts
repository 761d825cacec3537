import { xdr } from '@stellar/stellar-sdk/base'
import type { ClosedLedger } from '../core/types.ts'
import { fromTotalOrderId, toTotalOrderId } from '../rpc/ids.ts'
import { headerOf } from '../rpc/ledger-meta.ts'
import { toAmount, toBase64, toRfc3339 } from '../server/encoding.ts'
import { beforeHistory, found, invalidField, notFound } from './answer.ts'
import { type HorizonContext, type HorizonHandler, link, pagedLink } from './context.ts'
import { type HistoryPage, pageAnswer, readHistoryPage } from './paging.ts'
import { everyTransaction, ledgerTransactions } from './window.ts'

function describe(ledger: ClosedLedger, context: HorizonContext) {
  const { index, baseUrl } = context
  const header = xdr.LedgerHeader.fromXdr(headerOf(ledger))
  let successful = 0
  let operations = 0
  for (const ordinal of everyTransaction(ledgerTransactions(context, ledger.sequence), false)) {
    if (!index.transaction(ordinal).successful) continue
    successful += 1
    operations += index.operationCount(ordinal)
  }
  const self = `${baseUrl}/ledgers/${ledger.sequence}`
  return {
    _links: {
      self: link(self),
      transactions: pagedLink(`${self}/transactions`),
      operations: pagedLink(`${self}/operations`),
      payments: pagedLink(`${self}/payments`),
      effects: pagedLink(`${self}/effects`),
    },
    id: ledger.hash,
    paging_token: toTotalOrderId({ ledger: ledger.sequence, transaction: 0, operation: 0 }).toString(),
    hash: ledger.hash,
    prev_hash: ledger.previousHash,
    sequence: ledger.sequence,
    successful_transaction_count: successful,
    failed_transaction_count: ledger.transactionCount - successful,
    operation_count: operations,
    tx_set_operation_count: ledger.operationCount,
    closed_at: toRfc3339(ledger.closeTime),
    total_coins: toAmount(header.totalCoins),
    fee_pool: toAmount(header.feePool),
    base_fee_in_stroops: header.baseFee,
    base_reserve_in_stroops: header.baseReserve,
    max_tx_set_size: header.maxTxSetSize,
    protocol_version: header.ledgerVersion,
    header_xdr: toBase64(headerOf(ledger)),
  }
}

export const getLedger: HorizonHandler = (_request, context, [text = '']) => {
  if (!/^\d{1,10}$/.test(text) || Number(text) === 0) {
    return invalidField('ledger_id', 'Ledger ID must be an integer higher than 0')
  }
  const sequence = Number(text)
  const ledger = context.core.ledger(sequence)
  if (ledger) return found(describe(ledger, context))
  return sequence < context.core.oldestLedger() ? beforeHistory() : notFound()
}

function ledgersIn({ after, descending }: HistoryPage, { history }: HorizonContext): Generator<ClosedLedger> {
  if (after === undefined) return descending ? history.backFrom(history.latest().sequence) : history.from(0)
  const place = fromTotalOrderId(after.id)
  if (!descending) return history.from(place.ledger + 1)
  // A ledger's own id is before everything in it: a cursor inside a ledger leaves the ledger ahead.
  return history.backFrom(place.transaction > 0 || place.operation > 0 ? place.ledger : place.ledger - 1)
}

export const listLedgers: HorizonHandler = (request, context) => {
  const read = readHistoryPage(request, context)
  if ('refusal' in read) return read.refusal
  const records = ledgersIn(read.page, context)
    .take(read.page.limit)
    .map((ledger) => describe(ledger, context))
    .toArray()
  return pageAnswer(records, read.page, request, context)
}
