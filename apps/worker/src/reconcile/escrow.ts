import type { WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import type { Comparison } from './comparison.ts'
import { eventsOf, lifeOf, type OfferingEvent } from './offering-life.ts'
import { replay, sumOf } from './replay.ts'

interface Buckets {
  readonly credits: readonly bigint[]
  readonly [name: string]: bigint | readonly bigint[]
}

/** The escrow by what it holds, by its buckets, by what came in and went out, and by replaying its whole life in the engine. */
export async function compareEscrow(context: WorkerContext, project: Project, comparison: Comparison): Promise<void> {
  const { contracts, store } = context
  const { credits, ...named } = await contracts.read<Buckets>('offering', project.offering, 'buckets')
  const buckets = new Map<string, bigint>([
    ...Object.entries(named as Record<string, bigint>),
    ...credits.map((credit, party): [string, bigint] => [`credit:${party}`, credit]),
  ])
  const held = await contracts.balance(project.settlementAsset, project.offering)
  const sum = [...buckets.values()].reduce((total, stroops) => total + stroops, 0n)
  comparison.equal('escrow: buckets add up to what it holds', 'stroops', held, sum)
  const { rows } = await store.query<{ name: string; stroops: string }>(
    'SELECT name, stroops::text AS stroops FROM bucket WHERE offering_id = $1',
    [project.offeringId],
  )
  for (const { name, stroops } of rows)
    comparison.equal(`bucket ${name} in the books`, 'stroops', buckets.get(name) ?? 0n, stroops)
  const events = await eventsOf(context, project)
  comparison.equal('escrow: what came in less what went out', 'stroops', await flows(context, project, events), held)
  replay(await lifeOf(context, project, events), buckets, comparison)
}

const big = (value: unknown): bigint => BigInt(String(value ?? 0))

/** Every event that moved money into or out of the escrow. */
async function flows(
  { store }: WorkerContext,
  { offeringId }: Project,
  events: readonly OfferingEvent[],
): Promise<bigint> {
  let held = 0n
  for (const { name, data } of events) {
    if (name === 'Invested') held += big(data.cost)
    if (name === 'Refunded') held -= big(data.paid)
    if (name === 'ReceiptIssued') held += big(data.pulled)
    if (name === 'Disbursed' || name === 'OperationsDrawn' || name === 'CreditWithdrawn') held -= big(data.amount)
    if (name === 'ClaimsPaid' || name === 'Redeemed') held -= sumOf(data.amounts)
    if (name === 'UnclaimedSwept') held -= big(data.redemption) + big(data.coupons)
  }
  // The books of payments to holders are beside the events that tell of them.
  const { rows } = await store.query<{ paid: string }>(
    `SELECT (SELECT coalesce(sum(stroops), 0) FROM coupon_payment WHERE offering_id = $1) + (SELECT coalesce(sum(paid_stroops), 0) FROM redemption
       WHERE offering_id = $1) AS paid`,
    [offeringId],
  )
  const told = events.reduce(
    (sum, { name, data }) => (name === 'ClaimsPaid' || name === 'Redeemed' ? sum + sumOf(data.amounts) : sum),
    0n,
  )
  return held + told - BigInt(rows[0]?.paid ?? 0)
}
