import type { Asset } from '@heliobond/chain'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project } from '../project.ts'
import { enqueue, laneIsBusy, nextTry, statusOf } from '../submit/outbox.ts'
import { mayCollect } from './collect-again.ts'
import { collectLane, type OpenBill, openBills, reserveBills, stillOpen } from './open-bills.ts'
import { bookPaidElsewhere } from './paid-elsewhere.ts'
import type { BillPayment } from './pay-bills.ts'

/** A bill and how its party's wallet can pay it now. */
interface Quoted {
  readonly bill: OpenBill
  readonly payment: BillPayment
}

/** Operations that one classic transaction holds. */
const MOST_PAYMENTS = 100
/** A bill whose payment failed is tried again at once, since it may have failed for another's sake; then after this long, times the tries. */
const RETRY_SECONDS = 300n
/** How much worse than its quote a path may turn out: 1 %. */
const SLIPPAGE_BPS = 100

/**
 * Brings bills to their payment: credit first, then the prepaid wallet; sweeps what lies in the collection accounts into the escrow; has the
 * utility pay for exports where its key is at hand.
 */
export async function tickPay(context: WorkerContext): Promise<TickResult> {
  let result = IDLE
  for (const project of await loadProjects(context.store)) {
    result = addTicks(result, await bookPaidElsewhere(context, project))
    result = addTicks(result, await payBills(context, project))
    result = addTicks(result, await sweepCollections(context, project))
    result = addTicks(result, await payExport(context, project))
  }
  return result
}

async function payBills(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, contracts, chain } = context
  const open = await openBills(store, project)
  if (open.length === 0) return IDLE
  const now = await chain.now()
  const { credits } = await contracts.read<{ credits: bigint[] }>('offering', project.offering, 'buckets')
  let result = IDLE
  const affordable: Quoted[] = []
  // What earlier bills of this round may take from a wallet, by wallet and asset: the same money is not quoted twice.
  const committed = new Map<string, Map<Asset, bigint>>()
  for (const bill of open) {
    // What a collection takes is gone from the network's credits before it is in the books: the wallet must not pay it again.
    if (bill.collecting) {
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
    const payment = await quote(context, project, bill, committed)
    if (payment) affordable.push({ bill, payment })
  }
  // A payment that failed once goes alone from then on: a wallet that cannot pay delays nobody by more than a round.
  const batches = affordable.filter(({ bill }) => bill.rounds > 0).map((one) => [one])
  const fresh = affordable.filter(({ bill }) => bill.rounds === 0)
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

async function quote(
  context: WorkerContext,
  project: Project,
  bill: OpenBill,
  committed: Map<string, Map<Asset, bigint>>,
): Promise<BillPayment | null> {
  const party = project.parties[bill.partyIndex]
  if (!party) throw new Error(`bill ${bill.number} is of party ${bill.partyIndex}, which does not exist`)
  const taken = committed.get(party.wallet) ?? new Map<Asset, bigint>()
  const path = await context.chain.quotePayment({
    wallet: party.wallet,
    payer: await context.keys.address('autopay'),
    committed: taken,
    destinationAsset: project.settlementAsset,
    amountStroops: bill.restStroops,
    slippageBps: SLIPPAGE_BPS,
  })
  if (!path.ok) {
    warnOnce(context, project, bill, party.wallet, path.code)
    return null
  }
  taken.set(path.sendAsset, (taken.get(path.sendAsset) ?? 0n) + path.sendMaxStroops)
  committed.set(party.wallet, taken)
  return {
    number: String(bill.number),
    partyIndex: bill.partyIndex,
    wallet: party.wallet,
    collection: party.collection,
    amountStroops: String(bill.restStroops),
    sendAsset: path.sendAsset,
    sendMaxStroops: String(path.sendMaxStroops),
    path: path.path,
  }
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
  return store.transaction(async (client) => {
    // Another worker, or somebody's own payment, was faster: the next look tells what is left.
    if (!(await stillOpen(client, project.systemId, bills))) return { progress: 0, waiting: 1 }
    const outboxId = await enqueue(client, {
      key: `pay:${project.settings.energy}:${numbers[0]}:${bills[0]?.rounds ?? 0}`,
      kind: 'pay.bills',
      lane: `pay:${project.offeringId}`,
      payload: { offeringId: project.offeringId, numbers, payments },
      at: now,
    })
    if (outboxId === null) throw new Error(`bill ${numbers[0]} was asked for in this round, and its row does not know`)
    await reserveBills(client, project.systemId, bills, outboxId, now)
    log.info({ offering: project.offering, bills: numbers }, 'payment requested')
    return { progress: 1, waiting: 0 }
  })
}

/** Whatever lies in a collection account belongs in the escrow: auto-paid, paid by hand, or given by anyone. */
async function sweepCollections(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, chain } = context
  let result = IDLE
  for (const party of project.parties) {
    if (await laneIsBusy(store, collectLane(project, party.index))) continue
    const line = await chain.trustline(party.collection, project.settlementAsset)
    if (!line || line.balanceStroops === 0n) continue
    if (!(await mayCollect(store, collectLane(project, party.index), await chain.now()))) {
      result = addTicks(result, { progress: 0, waiting: 1 })
      continue
    }
    const key = `collect:${project.offering}:${party.index}:${await chain.ledger()}`
    const asked = await enqueue(store, collectRequest(project, party.index, key, await chain.now()))
    result = addTicks(result, asked === null ? { progress: 0, waiting: 1 } : { progress: 1, waiting: 0 })
  }
  return result
}

function collectRequest(project: Project, partyIndex: number, key: string, at: bigint) {
  return {
    key,
    kind: 'offering.collect',
    lane: collectLane(project, partyIndex),
    payload: { offeringId: project.offeringId, partyIndex },
    at,
  }
}

/** The utility pays for exports, where this worker plays its part (on a local network). Elsewhere it pays by itself. */
async function payExport(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, keys, chain } = context
  if (!(await keys.holds('utility'))) return IDLE
  const { rows } = await store.query<{ statement_index: number }>(
    `SELECT statement_index FROM export_credit WHERE system_id = $1 AND paid_stroops < due_stroops ORDER BY statement_index DESC LIMIT 1`,
    [project.systemId],
  )
  const newest = rows[0]
  if (!newest) return IDLE
  const key = await nextTry(store, `export:${project.offering}:${newest.statement_index}`, await chain.now())
  if (key === null) return IDLE
  const asked = await enqueue(store, {
    key,
    kind: 'offering.pay_export',
    lane: `export:${project.offeringId}`,
    payload: {
      offeringId: project.offeringId,
      statementIndex: newest.statement_index,
    },
    at: await chain.now(),
  })
  return asked === null ? IDLE : { progress: 1, waiting: 0 }
}
