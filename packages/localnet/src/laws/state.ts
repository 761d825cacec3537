import {
  type AccountEntry,
  type Entry,
  OFFER_PASSIVE,
  type OfferEntry,
  type PoolEntry,
  type TrustLineEntry,
} from '../ledger/entries.ts'
import { accountKey, compareAssets, issuerOf, NATIVE, poolIdOf, poolKey } from '../ledger/keys.ts'
import { poolIdFrom } from '../ledger/pools.ts'
import type { LedgerState } from '../ledger/state.ts'
import { INT64_MAX } from '../ledger/wire.ts'
import { holdingsOf } from './holdings.ts'
import { type Tallies, tally } from './tallies.ts'

const MOST_SUBENTRIES = 1000
const MOST_SIGNERS = 20
const MOST_CLAIMANTS = 10
const ACCOUNT_FLAGS = 0xf
const LINE_FLAGS = 7
const BOTH_AUTHORIZATIONS = 3

/**
 * For tests: every law of the state that does not depend on how it came about; those of stellar-core's invariants
 * (src/invariant) and of CAP-3, CAP-23, CAP-33, CAP-38.
 *
 * @returns what is broken, in words; empty if nothing is
 */
export function brokenLaws(state: LedgerState): string[] {
  const tallies = tally(state)
  const broken = [...brokenLumens(state), ...crossedBooks(state)]
  for (const [key, entry] of state.entries) {
    for (const what of brokenIn(state, key, entry, tallies)) broken.push(`${key} ${what}`)
  }
  return broken
}

/** Lumens are neither made nor lost: what everybody has and what was paid in fees is what there was at first. */
function brokenLumens(state: LedgerState): string[] {
  let lumens = state.feePoolStroops
  for (const { asset, stroops } of holdingsOf(state.entries.values())) if (asset === NATIVE) lumens += stroops
  if (lumens === state.totalCoinsStroops) return []
  return [`lumens in the world are ${lumens}, should be ${state.totalCoinsStroops}`]
}

function brokenIn(state: LedgerState, key: string, entry: Entry, tallies: Tallies): string[] {
  switch (entry.kind) {
    case 'account':
      return [...brokenCounts(key, entry, tallies), ...brokenLiabilities(key, entry, tallies), ...brokenAccount(entry)]
    case 'trustline':
      return [
        ...brokenLiabilities(key, entry, tallies),
        ...differs('pools of it', entry.poolUseCount ?? 0, tallies.at(key).lines),
        ...brokenLine(state, entry),
      ]
    case 'offer':
      return brokenOffer(state, entry)
    case 'data':
      return [
        ...unless(entry.name.bytes.length >= 1 && entry.name.bytes.length <= 64, 'has a name of a wrong length'),
        ...unless(entry.value.length <= 64, 'has too long a value'),
        ...unless(state.entries.has(accountKey(entry.address)), 'has no owner'),
      ]
    case 'claimableBalance':
      return [
        ...unless(entry.sponsor !== null, 'has no sponsor'),
        ...unless(entry.amountStroops > 0n, 'holds nothing'),
        ...unless(
          entry.claimants.length >= 1 && entry.claimants.length <= MOST_CLAIMANTS,
          'has a wrong number of claimants',
        ),
      ]
    case 'pool':
      return brokenPool(key, entry, tallies)
    case 'contract':
      return []
  }
}

const unless = (holds: boolean, what: string): string[] => (holds ? [] : [what])

const differs = (what: string, actual: bigint | number, expected: bigint | number): string[] =>
  unless(actual === expected, `${what} ${actual}, should be ${expected}`)

function brokenCounts(key: string, entry: AccountEntry, tallies: Tallies): string[] {
  const counted = tallies.at(key)
  return [
    ...differs('subentries', entry.numSubEntries, counted.subEntries),
    ...differs('sponsoring', entry.numSponsoring, counted.sponsoring),
    ...differs('sponsored', entry.numSponsored, counted.sponsored),
    ...unless(entry.numSubEntries <= MOST_SUBENTRIES, 'has too many subentries'),
  ]
}

function brokenLiabilities(key: string, entry: AccountEntry | TrustLineEntry, tallies: Tallies): string[] {
  const counted = tallies.at(key)
  const { balanceStroops, buyingLiabilitiesStroops: buying, sellingLiabilitiesStroops: selling } = entry
  const limitStroops = entry.kind === 'account' ? INT64_MAX : entry.limitStroops
  return [
    ...differs('buying liabilities', buying, counted.buying),
    ...differs('selling liabilities', selling, counted.selling),
    ...unless(balanceStroops >= 0n, 'has less than nothing'),
    ...unless(balanceStroops >= selling, 'cannot deliver what it offers'),
    ...unless(balanceStroops + buying <= limitStroops, 'cannot hold what it has and asks for'),
  ]
}

function brokenAccount(entry: AccountEntry): string[] {
  const ids = entry.signers.map(({ id }) => id)
  return [
    ...unless(entry.sequence >= 0n && entry.sequence <= INT64_MAX, 'has a sequence number out of bounds'),
    ...unless((entry.flags & ~ACCOUNT_FLAGS) === 0, 'has flags that do not exist'),
    ...unless(entry.homeDomain.bytes.length <= 32, 'has too long a home domain'),
    ...unless(entry.signers.length <= MOST_SIGNERS, 'has too many signers'),
    ...unless(
      ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id),
      'has signers twice or out of order',
    ),
    ...unless(
      entry.signers.every(({ weight }) => weight > 0 && weight <= 255),
      'has a signer of a wrong weight',
    ),
    ...unless(entry.numSponsored <= 2 + entry.numSubEntries, 'is sponsored more than it owns'),
  ]
}

/** A pool is there for as long as there are lines to its shares; it holds both assets or none. */
function brokenPool(key: string, entry: PoolEntry, tallies: Tallies): string[] {
  const { reserveAStroops: a, reserveBStroops: b, totalShares } = entry
  const counted = tallies.at(key)
  return [
    ...differs('lines to its shares', entry.lineCount, BigInt(counted.lines)),
    ...differs('shares', totalShares, counted.shares),
    ...unless(counted.lines > 0, 'is a pool without lines'),
    ...unless(a >= 0n && b >= 0n, 'holds less than nothing'),
    ...unless(totalShares === 0n ? a === 0n && b === 0n : a > 0n && b > 0n, 'holds one of its assets alone'),
    ...unless(entry.poolId === poolIdFrom(entry.assetA, entry.assetB), 'has the id of another pool'),
    ...unless(compareAssets(entry.assetA, entry.assetB) < 0, 'names its assets in the wrong order'),
    ...unless(entry.sponsor === null, 'has a sponsor'),
  ]
}

/** A line to shares of a pool needs nobody's authorization and offers nothing. */
function brokenPoolLine(state: LedgerState, entry: TrustLineEntry, poolId: string): string[] {
  return [
    ...unless(state.entries.has(poolKey(poolId)), 'is to shares of no pool'),
    ...unless(entry.flags === 0 && entry.poolUseCount === null, 'has what only lines to assets have'),
    ...unless(entry.limitStroops > 0n, 'has no limit'),
    ...unless(state.entries.has(accountKey(entry.address)), 'has no owner'),
  ]
}

function brokenLine(state: LedgerState, entry: TrustLineEntry): string[] {
  const poolId = poolIdOf(entry.asset)
  if (poolId !== null) return brokenPoolLine(state, entry, poolId)
  return [
    ...unless(entry.asset !== NATIVE && issuerOf(entry.asset) !== entry.address, 'is to lumens or to itself'),
    ...unless(entry.limitStroops > 0n, 'has no limit'),
    ...unless((entry.flags & ~LINE_FLAGS) === 0, 'has flags that do not exist'),
    ...unless((entry.flags & BOTH_AUTHORIZATIONS) !== BOTH_AUTHORIZATIONS, 'is authorized twice over'),
    ...unless(
      (entry.flags & BOTH_AUTHORIZATIONS) !== 0 ||
        (entry.buyingLiabilitiesStroops === 0n && entry.sellingLiabilitiesStroops === 0n),
      'is frozen and has liabilities',
    ),
    ...unless(state.entries.has(accountKey(entry.address)), 'has no owner'),
  ]
}

function brokenOffer(state: LedgerState, entry: OfferEntry): string[] {
  return [
    ...unless(entry.offerId > 0n && entry.offerId <= state.idPool, 'has an id that was never given'),
    ...unless(entry.amountStroops > 0n, 'offers nothing'),
    ...unless(entry.priceN > 0 && entry.priceD > 0, 'has no price'),
    ...unless(entry.selling !== entry.buying, 'sells what it buys'),
    ...unless((entry.flags & ~OFFER_PASSIVE) === 0, 'has flags that do not exist'),
    ...unless(state.entries.has(accountKey(entry.seller)), 'has no owner'),
  ]
}

/** No two offers could be exchanged: a book in which they could would have to have been crossed when the later one came. */
function crossedBooks(state: LedgerState): string[] {
  const broken: string[] = []
  for (const [best] of state.book.pairs()) {
    const other = best && state.book.offers(best.buying, best.selling)[0]
    if (best === undefined || other === undefined) continue
    const product = BigInt(best.priceN) * BigInt(other.priceN)
    const one = BigInt(best.priceD) * BigInt(other.priceD)
    const passive = ((best.flags | other.flags) & OFFER_PASSIVE) !== 0
    if (product < one || (product === one && !passive)) {
      broken.push(`offers ${describe(best)} and ${describe(other)} cross`)
    }
  }
  return broken
}

const describe = (offer: OfferEntry): string => `${offer.offerId} at ${offer.priceN}/${offer.priceD}`
