import { xdr } from '@stellar/stellar-sdk/base'
import { type ContractEntry, LINE_AUTHORIZED, LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES } from '../../ledger/entries.ts'
import { type AssetName, NATIVE } from '../../ledger/keys.ts'
import { assetFields } from '../assets.ts'

/** How often, and how much of, an asset lies in one kind of place. */
interface Tally {
  count: number
  stroops: bigint
}

const PLACES = ['authorized', 'maintaining', 'unauthorized', 'claimable', 'pools'] as const
type Place = (typeof PLACES)[number]

/** Where an asset lies: on lines by their authorization, in claimable balances, in pools. */
export type AssetStat = { readonly asset: AssetName } & Readonly<Record<Place, Readonly<Tally>>>

const newTally = (): Tally => ({ count: 0, stroops: 0n })

export function placeOfLine(flags: number): Place {
  if ((flags & LINE_AUTHORIZED) !== 0) return 'authorized'
  return (flags & LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES) !== 0 ? 'maintaining' : 'unauthorized'
}

/** The order of `/assets`: by code, issuer and type. */
export function assetStatKey(asset: AssetName): string {
  const { asset_type, asset_code, asset_issuer } = assetFields(asset)
  return `${asset_code} ${asset_issuer} ${asset_type}`
}

/** Sums over the ledger's entries, one of each asset that lies anywhere (asset_stats_set.go). */
export class AssetTallies {
  readonly #stats = new Map<AssetName, Record<Place, Tally>>()

  /** @returns what the asset comes to now; undefined if there is none of it any more */
  add(asset: AssetName, place: Place, stroops: bigint, by: 1 | -1): AssetStat | undefined {
    if (asset === NATIVE) return undefined
    const stat = this.#stats.get(asset) ?? {
      authorized: newTally(),
      maintaining: newTally(),
      unauthorized: newTally(),
      claimable: newTally(),
      pools: newTally(),
    }
    stat[place].count += by
    stat[place].stroops += BigInt(by) * stroops
    const empty = PLACES.every((each) => stat[each].count === 0 && stat[each].stroops === 0n)
    if (empty) this.#stats.delete(asset)
    else this.#stats.set(asset, stat)
    return empty ? undefined : { asset, ...stat }
  }
}

interface Holding {
  readonly stroops: bigint
  readonly liveUntilLedger: number
}

const CONTRACT_DATA = 6
const CONTRACT_ID_AT = 8
const KEY_AT = 40
const INSTANCE_KEY = Buffer.from([0, 0, 0, 20])
/** A vector of two, the first of them the symbol `Balance`. */
const BALANCE_KEY = Buffer.concat([
  Buffer.from([0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 15, 0, 0, 0, 7]),
  Buffer.from('Balance\0', 'latin1'),
])

function heldIn(entry: ContractEntry): bigint | undefined {
  const { data } = xdr.LedgerEntry.schema.decode(entry.entryXdr)
  if (data.type !== CONTRACT_DATA || data.contractData.val.type !== 17) return undefined
  for (const { key, val } of data.contractData.val.map ?? []) {
    if (key.type === 15 && key.sym.toString() === 'amount' && val.type === 10) return (val.i128.hi << 64n) | val.i128.lo
  }
  return undefined
}

/** What contracts hold of assets, read out of the data of the assets' own contracts. */
export class ContractHoldings {
  readonly #holdings = new Map<string, Map<string, Holding>>()
  readonly #deployed = new Set<string>()

  take(before: ContractEntry | null, after: ContractEntry | null): void {
    const keyXdr = after?.keyXdr ?? before?.keyXdr
    if (keyXdr === undefined || keyXdr[3] !== CONTRACT_DATA || keyXdr[7] !== 1) return
    const key = Buffer.from(keyXdr.buffer, keyXdr.byteOffset, keyXdr.byteLength)
    const contract = key.toString('hex', CONTRACT_ID_AT, KEY_AT)
    if (key.subarray(KEY_AT, KEY_AT + INSTANCE_KEY.length).equals(INSTANCE_KEY)) {
      if (after === null) this.#deployed.delete(contract)
      else this.#deployed.add(contract)
    } else if (key.subarray(KEY_AT, KEY_AT + BALANCE_KEY.length).equals(BALANCE_KEY)) {
      this.#hold(contract, key.toString('latin1', KEY_AT), after)
    }
  }

  isDeployed(contract: string): boolean {
    return this.#deployed.has(contract)
  }

  /** @param ledger entries that lived until before this ledger are archived and do not count */
  of(contract: string, ledger: number): Tally {
    const tally = newTally()
    for (const { stroops, liveUntilLedger } of this.#holdings.get(contract)?.values() ?? []) {
      if (liveUntilLedger < ledger) continue
      tally.count += 1
      tally.stroops += stroops
    }
    return tally
  }

  #hold(contract: string, holder: string, after: ContractEntry | null): void {
    const holdings = this.#holdings.get(contract) ?? new Map<string, Holding>()
    const stroops = after === null ? undefined : heldIn(after)
    if (after === null || stroops === undefined) holdings.delete(holder)
    else holdings.set(holder, { stroops, liveUntilLedger: after.liveUntilLedger ?? Number.POSITIVE_INFINITY })
    if (holdings.size === 0) this.#holdings.delete(contract)
    else this.#holdings.set(contract, holdings)
  }
}
