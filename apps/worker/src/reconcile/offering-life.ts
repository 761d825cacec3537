import type { OfferingRules, Receipt } from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import { type Project, schedulePeriods } from '../project.ts'

/** What the offering's contract said. */
export interface OfferingEvent {
  readonly name: string
  readonly at: string
  readonly tx_hash: string
  /** Numbers as decimal strings, by the contract's names. */
  readonly data: Readonly<Record<string, unknown>>
}

/** A receipt as the books have it, in stroops. */
export type ReceiptRow = Omit<Receipt, 'party'>

/** All that is needed to live an offering again. */
export interface LifeOfOffering {
  readonly rules: OfferingRules
  /** Portions of the parties at closing, basis points. */
  readonly portionsBps: readonly number[]
  /** In the network's order. */
  readonly events: readonly OfferingEvent[]
  /** Stroops of bills that each collection paid, by its transaction, in order. Used up by who reads it. */
  readonly applied: Map<string, bigint[]>
  /** In the order of their events. */
  readonly receipts: readonly ReceiptRow[]
  readonly redemptions: readonly { readonly holder: string; readonly bonds: bigint; readonly paid: bigint }[]
}

interface Terms {
  readonly price_bps: number
  readonly share_bps: number
  readonly minimum: bigint
  readonly operations_budget: bigint
  readonly reserve_requirement: bigint
  readonly reserve_from_proceeds: bigint
  readonly capitalized_interest: bigint
  readonly renewal_requirement: bigint
}

/** Reads a life: the terms from the contract, the rest from the log and the books. */
export async function lifeOf(
  context: WorkerContext,
  project: Project,
  events: readonly OfferingEvent[],
): Promise<LifeOfOffering> {
  const [rules, portionsBps, applied, receipts, redemptions] = await Promise.all([
    rulesOf(context, project),
    portionsOf(context, project),
    appliedByTransaction(context, project),
    receiptsOf(context, project),
    redemptionsOf(context, project),
  ])
  return { rules, portionsBps, events, applied, receipts, redemptions }
}

export async function eventsOf({ store }: WorkerContext, { offeringId }: Project): Promise<OfferingEvent[]> {
  const { rows } = await store.query<OfferingEvent>(
    `SELECT name, at, tx_hash, data FROM offering_event WHERE offering_id = $1 ORDER BY ledger, application_order, operation_index, event_index`,
    [offeringId],
  )
  return rows
}

async function rulesOf({ contracts }: WorkerContext, project: Project): Promise<OfferingRules> {
  const terms = await contracts.read<Terms>('offering', project.offering, 'terms')
  return {
    kind: project.kind,
    priceBps: terms.price_bps,
    rateBps: project.settings.rateBps,
    shareBps: terms.share_bps,
    minimumStroops: terms.minimum,
    reserveFromProceedsStroops: terms.reserve_from_proceeds,
    capitalizedInterestStroops: terms.capitalized_interest,
    operationsBudgetStroops: terms.operations_budget,
    reserveRequirementStroops: terms.reserve_requirement,
    renewalRequirementStroops: terms.renewal_requirement,
    periods: schedulePeriods(project.settings),
  }
}

/** As they were at closing: portions may have changed hands since. */
async function portionsOf({ contracts }: WorkerContext, { offering, parties }: Project): Promise<number[]> {
  const portions: number[] = []
  for (const { index: party } of parties) {
    const account = await contracts.read<{ portion_bps: number }>('offering', offering, 'party_account', { party })
    portions.push(account.portion_bps)
  }
  return portions
}

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
    found.set(row.tx_hash, [...of, BigInt(String(decoded.data.amount ?? 0))])
  }
  return found
}

async function receiptsOf({ store }: WorkerContext, { offeringId }: Project): Promise<ReceiptRow[]> {
  const { rows } = await store.query<Record<keyof ReceiptRow, string>>(
    `SELECT pulled_stroops::text AS pulled, credit_used_stroops::text AS "creditUsed", operations_stroops::text AS operations,
       coupon_stroops::text AS coupon, reserve_stroops::text AS reserve, renewal_stroops::text AS renewal, principal_stroops::text AS principal,
       loan_returned_stroops::text AS "loanReturned", surplus_stroops::text AS surplus
     FROM collection WHERE offering_id = $1 ORDER BY id`,
    [offeringId],
  )
  return rows.map(({ pulled, creditUsed, operations, coupon, reserve, renewal, principal, loanReturned, surplus }) => ({
    pulled: BigInt(pulled),
    creditUsed: BigInt(creditUsed),
    operations: BigInt(operations),
    coupon: BigInt(coupon),
    reserve: BigInt(reserve),
    renewal: BigInt(renewal),
    principal: BigInt(principal),
    loanReturned: BigInt(loanReturned),
    surplus: BigInt(surplus),
  }))
}

async function redemptionsOf(
  { store }: WorkerContext,
  { offeringId }: Project,
): Promise<LifeOfOffering['redemptions']> {
  const { rows } = await store.query<{ holder: string; bonds: string; paid: string }>(
    `SELECT holder, bond_stroops::text AS bonds, paid_stroops::text AS paid FROM redemption WHERE offering_id = $1 ORDER BY ledger, id`,
    [offeringId],
  )
  return rows.map(({ holder, bonds, paid }) => ({ holder, bonds: BigInt(bonds), paid: BigInt(paid) }))
}
