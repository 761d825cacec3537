import { type Asset, muxedAddress, pathPaymentStrictReceive } from '@heliobond/chain'
import type { Queryable, WorkerContext } from '../context.ts'
import { type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { freeBills } from './open-bills.ts'

/** One bill's path payment strict receive, as quoted. */
export interface BillPayment {
  readonly number: string
  readonly partyIndex: number
  readonly wallet: string
  readonly collection: string
  readonly amountStroops: string
  readonly sendAsset: Asset
  readonly sendMaxStroops: string
  readonly path: readonly Asset[]
}

/** How much worse than its quote a path may turn out: 1 %. */
const SLIPPAGE_BPS = 100

/** A bill to quote. */
export interface BillToQuote {
  readonly number: bigint
  readonly partyIndex: number
  readonly amountStroops: bigint
  readonly wallet: string
  /** Name of the auto-pay key of the wallet's cohort. */
  readonly autopayKey: string
  readonly collection: string
  /** What other payments of the same round may take from the wallet, by asset; this one is added. */
  readonly committed: Map<Asset, bigint>
}

/** How a wallet can pay a bill now, by the cheapest path; or why it cannot. */
export async function quoteBill(
  { chain, keys }: WorkerContext,
  project: Project,
  { number, partyIndex, amountStroops, wallet, autopayKey, collection, committed }: BillToQuote,
): Promise<BillPayment | { readonly code: string }> {
  const path = await chain.quotePayment({
    ...{ wallet, payer: await keys.address(autopayKey), committed },
    ...{ destinationAsset: project.settlementAsset, amountStroops, slippageBps: SLIPPAGE_BPS },
  })
  if (!path.ok) return { code: path.code }
  committed.set(path.sendAsset, (committed.get(path.sendAsset) ?? 0n) + path.sendMaxStroops)
  return {
    number: String(number),
    partyIndex,
    wallet,
    collection,
    amountStroops: String(amountStroops),
    sendAsset: path.sendAsset,
    sendMaxStroops: String(path.sendMaxStroops),
    path: path.path,
  }
}

/**
 * Pays bills in one transaction, up to 99, each exactly, from its party's wallet to its party's collection account. The bill's number is the
 * muxed id of the destination: information for people, since correctness comes from the account.
 *
 * A bill of which somebody else has paid a part meanwhile is not paid in full beside it: then all of it is given up, and asked for anew. The first envelope is built by the quotes of the request, a moment old; each later one by quotes of its own. Where a wallet can no longer pay then, all
 * of it is given up, so that the bills of the others are asked for anew without it.
 */
export const payBills: Handler = {
  kind: 'pay.bills',

  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const keyName = String(row.payload.keyName ?? 'autopay')
    const changed = await changedBill(context.store, project.systemId, paymentsOf(row.payload))
    if (changed !== null)
      return { code: 'BILL_CHANGED', detail: `bill ${changed} is open with another rest`, retry: false }
    const payments: BillPayment[] = []
    const committed = new Map<string, Map<Asset, bigint>>()
    for (const payment of paymentsOf(row.payload)) {
      const fresh = row.attempts === 0 ? payment : await requote(context, project, keyName, payment, committed)
      if ('code' in fresh)
        return { code: fresh.code, detail: `bill ${payment.number} from ${payment.wallet}`, retry: false }
      payments.push(fresh)
    }
    return {
      signers: [keyName],
      operations: payments.map((payment) =>
        pathPaymentStrictReceive({
          source: payment.wallet,
          sendAsset: payment.sendAsset,
          sendMaxStroops: BigInt(payment.sendMaxStroops),
          destination: muxedAddress(payment.collection, BigInt(payment.number)),
          destAsset: project.settlementAsset,
          destAmountStroops: BigInt(payment.amountStroops),
          path: payment.path,
        }),
      ),
    }
  },

  /** What arrived the indexer enters. */
  async booked(context, _client, row, outcome) {
    for (const { number, sendAsset } of paymentsOf(row.payload))
      context.log.info({ outbox: row.id, bill: number, hash: outcome.hash, asset: sendAsset }, 'paid')
  },

  async abandoned(_context, client, row) {
    await freeBills(client, row.id)
  },
}

const paymentsOf = (payload: Record<string, unknown>) => payload.payments as readonly BillPayment[]

/** The first bill whose rest is no longer what was to be paid of it: somebody else has paid meanwhile. */
async function changedBill(db: Queryable, systemId: number, payments: readonly BillPayment[]): Promise<string | null> {
  const { rows } = await db.query<{ number: string; rest: string }>(
    'SELECT number, due_stroops - paid_stroops AS rest FROM bill WHERE system_id = $1 AND number = ANY($2::bigint[])',
    [systemId, payments.map(({ number }) => number)],
  )
  const rest = new Map(rows.map((row) => [String(row.number), String(row.rest)]))
  return payments.find(({ number, amountStroops }) => rest.get(number) !== amountStroops)?.number ?? null
}

function requote(
  context: WorkerContext,
  project: Project,
  autopayKey: string,
  payment: BillPayment,
  committed: Map<string, Map<Asset, bigint>>,
) {
  const taken = committed.get(payment.wallet) ?? new Map<Asset, bigint>()
  committed.set(payment.wallet, taken)
  const { number, partyIndex, amountStroops, wallet, collection } = payment
  return quoteBill(context, project, {
    ...{ number: BigInt(number), partyIndex, amountStroops: BigInt(amountStroops), wallet, autopayKey, collection },
    committed: taken,
  })
}
