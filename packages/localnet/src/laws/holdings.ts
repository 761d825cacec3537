import { Address, scValToNative, xdr } from '@stellar/stellar-sdk/base'
import type { ContractEntry, Entry } from '../ledger/entries.ts'
import { type AssetName, NATIVE, poolIdOf } from '../ledger/keys.ts'
import { balanceParty, poolParty } from '../tx/events.ts'

/** What an entry holds, and under which address events tell of it. */
export interface Holding {
  readonly address: string
  readonly asset: AssetName
  readonly stroops: bigint
}

type ContractFact =
  | { readonly kind: 'assetContract'; readonly contract: string; readonly asset: AssetName }
  /** The balance of a contract, kept by the contract of an asset; or something that looks like one. */
  | { readonly kind: 'balance'; readonly contract: string; readonly holder: string; readonly stroops: bigint }
  | null

/** Entries are never changed in place: what was read of one stays true. */
const facts = new WeakMap<ContractEntry, ContractFact>()

const CONTRACT_DATA = 6

/**
 * For tests: everything that holds an asset, in no order: accounts, lines, claimable balances, pools, and contracts by the
 * books of the asset's own contract.
 */
export function holdingsOf(entries: Iterable<Entry>): Holding[] {
  const holdings: Holding[] = []
  const balances: Extract<ContractFact, { kind: 'balance' }>[] = []
  const assets = new Map<string, AssetName>()
  for (const entry of entries) {
    if (entry.kind !== 'contract') {
      holdings.push(...classicHoldings(entry))
      continue
    }
    const fact = factOf(entry)
    if (fact?.kind === 'assetContract') assets.set(fact.contract, fact.asset)
    if (fact?.kind === 'balance') balances.push(fact)
  }
  for (const { contract, holder, stroops } of balances) {
    const asset = assets.get(contract)
    // Other contracts may keep balances of their own under the same name.
    if (asset !== undefined) holdings.push({ address: holder, asset, stroops })
  }
  return holdings
}

function classicHoldings(entry: Exclude<Entry, ContractEntry>): Holding[] {
  switch (entry.kind) {
    case 'account':
      return [{ address: entry.address, asset: NATIVE, stroops: entry.balanceStroops }]
    case 'trustline':
      // Shares of a pool are a claim on what the pool holds, no asset beside it.
      if (poolIdOf(entry.asset) !== null) return []
      return [{ address: entry.address, asset: entry.asset, stroops: entry.balanceStroops }]
    case 'claimableBalance':
      return [{ address: balanceParty(entry.balanceId).address, asset: entry.asset, stroops: entry.amountStroops }]
    case 'pool': {
      const { address } = poolParty(entry.poolId)
      return [
        { address, asset: entry.assetA, stroops: entry.reserveAStroops },
        { address, asset: entry.assetB, stroops: entry.reserveBStroops },
      ]
    }
    default:
      return []
  }
}

function factOf(entry: ContractEntry): ContractFact {
  let fact = facts.get(entry)
  if (fact === undefined) {
    fact = entry.keyXdr[3] === CONTRACT_DATA ? readFact(entry) : null
    facts.set(entry, fact)
  }
  return fact
}

function readFact({ entryXdr }: ContractEntry): ContractFact {
  const { data } = xdr.LedgerEntry.fromXdr(entryXdr)
  if (data.type !== 'contractData') return null
  const { key, val } = data.contractData
  const contract = Address.fromScAddress(data.contractData.contract).toString()
  if (val.type === 'scvContractInstance') {
    if (val.instance.executable.type !== 'contractExecutableStellarAsset') return null
    const metadata = val.instance.storage?.find(
      ({ key: name }) => name.type === 'scvSymbol' && String(name.sym) === 'METADATA',
    )
    const { name } = scValToNative(metadata?.val ?? xdr.ScVal.scvVoid()) as { name: string }
    return { kind: 'assetContract', contract, asset: name }
  }
  const [tag, holder] = key.type === 'scvVec' ? (key.vec ?? []) : []
  if (tag?.type !== 'scvSymbol' || String(tag.sym) !== 'Balance' || holder?.type !== 'scvAddress') return null
  const { amount } = scValToNative(val) as { amount?: bigint }
  if (typeof amount !== 'bigint') return null
  return { kind: 'balance', contract, holder: Address.fromScAddress(holder.address).toString(), stroops: amount }
}
