import type { xdr } from '@stellar/stellar-sdk/base'
import { addressOf, signerAddress } from '../../ledger/keys.ts'
import type { Wire } from '../../ledger/wire.ts'
import { toAmount, toBase64 } from '../../server/encoding.ts'
import { type AccountWire, changesOf } from './changes.ts'
import type { EffectList } from './effect-list.ts'

const AUTH_REQUIRED = 1
const MASTER_WEIGHT = 1

/** A signer of an effect: Horizon leaves the second name for it empty. */
function signerFields(address: string, weight: number): Record<string, unknown> {
  return { weight, public_key: address, key: '' }
}

export function accountCreated(list: EffectList, address: string, balanceStroops: bigint): void {
  list.add(address, 'account_created', { starting_balance: toAmount(balanceStroops) })
}

export function masterSignerCreated(list: EffectList, address: string): void {
  list.add(address, 'signer_created', signerFields(address, MASTER_WEIGHT))
}

/** Weights of an account's signers, of its master key too unless it has none. */
function signerWeights(account: AccountWire): Map<string, number> {
  const weights = new Map<string, number>()
  const master = account.thresholds[0] ?? 0
  if (master > 0) weights.set(addressOf(account.accountId.ed25519), master)
  for (const { key, weight } of account.signers) weights.set(signerAddress(key), weight)
  return weights
}

function signerEffects(list: EffectList): void {
  for (const { pre, post } of changesOf(list.changes, 0)) {
    if (pre === null || post === null) continue
    const before = signerWeights(pre.account)
    const after = signerWeights(post.account)
    for (const signer of [...before.keys()].sort()) {
      const weight = after.get(signer)
      if (weight === undefined) list.ofSource('signer_removed', signerFields(signer, 0))
      else if (weight !== before.get(signer)) list.ofSource('signer_updated', signerFields(signer, weight))
    }
    for (const signer of [...after.keys()].sort()) {
      if (!before.has(signer)) list.ofSource('signer_created', signerFields(signer, after.get(signer) ?? 0))
    }
  }
}

/**
 * Of the flags only `auth_required_flag` is told: Horizon's record spells the other one differently than its ingestion
 * does, so that it never appears (protocols/horizon/effects, AccountFlagsUpdated).
 */
function flagsEffect(list: EffectList, set: number | null, clear: number | null): void {
  const known = 15
  if ((((set ?? 0) | (clear ?? 0)) & known) === 0) return
  const told = { ...(((set ?? 0) & AUTH_REQUIRED) !== 0 && { auth_required_flag: true }) }
  const cleared = { ...(((clear ?? 0) & AUTH_REQUIRED) !== 0 && { auth_required_flag: false }) }
  list.ofSource('account_flags_updated', { ...told, ...cleared })
}

export function setOptionsEffects(list: EffectList, options: Wire<xdr.SetOptionsOp>): void {
  const { homeDomain, lowThreshold, medThreshold, highThreshold, inflationDest } = options
  if (homeDomain !== null) list.ofSource('account_home_domain_updated', { home_domain: homeDomain.toString() })
  if (lowThreshold !== null || medThreshold !== null || highThreshold !== null) {
    list.ofSource('account_thresholds_updated', {
      low_threshold: lowThreshold ?? 0,
      med_threshold: medThreshold ?? 0,
      high_threshold: highThreshold ?? 0,
    })
  }
  flagsEffect(list, options.setFlags, options.clearFlags)
  // Horizon knows where inflation would go, yet tells only that it changed.
  if (inflationDest !== null) list.ofSource('account_inflation_destination_updated')
  signerEffects(list)
}

export function dataEffects(list: EffectList, name: string): void {
  for (const { pre, post } of changesOf(list.changes, 3)) {
    if (post === null) {
      list.ofSource('data_removed', { name })
      return
    }
    const type = pre === null ? 'data_created' : 'data_updated'
    list.ofSource(type, { name, value: toBase64(post.data.dataValue) })
    return
  }
}

export function bumpEffects(list: EffectList): void {
  for (const { pre, post } of changesOf(list.changes, 0)) {
    const after = post?.account.seqNum
    if (after !== undefined && after !== pre?.account.seqNum) {
      list.ofSource('sequence_bumped', { new_seq: after.toString() })
    }
    return
  }
}
