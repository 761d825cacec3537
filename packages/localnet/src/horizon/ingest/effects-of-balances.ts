import type { xdr } from '@stellar/stellar-sdk/base'
import { addressOf, assetName } from '../../ledger/keys.ts'
import type { Wire } from '../../ledger/wire.ts'
import { toAmount } from '../../server/encoding.ts'
import { assetFields } from '../assets.ts'
import { balanceIdText, type ClaimableBalanceWire, changesOf } from './changes.ts'
import type { EffectList } from './effect-list.ts'
import { predicateFields } from './predicates.ts'

type Claimants = readonly Wire<xdr.Claimant>[]

/** The balance and each of its claimants. */
export function claimableBalanceCreated(list: EffectList, balance: ClaimableBalanceWire, claimants: Claimants): void {
  const fields = {
    asset: assetName(balance.asset),
    balance_id: balanceIdText(balance.balanceId),
    amount: toAmount(balance.amount),
  }
  list.ofSource('claimable_balance_created', fields)
  for (const { v0 } of claimants) {
    list.add(addressOf(v0.destination.ed25519), 'claimable_balance_claimant_created', {
      ...fields,
      predicate: predicateFields(v0.predicate),
    })
  }
}

/** @param claimants as the operation named them: in the entry relative times have become absolute */
export function createBalanceEffects(list: EffectList, claimants: Claimants): void {
  for (const { post } of changesOf(list.changes, 4)) {
    if (post === null) continue
    const { asset, amount } = post.claimableBalance
    claimableBalanceCreated(list, post.claimableBalance, claimants)
    list.ofSource('account_debited', { ...assetFields(assetName(asset)), amount: toAmount(amount) })
    return
  }
}

export function claimBalanceEffects(list: EffectList, id: Wire<xdr.ClaimableBalanceId>): void {
  const text = balanceIdText(id)
  for (const { pre, post } of changesOf(list.changes, 4)) {
    if (pre === null || post !== null || balanceIdText(pre.claimableBalance.balanceId) !== text) continue
    const name = assetName(pre.claimableBalance.asset)
    const amount = toAmount(pre.claimableBalance.amount)
    list.ofSource('claimable_balance_claimed', { asset: name, balance_id: text, amount })
    list.ofSource('account_credited', { ...assetFields(name), amount })
    return
  }
}

/** What was clawed back is burnt, yet told as credited to the issuer. */
export function clawbackBalanceEffects(list: EffectList, id: Wire<xdr.ClaimableBalanceId>): void {
  list.ofSource('claimable_balance_clawed_back', { balance_id: balanceIdText(id) })
  for (const { pre, post } of changesOf(list.changes, 4)) {
    if (pre === null || post !== null) continue
    const { asset, amount } = pre.claimableBalance
    list.ofSource('account_credited', { ...assetFields(assetName(asset)), amount: toAmount(amount) })
    return
  }
}
