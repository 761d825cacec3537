import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectExport, collectFromParty } from './collect.ts'
import { openEscrow, startPeriod } from './escrow.ts'
import { fundLedgerCoupon, proposeCoupon, voidCoupon } from './offering-coupons.ts'
import { closeLedger, matureLedger, redemptionPriceStroops, takeOut, unwindLedger } from './offering-end.ts'
import {
  buyBonds,
  closeFunding,
  ledgerTotalStroops,
  type OfferingLedger,
  type OfferingRules,
  openLedger,
  passTime,
  principalLeftStroops,
  receiveExport,
  receivePayment,
  refundBonds,
} from './offering-ledger.ts'

/** 10 % a year, so that half a year of 1,000 is 50. Periods of 100 seconds, from 100 on. */
const RULES: OfferingRules = {
  kind: 'Bond',
  priceBps: 10_000,
  rateBps: 1_000,
  shareBps: 0,
  minimumStroops: 500n,
  operationsBudgetStroops: 10n,
  reserveRequirementStroops: 100n,
  renewalRequirementStroops: 0n,
  reserveFromProceedsStroops: 100n,
  capitalizedInterestStroops: 0n,
  periods: [1n, 2n, 3n].map((n) => ({
    start: n * 100n,
    record: n * 100n + 90n,
    pay: n * 100n + 100n,
    days: 180,
    basis: 360,
  })),
}
const PORTIONS = [6_000, 4_000]
const closed = (rules: Partial<OfferingRules> = {}): OfferingLedger =>
  closeFunding(buyBonds(openLedger({ ...RULES, ...rules }, 2), 1_000n).ledger, 50n, PORTIONS)
const pay = (ledger: OfferingLedger, stroops: bigint, party = 0) =>
  receivePayment(ledger, { party, pulledStroops: stroops, appliedStroops: stroops })

test('proceeds are kept as deposits, and at closing split into reserve, interest and construction', () => {
  const sold = buyBonds(openLedger({ ...RULES, priceBps: 9_950 }, 2), 1_000n)
  expect(sold.costStroops).toBe(995n)
  expect(sold.ledger.buckets.deposits).toBe(995n)
  const { buckets } = closeFunding(sold.ledger, 50n, PORTIONS)
  expect(buckets).toMatchObject({ deposits: 0n, reserve: 100n, coupon: 0n, construction: 895n })
})

test('too little sold goes back, deposit by deposit', () => {
  const ended = closeFunding(buyBonds(openLedger(RULES, 2), 400n).ledger, 50n, PORTIONS)
  expect(ended).toMatchObject({ isClosed: false, isEnded: true })
  expect(ledgerTotalStroops(refundBonds(ended, 400n, 400n))).toBe(0n)
})

test('each period that has started is owed its interest, and operations have a fresh budget', () => {
  const first = pay(passTime(closed(), 100n), 100n)
  expect(first.receipt).toMatchObject({ operations: 10n, coupon: 50n, reserve: 0n, principal: 40n, surplus: 0n })
  expect(pay(first.ledger, 5n).receipt).toMatchObject({ operations: 0n, coupon: 0n, principal: 5n })
  expect(pay(passTime(first.ledger, 200n), 70n).receipt).toMatchObject({ operations: 10n, coupon: 50n, principal: 10n })
})

test('a period that starts at or after the call date is owed nothing', () => {
  expect(passTime({ ...closed(), callDate: 200n }, 250n).couponRequiredStroops).toBe(50n)
})

test('principal that is passed through lowers what interest runs on, once, and is not asked for again', () => {
  const paid = pay(passTime(closed(), 100n), 260n).ledger
  expect(paid.buckets).toMatchObject({ coupon: 50n, principal: 200n })
  const proposed = proposeCoupon(paid, { number: 1, totalStroops: 249n, besidesStroops: 200n })
  expect(proposed.wholeStroops).toBe(250n)
  expect(principalLeftStroops(proposed.ledger)).toBe(800n)
  expect(passTime(proposed.ledger, 200n).countedStroops).toEqual([50n, 40n])
  const funded = fundLedgerCoupon(proposed.ledger, 1)
  expect(funded).toMatchObject({ movedStroops: 249n, drawnStroops: 0n })
  // floor(249 x 200 / 250) of it is principal; a stroop of each that no leaf can claim stays where it is.
  expect(funded.ledger.buckets).toMatchObject({ principal: 1n, coupon: 0n, couponsUnclaimed: 249n })
  expect(funded.ledger).toMatchObject({ promisedStroops: 0n, couponRequiredStroops: 50n, couponReceivedStroops: 50n })
})

test('a coupon that is voided gives back what it was promised', () => {
  const paid = pay(passTime(closed(), 100n), 260n).ledger
  const { ledger } = proposeCoupon(paid, { number: 1, totalStroops: 250n, besidesStroops: 200n })
  expect(voidCoupon(ledger, 1)).toMatchObject({ promisedStroops: 0n, passedStroops: 0n })
})

test('short money draws the reserve and goes on with the next funding; revenue then refills the reserve', () => {
  const proposed = proposeCoupon(passTime(closed({ rateBps: 4_000 }), 100n), {
    ...{ number: 1, totalStroops: 200n, besidesStroops: 0n },
  }).ledger
  const first = fundLedgerCoupon(proposed, 1)
  expect(first).toMatchObject({ movedStroops: 100n, drawnStroops: 100n })
  const paid = pay(first.ledger, 210n)
  expect(paid.receipt).toMatchObject({ operations: 10n, coupon: 100n, reserve: 100n, principal: 0n })
  expect(fundLedgerCoupon(paid.ledger, 1)).toMatchObject({ movedStroops: 100n, drawnStroops: 0n })
})

test('in default interest goes on beyond the schedule', () => {
  expect(passTime({ ...closed(), isDefaulted: true }, 550n).countedStroops).toEqual([50n, 50n, 50n, 50n, 50n])
  expect(passTime(closed(), 550n).countedStroops).toEqual([50n, 50n, 50n])
})

test('equity gets its share of what operations leave, whatever that comes to, and nothing of the reserve', () => {
  const equity = closed({ kind: 'Equity', rateBps: 0, shareBps: 2_500, reserveFromProceedsStroops: 0n })
  const { receipt, ledger } = pay(passTime(equity, 100n), 110n)
  expect(receipt).toMatchObject({ operations: 10n, coupon: 25n, reserve: 75n, principal: 0n, surplus: 0n })
  const proposed = proposeCoupon(ledger, { number: 1, totalStroops: 24n, besidesStroops: 25n })
  expect(proposed.ledger).toMatchObject({ promisedStroops: 25n, passedStroops: 0n })
  const funded = fundLedgerCoupon(proposed.ledger, 1)
  expect(funded).toMatchObject({ movedStroops: 24n, drawnStroops: 0n })
  expect(funded.ledger.buckets).toMatchObject({ coupon: 1n, couponsUnclaimed: 24n })
  const ended = matureLedger(pay(funded.ledger, 100n).ledger)
  // What came in since the last coupon is the holders'; the reserve is the parties'.
  expect(ended).toMatchObject({ redemptionStroops: 26n, returnedStroops: 100n })
})

test('what is donated is paid back to nobody: all that operations leave is the parties’ credit', () => {
  const gift = closed({ kind: 'Donation', rateBps: 0, reserveFromProceedsStroops: 0n, reserveRequirementStroops: 0n })
  const { receipt, ledger } = pay(passTime(gift, 100n), 110n)
  expect(receipt).toMatchObject({ operations: 10n, coupon: 0n, reserve: 0n, principal: 0n, surplus: 100n })
  expect(matureLedger(ledger)).toMatchObject({ redemptionStroops: 0n, returnedStroops: 0n })
})

test('at maturity what is owed is set aside, in default the interest that lies there too, and the rest is the parties’', () => {
  const full = pay(passTime(closed(), 100n), 1_000n).ledger
  const ended = matureLedger(full)
  expect(ended).toMatchObject({ redemptionStroops: 1_000n, returnedStroops: 90n })
  expect(ended.ledger.buckets).toMatchObject({ redemption: 1_000n, principal: 0n, reserve: 0n, coupon: 0n })
  expect(matureLedger({ ...full, isDefaulted: true })).toMatchObject({
    redemptionStroops: 1_050n,
    returnedStroops: 40n,
  })
})

test('works that are given up leave the holders what no party has as credit, and the rounding of their parts to party 0', () => {
  const { ledger, redemptionStroops } = unwindLedger(closed())
  expect(redemptionStroops).toBe(1_000n)
  const paid = [333n, 667n].reduce((sum, bonds) => sum + redemptionPriceStroops(bonds, 999n, 1_000n), 0n)
  expect(paid).toBe(998n)
  expect(closeLedger(takeOut(ledger, 'redemption', 999n)).buckets.credits).toEqual([1n, 0n])
})

const step = fc.record({
  act: fc.constantFrom('party 0', 'party 1', 'export', 'time', 'propose', 'void', 'fund', 'default'),
  stroops: fc.bigInt({ min: 0n, max: 400n }),
})
const kinds = fc.constantFrom<Partial<OfferingRules>>(
  { kind: 'Bond' },
  { kind: 'Equity', rateBps: 0, shareBps: 3_333 },
  { kind: 'Donation', rateBps: 0 },
)

test('whatever happens, the buckets hold exactly what came in, no bucket is below 0, and an end keeps their sum: 600 random lives', () => {
  fc.assert(
    fc.property(kinds, fc.array(step, { maxLength: 60 }), (rules, steps) => {
      let ledger = closed(rules)
      let [held, now, number, isOpen] = [ledgerTotalStroops(ledger), 50n, 0, false]
      for (const { act, stroops } of steps) {
        if (act === 'time') now += stroops
        ledger = passTime(ledger, now)
        if (act.startsWith('party') || act === 'export') {
          const party = act === 'party 1' ? 1 : 0
          const { receipt, ledger: after } =
            act === 'export' ? receiveExport(ledger, stroops) : pay(ledger, stroops, party)
          const { pulled, creditUsed, ...parts } = receipt
          const { operations, coupon, reserve, renewal, principal, loanReturned, surplus } = parts
          expect(operations + coupon + reserve + renewal + principal + loanReturned + surplus).toBe(pulled + creditUsed)
          ledger = after
          held += stroops
        } else if (act === 'propose' && !isOpen && ledger.rules.kind !== 'Donation') {
          const { principal, coupon } = ledger.buckets
          const there = ledger.rules.kind === 'Equity' ? coupon : principal
          const besidesStroops = there < stroops ? there : stroops
          const { wholeStroops } = proposeCoupon(ledger, { number: number + 1, totalStroops: 0n, besidesStroops })
          const totalStroops = wholeStroops > 3n ? wholeStroops - 3n : 0n
          ledger = proposeCoupon(ledger, { number: number + 1, totalStroops, besidesStroops }).ledger
          ;[number, isOpen] = [number + 1, true]
        } else if (act === 'void' && isOpen && !ledger.coupons.get(number)?.isBegun) {
          ledger = voidCoupon(ledger, number)
          ;[number, isOpen] = [number - 1, false]
        } else if (act === 'fund' && isOpen) {
          ledger = fundLedgerCoupon(ledger, number).ledger
          const coupon = ledger.coupons.get(number)
          isOpen = coupon?.fundedStroops !== coupon?.totalStroops
        } else if (act === 'default') ledger = { ...ledger, isDefaulted: !ledger.isDefaulted }
        expect(ledgerTotalStroops(ledger)).toBe(held)
        const { credits, ...named } = ledger.buckets
        for (const bucket of [...credits, ...Object.values(named)]) expect(bucket).toBeGreaterThanOrEqual(0n)
        expect(ledger.passedStroops).toBeLessThanOrEqual(1_000n)
      }
      const { buckets } = ledger
      const canEnd =
        ledger.promisedStroops === 0n && buckets.principal + buckets.reserve >= principalLeftStroops(ledger)
      if (canEnd) expect(ledgerTotalStroops(matureLedger(ledger).ledger)).toBe(held)
      expect(ledgerTotalStroops(unwindLedger(ledger).ledger)).toBe(held)
    }),
    { numRuns: 600 },
  )
})

test('of a bond with a sinking fund it says what the escrow of the engine says: 500 random sequences of payments', () => {
  const payments = fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.bigInt({ min: 0n, max: 400n })), { maxLength: 40 })
  fc.assert(
    fc.property(payments, (all) => {
      let escrow = startPeriod(
        openEscrow(RULES, {
          outstandingStroops: 1_000n,
          portionsBps: PORTIONS,
          reserveFromProceedsStroops: 100n,
          capitalizedInterestStroops: 0n,
        }),
        50n,
      )
      let ledger = passTime(closed(), 100n)
      for (const [party, stroops] of all) {
        const said =
          party === 2
            ? collectExport(escrow, stroops)
            : collectFromParty(escrow, { party, pulledStroops: stroops, appliedStroops: stroops })
        const kept = party === 2 ? receiveExport(ledger, stroops) : pay(ledger, stroops, party)
        expect(kept.receipt).toEqual(said.receipt)
        expect(kept.ledger.accounts).toEqual(said.escrow.accounts)
        escrow = said.escrow
        ledger = kept.ledger
      }
    }),
    { numRuns: 500 },
  )
})
