import { EXPORT_PARTY } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import { wake } from '../jobs.ts'
import { freePaidBills } from '../pay/collect.ts'
import { type LoggedEvent, plain, rowId, tagOf } from './logged-event.ts'
import { couponProposed } from './project-coupon.ts'
import { type BillsPaid, projectBillsPaid } from './project-energy.ts'

interface Receipt {
  readonly party: number
  readonly pulled: bigint
  readonly credit_used: bigint
  readonly operations: bigint
  readonly coupon: bigint
  readonly reserve: bigint
  readonly renewal: bigint
  readonly principal: bigint
  readonly loan_returned: bigint
  readonly surplus: bigint
}

/** What an event makes of the offering's state. */
const STATES: ReadonlyMap<string, string> = new Map([
  ['Launched', 'Funding'],
  ['WentLive', 'Live'],
  ['Matured', 'Matured'],
  ['Unwound', 'Unwinding'],
  ['Defaulted', 'Defaulted'],
  ['Cured', 'Live'],
  ['Closed', 'Closed'],
])

/** Enters what an offering said in one transaction, beside what the energy contract and the bond's asset said in it. */
export async function projectOffering(
  client: Queryable,
  passphrase: string,
  all: readonly LoggedEvent[],
): Promise<void> {
  let paid: BillsPaid[] = []
  let receipts = 0
  for (const logged of all) {
    if (logged.source.contract === 'energy' && logged.name === 'BillsPaid')
      paid.push(logged.data as unknown as BillsPaid)
    if (logged.source.contract !== 'offering' || logged.source.offeringId === null) continue
    await timeline(client, logged, logged.source.offeringId)
    await wake(client, 'service', logged.source.offeringId, logged.event.closedAt)
    if (logged.name === 'ReceiptIssued') {
      await receiptIssued(client, logged, logged.source.offeringId, receipts)
      // A collection settles the bills first: what was paid since the last receipt belongs to this one.
      await settleBills(client, logged.data as unknown as Receipt, paid)
      for (const { system, party } of paid) await freePaidBills(client, system, party, logged.event.ledger)
      paid = []
      receipts += 1
    } else await enter(client, passphrase, logged, logged.source.offeringId, all)
  }
}

async function timeline(client: Queryable, { name, data, event }: LoggedEvent, offeringId: number): Promise<void> {
  const state = name === 'FundingClosed' ? tagOf(data.state) : (STATES.get(name) ?? null)
  await client.query(
    `INSERT INTO offering_event (offering_id, tx_hash, operation_index, event_index, ledger, application_order, at, name, state, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      offeringId,
      event.txHash,
      event.operationIndex,
      event.eventIndex,
      event.ledger,
      event.applicationOrder,
      event.closedAt,
      name,
      state,
      JSON.stringify(plain(data)),
    ],
  )
  if (state !== null) await client.query('UPDATE offering SET state = $2 WHERE id = $1', [offeringId, state])
}

async function receiptIssued(
  client: Queryable,
  { data, event }: LoggedEvent,
  offeringId: number,
  nth: number,
): Promise<void> {
  const receipt = data as unknown as Receipt
  await client.query(
    `INSERT INTO collection (id, offering_id, party_index, pulled_stroops, credit_used_stroops, operations_stroops, coupon_stroops,
       reserve_stroops, renewal_stroops, principal_stroops, loan_returned_stroops, surplus_stroops, tx_hash, ledger, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (id) DO NOTHING`,
    [
      rowId(event, nth),
      offeringId,
      receipt.party === EXPORT_PARTY ? -1 : receipt.party,
      receipt.pulled,
      receipt.credit_used,
      receipt.operations,
      receipt.coupon,
      receipt.reserve,
      receipt.renewal,
      receipt.principal,
      receipt.loan_returned,
      receipt.surplus,
      event.txHash,
      event.ledger,
      event.closedAt,
    ],
  )
}

/** The receipt takes up the whole credit and gives back what is left; new money pays first. */
async function settleBills(client: Queryable, receipt: Receipt, paid: readonly BillsPaid[]): Promise<void> {
  let money = receipt.pulled
  for (const one of paid) {
    const total = one.bills.reduce((sum, { amount }) => sum + amount, 0n)
    const fromMoney = total < money ? total : money
    money -= fromMoney
    await projectBillsPaid(client, one, total - fromMoney)
  }
}

async function enter(
  client: Queryable,
  passphrase: string,
  logged: LoggedEvent,
  offeringId: number,
  all: readonly LoggedEvent[],
): Promise<void> {
  const { name, data, event } = logged
  switch (name) {
    case 'Invested':
    case 'Refunded':
      return investment(client, logged, offeringId)
    case 'CouponProposed':
      return couponProposed(client, passphrase, logged, offeringId)
    case 'CouponAttested':
      await client.query(
        `UPDATE coupon SET attested_by = attested_by || to_jsonb($3::text) WHERE offering_id = $1 AND number = $2`,
        [offeringId, data.number, data.who],
      )
      return
    case 'CouponVoided':
      await client.query(
        `UPDATE coupon SET status = 'voided', voided_tx = $3, attested_by = '[]' WHERE offering_id = $1 AND number = $2`,
        [offeringId, data.number, event.txHash],
      )
      return
    case 'CouponFunded':
      await client.query(
        `UPDATE coupon SET funded_stroops = $3, status = CASE WHEN paid_stroops = total_stroops AND $3 = total_stroops THEN 'paid' ELSE 'funded' END
         WHERE offering_id = $1 AND number = $2`,
        [offeringId, data.number, data.funded],
      )
      return
    case 'ClaimsPaid':
      return claimsPaid(client, logged, offeringId)
    case 'Called':
      await client.query('UPDATE offering SET call_date = $2 WHERE id = $1', [offeringId, data.date])
      return
    case 'Defaulted':
      // In default a call is off.
      await client.query('UPDATE offering SET call_date = NULL WHERE id = $1', [offeringId])
      return
    case 'CollectionSet':
      await client.query(
        'UPDATE party SET collection = $3 WHERE system_id = (SELECT system_id FROM offering WHERE id = $1) AND index = $2',
        [offeringId, data.party, data.account],
      )
      return
    case 'Redeemed':
      return redeemed(client, logged, offeringId, all)
  }
}

async function investment(client: Queryable, { name, data, event }: LoggedEvent, offeringId: number): Promise<void> {
  await client.query(
    `INSERT INTO investment (tx_hash, operation_index, event_index, offering_id, investor, kind, bond_stroops, paid_stroops, ledger, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      event.txHash,
      event.operationIndex,
      event.eventIndex,
      offeringId,
      data.investor,
      name === 'Invested' ? 'invested' : 'refunded',
      data.bonds,
      name === 'Invested' ? data.cost : data.paid,
      event.ledger,
      event.closedAt,
    ],
  )
}

async function claimsPaid(client: Queryable, { data, event }: LoggedEvent, offeringId: number): Promise<void> {
  const number = Number(data.number)
  const amounts = data.amounts as readonly bigint[]
  for (const [position, index] of (data.indexes as readonly number[]).entries()) {
    const amount = amounts[position] ?? 0n
    if (amount === 0n) continue
    const { rows } = await client.query<{ holder: string }>(
      `UPDATE coupon_leaf SET paid_stroops = paid_stroops + $4, tx_hash = $5 WHERE offering_id = $1 AND number = $2 AND index = $3 RETURNING holder`,
      [offeringId, number, index, amount, event.txHash],
    )
    await client.query(
      `INSERT INTO coupon_payment (tx_hash, index, offering_id, number, holder, stroops, ledger, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT DO NOTHING`,
      [event.txHash, index, offeringId, number, rows[0]?.holder ?? '', amount, event.ledger, event.closedAt],
    )
    await client.query(
      `UPDATE coupon SET paid_stroops = paid_stroops + $3,
         status = CASE WHEN paid_stroops + $3 = total_stroops AND funded_stroops = total_stroops THEN 'paid' ELSE status END
       WHERE offering_id = $1 AND number = $2`,
      [offeringId, number, amount],
    )
  }
}

/** Bonds taken back against their price. How many they were the bond's asset says in the same transaction. */
async function redeemed(
  client: Queryable,
  { data, event }: LoggedEvent,
  offeringId: number,
  all: readonly LoggedEvent[],
): Promise<void> {
  const amounts = data.amounts as readonly bigint[]
  let nth = 0
  for (const [position, holder] of (data.holders as readonly string[]).entries()) {
    const amount = amounts[position] ?? 0n
    if (amount === 0n) continue
    const { rows } = await client.query<{ stroops: string | null }>(
      `SELECT sum(stroops) AS stroops FROM asset_movement WHERE tx_hash = $1 AND kind = 'clawback' AND from_address = $2 AND asset = $3`,
      [event.txHash, holder, bondOf(all, offeringId)],
    )
    await client.query(
      `INSERT INTO redemption (id, offering_id, holder, bond_stroops, paid_stroops, tx_hash, ledger, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (tx_hash, holder) DO NOTHING`,
      [
        rowId(event, nth),
        offeringId,
        holder,
        rows[0]?.stroops ?? 0,
        amount,
        event.txHash,
        event.ledger,
        event.closedAt,
      ],
    )
    nth += 1
  }
}

/** The bond's name, from its own events beside. */
const bondOf = (all: readonly LoggedEvent[], offeringId: number): string =>
  all.find(({ source }) => source.contract === 'asset' && source.offeringId === offeringId)?.source.asset ?? ''
