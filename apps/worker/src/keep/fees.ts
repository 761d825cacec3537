import { alarm, clear } from '../alarm.ts'
import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { feePolicy } from '../submit/fee-policy.ts'

const DAY = 86_400n
const LUMEN = 10_000_000n
/** What the account is meant to hold at least, whatever it spends. */
const LEAST_STROOPS = 50n * LUMEN
/** For so many days of what it spends it should last. */
const LASTS_DAYS = 14n
const CRITICAL_DAYS = 3n
/** Over so many days what it spends is averaged. */
const AVERAGE_DAYS = 7n

/** When the fee account was looked at last, by the network's time; of each database. */
const looked = new WeakMap<object, bigint>()
const LOOK_AGAIN_SECONDS = 600n

/** Watches the account that pays every fee: how long its lumens last, and what a day costs. */
export async function tickFees(context: WorkerContext): Promise<TickResult> {
  const { store, chain, keys } = context
  const address = await keys.address('fees')
  if (address === null) return IDLE
  const now = await chain.now()
  const last = looked.get(store)
  if (last !== undefined && now < last + LOOK_AGAIN_SECONDS) return IDLE
  looked.set(store, now)
  const balance = (await chain.lumens(address)) ?? 0n
  const spentIn = async (days: bigint): Promise<bigint> => {
    const { rows } = await store.query<{ spent: string }>(
      `SELECT coalesce(sum(fee_stroops), 0) AS spent FROM outbox WHERE status = 'succeeded' AND updated_at >= $1`,
      [now - days * DAY],
    )
    return BigInt(rows[0]?.spent ?? 0)
  }
  const daily = (await spentIn(AVERAGE_DAYS)) / AVERAGE_DAYS
  const wanted = daily * LASTS_DAYS > LEAST_STROOPS ? daily * LASTS_DAYS : LEAST_STROOPS
  const subject = `account:${address}`
  if (balance >= wanted) await clear(context, { kind: 'fees.low', subject, at: now })
  else
    await alarm(context, {
      kind: 'fees.low',
      subject,
      severity: balance < daily * CRITICAL_DAYS || balance < LEAST_STROOPS / 5n ? 'critical' : 'warning',
      message: `The fee account ${address} holds ${balance / LUMEN} lumens and spends ${daily / LUMEN} a day: send it lumens, or nothing reaches the network before long.`,
      detail: { account: address, balanceStroops: String(balance), dailyStroops: String(daily) },
      at: now,
    })
  const today = await spentIn(1n)
  const { dailyBudgetStroops } = await feePolicy(store)
  if (today <= dailyBudgetStroops) await clear(context, { kind: 'fees.budget', at: now })
  else
    await alarm(context, {
      kind: 'fees.budget',
      severity: 'warning',
      message: `Fees of the last day are ${today / LUMEN} lumens, and the budget is ${dailyBudgetStroops / LUMEN}: see what was sent, and what others bid.`,
      detail: { spentStroops: String(today), budgetStroops: String(dailyBudgetStroops) },
      at: now,
    })
  return IDLE
}
