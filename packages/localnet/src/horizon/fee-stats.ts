import { xdr } from '@stellar/stellar-sdk/base'
import { distribution, lastLedgers } from '../rpc/fee-stats.ts'
import { headerOf } from '../rpc/ledger-meta.ts'
import { found } from './answer.ts'
import type { HorizonHandler } from './context.ts'

/** Ledgers whose fees `/fee_stats` tells of, as Horizon does. */
const FEE_WINDOW = 5

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
