import { addressOf, assetName } from '../../ledger/keys.ts'
import type { MuxedAccountWire } from '../../ledger/wire.ts'
import { toAmount } from '../../server/encoding.ts'
import { assetFields, prefixedAssetFields } from '../assets.ts'
import { accountFields } from '../muxed.ts'
import type { AssetEvents } from './asset-events.ts'
import type { Decoded } from './decoded.ts'
import { EffectList, writtenAddress } from './effect-list.ts'
import type { Effect } from './effect-types.ts'
import {
  accountCreated,
  bumpEffects,
  dataEffects,
  masterSignerCreated,
  setOptionsEffects,
} from './effects-of-accounts.ts'
import { claimBalanceEffects, clawbackBalanceEffects, createBalanceEffects } from './effects-of-balances.ts'
import { contractEffects } from './effects-of-contracts.ts'
import { allowTrustEffects, changeTrustEffects, setFlagsEffects } from './effects-of-lines.ts'
import { depositEffects, poolEntryEffects, poolTradeEffect, withdrawEffects } from './effects-of-pools.ts'
import { sponsorshipEffects } from './effects-of-sponsorship.ts'
import { type Claim, claimsOf, movingClaims } from './trades.ts'

function amountFields(asset: string, stroops: bigint): Record<string, unknown> {
  return { ...assetFields(asset), amount: toAmount(stroops) }
}

/** Both sides of a trade with an offer: each bought what the other sold. */
function offerTradeEffects(list: EffectList, claim: Claim): void {
  const offer_id = String(claim.offerId)
  const side = (bought: string, boughtStroops: bigint, sold: string, soldStroops: bigint) => ({
    offer_id,
    sold_amount: toAmount(soldStroops),
    ...prefixedAssetFields(sold, 'sold_'),
    bought_amount: toAmount(boughtStroops),
    ...prefixedAssetFields(bought, 'bought_'),
  })
  const taker = side(claim.sold, claim.soldStroops, claim.bought, claim.boughtStroops)
  const maker = side(claim.bought, claim.boughtStroops, claim.sold, claim.soldStroops)
  list.ofSource('trade', { seller: claim.seller, ...taker })
  list.add(claim.seller, 'trade', { ...accountFields('seller', list.source), ...maker })
}

function tradeEffects(list: EffectList): void {
  for (const claim of movingClaims(claimsOf(list.decoded, list.at).atoms)) {
    if (claim.offerId === null) poolTradeEffect(list, claim)
    else offerTradeEffects(list, claim)
  }
}

function moved(list: EffectList, to: MuxedAccountWire, received: Record<string, unknown>, sent = received): void {
  list.add(writtenAddress(to), 'account_credited', received)
  list.ofSource('account_debited', sent)
}

/** What a strict-receive payment took from its sender, in stroops. */
function sentStroops(list: EffectList): bigint {
  const result = list.decoded.resultOf(list.at)
  if (result?.type !== 2 || result.pathPaymentStrictReceiveResult.code !== 0) return 0n
  const { offers, last } = result.pathPaymentStrictReceiveResult.success
  const claims = movingClaims(offers)
  const first = claims[0]
  if (first === undefined) return last.amount
  let total = 0n
  for (const { bought, boughtStroops } of claims) {
    if (bought !== first.bought) break
    total += boughtStroops
  }
  return total
}

function deliveredStroops(list: EffectList): bigint {
  const result = list.decoded.resultOf(list.at)
  if (result?.type !== 13 || result.pathPaymentStrictSendResult.code !== 0) return 0n
  return result.pathPaymentStrictSendResult.success.last.amount
}

function ofKind(list: EffectList): void {
  const { body } = list.decoded.operation(list.at)
  switch (body.type) {
    case 0: {
      const { destination, startingBalance } = body.createAccountOp
      const address = addressOf(destination.ed25519)
      accountCreated(list, address, startingBalance)
      list.ofSource('account_debited', amountFields('native', startingBalance))
      masterSignerCreated(list, address)
      return
    }
    case 1: {
      const { destination, asset, amount } = body.paymentOp
      moved(list, destination, amountFields(assetName(asset), amount))
      return
    }
    case 2: {
      const { destination, destAsset, destAmount, sendAsset } = body.pathPaymentStrictReceiveOp
      const sent = amountFields(assetName(sendAsset), sentStroops(list))
      moved(list, destination, amountFields(assetName(destAsset), destAmount), sent)
      tradeEffects(list)
      return
    }
    case 13: {
      const { destination, destAsset, sendAsset, sendAmount } = body.pathPaymentStrictSendOp
      const sent = amountFields(assetName(sendAsset), sendAmount)
      moved(list, destination, amountFields(assetName(destAsset), deliveredStroops(list)), sent)
      tradeEffects(list)
      return
    }
    case 3:
    case 4:
    case 12:
      tradeEffects(list)
      return
    case 5:
      setOptionsEffects(list, body.setOptionsOp)
      return
    case 6:
      changeTrustEffects(list, body.changeTrustOp)
      return
    case 7:
      allowTrustEffects(list, body.allowTrustOp)
      return
    case 8: {
      const result = list.decoded.resultOf(list.at)
      const merged = result?.type === 8 ? result.accountMergeResult : undefined
      const fields = amountFields('native', merged?.code === 0 ? merged.sourceAccountBalance : 0n)
      list.ofSource('account_debited', fields)
      list.add(writtenAddress(body.destination), 'account_credited', fields)
      list.ofSource('account_removed')
      return
    }
    case 9: {
      const result = list.decoded.resultOf(list.at)
      const paid = result?.type === 9 && result.inflationResult.code === 0 ? result.inflationResult.payouts : []
      for (const { destination, amount } of paid) {
        list.add(addressOf(destination.ed25519), 'account_credited', amountFields('native', amount))
      }
      return
    }
    case 10:
      dataEffects(list, body.manageDataOp.dataName.toString())
      return
    case 11:
      bumpEffects(list)
      return
    case 14:
      createBalanceEffects(list, body.createClaimableBalanceOp.claimants)
      return
    case 15:
      claimBalanceEffects(list, body.claimClaimableBalanceOp.balanceId)
      return
    case 19: {
      const { asset, amount, from } = body.clawbackOp
      const fields = amountFields(assetName(asset), amount)
      // What was clawed back is burnt, yet told as credited to the issuer.
      list.ofSource('account_credited', fields)
      list.add(writtenAddress(from), 'account_debited', fields)
      return
    }
    case 20:
      clawbackBalanceEffects(list, body.clawbackClaimableBalanceOp.balanceId)
      return
    case 21:
      setFlagsEffects(list, body.setTrustLineFlagsOp)
      return
    case 22:
      depositEffects(list, body.liquidityPoolDepositOp.liquidityPoolId)
      return
    case 23:
      withdrawEffects(list, body.liquidityPoolWithdrawOp.liquidityPoolId)
      return
    case 24:
      contractEffects(list)
      return
    default:
      // Sponsorships begin and end, and footprints live on, without an effect of the operation's own.
      return
  }
}

/** The effects of an operation, in order; none of a failed transaction (effects_processor.go). */
export function effectsOf(decoded: Decoded, at: number, events: AssetEvents): readonly Effect[] {
  if (!decoded.applied.successful) return []
  const list = new EffectList(decoded, at, events)
  ofKind(list)
  sponsorshipEffects(list)
  poolEntryEffects(list)
  return list.effects
}
