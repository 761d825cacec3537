import { createHash } from 'node:crypto'
import { StrKey, scValToNative, xdr } from '@stellar/stellar-sdk/base'
import type { ClosedLedger } from '../core/types.ts'
import { encodeEntry, keyWire, ttlWire } from '../ledger/codec.ts'
import { type AssetName, assetWire, latin1, NATIVE } from '../ledger/keys.ts'
import type { LedgerState } from '../ledger/state.ts'
import type { LedgerEntryChangeWire } from '../ledger/wire.ts'
import { holdingsOf } from './holdings.ts'
import { keyText, keyTextOf, type ToldTransaction } from './told.ts'

/**
 * For tests: a ledger kept from transaction meta, events and fees alone, to compare with the real one. Whoever follows the network
 * by what it tells must come to the same entries and the same balances.
 */
export class Shadow {
  readonly #networkId: Uint8Array
  readonly #entries = new Map<string, Uint8Array>()
  readonly #balances = new Map<string, bigint>()
  readonly #assetContracts = new Map<AssetName, string>()
  #feePoolStroops: bigint

  constructor(state: LedgerState, networkId: Uint8Array) {
    this.#networkId = networkId
    this.#feePoolStroops = state.feePoolStroops
    for (const [key, bytes] of bytesOf(state)) this.#entries.set(key, bytes)
    for (const { address, asset, stroops } of holdingsOf(state.entries.values())) {
      this.#balances.set(balanceKey(address, asset), stroops)
    }
  }

  /** Takes a ledger in, in the order in which it was made: all fees, then each transaction, then all refunds, then what left. */
  follow(ledger: ClosedLedger, transactions: readonly ToldTransaction[]): void {
    for (const { feeChanges } of transactions) this.#apply(feeChanges)
    for (const { changesBefore, operations } of transactions) {
      this.#apply(changesBefore)
      for (const changes of operations) this.#apply(changes)
    }
    for (const { refundChanges } of transactions) this.#apply(refundChanges)
    for (const key of ledger.evictedKeysXdr) this.#entries.delete(latin1(key))
    for (const { applied } of transactions) {
      for (const { event } of applied.transactionEvents) this.#fee(event)
      for (const event of applied.contractEvents.flat()) this.#move(event)
      this.#feePoolStroops += applied.feeChargedStroops
    }
  }

  /** What differs between the shadow and the state; empty if nothing does. */
  differences(state: LedgerState): string[] {
    const differences: string[] = []
    const real = bytesOf(state)
    for (const [key, bytes] of real) {
      const told = this.#entries.get(key)
      if (told === undefined || Buffer.compare(told, bytes) !== 0) differences.push(`meta of ${hexOf(key)}`)
    }
    for (const key of this.#entries.keys()) {
      if (!real.has(key)) differences.push(`meta tells of ${hexOf(key)}, which is not there`)
    }
    const held = new Set<string>()
    for (const { address, asset, stroops } of holdingsOf(state.entries.values())) {
      const key = balanceKey(address, asset)
      held.add(key)
      const balance = this.#balances.get(key) ?? 0n
      if (balance !== stroops) differences.push(`events of ${key} come to ${balance}, not ${stroops}`)
    }
    for (const [key, stroops] of this.#balances) {
      // An issuer's own side is without bound and is not told of.
      if (!held.has(key) && stroops !== 0n) differences.push(`events tell of ${stroops} that ${key} does not hold`)
    }
    if (this.#feePoolStroops !== state.feePoolStroops) {
      differences.push(`fees come to ${this.#feePoolStroops}, not ${state.feePoolStroops}`)
    }
    return differences
  }

  #apply(changes: readonly LedgerEntryChangeWire[]): void {
    for (const change of changes) {
      if (change.type === 2) this.#entries.delete(keyText(change.removed))
      const entry =
        change.type === 0
          ? change.created
          : change.type === 1
            ? change.updated
            : change.type === 4
              ? change.restored
              : null
      if (entry !== null) this.#entries.set(keyTextOf(entry), xdr.LedgerEntry.schema.encode(entry))
    }
  }

  #add(address: string, asset: AssetName, amount: bigint): void {
    const [, issuer] = asset.split(':')
    if (address === issuer) return
    const key = balanceKey(address, asset)
    this.#balances.set(key, (this.#balances.get(key) ?? 0n) + amount)
  }

  #fee(event: xdr.ContractEvent): void {
    const { topics, data } = event.body.v0
    const [, payer] = topics.map((topic) => String(scValToNative(topic)))
    this.#add(payer ?? '', NATIVE, -BigInt(scValToNative(data)))
  }

  #move(event: xdr.ContractEvent): void {
    const { topics, data } = event.body.v0
    const [kind, first = '', second = '', third = ''] = topics.map((topic) => String(scValToNative(topic)))
    const asset = kind === 'transfer' ? third : second
    // Contracts that people wrote may say what they like: only an asset's own contract speaks for the asset.
    if (!this.#isOf(event, asset)) return
    const value: unknown = scValToNative(data)
    const amount = typeof value === 'bigint' ? value : (value as { amount: bigint }).amount
    if (kind === 'transfer') {
      this.#add(first, asset, -amount)
      this.#add(second, asset, amount)
    } else if (kind === 'mint') this.#add(first, asset, amount)
    else if (kind === 'burn' || kind === 'clawback') this.#add(first, asset, -amount)
  }

  #isOf({ contractId }: xdr.ContractEvent, asset: AssetName): boolean {
    if (contractId === null || contractId === undefined) return false
    if (asset !== NATIVE && !/^[a-zA-Z0-9]{1,12}:G[A-Z2-7]{55}$/.test(asset)) return false
    let contract = this.#assetContracts.get(asset)
    if (contract === undefined) {
      const preimage = xdr.HashIdPreimage.schema.encode({
        type: 8,
        contractId: { networkId: this.#networkId, contractIdPreimage: { type: 1, fromAsset: assetWire(asset) } },
      })
      contract = StrKey.encodeContract(createHash('sha256').update(preimage).digest())
      this.#assetContracts.set(asset, contract)
    }
    return StrKey.encodeContract(contractId.toXdr()) === contract
  }
}

/** Every entry of the state by its ledger key, times to live included. */
function bytesOf(state: LedgerState): Map<string, Uint8Array> {
  const bytes = new Map<string, Uint8Array>()
  for (const entry of state.entries.values()) {
    // What is archived left the live state, and was told to have left.
    if (entry.kind === 'contract' && entry.isEvicted) continue
    if (entry.kind === 'contract' && entry.liveUntilLedger !== null) {
      const ttl = ttlWire(entry, entry.liveUntilLedger)
      bytes.set(keyTextOf(ttl), xdr.LedgerEntry.schema.encode(ttl))
    }
    const key = entry.kind === 'contract' ? latin1(entry.keyXdr) : keyText(keyWire(entry))
    bytes.set(key, encodeEntry(entry))
  }
  return bytes
}

const balanceKey = (address: string, asset: AssetName): string => `${address} ${asset}`

const hexOf = (key: string): string => Buffer.from(key, 'latin1').toString('hex')
