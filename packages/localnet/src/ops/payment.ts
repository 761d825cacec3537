import type { xdr } from '@stellar/stellar-sdk/base'
import { addressOfMuxed, assetName, isAssetValid, NATIVE } from '../ledger/keys.ts'
import type { OperationResultWire, Wire } from '../ledger/wire.ts'
import { partyOf } from '../tx/events.ts'
import { COMMON, type OperationHandler } from './context.ts'
import { PATH_REFUSAL, payStrictReceive } from './path-payment.ts'

const result = (code: Wire<xdr.PaymentResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 1, paymentResult: { code } },
})

/** A payment is a strict-receive path payment without a path. */
export const payment: OperationHandler<1> = {
  threshold: () => 'medium',
  check({ paymentOp: op }) {
    return op.amount <= 0n || !isAssetValid(op.asset) ? result(-1) : null
  },
  apply(context, { paymentOp: op }) {
    const destination = addressOfMuxed(op.destination)
    const asset = assetName(op.asset)
    // Lumens to oneself move nothing; assets are taken and given, so that limits and authorization still count.
    if (asset !== NATIVE || destination !== context.source) {
      const outcome = payStrictReceive(
        context.txn,
        { source: context.source, destination, sendAsset: asset, destinationAsset: asset, path: [] },
        op.amount,
        op.amount,
      )
      if ('refusal' in outcome) {
        if (outcome.refusal === 'exceededWorkLimit') return COMMON.exceededWorkLimit
        const code = PATH_REFUSAL[outcome.refusal]
        if (code < -8) throw new Error(`a payment without a path met ${outcome.refusal}`)
        return result(code as Wire<xdr.PaymentResult>['code'])
      }
    }
    const { eventFactory, sourceMuxed, memo } = context
    context.events.push(eventFactory.payment(asset, partyOf(sourceMuxed), partyOf(op.destination), op.amount, memo))
    return result(0)
  },
}
