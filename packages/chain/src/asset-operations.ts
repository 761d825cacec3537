import { MAX_I64 } from '@heliobond/domain'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { accountId, muxedAccount } from './address.ts'
import { type Asset, assetXdr, changeTrustAsset } from './assets.ts'
import { type ChainOperation, type OperationSource, operationOf } from './operation.ts'

/** Sends an amount to an account, muxed or not. */
export function payment(
  p: OperationSource & { destination: string; asset: Asset; amountStroops: bigint },
): ChainOperation {
  const operation = new xdr.PaymentOp({
    destination: muxedAccount(p.destination),
    asset: assetXdr(p.asset),
    amount: p.amountStroops,
  })
  return operationOf(xdr.OperationBody.payment(operation), p.source)
}

/** A payment of exactly `destAmountStroops`, from whatever the payer holds. */
export interface PathPayment extends OperationSource {
  readonly sendAsset: Asset
  /** The most that may leave the payer, in stroops of `sendAsset`. */
  readonly sendMaxStroops: bigint
  /** An account; muxed, so that its number names the bill. */
  readonly destination: string
  readonly destAsset: Asset
  readonly destAmountStroops: bigint
  /** The assets between the two, at most five. */
  readonly path: readonly Asset[]
}

/** A path payment, strict receive: the destination gets exactly the amount, or nothing happens. */
export function pathPaymentStrictReceive(p: PathPayment): ChainOperation {
  const operation = new xdr.PathPaymentStrictReceiveOp({
    sendAsset: assetXdr(p.sendAsset),
    sendMax: p.sendMaxStroops,
    destination: muxedAccount(p.destination),
    destAsset: assetXdr(p.destAsset),
    destAmount: p.destAmountStroops,
    path: p.path.map(assetXdr),
  })
  return operationOf(xdr.OperationBody.pathPaymentStrictReceive(operation), p.source)
}

/** Opens or changes a trustline; a limit of 0 removes it, no limit given is the largest there is. */
export function changeTrust(p: OperationSource & { asset: Asset; limitStroops?: bigint }): ChainOperation {
  const operation = new xdr.ChangeTrustOp({ line: changeTrustAsset(p.asset), limit: p.limitStroops ?? MAX_I64 })
  return operationOf(xdr.OperationBody.changeTrust(operation), p.source)
}

const AUTHORIZED = 1
const MAINTAIN_LIABILITIES = 2
const CLAWBACK_ENABLED = 4

/** What an issuer says of a holder's line. */
export interface LineFlags extends OperationSource {
  readonly trustor: string
  readonly asset: Asset
  /** true: free to use; `maintain-liabilities`: only what is offered already; false: frozen. */
  readonly authorized?: boolean | 'maintain-liabilities'
  /** false gives up the right to claw back from this line, for ever. */
  readonly clawbackEnabled?: false
}

/** Authorizes or freezes a holder's line; the issuer is the source. */
export function setTrustLineFlags(p: LineFlags): ChainOperation {
  let setFlags = 0
  let clearFlags = p.clawbackEnabled === false ? CLAWBACK_ENABLED : 0
  if (p.authorized !== undefined) {
    setFlags |= p.authorized === true ? AUTHORIZED : p.authorized === false ? 0 : MAINTAIN_LIABILITIES
    clearFlags |= (AUTHORIZED | MAINTAIN_LIABILITIES) & ~setFlags
  }
  const operation = new xdr.SetTrustLineFlagsOp({
    trustor: accountId(p.trustor),
    asset: assetXdr(p.asset),
    clearFlags,
    setFlags,
  })
  return operationOf(xdr.OperationBody.setTrustLineFlags(operation), p.source)
}

/** A price as the order book holds it: `n` of what is bought for `d` of what is sold. Both are i32. */
export interface Price {
  readonly n: number
  readonly d: number
}

interface Offer extends OperationSource {
  readonly selling: Asset
  readonly buying: Asset
  readonly price: Price
  /** The offer to change; 0 or absent makes a new one. */
  readonly offerId?: bigint
}

/** Offers `amountStroops` of `selling` at `price` = buying per selling; 0 withdraws the offer. */
export function manageSellOffer(p: Offer & { amountStroops: bigint }): ChainOperation {
  const operation = new xdr.ManageSellOfferOp({
    selling: assetXdr(p.selling),
    buying: assetXdr(p.buying),
    amount: p.amountStroops,
    price: new xdr.Price(p.price),
    offerId: p.offerId ?? 0n,
  })
  return operationOf(xdr.OperationBody.manageSellOffer(operation), p.source)
}

/** Offers to buy `buyAmountStroops` of `buying` at `price` = selling per buying; 0 withdraws the offer. */
export function manageBuyOffer(p: Offer & { buyAmountStroops: bigint }): ChainOperation {
  const operation = new xdr.ManageBuyOfferOp({
    selling: assetXdr(p.selling),
    buying: assetXdr(p.buying),
    buyAmount: p.buyAmountStroops,
    price: new xdr.Price(p.price),
    offerId: p.offerId ?? 0n,
  })
  return operationOf(xdr.OperationBody.manageBuyOffer(operation), p.source)
}
