import { xdr } from '@stellar/stellar-sdk/base'
import { addressOf, assetName } from '../../ledger/keys.ts'
import type { LedgerEntryChangeWire, LedgerEntryWire, LedgerKeyWire, Wire } from '../../ledger/wire.ts'

/** Kinds of ledger entry, by the number that the network's types give them. */
export const ENTRY = { account: 0, trustline: 1, offer: 2, data: 3, claimableBalance: 4, liquidityPool: 5 } as const

export type EntryData = LedgerEntryWire['data']
export type AccountWire = Extract<EntryData, { type: 0 }>['account']
export type TrustLineWire = Extract<EntryData, { type: 1 }>['trustLine']
export type ClaimableBalanceWire = Extract<EntryData, { type: 4 }>['claimableBalance']
export type LiquidityPoolWire = Extract<EntryData, { type: 5 }>['liquidityPool']

/** One entry before and after an operation; null where there was none. */
export interface Change {
  readonly pre: LedgerEntryWire | null
  readonly post: LedgerEntryWire | null
}

/** Pairs the states of transaction meta with what became of them, in the order of the meta. */
export function pairChanges(list: readonly LedgerEntryChangeWire[]): Change[] {
  const changes: Change[] = []
  let state: LedgerEntryWire | null = null
  for (const change of list) {
    switch (change.type) {
      case 3:
        state = change.state
        continue
      case 0:
        changes.push({ pre: null, post: change.created })
        break
      case 1:
        changes.push({ pre: state, post: change.updated })
        break
      case 2:
        if (state !== null) changes.push({ pre: state, post: null })
        break
      case 4:
        changes.push({ pre: null, post: change.restored })
        break
    }
    state = null
  }
  return changes
}

/** The entry's data: as it became, or as it was if it is gone. */
export function dataOf({ pre, post }: Change): EntryData {
  const entry = post ?? pre
  if (entry === null) throw new Error('a change of nothing')
  return entry.data
}

/** Changes of one kind of entry, with its data on both sides. */
export function* changesOf<T extends EntryData['type']>(
  changes: readonly Change[],
  type: T,
): Generator<{ pre: Extract<EntryData, { type: T }> | null; post: Extract<EntryData, { type: T }> | null }> {
  const cast = (entry: LedgerEntryWire | null) =>
    entry !== null && entry.data.type === type ? (entry.data as Extract<EntryData, { type: T }>) : null
  for (const { pre, post } of changes) {
    const [before, after] = [cast(pre), cast(post)]
    if (before !== null || after !== null) yield { pre: before, post: after }
  }
}

/** The key of a classic entry; null for contract entries, of which nothing is told by their keys. */
export function classicKey(data: EntryData): LedgerKeyWire | null {
  switch (data.type) {
    case 0:
      return { type: 0, account: { accountId: data.account.accountId } }
    case 1:
      return { type: 1, trustLine: { accountId: data.trustLine.accountId, asset: data.trustLine.asset } }
    case 2:
      return { type: 2, offer: { sellerId: data.offer.sellerId, offerId: data.offer.offerId } }
    case 3:
      return { type: 3, data: { accountId: data.data.accountId, dataName: data.data.dataName } }
    case 4:
      return { type: 4, claimableBalance: { balanceId: data.claimableBalance.balanceId } }
    case 5:
      return { type: 5, liquidityPool: { liquidityPoolId: data.liquidityPool.liquidityPoolId } }
    default:
      return null
  }
}

/** Classic changes in the order of their keys, in which Horizon reads the changes of an operation (ingest/change.go). */
export function sortedByKey(changes: readonly Change[]): readonly Change[] {
  if (changes.length < 2) return changes
  const keyed = changes.flatMap((change) => {
    const key = classicKey(dataOf(change))
    return key === null ? [] : [{ change, key: Buffer.from(xdr.LedgerKey.schema.encode(key)) }]
  })
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ change }) => change)
}

/** Who pays an entry's reserve in the owner's place; null if nobody does. */
export function sponsorOf(entry: LedgerEntryWire | null): string | null {
  if (entry === null || entry.ext.v !== 1 || entry.ext.v1.sponsoringId === null) return null
  return addressOf(entry.ext.v1.sponsoringId.ed25519)
}

/** A claimable balance's id as Horizon writes it: its XDR in hex. */
export function balanceIdText(id: Wire<xdr.ClaimableBalanceId>): string {
  return Buffer.from(xdr.ClaimableBalanceId.schema.encode(id)).toString('hex')
}

export function poolIdText(id: Uint8Array): string {
  return Buffer.from(id).toString('hex')
}

/** The name of a trustline's asset; of pool shares the id of the pool. */
export function lineAsset(line: TrustLineWire): { readonly asset: string } | { readonly poolId: string } {
  const { asset } = line
  return asset.type === 3 ? { poolId: poolIdText(asset.liquidityPoolId) } : { asset: assetName(asset) }
}
