import type { xdr } from '@stellar/stellar-sdk/base'
import { LINE_CLAWBACK_ENABLED } from '../ledger/entries.ts'
import { addressOfMuxed, assetName, isAssetValid, issuerOf } from '../ledger/keys.ts'
import type { OperationResultWire, Wire } from '../ledger/wire.ts'
import type { OperationHandler } from './context.ts'

const SUCCESS = 0
const MALFORMED = -1
const NOT_ENABLED = -2
const NO_TRUST = -3
const UNDERFUNDED = -4

const result = (code: Wire<xdr.ClawbackResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 19, clawbackResult: { code } },
})

/** The issuer takes back and burns what a holder has, except what the holder's offers promise. */
export const clawback: OperationHandler<19> = {
  threshold: () => 'medium',
  check({ clawbackOp: op }, source) {
    const malformed =
      addressOfMuxed(op.from) === source ||
      op.amount < 1n ||
      op.asset.type === 0 ||
      !isAssetValid(op.asset) ||
      issuerOf(assetName(op.asset)) !== source
    return malformed ? result(MALFORMED) : null
  },
  apply(context, { clawbackOp: op }) {
    const holder = addressOfMuxed(op.from)
    const asset = assetName(op.asset)
    const line = context.txn.loadTrustLine(holder, asset)
    if (line === null) return result(NO_TRUST)
    if ((line.flags & LINE_CLAWBACK_ENABLED) === 0) return result(NOT_ENABLED)
    const next = line.balanceStroops - op.amount
    if (next < line.sellingLiabilitiesStroops) return result(UNDERFUNDED)
    line.balanceStroops = next
    context.events.push(context.eventFactory.clawback(asset, holder, op.amount))
    return result(SUCCESS)
  },
}
