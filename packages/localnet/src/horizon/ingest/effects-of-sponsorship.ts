import { addressOf } from '../../ledger/keys.ts'
import type { LedgerEntryWire } from '../../ledger/wire.ts'
import { balanceIdText, type Change, changesOf, dataOf, type EntryData, lineAsset, sponsorOf } from './changes.ts'
import type { EffectList } from './effect-list.ts'
import { signerSponsors } from './participants.ts'

type Turn = 'created' | 'updated' | 'removed'

/** How a sponsorship turned, with the sponsors that Horizon names for it; undefined if it did not. */
function turnOf(
  before: string | null,
  after: string | null,
): { turn: Turn; sponsors: Record<string, string> } | undefined {
  if (before === after) return undefined
  if (before === null && after !== null) return { turn: 'created', sponsors: { sponsor: after } }
  if (before !== null && after === null) return { turn: 'removed', sponsors: { former_sponsor: before } }
  return { turn: 'updated', sponsors: { former_sponsor: before ?? '', new_sponsor: after ?? '' } }
}

/** Whose effect it is and what is sponsored; offers and pools have no such effects. */
function subjectOf(list: EffectList, data: EntryData) {
  switch (data.type) {
    case 0:
      return { kind: 'account', account: addressOf(data.account.accountId.ed25519), fields: {} } as const
    case 1: {
      const asset = lineAsset(data.trustLine)
      const fields =
        'asset' in asset
          ? { asset_type: '', asset: asset.asset }
          : { asset_type: 'liquidity_pool', liquidity_pool_id: asset.poolId }
      return { kind: 'trustline', account: addressOf(data.trustLine.accountId.ed25519), fields } as const
    }
    case 3:
      return { kind: 'data', account: list.source, fields: { data_name: data.data.dataName.toString() } } as const
    case 4: {
      const fields = { balance_id: balanceIdText(data.claimableBalance.balanceId) }
      return { kind: 'claimable_balance', account: list.source, fields } as const
    }
    default:
      return undefined
  }
}

function entrySponsorship(list: EffectList, change: Change): void {
  const turned = turnOf(sponsorOf(change.pre), sponsorOf(change.post))
  const subject = turned && subjectOf(list, dataOf(change))
  if (!turned || !subject) return
  const type = `${subject.kind}_sponsorship_${turned.turn}` as const
  list.add(subject.account, type, { ...subject.fields, ...turned.sponsors })
}

function signerSponsorship(list: EffectList, change: Change): void {
  for (const { pre, post } of changesOf([change], 0)) {
    const before = signerSponsors(pre?.account)
    const after = signerSponsors(post?.account)
    const account = post ?? pre
    if (account === null) continue
    for (const signer of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const turned = turnOf(before.get(signer) ?? null, after.get(signer) ?? null)
      if (turned === undefined) continue
      const type = `signer_sponsorship_${turned.turn}` as const
      list.add(addressOf(account.account.accountId.ed25519), type, { signer, ...turned.sponsors })
    }
  }
}

function isSponsored(entry: LedgerEntryWire): boolean {
  return sponsorOf(entry) !== null || (entry.data.type === 0 && signerSponsors(entry.data.account).size > 0)
}

/** Sponsorships that any kind of operation began, moved or ended (effects_processor.go). */
export function sponsorshipEffects(list: EffectList): void {
  // Most operations touch nothing that is sponsored: not worth bringing their changes in order.
  if (!list.changed(isSponsored)) return
  for (const change of list.changes) {
    entrySponsorship(list, change)
    signerSponsorship(list, change)
  }
}
