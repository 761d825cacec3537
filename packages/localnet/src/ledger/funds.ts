import {
  type AccountEntry,
  LINE_AUTHORIZED,
  LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES,
  type OfferEntry,
  type TrustLineEntry,
} from './entries.ts'
import { type AssetName, issuerOf, NATIVE, poolIdOf } from './keys.ts'
import type { LedgerContext, LedgerTxn } from './txn.ts'
import { INT64_MAX } from './wire.ts'

/** The lumens that an account must keep: two base reserves, one per subentry, less what others pay for it. */
export function minimumBalance(context: LedgerContext, account: AccountEntry): bigint {
  const units = 2 + account.numSubEntries + account.numSponsoring - account.numSponsored
  return BigInt(units) * context.baseReserveStroops
}

/** Lumens that can be spent; negative if the account is below its reserve. */
export function availableLumens(context: LedgerContext, account: AccountEntry): bigint {
  return account.balanceStroops - minimumBalance(context, account) - account.sellingLiabilitiesStroops
}

/** Changes an account's lumens; refuses (and changes nothing) what reserve, liabilities or the 64-bit bound forbid. */
export function addLumens(context: LedgerContext, account: AccountEntry, deltaStroops: bigint): boolean {
  if (deltaStroops === 0n) return true
  const next = account.balanceStroops + deltaStroops
  if (next < 0n || next > INT64_MAX - account.buyingLiabilitiesStroops) return false
  if (deltaStroops < 0n && next - minimumBalance(context, account) < account.sellingLiabilitiesStroops) return false
  account.balanceStroops = next
  return true
}

export const isAuthorized = (line: TrustLineEntry): boolean => (line.flags & LINE_AUTHORIZED) !== 0

/** Shares of a pool need nobody's authorization. */
export const maintainsLiabilities = (line: TrustLineEntry): boolean =>
  (line.flags & (LINE_AUTHORIZED | LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES)) !== 0 || poolIdOf(line.asset) !== null

/**
 * An account's position in an asset: its lumens, a trustline, or the issuer's own side, which is without bound and
 * leaves no trace in the ledger.
 */
export type Position =
  | { readonly kind: 'lumens'; readonly account: AccountEntry }
  | { readonly kind: 'line'; readonly line: TrustLineEntry }
  | { readonly kind: 'issuer' }

/** The position to be changed; null if the account has no line to the asset. */
export function loadPosition(txn: LedgerTxn, address: string, asset: AssetName): Position | null {
  if (asset === NATIVE) return { kind: 'lumens', account: txn.requireAccount(address) }
  if (issuerOf(asset) === address) return { kind: 'issuer' }
  const line = txn.loadTrustLine(address, asset)
  return line === null ? null : { kind: 'line', line }
}

/** The position to be read only; null if the account has no line to the asset, or is no account. */
export function peekPosition(txn: LedgerTxn, address: string, asset: AssetName): Position | null {
  if (asset === NATIVE) {
    const account = txn.peekAccount(address)
    return account === null ? null : { kind: 'lumens', account }
  }
  if (issuerOf(asset) === address) return { kind: 'issuer' }
  const line = txn.peekTrustLine(address, asset)
  return line === null ? null : { kind: 'line', line }
}

export function positionAuthorized(position: Position): boolean {
  return position.kind !== 'line' || isAuthorized(position.line)
}

export function positionBalance(position: Position): bigint {
  if (position.kind === 'issuer') return INT64_MAX
  return position.kind === 'line' ? position.line.balanceStroops : position.account.balanceStroops
}

/** What can be sent, liabilities set aside; may be negative for lumens below the reserve. */
export function availableToSend(context: LedgerContext, position: Position): bigint {
  if (position.kind === 'issuer') return INT64_MAX
  if (position.kind === 'lumens') return availableLumens(context, position.account)
  return position.line.balanceStroops - position.line.sellingLiabilitiesStroops
}

/** What can still be received, liabilities set aside. */
export function availableToReceive(position: Position): bigint {
  if (position.kind === 'issuer') return INT64_MAX
  if (position.kind === 'lumens') {
    return INT64_MAX - position.account.balanceStroops - position.account.buyingLiabilitiesStroops
  }
  const { line } = position
  return maintainsLiabilities(line) ? line.limitStroops - line.balanceStroops - line.buyingLiabilitiesStroops : 0n
}

const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n)

/** The most that a position can sell: nothing without a line or when it is frozen. */
export function canSellAtMost(context: LedgerContext, position: Position | null): bigint {
  if (position === null || (position.kind === 'line' && !maintainsLiabilities(position.line))) return 0n
  return atLeastZero(availableToSend(context, position))
}

/** The most that a position can buy. */
export function canBuyAtMost(position: Position | null): bigint {
  return position === null ? 0n : atLeastZero(availableToReceive(position))
}

/** Changes a position; refuses (and changes nothing) what limit, liabilities, reserve or authorization forbid. */
export function addToPosition(context: LedgerContext, position: Position, deltaStroops: bigint): boolean {
  if (deltaStroops === 0n || position.kind === 'issuer') return true
  if (position.kind === 'lumens') return addLumens(context, position.account, deltaStroops)
  const { line } = position
  if (!maintainsLiabilities(line)) return false
  const next = line.balanceStroops + deltaStroops
  if (next < line.sellingLiabilitiesStroops || next > line.limitStroops - line.buyingLiabilitiesStroops) return false
  line.balanceStroops = next
  return true
}

/**
 * Adds to (or, with negative amounts, takes from) the liabilities of a position.
 *
 * @returns false, without any change, if they would exceed what the position can deliver or hold
 */
export function addLiabilities(
  context: LedgerContext,
  position: Position,
  side: 'buying' | 'selling',
  deltaStroops: bigint,
): boolean {
  if (position.kind === 'issuer' || deltaStroops === 0n) return true
  const entry = position.kind === 'line' ? position.line : position.account
  const field = side === 'buying' ? 'buyingLiabilitiesStroops' : 'sellingLiabilitiesStroops'
  const next = entry[field] + deltaStroops
  if (next < 0n) return false
  if (deltaStroops > 0n && next > liabilitiesBound(context, position, side)) return false
  entry[field] = next
  if (entry.kind === 'account') entry.extensionLevel = Math.max(entry.extensionLevel, 1)
  else entry.hasLiabilitiesExtension = true
  return true
}

function liabilitiesBound(
  context: LedgerContext,
  position: Exclude<Position, { kind: 'issuer' }>,
  side: 'buying' | 'selling',
): bigint {
  if (position.kind === 'lumens') {
    const { account } = position
    return side === 'buying'
      ? INT64_MAX - account.balanceStroops
      : account.balanceStroops - minimumBalance(context, account)
  }
  const { line } = position
  return side === 'buying' ? line.limitStroops - line.balanceStroops : line.balanceStroops
}

/** What an offer promises to deliver and to accept. */
export interface OfferLiabilities {
  readonly sellingStroops: bigint
  readonly buyingStroops: bigint
}

/** Books or releases the liabilities of an offer on both of its seller's positions. @throws {Error} if they do not fit. */
export function moveOfferLiabilities(
  txn: LedgerTxn,
  offer: OfferEntry,
  liabilities: OfferLiabilities,
  direction: 'acquire' | 'release',
): void {
  const sign = direction === 'acquire' ? 1n : -1n
  const buying = loadPosition(txn, offer.seller, offer.buying)
  const selling = loadPosition(txn, offer.seller, offer.selling)
  if (buying === null || selling === null) throw new Error(`offer ${offer.offerId} has no trustline`)
  const { context } = txn
  if (
    !addLiabilities(context, buying, 'buying', sign * liabilities.buyingStroops) ||
    !addLiabilities(context, selling, 'selling', sign * liabilities.sellingStroops)
  ) {
    throw new Error(`could not ${direction} the liabilities of offer ${offer.offerId}`)
  }
}
