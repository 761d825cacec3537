import { addTicks, IDLE, type TickResult, type WorkerContext } from './context.ts'
import { tickIndex } from './index/index-role.ts'
import { approveEscrow } from './keep/allowances.ts'
import { tickKeep } from './keep/keep.ts'
import { advanceLadder } from './keep/standing.ts'
import { collect, payExport } from './pay/collect.ts'
import { returnPayment } from './pay/orphans.ts'
import { tickPay } from './pay/pay.ts'
import { payBills } from './pay/pay-bills.ts'
import { attestCoupon, tickAttest, voidCoupon } from './service/attest.ts'
import { callBond } from './service/call-bond.ts'
import { fundCoupon, payClaims, proposeCoupon } from './service/coupon-handlers.ts'
import { claimUnits } from './service/donor-claims.ts'
import { redeemBonds } from './service/redeem.ts'
import { KEEPER_CALLS, tickService } from './service/service.ts'
import { createOracleRole } from './settle/oracle-role.ts'
import { proposeStatement } from './settle/propose.ts'
import { tickSettle } from './settle/settle.ts'
import { tickTrueUp, trueUp } from './settle/true-up.ts'
import type { Handler } from './submit/handler.ts'
import { extendEntries, restoreEntries } from './submit/restore.ts'
import { createSubmitter } from './submit/submitter.ts'
import { createFeederRole } from './tariff/feeder-role.ts'

/** The roles of the worker's program. One process plays all by default; at scale any of them runs alone. */
export const ROLES = ['index', 'settle', 'oracle', 'pay', 'service', 'attestor', 'feeder', 'keep', 'submit'] as const
export type Role = (typeof ROLES)[number]

/** Every kind of action that the outbox knows. */
export const HANDLERS: readonly Handler[] = [
  proposeStatement,
  trueUp,
  payBills,
  returnPayment,
  collect,
  payExport,
  proposeCoupon,
  attestCoupon,
  fundCoupon,
  payClaims,
  voidCoupon,
  callBond,
  redeemBonds,
  claimUnits,
  ...KEEPER_CALLS,
  approveEscrow,
  advanceLadder,
  restoreEntries,
  extendEntries,
]

export interface Worker {
  /** Does what is due by the network's time, once. */
  tick(): Promise<TickResult>
  /**
   * Ticks until nothing is left to do now; waits `pollMs` between passes while something is under way on the network.
   *
   * @returns how much was done: 0 when there was nothing to do
   */
  settleDown(options?: { pollMs?: number; signal?: AbortSignal }): Promise<number>
}

/** The worker's roles over one context. All state is in the database and on the network: a worker can be stopped at any point. */
export function createWorker(context: WorkerContext, roles: readonly Role[] = ROLES): Worker {
  const submitter = createSubmitter(
    context,
    HANDLERS.filter(({ role }) => role === undefined),
  )
  const attestorSubmitter = createSubmitter(
    context,
    HANDLERS.filter(({ role }) => role === 'attestor'),
  )
  const play: Record<Role, () => Promise<TickResult>> = {
    index: () => tickIndex(context),
    settle: async () => addTicks(await tickSettle(context), await tickTrueUp(context)),
    oracle: createOracleRole(context),
    pay: () => tickPay(context),
    service: () => tickService(context),
    attestor: async () => addTicks(await tickAttest(context), await attestorSubmitter.tick()),
    feeder: createFeederRole(context),
    keep: () => tickKeep(context),
    submit: () => submitter.tick(),
  }

  async function tick(): Promise<TickResult> {
    let result = IDLE
    for (const role of ROLES) if (roles.includes(role)) result = addTicks(result, await play[role]())
    return result
  }

  async function settleDown({ pollMs = 100, signal }: { pollMs?: number; signal?: AbortSignal } = {}): Promise<number> {
    let done = 0
    let quiet = 0
    let still = 0
    let ledger = -1
    while (!signal?.aborted) {
      const { progress, waiting } = await tick()
      done += progress
      if (progress > 0) quiet = 0
      // What only waits for a later time of the network is not waited for here; an envelope under way gets some passes.
      else if (waiting === 0 || !(await envelopesUnderWay(context))) quiet += 1
      if (quiet >= 1) return done
      // Where the clock has to be turned, waiting for it here would be waiting for ever.
      const latest = await context.chain.ledger()
      still = progress === 0 && latest === ledger ? still + 1 : 0
      ledger = latest
      if (still * pollMs >= MOST_STILL_MS) return done
      if (progress === 0) await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
    return done
  }

  return { tick, settleDown }
}

/** A network that closes no ledger for so long is not waited for by `settleDown`. */
const MOST_STILL_MS = 15_000

async function envelopesUnderWay({ store, chain }: WorkerContext): Promise<boolean> {
  const { rows } = await store.query(
    `SELECT 1 FROM outbox WHERE status IN ('prepared', 'sent') OR (status = 'pending' AND (retry_at IS NULL OR retry_at <= $1)) LIMIT 1`,
    [await chain.now()],
  )
  return rows.length > 0
}
