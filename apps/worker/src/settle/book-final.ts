/** Books what the energy contract made of a final statement: the statement, its bills, the utility's part, and differences of earlier bills. */
import type { Queryable, WorkerContext } from '../context.ts'
import { standingBilled } from '../keep/standing-rows.ts'
import type { LookupSuccess } from '../network-port.ts'
import type { Project } from '../project.ts'
import { traceOf } from '../trace.ts'

/** A bill as the energy contract returns it. */
export interface ContractBill {
  readonly number: bigint
  readonly party: number
  readonly index: number
  readonly from: bigint
  readonly to: bigint
  readonly delivered_wh: bigint
  readonly price: bigint
  readonly credited_wh: bigint
  readonly credited_price: bigint
  readonly adjustment_milli: bigint
  readonly due: bigint
  readonly due_at: bigint
  readonly provisional: boolean
}

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

interface ExportIssued {
  readonly index: number
  readonly wh: bigint
  readonly price: bigint
  readonly due: bigint
}

/** Enters a final statement. What is entered already (by whoever follows the contract's events) stays. */
export async function bookFinal(
  context: WorkerContext,
  client: Queryable,
  project: Project,
  index: number,
  bills: readonly ContractBill[],
  outcome: LookupSuccess,
): Promise<void> {
  const { systemId, settings } = project
  const events = <T>(name: string) => context.contracts.events<T>('energy', settings.energy, name, outcome)
  await bookStatement(client, systemId, index, events<StatementFinal>('StatementFinal'), outcome.hash)
  for (const bill of bills) await bookBill(context, client, systemId, bill, outcome.hash)
  for (const { index: of, wh, price, due } of events<ExportIssued>('ExportIssued'))
    await client.query(
      `INSERT INTO export_credit (system_id, statement_index, exported_wh, price_stroops, due_stroops) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (system_id, statement_index) DO NOTHING`,
      [systemId, of, wh, price, due],
    )
  await bookTrueUps(context, client, project, outcome)
}

/** The statement as it became final: ours, or what another oracle proposed in its place. */
async function bookStatement(
  client: Queryable,
  systemId: number,
  index: number,
  finals: readonly StatementFinal[],
  hash: string,
): Promise<void> {
  const final = finals.find((one) => one.system === systemId && one.index === index)
  if (!final) throw new Error(`statement ${index} of system ${systemId} is final in ${hash}, and no event says so`)
  await client.query(
    `UPDATE statement SET status = 'final', from_at = $3, to_at = $4, generated_wh = $5, exported_wh = $6, generated_correction_wh = $7,
       exported_correction_wh = $8, consumed_wh = $9, readings_root = $10, quality = $11, hash = $12, tx_hash = $13
     WHERE system_id = $1 AND index = $2`,
    [
      systemId,
      index,
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
      hash,
    ],
  )
  await client.query('UPDATE system SET next_from = GREATEST(next_from, $2) WHERE id = $1', [systemId, final.to])
}

async function bookBill(
  { log }: WorkerContext,
  client: Queryable,
  systemId: number,
  bill: ContractBill,
  hash: string,
): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO bill (number, system_id, party_index, statement_index, from_at, to_at, delivered_wh, price_stroops, credited_wh,
       credited_price_stroops, adjustment_milli, due_stroops, due_at, provisional, tx_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (system_id, number) DO NOTHING`,
    [
      bill.number,
      systemId,
      bill.party,
      bill.index,
      bill.from,
      bill.to,
      bill.delivered_wh,
      bill.price,
      bill.credited_wh,
      bill.credited_price,
      bill.adjustment_milli,
      bill.due,
      bill.due_at,
      bill.provisional,
      hash,
    ],
  )
  if (rowCount === 1 && bill.due > 0n) await standingBilled(client, systemId, bill.party, bill.due_at)
  const trace = traceOf(systemId, bill.index)
  log.info({ trace, system: systemId, bill: bill.number, party: bill.party, due: bill.due, hash }, 'billed')
}

interface TruedUp {
  readonly system: number
  readonly index: number
  readonly provisional_price: bigint
  readonly price: bigint
  readonly adjustments_milli: readonly bigint[]
}

/** Enters which provisional intervals got their price in a transaction, and what that changes for whom. */
export async function bookTrueUps(
  context: WorkerContext,
  client: Queryable,
  project: Project,
  outcome: LookupSuccess,
): Promise<void> {
  for (const one of context.contracts.events<TruedUp>('energy', project.settings.energy, 'TruedUp', outcome)) {
    if (one.system !== project.systemId) continue
    await client.query(
      `INSERT INTO true_up (system_id, statement_index, provisional_price_stroops, price_stroops, adjustments_milli, tx_hash, ledger)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tx_hash, system_id, statement_index) DO NOTHING`,
      [
        one.system,
        one.index,
        one.provisional_price,
        one.price,
        JSON.stringify(one.adjustments_milli.map(String)),
        outcome.hash,
        outcome.ledger,
      ],
    )
  }
}
