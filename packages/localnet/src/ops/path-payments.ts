import type { xdr } from '@stellar/stellar-sdk/base'
import { addressOfMuxed, assetName, isAssetValid } from '../ledger/keys.ts'
import type { AssetWire, MuxedAccountWire, OperationResultWire, Wire } from '../ledger/wire.ts'
import { partyOf } from '../tx/events.ts'
import { COMMON, type OperationContext, type OperationHandler } from './context.ts'
import {
  lastPayment,
  PATH_REFUSAL,
  type PathOutcome,
  type PathPayment,
  payStrictReceive,
  payStrictSend,
} from './path-payment.ts'

type ReceiveResult = Wire<xdr.PathPaymentStrictReceiveResult>
type SendResult = Wire<xdr.PathPaymentStrictSendResult>

const receiveResult = (result: ReceiveResult): OperationResultWire => ({
  code: 0,
  tr: { type: 2, pathPaymentStrictReceiveResult: result },
})

const sendResult = (result: SendResult): OperationResultWire => ({
  code: 0,
  tr: { type: 13, pathPaymentStrictSendResult: result },
})

interface PathFields {
  readonly sendAsset: AssetWire
  readonly destination: MuxedAccountWire
  readonly destAsset: AssetWire
  readonly path: readonly AssetWire[]
}

function assetsValid(op: PathFields): boolean {
  return isAssetValid(op.sendAsset) && isAssetValid(op.destAsset) && op.path.every(isAssetValid)
}

function pathOf(context: OperationContext, op: PathFields): PathPayment {
  return {
    source: context.source,
    destination: addressOfMuxed(op.destination),
    sendAsset: assetName(op.sendAsset),
    destinationAsset: assetName(op.destAsset),
    path: op.path.map(assetName),
  }
}

function finish(
  context: OperationContext,
  op: PathFields,
  payment: PathPayment,
  outcome: PathOutcome,
  build: (result: ReceiveResult) => OperationResultWire,
): OperationResultWire {
  if ('refusal' in outcome) {
    if (outcome.refusal === 'exceededWorkLimit') return COMMON.exceededWorkLimit
    return build({ code: PATH_REFUSAL[outcome.refusal] })
  }
  const { receivedStroops, trail } = outcome
  const { eventFactory, events, sourceMuxed, memo } = context
  events.push(...eventFactory.trades(context.source, trail))
  events.push(
    eventFactory.payment(
      payment.destinationAsset,
      partyOf(sourceMuxed),
      partyOf(op.destination),
      receivedStroops,
      memo,
    ),
  )
  return build({ code: 0, success: { offers: [...trail], last: lastPayment(payment, receivedStroops) } })
}

export const pathPaymentStrictReceive: OperationHandler<2> = {
  threshold: () => 'medium',
  check({ pathPaymentStrictReceiveOp: op }) {
    return op.destAmount <= 0n || op.sendMax <= 0n || !assetsValid(op) ? receiveResult({ code: -1 }) : null
  },
  apply(context, { pathPaymentStrictReceiveOp: op }) {
    const payment = pathOf(context, op)
    const outcome = payStrictReceive(context.txn, payment, op.destAmount, op.sendMax)
    return finish(context, op, payment, outcome, receiveResult)
  },
}

export const pathPaymentStrictSend: OperationHandler<13> = {
  threshold: () => 'medium',
  check({ pathPaymentStrictSendOp: op }) {
    return op.sendAmount <= 0n || op.destMin <= 0n || !assetsValid(op) ? sendResult({ code: -1 }) : null
  },
  apply(context, { pathPaymentStrictSendOp: op }) {
    const payment = pathOf(context, op)
    const outcome = payStrictSend(context.txn, payment, op.sendAmount, op.destMin)
    return finish(context, op, payment, outcome, sendResult)
  },
}
