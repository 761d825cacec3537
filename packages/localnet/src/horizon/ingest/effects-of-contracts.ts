import { addressOf } from '../../ledger/keys.ts'
import { toAmount } from '../../server/encoding.ts'
import { assetFields } from '../assets.ts'
import { muxedAddress } from '../muxed.ts'
import type { AssetEvent } from './asset-events.ts'
import { changesOf } from './changes.ts'
import type { EffectList } from './effect-list.ts'
import { accountCreated, masterSignerCreated } from './effects-of-accounts.ts'
import { lineFields } from './effects-of-lines.ts'

function debit(list: EffectList, from: string, fields: Record<string, unknown>): void {
  if (from.startsWith('G')) list.add(from, 'account_debited', fields)
  else list.ofSource('contract_debited', { ...fields, contract: from })
}

function credit(list: EffectList, to: string, toMuxedId: bigint | null, fields: Record<string, unknown>): void {
  if (!to.startsWith('G')) list.ofSource('contract_credited', { ...fields, contract: to })
  else list.add(toMuxedId === null ? to : muxedAddress(to, toMuxedId), 'account_credited', fields)
}

function movement(list: EffectList, { from, to, toMuxedId, asset, amountStroops }: AssetEvent): void {
  const fields = { ...assetFields(asset), amount: toAmount(amountStroops) }
  if (from !== undefined) debit(list, from, fields)
  if (to !== undefined) credit(list, to, toMuxedId, fields)
}

/** What asset contracts moved, and the lines and accounts they made on the way (CAP-73). */
export function contractEffects(list: EffectList): void {
  for (const event of list.events.readAll(list.decoded.eventsOf(list.at))) movement(list, event)
  for (const { pre, post } of changesOf(list.changes, 1)) {
    if (pre !== null || post === null) continue
    const { accountId, limit } = post.trustLine
    list.add(addressOf(accountId.ed25519), 'trustline_created', {
      ...lineFields(post.trustLine),
      limit: toAmount(limit),
    })
  }
  for (const { pre, post } of changesOf(list.changes, 0)) {
    if (pre !== null || post === null) continue
    const address = addressOf(post.account.accountId.ed25519)
    accountCreated(list, address, post.account.balance)
    masterSignerCreated(list, address)
  }
}
