import {
  collectExport,
  collectFromParty,
  couponStroops,
  type Escrow,
  finalizeCoupon,
  fundCoupon,
  matureEscrow,
  openEscrow,
  type Receipt,
  startPeriod,
} from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import { type Project, schedulePeriods } from '../project.ts'
import type { Comparison } from './comparison.ts'

interface OfferingEvent {
  readonly name: string
  readonly at: string
  readonly tx_hash: string
  readonly data: Readonly<Record<string, unknown>>
}

interface Buckets {
  readonly credits: readonly bigint[]
  readonly [name: string]: bigint | readonly bigint[]
}

/** The escrow by what it holds, by its buckets, by what came in and went out, and, for an ordinary bond, by replaying its whole life in the engine. */
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
  await replay(context, project, events, buckets, comparison)
}

async function eventsOf({ store }: WorkerContext, { offeringId }: Project): Promise<OfferingEvent[]> {
  const { rows } = await store.query<OfferingEvent>(
    `SELECT name, at, tx_hash, data FROM offering_event WHERE offering_id = $1 ORDER BY ledger, application_order, operation_index, event_index`,
    [offeringId],
  )
  return rows
}

const big = (value: unknown): bigint => BigInt(String(value ?? 0))
const sumOf = (values: unknown): bigint =>
  (values as readonly unknown[]).reduce<bigint>((sum, one) => sum + big(one), 0n)

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

/** Lives that the engine's escrow does not know: their rules are other ones. */
const NOT_REPLAYED: ReadonlySet<string> = new Set(['Defaulted', 'Unwound', 'Refunded', 'UnclaimedSwept'])

/** Lives the escrow again from its closing on, event by event: every receipt, every funding, and the buckets at the end. */
async function replay(
  context: WorkerContext,
  project: Project,
  events: readonly OfferingEvent[],
  buckets: ReadonlyMap<string, bigint>,
  comparison: Comparison,
): Promise<void> {
  if (project.kind !== 'Bond' || project.principal !== 'SinkingFund') return
  const closed = events.findIndex(({ name }) => name === 'FundingClosed')
  if (closed === -1 || events.some(({ name }) => NOT_REPLAYED.has(name))) return
  const applied = await appliedByTransaction(context, project)
  const life = new Life(await openingOf(context, project, events[closed]?.data ?? {}), project, comparison)
  for (const event of events.slice(closed + 1)) life.enter(event, applied)
  life.compareWith(buckets)
}

async function openingOf(
  { contracts, store }: WorkerContext,
  project: Project,
  closing: OfferingEvent['data'],
): Promise<Escrow> {
  const terms = await contracts.read<{
    operations_budget: bigint
    reserve_requirement: bigint
    renewal_requirement: bigint
  }>('offering', project.offering, 'terms')
  const { rows } = await store.query<{ portion_bps: number }>(
    'SELECT portion_bps FROM ownership WHERE offering_id = $1 ORDER BY party_index',
    [project.offeringId],
  )
  return openEscrow(
    {
      operationsBudgetStroops: terms.operations_budget,
      reserveRequirementStroops: terms.reserve_requirement,
      renewalRequirementStroops: terms.renewal_requirement,
    },
    {
      outstandingStroops: big(closing.minted),
      portionsBps: rows.map(({ portion_bps }) => portion_bps),
      reserveFromProceedsStroops: big(closing.reserve),
      capitalizedInterestStroops: big(closing.coupon),
    },
  )
}

/** What each collection paid of bills, in the order of the receipts of its transaction. */
async function appliedByTransaction(
  { store, contracts }: WorkerContext,
  { settings, systemId }: Project,
): Promise<Map<string, bigint[]>> {
  const { rows } = await store.query<{ tx_hash: string; topics_xdr: string[]; value_xdr: string }>(
    `SELECT tx_hash, topics_xdr, value_xdr FROM chain_event WHERE contract_id = $1 AND name = 'BillsPaid'
     ORDER BY ledger, application_order, operation_index, event_index`,
    [settings.energy],
  )
  const found = new Map<string, bigint[]>()
  for (const row of rows) {
    const decoded = contracts.decode('energy', {
      contractId: settings.energy,
      topicsXdr: row.topics_xdr,
      valueXdr: row.value_xdr,
    })
    if (!decoded || Number(decoded.data.system) !== systemId) continue
    const of = found.get(row.tx_hash) ?? []
    found.set(row.tx_hash, [...of, big(decoded.data.amount)])
  }
  return found
}

/** An escrow in the engine, and what is compared on the way. */
class Life {
  #escrow: Escrow
  readonly #project: Project
  readonly #comparison: Comparison
  #periods = 0
  #callDate = 0n
  readonly #wholes: bigint[] = []
  readonly #funded = new Map<number, bigint>()
  #receipts = 0

  constructor(escrow: Escrow, project: Project, comparison: Comparison) {
    this.#escrow = escrow
    this.#project = project
    this.#comparison = comparison
  }

  enter({ name, at, tx_hash, data }: OfferingEvent, applied: Map<string, bigint[]>): void {
    this.#startPeriods(BigInt(at))
    switch (name) {
      case 'ReceiptIssued':
        this.#receipt(data, applied.get(tx_hash)?.shift() ?? 0n)
        break
      case 'CouponFunded':
        this.#fund(data)
        break
      case 'ClaimsPaid':
        this.#take('couponsUnclaimed', sumOf(data.amounts))
        break
      case 'Redeemed':
        this.#take('redemption', sumOf(data.amounts))
        break
      case 'OperationsDrawn':
        this.#take('operations', big(data.amount))
        break
      case 'CreditWithdrawn':
        this.#withdraw(Number(data.party), big(data.amount))
        break
      case 'Called':
        this.#callDate = big(data.date)
        break
      case 'Matured':
        this.#mature(data)
    }
  }

  compareWith(buckets: ReadonlyMap<string, bigint>): void {
    const { credits, couponsUnclaimed, ...named } = this.#escrow.buckets
    for (const [name, stroops] of Object.entries({ ...named, coupons_unclaimed: couponsUnclaimed }))
      this.#comparison.equal(`bucket ${name} by the engine`, 'stroops', stroops, buckets.get(name) ?? 0n)
    // What redemption's roundings leave is the first party's; the engine knows no redemption.
    for (const [party, credit] of credits.entries())
      this.#comparison.equal(
        `credit of party ${party} by the engine`,
        'stroops',
        credit,
        buckets.get(`credit:${party}`) ?? 0n,
      )
  }

  /** Each period that has started by then asks for its whole coupon, and operations have a fresh budget. */
  #startPeriods(now: bigint): void {
    for (;;) {
      const period = schedulePeriods(this.#project.settings)[this.#periods]
      if (!period || period.start > now) return
      const isOwed = this.#callDate === 0n || period.start < this.#callDate
      const whole = isOwed ? couponStroops(this.#escrow.outstandingStroops, this.#project.settings.rateBps, period) : 0n
      this.#escrow = startPeriod(this.#escrow, whole)
      this.#wholes.push(whole)
      this.#periods += 1
    }
  }

  #receipt(data: OfferingEvent['data'], appliedStroops: bigint): void {
    this.#receipts += 1
    const party = Number(data.party)
    const pulledStroops = big(data.pulled)
    const isExport = party === 0xffff_ffff
    const { escrow, receipt } = isExport
      ? collectExport(this.#escrow, pulledStroops)
      : collectFromParty(this.#escrow, { party, pulledStroops, appliedStroops })
    this.#escrow = escrow
    const said: readonly (readonly [keyof Receipt, string])[] = [
      ...(['operations', 'coupon', 'reserve', 'renewal', 'principal', 'surplus'] as const).map(
        (name) => [name, name] as const,
      ),
      ['creditUsed', 'credit_used'],
      ['loanReturned', 'loan_returned'],
    ]
    for (const [name, field] of said)
      this.#comparison.equal(
        `receipt ${this.#receipts} of party ${isExport ? 'export' : party}: ${field}`,
        'stroops',
        receipt[name],
        big(data[field]),
      )
  }

  #fund(data: OfferingEvent['data']): void {
    const number = Number(data.number)
    const before = this.#funded.get(number)
    const total = big(data.total)
    if (before === undefined) this.#escrow = finalizeCoupon(this.#escrow, this.#wholes[number - 1] ?? total, total)
    const { escrow, movedStroops } = fundCoupon(this.#escrow, total - (before ?? 0n))
    this.#escrow = escrow
    this.#funded.set(number, (before ?? 0n) + movedStroops)
    this.#comparison.equal(`coupon ${number}: funded`, 'stroops', movedStroops, big(data.amount))
  }

  #mature(data: OfferingEvent['data']): void {
    const matured = matureEscrow(this.#escrow)
    if (!matured.ok) {
      this.#comparison.equal('maturity by the engine', 'count', 'possible', matured.error.code)
      return
    }
    this.#escrow = matured.value
    this.#comparison.equal('redemption set aside', 'stroops', matured.value.buckets.redemption, big(data.redemption))
  }

  #take(bucket: 'couponsUnclaimed' | 'redemption' | 'operations', stroops: bigint): void {
    const { buckets } = this.#escrow
    this.#escrow = { ...this.#escrow, buckets: { ...buckets, [bucket]: buckets[bucket] - stroops } }
  }

  #withdraw(party: number, stroops: bigint): void {
    const { buckets } = this.#escrow
    const credits = buckets.credits.map((credit, index) => (index === party ? credit - stroops : credit))
    this.#escrow = { ...this.#escrow, buckets: { ...buckets, credits } }
  }
}
