import { buildSchedule, type Period } from '@heliobond/domain'
import { describe, expect, test } from 'vitest'
import { type DebtNow, ownershipDay, paceOf } from './ownership-day.ts'

const DAY = 86_400n
const UNIT = 10_000_000n

function schedule(): readonly Period[] {
  const built = buildSchedule({
    issueDate: { year: 2027, month: 1, day: 1 },
    maturityYears: 10,
    convention: '30/360-US',
  })
  if (!built.ok) throw new Error(built.error.code)
  return built.value
}
const PERIODS = schedule()
const start = PERIODS[0]?.start ?? 0n

/** A bond of 50,000 at 5 %, just live: a coupon is 1,250. */
const debt = (parts: Partial<DebtNow> = {}): DebtNow => ({
  now: start,
  outstandingStroops: 50_000n * UNIT,
  rateBps: 500,
  periods: PERIODS,
  callNoticeSeconds: 30n * DAY,
  principalStroops: 0n,
  reserveStroops: 5_000n * UNIT,
  couponStroops: 0n,
  renewalNeedStroops: 0n,
  ...parts,
})
const yearly = (units: bigint) => ({ netStroops: units * UNIT, seconds: 360n * DAY })
const dateOf = (at: bigint | null) => at && new Date(Number(at) * 1_000).toISOString().slice(0, 10)

describe('the day of ownership', () => {
  test('is the pay date that the bond can be called for, at the pace of the last year', () => {
    // 45,000 are lacking beside the reserve. 12,500 a year make 57,500 in 4.6 years: with ten coupons of 1,250 that is all, a month too late
    // to give notice for the ninth.
    expect(dateOf(ownershipDay(debt(), yearly(12_500n)))).toBe('2032-01-01')
    expect(dateOf(ownershipDay(debt(), yearly(25_000n)))).toBe('2029-07-01')
  })

  test('comes no later for what is paid in beside', () => {
    const without = ownershipDay(debt(), yearly(12_500n)) ?? 0n
    const helped = ownershipDay(debt({ principalStroops: 10_000n * UNIT }), yearly(12_500n)) ?? 0n
    expect(helped).toBeLessThan(without)
    expect(ownershipDay(debt({ principalStroops: 60_000n * UNIT }), yearly(1n))).toBe(PERIODS[0]?.pay)
  })

  test('is not promised where the pace does not repay the bond before it is due', () => {
    expect(ownershipDay(debt(), yearly(5_000n))).toBeNull()
    expect(ownershipDay(debt({ periods: [] }), yearly(12_500n))).toBeNull()
  })

  test('is told by the last year, and not by a week', () => {
    const at = (day: string) => `${day}T00:00:00Z`
    const history = [
      { from: at('2026-01-01'), to: at('2026-07-01'), netRevenueStroops: '900' },
      { from: at('2026-07-01'), to: at('2027-01-01'), netRevenueStroops: '20' },
      { from: at('2027-01-01'), to: at('2027-07-01'), netRevenueStroops: '10' },
    ]
    const now = (day: string) => BigInt(Date.parse(at(day)) / 1_000)
    expect(paceOf(history, now('2027-07-01'))).toEqual({ netStroops: 30n, seconds: 365n * DAY })
    expect(paceOf(history.slice(2), now('2027-01-08'))).toBeNull()
    expect(paceOf([], now('2027-01-08'))).toBeNull()
  })
})
