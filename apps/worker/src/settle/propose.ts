import type { Queryable, WorkerContext } from '../context.ts'
import { standingBilled } from '../keep/standing-rows.ts'
import { projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'

/** A bill as the energy contract returns it. */
interface ContractBill {
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

interface StatementRow {
  from_at: string
  to_at: string
  generated_wh: string
  exported_wh: string
  generated_correction_wh: string
  exported_correction_wh: string
  consumed_wh: string[]
  readings_root: Uint8Array
  quality: number
}

/** Proposes a statement to the energy contract and books the bills that the contract made of it. */
export const proposeStatement: Handler = {
  kind: 'energy.propose',

  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const statement = await statementRow(context.store, project.systemId, Number(row.payload.index))
    const oracle = (await context.keys.signer('oracle')).address
    return {
      signers: ['oracle'],
      operations: [
        context.contracts.call(
          'energy',
          project.settings.energy,
          'propose',
          {
            oracle,
            statement: {
              system: project.systemId,
              index: Number(row.payload.index),
              from: BigInt(statement.from_at),
              to: BigInt(statement.to_at),
              generated_wh: BigInt(statement.generated_wh),
              exported_wh: BigInt(statement.exported_wh),
              consumed_wh: statement.consumed_wh.map(BigInt),
              readings_root: statement.readings_root,
              quality: statement.quality,
              generated_correction_wh: BigInt(statement.generated_correction_wh),
              exported_correction_wh: BigInt(statement.exported_correction_wh),
            },
          },
          oracle,
        ),
      ],
    }
  },

  async booked(context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    const index = Number(row.payload.index)
    const bills = context.contracts.returned<ContractBill[] | undefined>('energy', 'propose', outcome)
    await client.query(
      `UPDATE statement SET status = 'proposed', tx_hash = $3 WHERE system_id = $1 AND index = $2 AND status = 'draft'`,
      [project.systemId, index, outcome.hash],
    )
    // With a threshold above one the statement is final only after the last countersignature.
    if (bills) await bookFinal(context, client, project, index, bills, outcome.hash)
    await bookExport(context, client, project, index, outcome)
  },

  /** The draft goes: the interval is read and proposed anew, with what has become known meanwhile. */
  async abandoned(context, client, row) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    await client.query(`DELETE FROM statement WHERE system_id = $1 AND index = $2 AND status = 'draft'`, [
      project.systemId,
      Number(row.payload.index),
    ])
    context.log.error(
      { system: project.systemId, statement: row.payload.index },
      'a statement was not taken; it is drafted again',
    )
  },
}

async function statementRow(db: Queryable, systemId: number, index: number): Promise<StatementRow> {
  const { rows } = await db.query<StatementRow>(
    `SELECT from_at, to_at, generated_wh, exported_wh, generated_correction_wh, exported_correction_wh, consumed_wh, readings_root, quality
     FROM statement WHERE system_id = $1 AND index = $2`,
    [systemId, index],
  )
  const row = rows[0]
  if (!row) throw new Error(`no statement ${index} of system ${systemId}`)
  return row
}

async function bookFinal(
  context: WorkerContext,
  client: Queryable,
  project: { systemId: number },
  index: number,
  bills: readonly ContractBill[],
  hash: string,
): Promise<void> {
  for (const bill of bills) {
    await client.query(
      `INSERT INTO bill (number, system_id, party_index, statement_index, from_at, to_at, delivered_wh, price_stroops, credited_wh,
         credited_price_stroops, adjustment_milli, due_stroops, due_at, provisional, tx_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (system_id, number) DO NOTHING`,
      [
        bill.number,
        project.systemId,
        bill.party,
        index,
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
    if (bill.due > 0n) await standingBilled(client, project.systemId, bill.party, bill.due_at)
    context.log.info(
      {
        system: project.systemId,
        bill: bill.number,
        party: bill.party,
        due: bill.due,
        hash,
      },
      'billed',
    )
  }
  await client.query(
    `UPDATE system SET next_from = (SELECT to_at FROM statement WHERE system_id = $1 AND index = $2) WHERE id = $1`,
    [project.systemId, index],
  )
  await client.query(`UPDATE statement SET status = 'final' WHERE system_id = $1 AND index = $2`, [
    project.systemId,
    index,
  ])
}

async function bookExport(
  context: WorkerContext,
  client: Queryable,
  project: { systemId: number; settings: { energy: string } },
  index: number,
  outcome: Parameters<Handler['booked']>[3],
): Promise<void> {
  interface ExportEvent {
    readonly wh: bigint
    readonly price: bigint
    readonly due: bigint
  }
  for (const event of context.contracts.events<ExportEvent>(
    'energy',
    project.settings.energy,
    'ExportIssued',
    outcome,
  )) {
    await client.query(
      `INSERT INTO export_credit (system_id, statement_index, exported_wh, price_stroops, due_stroops) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (system_id, statement_index) DO NOTHING`,
      [project.systemId, index, event.wh, event.price, event.due],
    )
  }
}
