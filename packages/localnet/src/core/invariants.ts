import { scValToNative, xdr } from '@stellar/stellar-sdk/base'
import { encodeEntry, keyWire } from '../ledger/codec.ts'
import { type Entry, OFFER_PASSIVE, type OfferEntry, ownerOf } from '../ledger/entries.ts'
import { accountKey, issuerOf, latin1, NATIVE, trustLineKey } from '../ledger/keys.ts'
import type { LedgerState } from '../ledger/state.ts'
import type { LedgerEntryChangeWire } from '../ledger/wire.ts'
import { offerLiabilities } from '../orderbook/exchange.ts'
import { balanceParty } from '../tx/events.ts'
import type { AppliedTransaction } from './types.ts'

/** What an account's books must come to, counted afresh from everything it owns. */
interface Tally {
  subEntries: number
  sponsoring: number
  sponsored: number
  /** By stored key of the account or line. */
  buying: bigint
  selling: bigint
}

class Tallies {
  readonly #byKey = new Map<string, Tally>()

  at(key: string): Tally {
    let tally = this.#byKey.get(key)
    if (tally === undefined) {
      tally = { subEntries: 0, sponsoring: 0, sponsored: 0, buying: 0n, selling: 0n }
      this.#byKey.set(key, tally)
    }
    return tally
  }

  sponsorship(sponsor: string | null, owner: string, units: number): void {
    if (sponsor === null) return
    this.at(accountKey(sponsor)).sponsoring += units
    this.at(accountKey(owner)).sponsored += units
  }

  liability(owner: string, asset: string, side: 'buying' | 'selling', amount: bigint): void {
    if (issuerOf(asset) === owner) return
    this.at(asset === NATIVE ? accountKey(owner) : trustLineKey(owner, asset))[side] += amount
  }
}

function tally(state: LedgerState): Tallies {
  const tallies = new Tallies()
  for (const entry of state.entries.values()) {
    if (entry.kind === 'contract') continue
    if (entry.kind === 'claimableBalance') {
      if (entry.sponsor !== null) tallies.at(accountKey(entry.sponsor)).sponsoring += entry.claimants.length
      continue
    }
    const owner = ownerOf(entry)
    tallies.sponsorship(entry.sponsor, owner, entry.kind === 'account' ? 2 : 1)
    if (entry.kind === 'account') {
      tallies.at(accountKey(owner)).subEntries += entry.signers.length
      for (const signer of entry.signers) tallies.sponsorship(signer.sponsor, owner, 1)
      continue
    }
    tallies.at(accountKey(owner)).subEntries += 1
    if (entry.kind !== 'offer') continue
    const { buyingStroops, sellingStroops } = offerLiabilities(
      { n: entry.priceN, d: entry.priceD },
      entry.amountStroops,
    )
    tallies.liability(owner, entry.buying, 'buying', buyingStroops)
    tallies.liability(owner, entry.selling, 'selling', sellingStroops)
  }
  return tallies
}

/**
 * For tests: every law of the state that does not depend on how it came about.
 *
 * @returns what is broken, in words; empty if nothing is
 */
export function brokenLaws(state: LedgerState): string[] {
  const broken: string[] = []
  const expectEqual = (what: string, actual: bigint | number, expected: bigint | number): void => {
    if (actual !== expected) broken.push(`${what} is ${actual}, should be ${expected}`)
  }
  const tallies = tally(state)
  let lumens = state.feePoolStroops
  for (const [key, entry] of state.entries) {
    if (entry.kind === 'claimableBalance') {
      if (entry.asset === NATIVE) lumens += entry.amountStroops
      if (entry.sponsor === null) broken.push(`${key} has no sponsor`)
    }
    if (entry.kind !== 'account' && entry.kind !== 'trustline') continue
    const counted = tallies.at(key)
    expectEqual(`${key} buying liabilities`, entry.buyingLiabilitiesStroops, counted.buying)
    expectEqual(`${key} selling liabilities`, entry.sellingLiabilitiesStroops, counted.selling)
    if (entry.balanceStroops < entry.sellingLiabilitiesStroops) broken.push(`${key} cannot deliver what it offers`)
    if (entry.kind === 'trustline') {
      const room = entry.limitStroops - entry.balanceStroops - entry.buyingLiabilitiesStroops
      if (room < 0n) broken.push(`${key} is over its limit`)
      continue
    }
    lumens += entry.balanceStroops
    expectEqual(`${key} subentries`, entry.numSubEntries, counted.subEntries)
    expectEqual(`${key} sponsoring`, entry.numSponsoring, counted.sponsoring)
    expectEqual(`${key} sponsored`, entry.numSponsored, counted.sponsored)
  }
  expectEqual('lumens in the world', lumens, state.totalCoinsStroops)
  return [...broken, ...crossedBooks(state)]
}

function crossedBooks(state: LedgerState): string[] {
  const broken: string[] = []
  for (const [best] of state.book.pairs()) {
    const other = best && state.book.offers(best.buying, best.selling)[0]
    if (best === undefined || other === undefined) continue
    const product = BigInt(best.priceN) * BigInt(other.priceN)
    const one = BigInt(best.priceD) * BigInt(other.priceD)
    const passive = ((best.flags | other.flags) & OFFER_PASSIVE) !== 0
    if (product < one || (product === one && !passive))
      broken.push(`offers ${describe(best)} and ${describe(other)} cross`)
  }
  return broken
}

const describe = (offer: OfferEntry): string => `${offer.offerId} at ${offer.priceN}/${offer.priceD}`

/** For tests: a ledger kept from transaction meta and events alone, to compare with the real one. */
export class Shadow {
  readonly #entries = new Map<string, Uint8Array>()
  readonly #balances = new Map<string, bigint>()

  constructor(state: LedgerState) {
    for (const entry of state.entries.values()) {
      if (entry.kind === 'contract') continue
      this.#entries.set(latin1(xdr.LedgerKey.schema.encode(keyWire(entry))), encodeEntry(entry))
      const held = holding(entry)
      if (held !== null) this.#balances.set(balanceKey(held.address, held.asset), held.stroops)
    }
  }

  follow(applied: AppliedTransaction): void {
    const meta = xdr.TransactionMeta.schema.decode(applied.metaXdr)
    if (meta.v !== 4) throw new Error('unexpected meta')
    const changes = [
      changesIn(applied.feeChangesXdr),
      meta.v4.txChangesBefore,
      ...meta.v4.operations.map((operation) => operation.changes),
      changesIn(applied.refundChangesXdr),
    ].flat()
    for (const change of changes) {
      if (change.type === 2) this.#entries.delete(latin1(xdr.LedgerKey.schema.encode(change.removed)))
      const entry = change.type === 0 ? change.created : change.type === 1 ? change.updated : null
      // What contracts keep is the host's; here classic entries are followed.
      if (entry === null || entry.data.type >= 6) continue
      const bytes = xdr.LedgerEntry.schema.encode(entry)
      this.#entries.set(latin1(xdr.LedgerKey.schema.encode(keyWireOf(bytes))), bytes)
    }
    for (const { event } of applied.transactionEvents) this.#fee(event)
    for (const event of applied.contractEvents.flat()) this.#move(event)
  }

  /** What differs between the shadow and the state; empty if nothing does. */
  differences(state: LedgerState): string[] {
    const differences: string[] = []
    let classic = 0
    for (const [key, entry] of state.entries) {
      if (entry.kind === 'contract') continue
      classic += 1
      const told = this.#entries.get(latin1(xdr.LedgerKey.schema.encode(keyWire(entry))))
      if (told === undefined || Buffer.compare(told, encodeEntry(entry)) !== 0) differences.push(`meta of ${key}`)
      const held = holding(entry)
      if (held === null) continue
      const balance = this.#balances.get(balanceKey(held.address, held.asset)) ?? 0n
      if (balance !== held.stroops) differences.push(`events of ${key}: ${balance}, not ${held.stroops}`)
    }
    if (classic !== this.#entries.size) differences.push('meta tells of entries that are not there')
    return differences
  }

  #add(address: string, asset: string, amount: bigint): void {
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
    const value: unknown = scValToNative(data)
    const amount = typeof value === 'bigint' ? value : (value as { amount: bigint }).amount
    if (kind === 'transfer') {
      this.#add(first, third, -amount)
      this.#add(second, third, amount)
    } else if (kind === 'mint') this.#add(first, second, amount)
    else if (kind === 'burn' || kind === 'clawback') this.#add(first, second, -amount)
  }
}

/** What an entry holds, and under which address events tell of it; null for an entry that holds nothing. */
function holding(entry: Entry): { address: string; asset: string; stroops: bigint } | null {
  switch (entry.kind) {
    case 'account':
      return { address: entry.address, asset: NATIVE, stroops: entry.balanceStroops }
    case 'trustline':
      return { address: entry.address, asset: entry.asset, stroops: entry.balanceStroops }
    case 'claimableBalance':
      return { address: balanceParty(entry.balanceId).address, asset: entry.asset, stroops: entry.amountStroops }
    default:
      return null
  }
}

/** The changes in XDR of LedgerEntryChanges, for which the SDK has no type: meta of form 0 is a list of lists of changes. */
function changesIn(bytes: Uint8Array): LedgerEntryChangeWire[] {
  const meta = xdr.TransactionMeta.schema.decode(Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), bytes]))
  if (meta.v !== 0) throw new Error('unexpected meta')
  return meta.operations.flatMap(({ changes }) => changes)
}

const balanceKey = (address: string, asset: string): string => `${address} ${asset}`

function keyWireOf(entryXdr: Uint8Array): Parameters<typeof xdr.LedgerKey.schema.encode>[0] {
  const { data } = xdr.LedgerEntry.schema.decode(entryXdr)
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
    default:
      throw new Error('not a classic entry')
  }
}
