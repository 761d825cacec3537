/** Turning the clock of a rehearsal far: a month at a time, and each month only once what the one before asked for is done. */
import { ask } from '../api/browser.ts'
import type { ApiProblem } from '../api/problem.ts'
import type { Bill, Coverage, Offering, Page, Schedule, SchedulePeriod, SolarSystem } from '../api/types.ts'

const MONTH_SECONDS = 2_592_000
/**
 * So long after a record date or a pay date, which are midnights UTC, the clock stops: its ledger is closed, and it is five past ten in the morning where
 * the example is, whose bills are of whole days from ten to ten.
 */
const AFTER_SECONDS = 50_700
/** What of the running day is not settled yet does not count. */
const SETTLED_MS = 90_000_000
const LOOK_MS = 500
/** A month is settled in seconds where the machine has nothing else to do. */
const PATIENCE_MS = 180_000
/**
 * After so long without an end the clock goes on by a little more than a transaction lives: a bill of which a payment went to an older one is paid again
 * only once nothing of it can be on its way.
 */
const NUDGE_MS = 20_000
const NUDGE_SECONDS = 360
/** A month has at most so many bills of the two parties: one of the month, some of its last day. */
const BILLS_LOOKED_AT = 10

/** The bond whose life is turned through, and the system that pays for it. */
export interface TurnedBond {
  readonly offering: number
  readonly system: number
}

/** How far: a month, to the day after the next coupon's pay date, or until the debt is repaid. */
export type Far = 'month' | 'coupon' | 'end'

/** How a turn of the clock went on, or why it stopped. */
export type Turned =
  | { readonly code: 'TURNED'; readonly time: string }
  /** A bill is not paid: its payer has stopped auto-pay, say. What is late costs, so the clock stops. */
  | { readonly code: 'BILL_WAITS'; readonly time: string }
  /** The debt is not repaid within the schedule. */
  | { readonly code: 'NOT_REPAID'; readonly time: string }
  | { readonly code: 'PROBLEM'; readonly problem: ApiProblem }

/** How far it has come: of all that is to pass, or of all that is to be repaid, in basis points. */
export interface Passed {
  readonly time: string
  readonly bps: number
}

export async function turn(seconds: number): Promise<Turned> {
  const answer = await ask<{ time: string }>('/api/v1/dev/clock', { method: 'POST', body: { seconds } })
  return answer.ok ? { code: 'TURNED', time: answer.value.time } : { code: 'PROBLEM', problem: answer.error }
}

/**
 * Turns the clock far, in steps of a month at most that stop at every record date and pay date, so that no coupon is late. Each step waits until
 * statements have followed the clock and what they billed is paid.
 *
 * @param onPassed told after every step
 * @param goesOn asked before every step: whoever says no has what was turned so far
 */
export async function turnFar(
  { offering, system }: TurnedBond,
  from: string,
  far: Far,
  { onPassed, goesOn }: { onPassed(passed: Passed): void; goesOn(): boolean },
): Promise<Turned> {
  const schedule = await ask<Schedule>(`/api/v1/offerings/${offering}/schedule`)
  if (!schedule.ok) return { code: 'PROBLEM', problem: schedule.error }
  const { periods } = schedule.value
  const target = far === 'month' ? Date.parse(from) + MONTH_SECONDS * 1_000 : couponStop(periods, from)
  let time = from
  while (goesOn()) {
    const seconds = nextStep(periods, time, far === 'month' ? target : null)
    if (seconds === null) return { code: 'NOT_REPAID', time }
    const turned = await turn(seconds)
    if (turned.code !== 'TURNED') return turned
    time = turned.time
    const settled = await settledBy(system, time, PATIENCE_MS)
    if (settled.code !== 'TURNED') return settled
    time = settled.time
    if (far === 'end') {
      const repaid = await repaidBps(offering)
      if (typeof repaid !== 'number') return { code: 'PROBLEM', problem: repaid }
      onPassed({ time, bps: repaid })
      if (repaid === 10_000) return settled
    } else {
      const passed = target === null ? 1 : (Date.parse(time) - Date.parse(from)) / (target - Date.parse(from))
      onPassed({ time, bps: Math.min(10_000, Math.floor(passed * 10_000)) })
      if (target === null || Date.parse(time) >= target) return settled
    }
  }
  return { code: 'TURNED', time }
}

/** Where the clock stops for the next coupon, in milliseconds; null after the last. */
export function couponStop(periods: readonly SchedulePeriod[], time: string): number | null {
  const now = Date.parse(time)
  const pay = periods.map((period) => Date.parse(period.pay)).find((one) => one + AFTER_SECONDS * 1_000 > now)
  return pay === undefined ? null : pay + AFTER_SECONDS * 1_000
}

/**
 * Seconds to the next stop: a record date, a pay date, `until`, or a month on, whichever comes first; null after the last period, where nothing else is
 * wanted.
 */
export function nextStep(periods: readonly SchedulePeriod[], time: string, until: number | null): number | null {
  const now = Date.parse(time)
  const dates = periods
    .flatMap(({ record, pay }) => [record, pay])
    .map((date) => Date.parse(date) + AFTER_SECONDS * 1_000)
  const stops = [...dates, ...(until === null ? [] : [until])].filter((stop) => stop > now)
  if (stops.length === 0) return null
  return Math.ceil(Math.min(now + MONTH_SECONDS * 1_000, ...stops) / 1_000 - now / 1_000)
}

/** How much of the debt the sinking fund and the reserve cover, in basis points; 10,000 only once it is repaid. */
async function repaidBps(offering: number): Promise<number | ApiProblem> {
  const [bond, coverage] = await Promise.all([
    ask<Offering>(`/api/v1/offerings/${offering}`),
    ask<Coverage>(`/api/v1/offerings/${offering}/coverage`),
  ])
  if (!bond.ok) return bond.error
  if (!coverage.ok) return coverage.error
  if (bond.value.state !== 'Live') return 10_000
  const { sinkingFundStroops, reserveStroops, outstandingStroops } = coverage.value
  const outstanding = BigInt(outstandingStroops)
  const covered = BigInt(sinkingFundStroops) + BigInt(reserveStroops)
  return outstanding === 0n ? 9_999 : Math.min(9_999, Number((covered * 10_000n) / outstanding))
}

/**
 * Waits until statements have followed the clock to `from` and what they billed is paid.
 *
 * @param patienceMs how long to wait for that
 */
async function settledBy(system: number, from: string, patienceMs: number): Promise<Turned> {
  const until = Date.now() + patienceMs
  let time = from
  let nudgeAt = Date.now() + NUDGE_MS
  for (;;) {
    const [found, bills] = await Promise.all([
      ask<SolarSystem>(`/api/v1/systems/${system}`),
      ask<Page<Bill>>(`/api/v1/systems/${system}/bills?order=desc&limit=${BILLS_LOOKED_AT}`),
    ])
    if (!found.ok) return { code: 'PROBLEM', problem: found.error }
    if (!bills.ok) return { code: 'PROBLEM', problem: bills.error }
    if (isSettled(found.value, bills.value.data, time)) return { code: 'TURNED', time }
    if (Date.now() > until) return { code: 'BILL_WAITS', time }
    if (Date.now() > nudgeAt) {
      const turned = await turn(NUDGE_SECONDS)
      if (turned.code !== 'TURNED') return turned
      time = turned.time
      nudgeAt = Date.now() + NUDGE_MS
    }
    await new Promise((done) => setTimeout(done, LOOK_MS))
  }
}

/** Whether statements reach to within a day of `time`, and every bill of late is paid. */
export function isSettled(
  { nextFrom }: Pick<SolarSystem, 'nextFrom'>,
  bills: readonly Pick<Bill, 'paid'>[],
  time: string,
) {
  return Date.parse(time) - Date.parse(nextFrom) < SETTLED_MS && bills.every(({ paid }) => paid)
}
