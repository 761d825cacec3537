import { INT64_MAX } from '../ledger/wire.ts'

/**
 * How two offers trade, as the network computes it since its tenth protocol (`exchangeV10` of stellar-core).
 *
 * "Wheat" is what the offer in the book sells and the taker receives; "sheep" is what the taker sends. All quantities
 * are stroops. The laws kept: the smaller offer is always used up; the rounding error favours the offer that stays; on
 * the order book neither side gets a price more than 1 % worse than the price crossed, else nothing is traded.
 */
export type Rounding = 'normal' | 'strictReceive' | 'strictSend'

export interface Price {
  /** Sheep per wheat: n / d, both positive 32-bit integers. */
  readonly n: number
  readonly d: number
}

export interface Limits {
  readonly maxWheatSend: bigint
  readonly maxWheatReceive: bigint
  readonly maxSheepSend: bigint
  readonly maxSheepReceive: bigint
}

export interface Exchange {
  readonly wheatReceived: bigint
  readonly sheepSent: bigint
  /** Whether the offer in the book is the larger one and stays in it. */
  readonly wheatStays: boolean
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const divideUp = (a: bigint, b: bigint): bigint => (a + b - 1n) / b

/** The trade before the bound on its price error is applied; also what defines the liabilities of an offer. */
export function exchangeUnbounded(price: Price, limits: Limits, rounding: Rounding): Exchange {
  const n = BigInt(price.n)
  const d = BigInt(price.d)
  const { maxWheatSend, maxWheatReceive, maxSheepSend, maxSheepReceive } = limits
  const wheatValue = min(maxWheatSend * n, maxSheepReceive * d)
  const sheepValue = min(maxSheepSend * d, maxWheatReceive * n)
  const wheatStays = wheatValue > sheepValue
  let wheatReceived: bigint
  let sheepSent: bigint
  if (wheatStays && rounding === 'strictSend') {
    wheatReceived = sheepValue / n
    sheepSent = min(maxSheepSend, maxSheepReceive)
  } else if (wheatStays && (price.n > price.d || rounding === 'strictReceive')) {
    wheatReceived = sheepValue / n
    sheepSent = divideUp(wheatReceived * n, d)
  } else if (wheatStays) {
    sheepSent = sheepValue / d
    wheatReceived = (sheepSent * d) / n
  } else if (price.n > price.d) {
    wheatReceived = wheatValue / n
    sheepSent = (wheatReceived * n) / d
  } else {
    sheepSent = wheatValue / d
    wheatReceived = divideUp(sheepSent * d, n)
  }
  if (wheatReceived < 0n || wheatReceived > min(maxWheatReceive, maxWheatSend)) {
    throw new Error('wheat received is out of bounds')
  }
  if (sheepSent < 0n || sheepSent > min(maxSheepReceive, maxSheepSend)) throw new Error('sheep sent is out of bounds')
  return { wheatReceived, sheepSent, wheatStays }
}

/** Whether the price paid differs from the price crossed by at most 1 %; `canFavorWheat` lifts the bound on one side. */
export function withinPriceError(
  price: Price,
  wheatReceived: bigint,
  sheepSent: bigint,
  canFavorWheat: boolean,
): boolean {
  const left = 100n * BigInt(price.n) * wheatReceived
  const right = 100n * BigInt(price.d) * sheepSent
  if (canFavorWheat && right > left) return true
  const difference = left > right ? left - right : right - left
  return difference <= BigInt(price.n) * wheatReceived
}

/** The trade of two offers that cross. @throws {Error} if a law above would be broken: a bug, not a refusal. */
export function exchange(price: Price, limits: Limits, rounding: Rounding): Exchange {
  const raw = exchangeUnbounded(price, limits, rounding)
  const { wheatReceived, sheepSent, wheatStays } = raw
  const nothing = { wheatReceived: 0n, sheepSent: 0n, wheatStays }
  if (wheatReceived === 0n || sheepSent === 0n) {
    if (rounding !== 'strictSend') return nothing
    // Sending an exact amount may mean sending dust for nothing; never the reverse.
    if (sheepSent === 0n) throw new Error('nothing was sent')
    return raw
  }
  const paid = sheepSent * BigInt(price.d)
  const due = wheatReceived * BigInt(price.n)
  if (wheatStays && paid < due) throw new Error('favoured sheep although wheat stays')
  if (!wheatStays && paid > due) throw new Error('favoured wheat although sheep stays')
  if (rounding === 'normal') return withinPriceError(price, wheatReceived, sheepSent, false) ? raw : nothing
  if (!withinPriceError(price, wheatReceived, sheepSent, true)) throw new Error('exceeded the price error bound')
  return raw
}

/** The amount that an offer really offers once what its seller can deliver and accept is considered. Idempotent. */
export function adjustedAmount(price: Price, maxWheatSend: bigint, maxSheepReceive: bigint): bigint {
  const limits = { maxWheatSend, maxWheatReceive: INT64_MAX, maxSheepSend: INT64_MAX, maxSheepReceive }
  return exchange(price, limits, 'normal').wheatReceived
}

/** What an offer of `amount` promises: to deliver at most `selling`, to accept at most `buying`. */
export function offerLiabilities(price: Price, amount: bigint): { sellingStroops: bigint; buyingStroops: bigint } {
  const limits = {
    maxWheatSend: amount,
    maxWheatReceive: INT64_MAX,
    maxSheepSend: INT64_MAX,
    maxSheepReceive: INT64_MAX,
  }
  const { wheatReceived, sheepSent } = exchangeUnbounded(price, limits, 'normal')
  return { sellingStroops: wheatReceived, buyingStroops: sheepSent }
}

/** The same for an offer that names what it buys rather than what it sells. */
export function buyOfferLiabilities(
  price: Price,
  buyAmount: bigint,
): { sellingStroops: bigint; buyingStroops: bigint } {
  const limits = {
    maxWheatSend: INT64_MAX,
    maxWheatReceive: INT64_MAX,
    maxSheepSend: INT64_MAX,
    maxSheepReceive: buyAmount,
  }
  const { wheatReceived, sheepSent } = exchangeUnbounded(price, limits, 'normal')
  return { sellingStroops: wheatReceived, buyingStroops: sheepSent }
}
