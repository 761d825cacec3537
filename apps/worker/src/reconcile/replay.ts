import {
  buyBonds,
  closeFunding,
  closeLedger,
  type Ended,
  EXPORT_PARTY,
  fundLedgerCoupon,
  ledgerTotalStroops,
  matureLedger,
  type OfferingBuckets,
  type OfferingLedger,
  openLedger,
  passTime,
  proposeCoupon,
  type Receipt,
  receiveExport,
  receivePayment,
  redemptionPriceStroops,
  refundBonds,
  takeOut,
  unwindLedger,
  voidCoupon,
  withdrawCredit,
} from '@heliobond/domain'
import type { Comparison } from './comparison.ts'
import type { LifeOfOffering, OfferingEvent, ReceiptRow } from './offering-life.ts'

const big = (value: unknown): bigint => BigInt(String(value ?? 0))
export const sumOf = (values: unknown): bigint =>
  (values as readonly unknown[]).reduce<bigint>((sum, one) => sum + big(one), 0n)

/**
 * Lives an offering again in the engine, from its first sale to its last stroop, whatever it is: a bond that keeps or passes its principal through,
 * equity or a donation, in default, unwound or refunded. Each sale, receipt, funding and ending is set beside the event that told it and
 * the books that keep it, and every bucket at the end beside the contract's.
 */
export function replay(life: LifeOfOffering, buckets: ReadonlyMap<string, bigint>, comparison: Comparison): void {
  const replayed = new Replay(life, comparison)
  for (const [place, event] of life.events.entries()) {
    try {
      replayed.enter(event)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      // The engine refuses what the contract can never have booked: from here on there is nothing to compare with.
      comparison.equal(`event ${place + 1}, ${event.name}, by the engine`, 'count', 'possible', error.message)
      return
    }
  }
  replayed.compareWith(buckets)
}

/** The engine's figures of a receipt, by the names of its event and of its row in the books. */
const FIGURES: readonly (readonly [keyof Receipt, string, keyof ReceiptRow])[] = [
  ['operations', 'operations', 'operations'],
  ['coupon', 'coupon', 'coupon'],
  ['reserve', 'reserve', 'reserve'],
  ['renewal', 'renewal', 'renewal'],
  ['principal', 'principal', 'principal'],
  ['surplus', 'surplus', 'surplus'],
  ['creditUsed', 'credit_used', 'creditUsed'],
  ['loanReturned', 'loan_returned', 'loanReturned'],
]

class Replay {
  #ledger: OfferingLedger
  readonly #life: LifeOfOffering
  readonly #comparison: Comparison
  #receipts = 0
  #pot = 0n

  constructor(life: LifeOfOffering, comparison: Comparison) {
    this.#life = life
    this.#ledger = openLedger(life.rules, life.portionsBps.length)
    this.#comparison = comparison
  }

  enter({ name, at, tx_hash, data }: OfferingEvent): void {
    this.#ledger = passTime(this.#ledger, BigInt(at))
    switch (name) {
      case 'Invested':
        this.#invested(data)
        break
      case 'Refunded':
        this.#ledger = refundBonds(this.#ledger, big(data.bonds), big(data.paid))
        break
      case 'FundingClosed':
        this.#fundingClosed(data, BigInt(at))
        break
      case 'ReceiptIssued':
        this.#receipt(data, this.#life.applied.get(tx_hash)?.shift() ?? 0n)
        break
      case 'CouponProposed':
        this.#proposed(data)
        break
      case 'CouponVoided':
        this.#ledger = voidCoupon(this.#ledger, Number(data.number))
        break
      case 'CouponFunded':
        this.#funded(data)
        break
      case 'ClaimsPaid':
        this.#take('couponsUnclaimed', sumOf(data.amounts))
        break
      case 'Redeemed':
        this.#take('redemption', sumOf(data.amounts))
        break
      case 'OperationsDrawn':
        this.#take('operations', big(data.amount))
        break
      case 'Disbursed':
        this.#take('construction', big(data.amount))
        break
      case 'CreditWithdrawn':
        this.#ledger = withdrawCredit(this.#ledger, Number(data.party), big(data.amount))
        break
      case 'Called':
        this.#ledger = { ...this.#ledger, callDate: big(data.date) }
        break
      case 'Defaulted':
        // A call that could not be kept is off.
        this.#ledger = { ...this.#ledger, callDate: 0n, isDefaulted: true }
        break
      case 'Cured':
        this.#ledger = { ...this.#ledger, isDefaulted: false }
        break
      case 'Matured':
        this.#ended('maturity', matureLedger(this.#ledger), data)
        break
      case 'Unwound':
        this.#ended('unwinding', unwindLedger(this.#ledger), data)
        break
      case 'Closed':
        this.#ledger = closeLedger(this.#ledger)
        break
      case 'UnclaimedSwept':
        this.#swept(data)
        break
    }
  }

  compareWith(buckets: ReadonlyMap<string, bigint>): void {
    const { credits, couponsUnclaimed, ...named } = this.#ledger.buckets
    for (const [name, stroops] of Object.entries({ ...named, coupons_unclaimed: couponsUnclaimed }))
      this.#comparison.equal(`bucket ${name} by the engine`, 'stroops', stroops, buckets.get(name) ?? 0n)
    for (const [party, credit] of credits.entries())
      this.#comparison.equal(
        `credit of party ${party} by the engine`,
        'stroops',
        credit,
        buckets.get(`credit:${party}`) ?? 0n,
      )
    const held = [...buckets.values()].reduce((sum, stroops) => sum + stroops, 0n)
    this.#comparison.equal('all buckets by the engine', 'stroops', ledgerTotalStroops(this.#ledger), held)
    if (this.#pot === 0n) return
    for (const { holder, bonds, paid } of this.#life.redemptions)
      this.#comparison.equal(
        `redemption of ${bonds} stroops of bonds of ${holder}`,
        'stroops',
        redemptionPriceStroops(bonds, this.#pot, this.#ledger.mintedStroops - this.#ledger.refundedStroops),
        paid,
      )
  }

  #invested(data: OfferingEvent['data']): void {
    const { ledger, costStroops } = buyBonds(this.#ledger, big(data.bonds))
    this.#ledger = ledger
    const name = `purchase of ${data.investor} up to ${ledger.mintedStroops} stroops of bonds`
    this.#comparison.equal(`${name}: minted`, 'stroops', ledger.mintedStroops, big(data.minted))
    this.#comparison.equal(`${name}: cost`, 'stroops', costStroops, big(data.cost))
  }

  #fundingClosed(data: OfferingEvent['data'], now: bigint): void {
    this.#ledger = closeFunding(this.#ledger, now, this.#life.portionsBps)
    for (const name of ['construction', 'reserve', 'coupon'] as const)
      this.#comparison.equal(`closing: ${name}`, 'stroops', this.#ledger.buckets[name], big(data[name]))
  }

  #receipt(data: OfferingEvent['data'], appliedStroops: bigint): void {
    const party = Number(data.party)
    const pulledStroops = big(data.pulled)
    const isExport = party === EXPORT_PARTY
    const { ledger, receipt } = isExport
      ? receiveExport(this.#ledger, pulledStroops)
      : receivePayment(this.#ledger, { party, pulledStroops, appliedStroops })
    this.#ledger = ledger
    const booked = this.#life.receipts[this.#receipts]
    this.#receipts += 1
    const name = `receipt ${this.#receipts} of party ${isExport ? 'export' : party}`
    this.#comparison.equal(`${name}: pulled in the books`, 'stroops', pulledStroops, booked?.pulled ?? -1n)
    for (const [figure, field, column] of FIGURES) {
      this.#comparison.equal(`${name}: ${field}`, 'stroops', receipt[figure], big(data[field]))
      this.#comparison.equal(`${name}: ${field} in the books`, 'stroops', receipt[figure], booked?.[column] ?? -1n)
    }
  }

  #proposed(data: OfferingEvent['data']): void {
    // Equity's share is no principal; all of its coupon is share.
    const besidesStroops = big(this.#life.rules.kind === 'Equity' ? data.whole : data.principal)
    const number = Number(data.number)
    const proposed = { number, totalStroops: big(data.total), besidesStroops }
    const { ledger, wholeStroops } = proposeCoupon(this.#ledger, proposed)
    this.#ledger = ledger
    this.#comparison.equal(`coupon ${number}: what all units get`, 'stroops', wholeStroops, big(data.whole))
  }

  #funded(data: OfferingEvent['data']): void {
    const number = Number(data.number)
    const { ledger, movedStroops, drawnStroops } = fundLedgerCoupon(this.#ledger, number)
    this.#ledger = ledger
    this.#comparison.equal(`coupon ${number}: funded`, 'stroops', movedStroops, big(data.amount))
    this.#comparison.equal(`coupon ${number}: drawn from the reserve`, 'stroops', drawnStroops, big(data.drawn))
  }

  #ended(what: string, { ledger, redemptionStroops, returnedStroops }: Ended, data: OfferingEvent['data']): void {
    this.#ledger = ledger
    this.#pot = redemptionStroops
    this.#comparison.equal(`${what}: set aside for holders`, 'stroops', redemptionStroops, big(data.redemption))
    this.#comparison.equal(`${what}: returned to parties`, 'stroops', returnedStroops, big(data.returned))
  }

  #swept(data: OfferingEvent['data']): void {
    const { redemption, deposits, couponsUnclaimed } = this.#ledger.buckets
    this.#comparison.equal('unclaimed: for bonds', 'stroops', redemption + deposits, big(data.redemption))
    this.#comparison.equal('unclaimed: of coupons', 'stroops', couponsUnclaimed, big(data.coupons))
    const buckets = { ...this.#ledger.buckets, redemption: 0n, deposits: 0n, couponsUnclaimed: 0n }
    this.#ledger = { ...this.#ledger, buckets }
  }

  #take(bucket: Exclude<keyof OfferingBuckets, 'credits'>, stroops: bigint): void {
    this.#ledger = takeOut(this.#ledger, bucket, stroops)
  }
}
