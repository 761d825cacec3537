import type { xdr } from '@stellar/stellar-sdk/base'
import type { AssetName } from './keys.ts'
import type { ClaimantWire, SignerKeyWire } from './wire.ts'

/** What every classic ledger entry carries. */
interface Common {
  lastModifiedLedger: number
  /** Who pays this entry's reserve, if not its owner. */
  sponsor: string | null
  /** Whether the entry has the extension that names a sponsor; it keeps it when the sponsorship ends. */
  hasSponsorExtension: boolean
}

export interface AccountSigner {
  readonly key: SignerKeyWire
  readonly id: string
  readonly weight: number
  readonly sponsor: string | null
}

export interface AccountEntry extends Common {
  kind: 'account'
  address: string
  balanceStroops: bigint
  sequence: bigint
  numSubEntries: number
  inflationDestination: string | null
  flags: number
  homeDomain: xdr.XdrString
  /** Master weight, low, medium and high threshold. Replaced, never written into. */
  thresholds: Uint8Array
  /** In the order of their ids. Replaced, never written into. */
  signers: readonly AccountSigner[]
  /** How many of the account's nested extensions exist (0 to 3): liabilities, sponsorship counts, sequence age. */
  extensionLevel: number
  buyingLiabilitiesStroops: bigint
  sellingLiabilitiesStroops: bigint
  numSponsored: number
  numSponsoring: number
  sequenceLedger: number
  sequenceTime: bigint
}

export interface TrustLineEntry extends Common {
  kind: 'trustline'
  address: string
  /** Of an asset, or of the shares of a liquidity pool. */
  asset: AssetName
  balanceStroops: bigint
  limitStroops: bigint
  flags: number
  hasLiabilitiesExtension: boolean
  buyingLiabilitiesStroops: bigint
  sellingLiabilitiesStroops: bigint
  /** Lines to pool shares of the same account whose pools hold this asset; null until there was one. */
  poolUseCount: number | null
}

export interface OfferEntry extends Common {
  kind: 'offer'
  seller: string
  offerId: bigint
  selling: AssetName
  buying: AssetName
  amountStroops: bigint
  /** Price of one unit of `selling` in units of `buying`: n / d. */
  priceN: number
  priceD: number
  flags: number
}

export interface DataEntry extends Common {
  kind: 'data'
  address: string
  name: xdr.XdrString
  value: Uint8Array
}

/** An amount set aside for whoever of the claimants takes it first. It has no owner, only a sponsor: always one. */
export interface ClaimableBalanceEntry extends Common {
  kind: 'claimableBalance'
  /** The 32 bytes of its id, hex. */
  balanceId: string
  asset: AssetName
  amountStroops: bigint
  /** With relative times made absolute. Never written into. */
  claimants: readonly ClaimantWire[]
  clawbackEnabled: boolean
}

/** A liquidity pool of two assets, the product of whose reserves no trade lowers (CAP-38). Nobody owns or sponsors it. */
export interface PoolEntry extends Common {
  kind: 'pool'
  /** 32 bytes, hex. */
  poolId: string
  /** The lesser of the two assets. */
  assetA: AssetName
  assetB: AssetName
  /** Hundredths of a percent that trades leave in the pool. */
  feeBps: number
  reserveAStroops: bigint
  reserveBStroops: bigint
  totalShares: bigint
  /** Trustlines to its shares. */
  lineCount: bigint
}

/** Contract data, contract code or a network setting: kept as the bytes that the Soroban host reads and writes. */
export interface ContractEntry {
  kind: 'contract'
  /** When the time to live was written last. When the content was, its own first field says. */
  lastModifiedLedger: number
  keyXdr: Uint8Array
  entryXdr: Uint8Array
  /** Last ledger at which the entry lives; null for entries without a time to live. */
  liveUntilLedger: number | null
  /** Whether it left the live state for the archive (CAP-62): persistent entries do some time after they expired. */
  isEvicted: boolean
}

export type Entry =
  | AccountEntry
  | TrustLineEntry
  | OfferEntry
  | DataEntry
  | ClaimableBalanceEntry
  | PoolEntry
  | ContractEntry
export type ClassicEntry = Exclude<Entry, ContractEntry>
/** What an account owns. */
export type OwnedEntry = Exclude<ClassicEntry, ClaimableBalanceEntry | PoolEntry>

export const ACCOUNT_AUTH_REQUIRED = 1
export const ACCOUNT_AUTH_REVOCABLE = 2
export const ACCOUNT_AUTH_IMMUTABLE = 4
export const ACCOUNT_AUTH_CLAWBACK_ENABLED = 8

export const LINE_AUTHORIZED = 1
export const LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES = 2
export const LINE_CLAWBACK_ENABLED = 4

export const OFFER_PASSIVE = 1

/** A copy that can be changed without touching the original; nested values are replaced, never written into. */
export function cloneEntry<T extends Entry>(entry: T): T {
  return { ...entry }
}

/** The account that owns an entry, which for an account is that account itself. */
export const ownerOf = (entry: OwnedEntry): string => (entry.kind === 'offer' ? entry.seller : entry.address)
