import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project } from '../project.ts'
import { enqueue, statusOf } from '../submit/outbox.ts'
import { traceOf } from '../trace.ts'
import { payExports } from './exports.ts'
import { type OpenBill, openBills, reserveBills, stillOpen } from './open-bills.ts'
import { bookPaidElsewhere } from './paid-elsewhere.ts'
import type { BillPayment } from './pay-bills.ts'
import { quotesOf } from './quotes.ts'
import { collectRequest, sweepCollections } from './sweep.ts'
import { walletsOf, watchWallets } from './wallets.ts'
import { tickWatch } from './watch.ts'

/** A bill and how its party's wallet can pay it now. */
interface Quoted {
  readonly bill: OpenBill
  readonly payment: BillPayment
  /** The auto-pay key of the wallet's cohort. */
  readonly keyName: string
}

/** A transaction holds 100 operations, and a fee bump counts as one more: of 99 payments ten fill a ledger of 1,000 to its last place, of 100 nine leave a tenth of it empty. */
const MOST_PAYMENTS = 99
/** A bill whose payment failed is tried again at once, since it may have failed for another's sake; then after this long, times the tries. */
const RETRY_SECONDS = 300n

/**
 * Brings bills to their payment: what lies in the collection accounts is swept first, then credit pays, then the prepaid wallet; has the utility pay for exports
 * where its key is at hand; watches the wallets.
 */
export async function tickPay(context: WorkerContext): Promise<TickResult> {
  let result = IDLE
  for (const project of await loadProjects(context.store)) {
    result = addTicks(result, await bookPaidElsewhere(context, project))
    const swept = await sweepCollections(context, project)
    result = addTicks(result, swept.result)
    result = addTicks(result, await payBills(context, project, swept.unswept))
    result = addTicks(result, await payExports(context, project))
    await watchWallets(context, project)
  }
  return addTicks(result, await tickWatch(context))
}

async function payBills(context: WorkerContext, project: Project, unswept: ReadonlySet<number>): Promise<TickResult> {
  const { store, contracts, chain } = context
  const open = await openBills(store, project)
  if (open.length === 0) return IDLE
  const now = await chain.now()
  const { credits } = await contracts.read<{ credits: bigint[] }>('offering', project.offering, 'buckets')
  const wallets = await walletsOf(store, project)
  let result = IDLE
  const affordable: Quoted[] = []
  const quotes = quotesOf(context, project)
  for (const bill of open) {
    // What a collection takes is gone from the network's credits before it is in the books, and what it will take is not there yet: the wallet must
    // not pay that again.
    if (bill.collecting || unswept.has(bill.partyIndex)) {
      result = addTicks(result, { progress: 0, waiting: 1 })
      continue
    }
    const crediting = (credits[bill.partyIndex] ?? 0n) > 0n ? await applyCredit(context, project, bill, now) : null
    if (crediting) {
      result = addTicks(result, crediting)
      continue
    }
    if (bill.lastTriedAt !== null && now < bill.lastTriedAt + RETRY_SECONDS * BigInt(bill.rounds - 1)) {
      result = addTicks(result, { progress: 0, waiting: 1 })
      continue
    }
    const wallet = wallets.get(bill.partyIndex)
    if (!wallet) continue
    const quoted = await quotes.of(bill, wallet)
    if ('code' in quoted) warnOnce(context, project, bill, wallet.address, quoted.code)
    else affordable.push({ bill, payment: quoted, keyName: wallet.autopayKey })
  }
  // A payment that failed once goes alone from then on: a wallet that cannot pay delays nobody by more than a round.
  const batches = affordable.filter(({ bill }) => bill.rounds > 0).map((one) => [one])
  // One cohort's key signs for all of its wallets.
  for (const fresh of Map.groupBy(
    affordable.filter(({ bill }) => bill.rounds === 0),
    ({ keyName }) => keyName,
  ).values())
    for (let start = 0; start < fresh.length; start += MOST_PAYMENTS)
      batches.push(fresh.slice(start, start + MOST_PAYMENTS))
  for (const batch of batches) result = addTicks(result, await enqueueBatch(context, project, batch, now))
  return result
}

/** Credit pays before the wallet does, once a bill; null when that is done and what is left is the wallet's. */
async function applyCredit(
  context: WorkerContext,
  project: Project,
  bill: OpenBill,
  now: bigint,
): Promise<TickResult | null> {
  const key = `credit:${project.offering}:${bill.number}`
  const status = await statusOf(context.store, key)
  if (status === null) {
    await enqueue(context.store, collectRequest(project, bill.partyIndex, key, now))
    return { progress: 1, waiting: 0 }
  }
  return status === 'failed' || status === 'dead' || status === 'succeeded' ? null : { progress: 0, waiting: 1 }
}

/** Bills whose wallet was said to be unable to pay, and why: each is said once. */
const warned = new Map<string, string>()
const MOST_WARNED = 10_000

function warnOnce({ log }: WorkerContext, project: Project, bill: OpenBill, wallet: string, code: string): void {
  const key = `${project.offering}:${bill.number}`
  if (warned.get(key) === code) return
  if (warned.size >= MOST_WARNED) warned.clear()
  warned.set(key, code)
  log.warn({ offering: project.offering, bill: bill.number, wallet, code }, 'the wallet cannot pay this bill')
}

async function enqueueBatch(
  { store, log }: WorkerContext,
  project: Project,
  batch: readonly Quoted[],
  now: bigint,
): Promise<TickResult> {
  const bills = batch.map(({ bill }) => bill)
  const payments = batch.map(({ payment }) => payment)
  const numbers = payments.map(({ number }) => number)
  const traces = [...new Set(bills.map(({ statementIndex }) => traceOf(project.systemId, statementIndex)))]
  return store.transaction(async (client) => {
    // Another worker, or somebody's own payment, was faster: the next look tells what is left.
    if (!(await stillOpen(client, project.systemId, bills))) return { progress: 0, waiting: 1 }
    const outboxId = await enqueue(client, {
      key: `pay:${project.settings.energy}:${numbers[0]}:${bills[0]?.rounds ?? 0}`,
      kind: 'pay.bills',
      lane: `pay:${project.offeringId}`,
      payload: { offeringId: project.offeringId, keyName: batch[0]?.keyName, numbers, payments, traces },
      at: now,
    })
    if (outboxId === null) throw new Error(`bill ${numbers[0]} was asked for in this round, and its row does not know`)
    await reserveBills(client, project.systemId, bills, outboxId, now)
    log.info({ traces, outbox: outboxId, offering: project.offering, bills: numbers }, 'payment requested')
    return { progress: 1, waiting: 0 }
  })
}
