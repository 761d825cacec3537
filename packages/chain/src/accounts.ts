import * as xdr from '@stellar/stellar-sdk/xdr'
import { accountId, addressOfAccount, xdrText } from './address.ts'
import { type Asset, trustLineAsset } from './assets.ts'
import type { Chain } from './chain.ts'
import { type LedgerEntry, ledgerEntries } from './ledger-entries.ts'

/** An account as the ledger has it. Amounts are stroops. */
export interface AccountState {
  readonly address: string
  /** The last sequence number used; the next transaction uses one more. */
  readonly sequence: bigint
  /** Lumens. */
  readonly balanceStroops: bigint
  readonly sellingLiabilitiesStroops: bigint
  readonly buyingLiabilitiesStroops: bigint
  readonly subentryCount: number
  readonly flags: {
    readonly authRequired: boolean
    readonly authRevocable: boolean
    readonly authImmutable: boolean
    readonly authClawbackEnabled: boolean
  }
  readonly masterWeight: number
  readonly thresholds: { readonly low: number; readonly medium: number; readonly high: number }
  /** Further keys and their weights; keys of other kinds than Ed25519 are left out. */
  readonly signers: readonly { readonly address: string; readonly weight: number }[]
  readonly homeDomain: string
}

/** A holder's line of an asset. Amounts are stroops. */
export interface TrustlineState {
  readonly address: string
  readonly asset: Asset
  readonly balanceStroops: bigint
  readonly limitStroops: bigint
  readonly sellingLiabilitiesStroops: bigint
  readonly buyingLiabilitiesStroops: bigint
  readonly authorized: boolean
  readonly clawbackEnabled: boolean
}

/** Reads accounts in batches; who has none is not in the answer. */
export async function accounts(chain: Chain, addresses: readonly string[]): Promise<ReadonlyMap<string, AccountState>> {
  const keys = new Map(addresses.map((address) => [address, accountKey(address)]))
  const entries = await ledgerEntries(chain, [...keys.values()])
  const found = new Map<string, AccountState>()
  for (const [address, key] of keys) {
    const entry = entries.get(xdrText(key))
    if (entry) found.set(address, accountOf(address, entry))
  }
  return found
}

/** Reads one account; undefined when there is none. */
export const account = async (chain: Chain, address: string): Promise<AccountState | undefined> =>
  (await accounts(chain, [address])).get(address)

/** The sequence numbers last used, in batches; 0 is no account's, so who has none is not in the answer. */
export async function sequences(chain: Chain, addresses: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const found = await accounts(chain, addresses)
  return new Map([...found].map(([address, { sequence }]) => [address, sequence]))
}

/** Reads the lines that holders have of one asset, in batches; who has none is not in the answer. */
export async function trustlines(
  chain: Chain,
  addresses: readonly string[],
  asset: Asset,
): Promise<ReadonlyMap<string, TrustlineState>> {
  const keys = new Map(addresses.map((address) => [address, trustlineKey(address, asset)]))
  const entries = await ledgerEntries(chain, [...keys.values()])
  const found = new Map<string, TrustlineState>()
  for (const [address, key] of keys) {
    const entry = entries.get(xdrText(key))
    if (entry) found.set(address, trustlineOf(address, asset, entry))
  }
  return found
}

/** Reads one holder's line; undefined when there is none. */
export const trustline = async (chain: Chain, address: string, asset: Asset): Promise<TrustlineState | undefined> =>
  (await trustlines(chain, [address], asset)).get(address)

/** What accounts hold of an asset in stroops, lumens too; who has no account or line holds 0. */
export async function balances(
  chain: Chain,
  addresses: readonly string[],
  asset: Asset,
): Promise<ReadonlyMap<string, bigint>> {
  const found = asset === 'native' ? await accounts(chain, addresses) : await trustlines(chain, addresses, asset)
  return new Map(addresses.map((address) => [address, found.get(address)?.balanceStroops ?? 0n]))
}

const accountKey = (address: string): xdr.LedgerKey =>
  xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: accountId(address) }))

const trustlineKey = (address: string, asset: Asset): xdr.LedgerKey =>
  xdr.LedgerKey.trustline(new xdr.LedgerKeyTrustLine({ accountId: accountId(address), asset: trustLineAsset(asset) }))

function accountOf(address: string, { data }: LedgerEntry): AccountState {
  if (data.type !== 'account') throw new Error(`not an account entry: ${data.type}`)
  const entry = data.account
  const [masterWeight = 0, low = 0, medium = 0, high = 0] = entry.thresholds.value
  return {
    address,
    sequence: entry.seqNum,
    balanceStroops: entry.balance,
    ...liabilitiesOf(entry.ext),
    subentryCount: entry.numSubEntries,
    flags: {
      authRequired: (entry.flags & 1) !== 0,
      authRevocable: (entry.flags & 2) !== 0,
      authImmutable: (entry.flags & 4) !== 0,
      authClawbackEnabled: (entry.flags & 8) !== 0,
    },
    masterWeight,
    thresholds: { low, medium, high },
    signers: entry.signers.flatMap(({ key, weight }) =>
      key.type === 'signerKeyTypeEd25519'
        ? [{ address: addressOfAccount(xdr.PublicKey.publicKeyTypeEd25519(key.ed25519)), weight }]
        : [],
    ),
    homeDomain: entry.homeDomain.toString(),
  }
}

function trustlineOf(address: string, asset: Asset, { data }: LedgerEntry): TrustlineState {
  if (data.type !== 'trustline') throw new Error(`not a trustline entry: ${data.type}`)
  const entry = data.trustLine
  return {
    address,
    asset,
    balanceStroops: entry.balance,
    limitStroops: entry.limit,
    ...liabilitiesOf(entry.ext),
    authorized: (entry.flags & 1) !== 0,
    clawbackEnabled: (entry.flags & 4) !== 0,
  }
}

function liabilitiesOf(ext: xdr.AccountEntryExt | xdr.TrustLineEntryExt) {
  const liabilities = ext.type === 'v1' ? ext.v1.liabilities : undefined
  return {
    sellingLiabilitiesStroops: liabilities?.selling ?? 0n,
    buyingLiabilitiesStroops: liabilities?.buying ?? 0n,
  }
}
