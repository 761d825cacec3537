import { describe, expect, test } from 'vitest'
import { callDateOf, coversPrincipal, decideCall, matureEscrow } from './bond-life.ts'
import { collectFromParty } from './collect.ts'
import { bucketsTotalStroops, type Escrow, openEscrow, startPeriod } from './escrow.ts'

const period = (index: number) => ({
  index,
  start: BigInt(index - 1) * 100n,
  record: BigInt(index) * 100n - 10n,
  pay: BigInt(index) * 100n,
  days: 180,
  basis: 360,
})
const periods = [1, 2, 3].map(period)
const opened: Escrow = openEscrow(
  { operationsBudgetStroops: 0n, reserveRequirementStroops: 100n, renewalRequirementStroops: 0n },
  {
    outstandingStroops: 1_000n,
    portionsBps: [6_000, 4_000],
    reserveFromProceedsStroops: 100n,
    capitalizedInterestStroops: 0n,
  },
)
const withBuckets = (escrow: Escrow, buckets: Partial<Escrow['buckets']>): Escrow => ({
  ...escrow,
  buckets: { ...escrow.buckets, ...buckets },
})

test('the call date is the first payment date that leaves the notice', () => {
  expect(callDateOf(periods, 50n, 30n)).toBe(100n)
  expect(callDateOf(periods, 70n, 30n)).toBe(100n)
  expect(callDateOf(periods, 71n, 30n)).toBe(200n)
  expect(callDateOf(periods, 271n, 30n)).toBeUndefined()
})

describe('a call', () => {
  const question = { periods, nowSeconds: 50n, noticeSeconds: 60n, couponOf: () => 25n }
  const running = startPeriod(opened, 25n)

  test('needs principal, and what the coupons up to its date still lack', () => {
    // Called in period 1 for the end of period 2: two coupons of 25, of which 20 came in.
    const short = withBuckets({ ...running, couponReceivedStroops: 20n }, { principal: 929n, coupon: 20n })
    expect(decideCall(short, question)).toEqual({ ok: false, error: { code: 'NOT_COVERED', shortStroops: 1n } })
    const covered = withBuckets(short, { principal: 930n })
    expect(decideCall(covered, question)).toEqual({ ok: true, value: 200n })
  })

  test('does not count what the coupon bucket holds twice', () => {
    const full = withBuckets({ ...running, couponReceivedStroops: 60n }, { principal: 899n, coupon: 60n })
    expect(decideCall(full, question)).toEqual({ ok: false, error: { code: 'NOT_COVERED', shortStroops: 1n } })
  })

  test('has no date after the last one', () => {
    expect(decideCall(running, { ...question, nowSeconds: 290n })).toEqual({
      ok: false,
      error: { code: 'NO_CALL_DATE' },
    })
  })
})

describe('maturity', () => {
  test('sets the principal aside, closes the debt once, and shares the rest by portion', () => {
    const full = withBuckets(opened, { principal: 980n, renewal: 30n, coupon: 1n, operations: 7n })
    expect(coversPrincipal(full)).toBe(true)
    const matured = matureEscrow(full)
    if (!matured.ok) throw new Error(matured.error.code)
    expect(matured.value.buckets).toEqual({
      operations: 7n,
      coupon: 0n,
      reserve: 0n,
      renewal: 0n,
      principal: 0n,
      redemption: 1_000n,
      couponsUnclaimed: 0n,
      credits: [67n, 44n],
    })
    expect(bucketsTotalStroops(matured.value.buckets)).toBe(bucketsTotalStroops(full.buckets))
    expect(matureEscrow(matured.value)).toEqual({ ok: false, error: { code: 'ALREADY_MATURED' } })
  })

  test("a borrower's share first returns its loans", () => {
    const helped = collectFromParty(opened, { party: 0, pulledStroops: 950n, appliedStroops: 950n }).escrow
    const matured = matureEscrow(helped)
    if (!matured.ok) throw new Error(matured.error.code)
    // 50 remain: 30 are party 0's; party 1's 20 go to party 0, who lent it 350.
    expect(matured.value.buckets.credits).toEqual([50n, 0n])
    expect(matured.value.accounts[1]?.loans).toEqual([{ lender: 0, amountStroops: 330n }])
  })

  test('waits for the whole principal', () => {
    const short = withBuckets(opened, { principal: 899n })
    expect(coversPrincipal(short)).toBe(false)
    expect(matureEscrow(short)).toEqual({ ok: false, error: { code: 'PRINCIPAL_SHORT', shortStroops: 1n } })
  })
})
