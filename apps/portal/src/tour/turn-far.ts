/** Turning the clock of a rehearsal far: a month at a time, and each month only once what the one before asked for is done. */
import { ask } from '../api/browser.ts'
import type { ApiProblem } from '../api/problem.ts'
import type { Bill, Page, SolarSystem } from '../api/types.ts'

export const MONTH_SECONDS = 2_592_000
/** What of the running day is not settled yet does not count. */
const SETTLED_MS = 90_000_000
const LOOK_MS = 1_500
/** A month has at most so many bills of the two parties: one of the month, some of its last day. */
const BILLS_LOOKED_AT = 10

/** How a turn of the clock went on, or why it stopped. */
export type Turned =
  | { readonly code: 'TURNED'; readonly time: string }
  /** A bill is not paid: its payer has stopped auto-pay, say. What is late costs, so the clock stops. */
  | { readonly code: 'BILL_WAITS'; readonly time: string }
  | { readonly code: 'PROBLEM'; readonly problem: ApiProblem }

export async function turn(seconds: number): Promise<Turned> {
  const answer = await ask<{ time: string }>('/api/v1/dev/clock', { method: 'POST', body: { seconds } })
  return answer.ok ? { code: 'TURNED', time: answer.value.time } : { code: 'PROBLEM', problem: answer.error }
}

/**
 * Waits until statements have followed the clock to `time` and what they billed is paid.
 *
 * @param patienceMs how long to wait for that
 */
export async function settledBy(system: number, time: string, patienceMs: number): Promise<Turned> {
  const until = Date.now() + patienceMs
  for (;;) {
    const [found, bills] = await Promise.all([
      ask<SolarSystem>(`/api/v1/systems/${system}`),
      ask<Page<Bill>>(`/api/v1/systems/${system}/bills?order=desc&limit=${BILLS_LOOKED_AT}`),
    ])
    if (!found.ok) return { code: 'PROBLEM', problem: found.error }
    if (!bills.ok) return { code: 'PROBLEM', problem: bills.error }
    if (isSettled(found.value, bills.value.data, time)) return { code: 'TURNED', time }
    if (Date.now() > until) return { code: 'BILL_WAITS', time }
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
