import { SOFTWARE } from '../rpc/info.ts'
import { toRfc3339 } from '../server/encoding.ts'
import { found } from './answer.ts'
import { type HorizonHandler, link, pagedLink } from './context.ts'

const PAIR = (['base', 'counter'] as const)
  .flatMap((side) => ['type', 'code', 'issuer'].map((part) => `${side}_asset_${part}={${side}_asset_${part}}`))
  .join('&')

export const getRoot: HorizonHandler = (_request, { core, history, baseUrl }) => {
  const latest = history.latest()
  const at = (path: string) => link(`${baseUrl}${path}`)
  return found({
    _links: {
      account: at('/accounts/{account_id}'),
      accounts: at('/accounts{?signer,sponsor,asset,liquidity_pool,cursor,limit,order}'),
      account_transactions: pagedLink(`${baseUrl}/accounts/{account_id}/transactions`),
      claimable_balances: at('/claimable_balances{?asset,sponsor,claimant,cursor,limit,order}'),
      assets: at('/assets{?asset_code,asset_issuer,cursor,limit,order}'),
      effects: at('/effects{?cursor,limit,order}'),
      fee_stats: at('/fee_stats'),
      friendbot: at('/friendbot{?addr}'),
      ledger: at('/ledgers/{sequence}'),
      ledgers: at('/ledgers{?cursor,limit,order}'),
      liquidity_pools: at('/liquidity_pools{?reserves,account,cursor,limit,order}'),
      offer: at('/offers/{offer_id}'),
      offers: at('/offers{?selling,buying,seller,sponsor,cursor,limit,order}'),
      operation: at('/operations/{id}'),
      operations: at('/operations{?cursor,limit,order,include_failed}'),
      order_book: at(
        '/order_book{?selling_asset_type,selling_asset_code,selling_asset_issuer,buying_asset_type,buying_asset_code,buying_asset_issuer,limit}',
      ),
      payments: at('/payments{?cursor,limit,order,include_failed}'),
      self: link(`${baseUrl}/`),
      strict_receive_paths: at(
        '/paths/strict-receive{?source_assets,source_account,destination_account,destination_asset_type,destination_asset_issuer,destination_asset_code,destination_amount}',
      ),
      strict_send_paths: at(
        '/paths/strict-send{?destination_account,destination_assets,source_asset_type,source_asset_issuer,source_asset_code,source_amount}',
      ),
      trade_aggregations: at(`/trade_aggregations?${PAIR}`),
      trades: at(`/trades?${PAIR}`),
      transaction: at('/transactions/{hash}'),
      transactions: pagedLink(`${baseUrl}/transactions`),
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

/** Whether the node is well: it is, or it would not answer. */
export const getHealth: HorizonHandler = () => found({ database_connected: true, core_up: true, core_synced: true })
