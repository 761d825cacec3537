import type { AccountEntry, AccountSigner, ClaimableBalanceEntry, OwnedEntry } from './entries.ts'
import { availableLumens, minimumBalance } from './funds.ts'
import { poolIdOf } from './keys.ts'
import type { LedgerTxn } from './txn.ts'

const MAX_SUBENTRIES = 1000
const UINT32_MAX = 0xffff_ffff

/** Why an entry, a signer or a sponsorship could not be added. */
export type ReserveRefusal = 'lowReserve' | 'tooManySubentries' | 'tooManySponsoring'

/** Who sponsors the future reserves of whom, within one transaction: sponsored address -> sponsor. */
export type Sponsorships = Map<string, string>

/** Base reserves that an entry takes. */
export function reserveUnits(entry: OwnedEntry | ClaimableBalanceEntry): number {
  if (entry.kind === 'claimableBalance') return entry.claimants.length
  if (entry.kind === 'trustline') return poolIdOf(entry.asset) === null ? 1 : 2
  return entry.kind === 'account' ? 2 : 1
}

function tooManySubentries(account: AccountEntry, units: number): boolean {
  return (
    account.numSubEntries > MAX_SUBENTRIES - units || account.numSponsoring + account.numSubEntries + units > UINT32_MAX
  )
}

function cannotSponsor(txn: LedgerTxn, sponsor: AccountEntry, units: number): ReserveRefusal | null {
  const { context } = txn
  if (availableLumens(context, sponsor) < BigInt(units) * context.baseReserveStroops) return 'lowReserve'
  return sponsor.numSponsoring + sponsor.numSubEntries + units > UINT32_MAX ? 'tooManySponsoring' : null
}

function changeSponsoring(account: AccountEntry, units: number): void {
  account.numSponsoring += units
  account.extensionLevel = Math.max(account.extensionLevel, 2)
}

function changeSponsored(account: AccountEntry, units: number): void {
  account.numSponsored += units
  account.extensionLevel = Math.max(account.extensionLevel, 2)
}

/**
 * Books the reserve of a new entry, on its owner or on whoever sponsors the owner's future reserves.
 *
 * @param owner the account that will own the entry; for a new account, that account itself
 * @returns why it cannot be, with nothing changed; null if it was done
 */
export function bookNewEntry(
  txn: LedgerTxn,
  sponsorships: Sponsorships,
  entry: OwnedEntry,
  owner: AccountEntry,
): ReserveRefusal | null {
  const units = reserveUnits(entry)
  const isSubentry = entry.kind !== 'account'
  const sponsorAddress = sponsorships.get(owner.address)
  if (sponsorAddress !== undefined) {
    if (isSubentry && tooManySubentries(owner, units)) return 'tooManySubentries'
    const sponsor = txn.requireAccount(sponsorAddress)
    const refusal = cannotSponsor(txn, sponsor, units)
    if (refusal !== null) return refusal
    if (isSubentry) owner.numSubEntries += units
    entry.sponsor = sponsorAddress
    entry.hasSponsorExtension = true
    changeSponsoring(sponsor, units)
    changeSponsored(owner, units)
    return null
  }
  const { context } = txn
  if (!isSubentry) return owner.balanceStroops < minimumBalance(context, owner) ? 'lowReserve' : null
  if (tooManySubentries(owner, units)) return 'tooManySubentries'
  if (availableLumens(context, owner) < BigInt(units) * context.baseReserveStroops) return 'lowReserve'
  owner.numSubEntries += units
  return null
}

/**
 * Books the reserve of a new claimable balance on whoever sponsors its creator's future reserves, or else on the creator: it is
 * nobody's subentry and always sponsored (CAP-23).
 *
 * @returns why it cannot be, with nothing changed; null if it was done
 */
export function bookNewBalance(
  txn: LedgerTxn,
  sponsorships: Sponsorships,
  entry: ClaimableBalanceEntry,
  creator: string,
): ReserveRefusal | null {
  const units = reserveUnits(entry)
  const sponsorAddress = sponsorships.get(creator) ?? creator
  const sponsor = txn.requireAccount(sponsorAddress)
  const refusal = cannotSponsor(txn, sponsor, units)
  if (refusal !== null) return refusal
  entry.sponsor = sponsorAddress
  entry.hasSponsorExtension = true
  changeSponsoring(sponsor, units)
  return null
}

/**
 * Books the reserve of a claimable balance that a line to pool shares was turned into, on who paid for the line: whatever that account
 * has left, since the line took as much. Only who sponsors the future reserves of that account is asked.
 *
 * @returns why it cannot be, with nothing changed; null if it was done
 */
export function bookRedeemedBalance(
  txn: LedgerTxn,
  sponsorships: Sponsorships,
  entry: ClaimableBalanceEntry,
  backer: string,
): ReserveRefusal | null {
  if (sponsorships.has(backer)) return bookNewBalance(txn, sponsorships, entry, backer)
  entry.sponsor = backer
  entry.hasSponsorExtension = true
  changeSponsoring(txn.requireAccount(backer), reserveUnits(entry))
  return null
}

/** Releases the reserve of a claimable balance that is about to be removed. */
export function releaseBalance(txn: LedgerTxn, entry: ClaimableBalanceEntry): void {
  if (entry.sponsor !== null) changeSponsoring(txn.requireAccount(entry.sponsor), -reserveUnits(entry))
}

/** Hands the sponsorship of a claimable balance to another account. Same outcome as `moveReserve`. */
export function moveBalanceSponsor(txn: LedgerTxn, entry: ClaimableBalanceEntry, to: string): ReserveRefusal | null {
  const units = reserveUnits(entry)
  const sponsor = txn.requireAccount(to)
  const refusal = cannotSponsor(txn, sponsor, units)
  if (refusal !== null) return refusal
  changeSponsoring(sponsor, units)
  releaseBalance(txn, entry)
  entry.sponsor = to
  return null
}

/** Releases the reserve of an entry that is about to be removed. */
export function releaseEntry(txn: LedgerTxn, entry: OwnedEntry, owner: AccountEntry): void {
  const units = reserveUnits(entry)
  if (entry.kind !== 'account') owner.numSubEntries -= units
  if (entry.sponsor === null) return
  changeSponsoring(txn.requireAccount(entry.sponsor), -units)
  changeSponsored(owner, -units)
}

/** Books the reserve of a signer to be added. @returns who sponsors it, or why it cannot be */
export function bookNewSigner(
  txn: LedgerTxn,
  sponsorships: Sponsorships,
  account: AccountEntry,
): { sponsor: string | null } | { refusal: ReserveRefusal } {
  if (tooManySubentries(account, 1)) return { refusal: 'tooManySubentries' }
  const sponsorAddress = sponsorships.get(account.address)
  if (sponsorAddress === undefined) {
    if (availableLumens(txn.context, account) < txn.context.baseReserveStroops) return { refusal: 'lowReserve' }
    account.numSubEntries += 1
    return { sponsor: null }
  }
  const sponsor = txn.requireAccount(sponsorAddress)
  const refusal = cannotSponsor(txn, sponsor, 1)
  if (refusal !== null) return { refusal }
  account.numSubEntries += 1
  changeSponsoring(sponsor, 1)
  changeSponsored(account, 1)
  return { sponsor: sponsorAddress }
}

/** Takes a signer off an account and releases its reserve. */
export function removeSigner(txn: LedgerTxn, account: AccountEntry, signer: AccountSigner): void {
  account.numSubEntries -= 1
  if (signer.sponsor !== null) {
    changeSponsoring(txn.requireAccount(signer.sponsor), -1)
    changeSponsored(account, -1)
  }
  account.signers = account.signers.filter((other) => other.id !== signer.id)
}

/**
 * Moves the reserve of `units` from one payer to another; null stands for the owner itself.
 *
 * @returns why it cannot be, with nothing changed; null if it was done
 */
export function moveReserve(
  txn: LedgerTxn,
  owner: AccountEntry,
  from: string | null,
  to: string | null,
  units: number,
): ReserveRefusal | null {
  const { context } = txn
  if (from === null && to === null) return null
  if (from !== null && to === null) {
    if (availableLumens(context, owner) < BigInt(units) * context.baseReserveStroops) return 'lowReserve'
  }
  if (to !== null) {
    const refusal = cannotSponsor(txn, txn.requireAccount(to), units)
    if (refusal !== null) return refusal
  }
  if (from === null) changeSponsored(owner, units)
  else changeSponsoring(txn.requireAccount(from), -units)
  if (to === null) changeSponsored(owner, -units)
  else changeSponsoring(txn.requireAccount(to), units)
  return null
}

/** Moves the sponsorship of an entry. Same outcome as `moveReserve`. */
export function moveEntrySponsor(
  txn: LedgerTxn,
  entry: OwnedEntry,
  owner: AccountEntry,
  to: string | null,
): ReserveRefusal | null {
  const refusal = moveReserve(txn, owner, entry.sponsor, to, reserveUnits(entry))
  if (refusal !== null) return refusal
  entry.sponsor = to
  if (to !== null) entry.hasSponsorExtension = true
  return null
}
