import { min } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import { wakeOfSystem } from '../jobs.ts'
import { setAnnounced, standingBilled, standingPaid } from '../keep/standing-rows.ts'
import { type LoggedEvent, rowId, tagOf } from './logged-event.ts'

interface StatementFinal {
  readonly system: number
  readonly index: number
  readonly hash: Uint8Array
  readonly from: bigint
  readonly to: bigint
  readonly generated_wh: bigint
  readonly exported_wh: bigint
  readonly generated_correction_wh: bigint
  readonly exported_correction_wh: bigint
  readonly consumed_wh: readonly bigint[]
  readonly root: Uint8Array
  readonly quality: number
}

interface BillIssued {
  readonly system: number
  readonly party: number
  readonly number: bigint
  readonly index: number
  readonly delivered_wh: bigint
  readonly price: bigint
  readonly credited_wh: bigint
  readonly credited_price: bigint
  readonly adjustment_milli: bigint
  readonly due: bigint
  readonly due_at: bigint
  readonly provisional: boolean
}

interface ExportIssued {
  readonly system: number
  readonly index: number
  readonly wh: bigint
  readonly price: bigint
  readonly due: bigint
}

interface TruedUp {
  readonly system: number
  readonly index: number
  readonly provisional_price: bigint
  readonly price: bigint
  readonly adjustments_milli: readonly bigint[]
}

/** What one settlement paid, bill by bill. */
export interface BillsPaid {
  readonly system: number
  readonly party: number
  readonly amount: bigint
  readonly bills: readonly { readonly number: bigint; readonly amount: bigint; readonly remaining: bigint }[]
}

/** Enters what the energy contract said of systems that this database has. */
export async function projectEnergy(client: Queryable, logged: LoggedEvent): Promise<void> {
  const { name, data, event } = logged
  const system = Number(data.system)
  if (!(await hasSystem(client, system))) return
  switch (name) {
    case 'StatementFinal':
      await wakeOfSystem(client, 'service', system, event.closedAt)
      return statementFinal(client, data as unknown as StatementFinal, event.txHash)
    case 'BillIssued':
      return billIssued(client, data as unknown as BillIssued, event)
    case 'ExportIssued':
      return exportIssued(client, data as unknown as ExportIssued)
    case 'ExportPaid':
      return exportPaid(client, system, data.amount as bigint, event.txHash)
    case 'TruedUp':
      return truedUp(client, data as unknown as TruedUp, event)
    case 'LadderChanged':
      await wakeOfSystem(client, 'service', system, event.closedAt)
      await setAnnounced(client, system, Number(data.party), tagOf(data.to) as Parameters<typeof setAnnounced>[3])
      return standingPaid(client, system, Number(data.party))
    case 'ClocksSuspended':
    case 'ClocksResumed':
      await client.query('UPDATE party_standing SET outdated = true WHERE system_id = $1', [system])
      return
  }
}

async function hasSystem(client: Queryable, system: number): Promise<boolean> {
  const { rows } = await client.query('SELECT 1 FROM system WHERE id = $1', [system])
  return rows.length > 0
}

/** The statement as the contract made it final; a draft of ours that says something else is corrected by it. */
async function statementFinal(client: Queryable, final: StatementFinal, txHash: string): Promise<void> {
  await client.query(
    `INSERT INTO statement (system_id, index, from_at, to_at, generated_wh, exported_wh, generated_correction_wh, exported_correction_wh,
       consumed_wh, readings_root, readings_count, quality, hash, status, tx_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, 'final', $13)
     ON CONFLICT (system_id, index) DO UPDATE SET status = 'final', from_at = EXCLUDED.from_at, to_at = EXCLUDED.to_at,
       generated_wh = EXCLUDED.generated_wh, exported_wh = EXCLUDED.exported_wh, consumed_wh = EXCLUDED.consumed_wh,
       generated_correction_wh = EXCLUDED.generated_correction_wh, exported_correction_wh = EXCLUDED.exported_correction_wh,
       readings_root = EXCLUDED.readings_root, quality = EXCLUDED.quality, hash = EXCLUDED.hash, tx_hash = EXCLUDED.tx_hash`,
    [
      final.system,
      final.index,
      final.from,
      final.to,
      final.generated_wh,
      final.exported_wh,
      final.generated_correction_wh,
      final.exported_correction_wh,
      JSON.stringify(final.consumed_wh.map(String)),
      Buffer.from(final.root),
      final.quality,
      Buffer.from(final.hash),
      txHash,
    ],
  )
  await client.query('UPDATE system SET next_from = GREATEST(next_from, $2) WHERE id = $1', [final.system, final.to])
}

/** A bill, which belongs to the statement that became final in the same transaction. */
async function billIssued(client: Queryable, bill: BillIssued, event: LoggedEvent['event']): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO bill (id, number, system_id, party_index, statement_index, from_at, to_at, delivered_wh, price_stroops, credited_wh,
       credited_price_stroops, adjustment_milli, due_stroops, due_at, provisional, tx_hash)
     SELECT $14, $1, $2, $3, $4, from_at, to_at, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM statement WHERE system_id = $2 AND index = $4
     ON CONFLICT (system_id, number) DO NOTHING`,
    [
      bill.number,
      bill.system,
      bill.party,
      bill.index,
      bill.delivered_wh,
      bill.price,
      bill.credited_wh,
      bill.credited_price,
      bill.adjustment_milli,
      bill.due,
      bill.due_at,
      bill.provisional,
      event.txHash,
      rowId(event, event.eventIndex),
    ],
  )
  if (rowCount === 1 && bill.due > 0n) await standingBilled(client, bill.system, bill.party, bill.due_at)
}

async function exportIssued(client: Queryable, issued: ExportIssued): Promise<void> {
  await client.query(
    `INSERT INTO export_credit (system_id, statement_index, exported_wh, price_stroops, due_stroops) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (system_id, statement_index) DO NOTHING`,
    [issued.system, issued.index, issued.wh, issued.price, issued.due],
  )
}

/** A provisional interval that got its price, and what that changes for whom. */
async function truedUp(client: Queryable, one: TruedUp, event: LoggedEvent['event']): Promise<void> {
  await client.query(
    `INSERT INTO true_up (id, system_id, statement_index, provisional_price_stroops, price_stroops, adjustments_milli, tx_hash, ledger)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tx_hash, system_id, statement_index) DO NOTHING`,
    [
      rowId(event, event.eventIndex),
      one.system,
      one.index,
      one.provisional_price,
      one.price,
      JSON.stringify(one.adjustments_milli.map(String)),
      event.txHash,
      event.ledger,
    ],
  )
}

/** What the utility paid, oldest credit first, as the contract counts it. */
async function exportPaid(client: Queryable, system: number, amount: bigint, txHash: string): Promise<void> {
  const { rows } = await client.query<{ statement_index: number; rest: string }>(
    `SELECT statement_index, due_stroops - paid_stroops AS rest FROM export_credit
     WHERE system_id = $1 AND paid_stroops < due_stroops ORDER BY statement_index`,
    [system],
  )
  let left = amount
  for (const credit of rows) {
    const part = min(left, BigInt(credit.rest))
    if (part === 0n) return
    left -= part
    await client.query(
      'UPDATE export_credit SET paid_stroops = paid_stroops + $3, tx_hash = $4 WHERE system_id = $1 AND statement_index = $2',
      [system, credit.statement_index, part, txHash],
    )
  }
}

/**
 * Enters what a collection paid of a party's bills. New money pays first: `creditStroops` of the sum came from the party's credit.
 *
 * The contract names what remains of each bill. When too many are open it joins later amounts to the newest bill it lists: what such an
 * entry takes beyond its own bill pays the bills behind it, in order.
 */
export async function projectBillsPaid(client: Queryable, paid: BillsPaid, creditStroops: bigint): Promise<void> {
  let credit = creditStroops
  for (const { number, amount, remaining } of paid.bills) {
    const fromCredit = min(credit, amount)
    credit -= fromCredit
    await settleBill(client, paid, number, amount, remaining)
    if (fromCredit > 0n)
      await client.query('UPDATE bill SET credit_stroops = credit_stroops + $3 WHERE system_id = $1 AND number = $2', [
        paid.system,
        number,
        fromCredit,
      ])
  }
  await standingPaid(client, paid.system, paid.party)
}

async function settleBill(
  client: Queryable,
  { system, party }: BillsPaid,
  number: bigint,
  amount: bigint,
  remaining: bigint,
): Promise<void> {
  const { rows: known } = await client.query<{ settled: string }>(
    'UPDATE bill SET settled_stroops = settled_stroops + $3 WHERE system_id = $1 AND number = $2 RETURNING settled_stroops AS settled',
    [system, number, amount],
  )
  const [entry] = known
  if (!entry) return
  const { rows } = await client.query<{ number: string; due: string }>(
    'SELECT number, due_stroops AS due FROM bill WHERE system_id = $1 AND party_index = $2 AND number >= $3 ORDER BY number',
    [system, party, number],
  )
  // What the entry stands for, and how much of that is paid: the bill itself, and whatever was joined to it.
  let total = BigInt(entry.settled) + remaining
  let settled = BigInt(entry.settled)
  for (const bill of rows) {
    if (total <= 0n) return
    const part = min(settled, BigInt(bill.due))
    settled -= part
    total -= BigInt(bill.due)
    // Never by adding: whoever read the contract's list of open bills meanwhile has written the same.
    await client.query(
      'UPDATE bill SET paid_stroops = GREATEST(paid_stroops, $3) WHERE system_id = $1 AND number = $2',
      [system, bill.number, part],
    )
  }
}
