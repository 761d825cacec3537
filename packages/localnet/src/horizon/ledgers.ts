import { xdr } from '@stellar/stellar-sdk/base'
import { distribution, lastLedgers } from '../rpc/fee-stats.ts'
import { toTotalOrderId } from '../rpc/ids.ts'
import { SOFTWARE } from '../rpc/info.ts'
import { headerOf } from '../rpc/ledger-meta.ts'
import { toAmount, toBase64, toRfc3339 } from '../server/encoding.ts'
import { found, invalidField, notFound } from './answer.ts'
import { type HorizonHandler, link } from './context.ts'

/** Ledgers whose fees `/fee_stats` tells of, as Horizon does. */
const FEE_WINDOW = 5

export const getLedger: HorizonHandler = (_request, { core, baseUrl }, [sequence = '']) => {
  if (!/^\d{1,10}$/.test(sequence)) return invalidField('ledger_id', 'must be a number')
  const ledger = core.ledger(Number(sequence))
  if (!ledger) return notFound()
  const header = xdr.LedgerHeader.fromXdr(headerOf(ledger))
  const successful = core.transactionsOf(ledger.sequence).filter((each) => each.successful).length
  const self = `${baseUrl}/ledgers/${ledger.sequence}`
  return found({
    _links: {
      self: link(self),
      transactions: link(`${self}/transactions{?cursor,limit,order}`),
      operations: link(`${self}/operations{?cursor,limit,order}`),
      payments: link(`${self}/payments{?cursor,limit,order}`),
      effects: link(`${self}/effects{?cursor,limit,order}`),
    },
    id: ledger.hash,
    paging_token: toTotalOrderId({
      ledger: ledger.sequence,
      transaction: 0,
      operation: 0,
    }).toString(),
    hash: ledger.hash,
    prev_hash: ledger.previousHash,
    sequence: ledger.sequence,
    successful_transaction_count: successful,
    failed_transaction_count: ledger.transactionCount - successful,
    operation_count: ledger.operationCount,
    tx_set_operation_count: ledger.operationCount,
    closed_at: toRfc3339(ledger.closeTime),
    total_coins: toAmount(header.totalCoins),
    fee_pool: toAmount(header.feePool),
    base_fee_in_stroops: header.baseFee,
    base_reserve_in_stroops: header.baseReserve,
    max_tx_set_size: header.maxTxSetSize,
    protocol_version: header.ledgerVersion,
    header_xdr: toBase64(headerOf(ledger)),
  })
}

export const getFeeStats: HorizonHandler = (_request, { history, fees }) => {
  const ledgers = lastLedgers(history, FEE_WINDOW)
  const latest = history.latest()
  const header = xdr.LedgerHeader.fromXdr(headerOf(latest))
  const base = header.baseFee.toString()
  const offered = ledgers.flatMap((ledger) => fees.of(ledger).offered)
  const charged = ledgers.flatMap((ledger) => fees.of(ledger).charged)
  const operations = ledgers.reduce((sum, ledger) => sum + ledger.operationCount, 0)
  const capacity = header.maxTxSetSize * ledgers.length
  return found({
    last_ledger: latest.sequence.toString(),
    last_ledger_base_fee: base,
    ledger_capacity_usage: capacity > 0 ? (operations / capacity).toFixed(2) : '0',
    fee_charged: distribution(charged.length > 0 ? charged : [BigInt(base)]),
    max_fee: distribution(offered.length > 0 ? offered : [BigInt(base)]),
  })
}

export const getRoot: HorizonHandler = (_request, { core, history, baseUrl }) => {
  const latest = history.latest()
  const at = (path: string) => link(`${baseUrl}${path}`)
  return found({
    _links: {
      account: at('/accounts/{account_id}'),
      accounts: at('/accounts{?signer,sponsor,asset,cursor,limit,order}'),
      fee_stats: at('/fee_stats'),
      friendbot: at('/friendbot{?addr}'),
      ledger: at('/ledgers/{sequence}'),
      order_book: at(
        '/order_book{?selling_asset_type,selling_asset_code,selling_asset_issuer,buying_asset_type,buying_asset_code,buying_asset_issuer,limit}',
      ),
      self: link(`${baseUrl}/`),
      strict_receive_paths: at(
        '/paths/strict-receive{?source_assets,source_account,destination_account,destination_asset_type,destination_asset_issuer,destination_asset_code,destination_amount}',
      ),
      strict_send_paths: at(
        '/paths/strict-send{?destination_account,destination_assets,source_asset_type,source_asset_issuer,source_asset_code,source_amount}',
      ),
      transaction: at('/transactions/{hash}'),
      transactions: at('/transactions'),
    },
    horizon_version: SOFTWARE,
    core_version: SOFTWARE,
    ingest_latest_ledger: latest.sequence,
    history_latest_ledger: latest.sequence,
    history_latest_ledger_closed_at: toRfc3339(latest.closeTime),
    history_elder_ledger: history.oldest().sequence,
    core_latest_ledger: latest.sequence,
    network_passphrase: core.passphrase,
    current_protocol_version: core.protocolVersion,
    supported_protocol_version: core.protocolVersion,
    core_supported_protocol_version: core.protocolVersion,
  })
}
