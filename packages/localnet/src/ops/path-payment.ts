import { addToPosition, isAuthorized, loadPosition } from '../ledger/funds.ts'
import { type AssetName, accountIdWire, assetWire, issuerOf, NATIVE } from '../ledger/keys.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import type { ClaimAtomWire } from '../ledger/wire.ts'
import { INT64_MAX } from '../ledger/wire.ts'
import { convertWithOffersAndPools, MAX_OFFERS_TO_CROSS } from '../orderbook/convert.ts'

/** Why a path payment (and with it a payment) was refused; the numbers are those of both path payment results. */
export const PATH_REFUSAL = {
  malformed: -1,
  underfunded: -2,
  sourceNoTrust: -3,
  sourceNotAuthorized: -4,
  noDestination: -5,
  noTrust: -6,
  notAuthorized: -7,
  lineFull: -8,
  tooFewOffers: -10,
  offerCrossSelf: -11,
  constraintNotMet: -12,
} as const

export type PathRefusal = keyof typeof PATH_REFUSAL | 'exceededWorkLimit'

export interface PathPayment {
  readonly source: string
  readonly destination: string
  readonly sendAsset: AssetName
  readonly destinationAsset: AssetName
  /** Assets between the two, from the source on. */
  readonly path: readonly AssetName[]
}

export type PathOutcome =
  | { readonly refusal: PathRefusal }
  | { readonly sentStroops: bigint; readonly receivedStroops: bigint; readonly trail: readonly ClaimAtomWire[] }

/** The destination must exist, unless an asset goes straight back to its issuer. */
export function destinationMissing(txn: LedgerTxn, payment: PathPayment): boolean {
  const toIssuer =
    payment.destinationAsset !== NATIVE &&
    payment.path.length === 0 &&
    payment.sendAsset === payment.destinationAsset &&
    issuerOf(payment.destinationAsset) === payment.destination
  return !toIssuer && txn.peekAccount(payment.destination) === null
}

export function creditDestination(txn: LedgerTxn, payment: PathPayment, amountStroops: bigint): PathRefusal | null {
  const position = loadPosition(txn, payment.destination, payment.destinationAsset)
  if (position === null) return 'noTrust'
  if (position.kind === 'line' && !isAuthorized(position.line)) return 'notAuthorized'
  return addToPosition(txn.context, position, amountStroops) ? null : 'lineFull'
}

export function debitSource(txn: LedgerTxn, payment: PathPayment, amountStroops: bigint): PathRefusal | null {
  const position = loadPosition(txn, payment.source, payment.sendAsset)
  if (position === null) return 'sourceNoTrust'
  if (position.kind === 'line' && !isAuthorized(position.line)) return 'sourceNotAuthorized'
  return addToPosition(txn.context, position, -amountStroops) ? null : 'underfunded'
}

/** The pairs to trade through, as (give, get), from the source on. Neighbours that are the same asset need no trade. */
function hops(payment: PathPayment): { sheep: AssetName; wheat: AssetName }[] {
  const assets = [payment.sendAsset, ...payment.path, payment.destinationAsset]
  const pairs: { sheep: AssetName; wheat: AssetName }[] = []
  for (const [at, wheat] of assets.entries()) {
    const sheep = assets[at - 1]
    if (sheep !== undefined && sheep !== wheat) pairs.push({ sheep, wheat })
  }
  return pairs
}

const REFUSALS = {
  partial: 'tooFewOffers',
  badPrice: 'tooFewOffers',
  crossSelf: 'offerCrossSelf',
  tooManyOffers: 'exceededWorkLimit',
} as const satisfies Record<string, PathRefusal>

/** Delivers exactly `receiveStroops` and sends at most `sendMaxStroops`. Balances change even when it is refused. */
export function payStrictReceive(
  txn: LedgerTxn,
  payment: PathPayment,
  receiveStroops: bigint,
  sendMaxStroops: bigint,
): PathOutcome {
  if (destinationMissing(txn, payment)) return { refusal: 'noDestination' }
  const notCredited = creditDestination(txn, payment, receiveStroops)
  if (notCredited !== null) return { refusal: notCredited }
  let needed = receiveStroops
  let trail: ClaimAtomWire[] = []
  for (const { sheep, wheat } of hops(payment).reverse()) {
    const conversion = convertWithOffersAndPools(txn, {
      sheep,
      maxSheepSend: INT64_MAX,
      wheat,
      maxWheatReceive: needed,
      rounding: 'strictReceive',
      maxOffers: MAX_OFFERS_TO_CROSS - trail.length,
      stopAt: (offer) => (offer.seller === payment.source ? 'crossSelf' : null),
    })
    if (conversion.outcome !== 'complete') return { refusal: REFUSALS[conversion.outcome] }
    if (conversion.wheatReceived !== needed) return { refusal: 'tooFewOffers' }
    needed = conversion.sheepSent
    trail = [...conversion.trail, ...trail]
  }
  if (needed > sendMaxStroops) return { refusal: 'constraintNotMet' }
  const notDebited = debitSource(txn, payment, needed)
  if (notDebited !== null) return { refusal: notDebited }
  return { sentStroops: needed, receivedStroops: receiveStroops, trail }
}

/** Sends exactly `sendStroops` and delivers at least `receiveMinStroops`. Balances change even when it is refused. */
export function payStrictSend(
  txn: LedgerTxn,
  payment: PathPayment,
  sendStroops: bigint,
  receiveMinStroops: bigint,
): PathOutcome {
  if (destinationMissing(txn, payment)) return { refusal: 'noDestination' }
  const notDebited = debitSource(txn, payment, sendStroops)
  if (notDebited !== null) return { refusal: notDebited }
  let amount = sendStroops
  const trail: ClaimAtomWire[] = []
  for (const { sheep, wheat } of hops(payment)) {
    const conversion = convertWithOffersAndPools(txn, {
      sheep,
      maxSheepSend: amount,
      wheat,
      maxWheatReceive: INT64_MAX,
      rounding: 'strictSend',
      maxOffers: MAX_OFFERS_TO_CROSS - trail.length,
      stopAt: (offer) => (offer.seller === payment.source ? 'crossSelf' : null),
    })
    if (conversion.outcome !== 'complete') return { refusal: REFUSALS[conversion.outcome] }
    if (conversion.sheepSent !== amount) return { refusal: 'tooFewOffers' }
    amount = conversion.wheatReceived
    trail.push(...conversion.trail)
  }
  if (amount < receiveMinStroops) return { refusal: 'constraintNotMet' }
  const notCredited = creditDestination(txn, payment, amount)
  if (notCredited !== null) return { refusal: notCredited }
  return { sentStroops: sendStroops, receivedStroops: amount, trail }
}

export function lastPayment(payment: PathPayment, amount: bigint) {
  return { destination: accountIdWire(payment.destination), asset: assetWire(payment.destinationAsset), amount }
}
