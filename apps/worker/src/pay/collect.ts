import { max, min } from '@heliobond/domain'
import type { Queryable, WorkerContext } from '../context.ts'
import { bookAnnounced, standingPaid } from '../keep/standing-rows.ts'
import type { LookupSuccess } from '../network-port.ts'
import { type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'

/** A receipt of the waterfall, as the offering contract returns it. */
export interface ContractReceipt {
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

interface BillPaid {
  readonly number: bigint
  readonly amount: bigint
}

/** Pulls a party's collection account into the escrow and books what became of it. */
export const collect: Handler = {
  kind: 'offering.collect',

  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const operator = (await context.keys.signer('operator')).address
    return {
      signers: ['operator'],
      operations: [
        context.contracts.call(
          'offering',
          project.offering,
          'collect',
          { party: Number(row.payload.partyIndex) },
          operator,
        ),
      ],
    }
  },

  async booked(context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    const partyIndex = Number(row.payload.partyIndex)
    const receipt = context.contracts.returned<ContractReceipt>('offering', 'collect', outcome)
    await bookReceipt(client, project, partyIndex, receipt, outcome)
    await bookBills(context, client, project, partyIndex, receipt, outcome)
    await bookAnnounced(context, client, project, outcome)
    await standingPaid(client, project.systemId, partyIndex)
    await bookOwnership(context, client, project)
  },
}

/** The utility's payment for exports: at most what the energy contract says is due. */
export const payExport: Handler = {
  kind: 'offering.pay_export',

  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const utility = (await context.keys.signer('utility')).address
    const due = await context.contracts.read<bigint>('energy', project.settings.energy, 'export_due', {
      system: project.systemId,
    })
    if (due === 0n)
      return {
        code: 'NOTHING_DUE',
        detail: 'the exports are paid',
        retry: false,
      }
    return {
      signers: ['utility'],
      operations: [
        context.contracts.call('offering', project.offering, 'pay_export', { from: utility, amount: due }, utility),
      ],
    }
  },

  async booked(context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    const receipt = context.contracts.returned<ContractReceipt>('offering', 'pay_export', outcome)
    await bookReceipt(client, project, -1, receipt, outcome)
    let rest = receipt.pulled
    const { rows } = await client.query<{
      statement_index: number
      rest: string
    }>(
      `SELECT statement_index, due_stroops - paid_stroops AS rest FROM export_credit
       WHERE system_id = $1 AND paid_stroops < due_stroops ORDER BY statement_index`,
      [project.systemId],
    )
    for (const credit of rows) {
      const part = min(rest, BigInt(credit.rest))
      rest -= part
      if (part > 0n)
        await client.query(
          'UPDATE export_credit SET paid_stroops = paid_stroops + $3, tx_hash = $4 WHERE system_id = $1 AND statement_index = $2',
          [project.systemId, credit.statement_index, part, outcome.hash],
        )
    }
    await bookOwnership(context, client, project)
  },
}

async function bookReceipt(
  client: Queryable,
  project: Project,
  partyIndex: number,
  receipt: ContractReceipt,
  outcome: LookupSuccess,
): Promise<void> {
  await client.query(
    `INSERT INTO collection (offering_id, party_index, pulled_stroops, credit_used_stroops, operations_stroops, coupon_stroops, reserve_stroops,
       renewal_stroops, principal_stroops, loan_returned_stroops, surplus_stroops, tx_hash, ledger)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      project.offeringId,
      partyIndex,
      receipt.pulled,
      receipt.credit_used,
      receipt.operations,
      receipt.coupon,
      receipt.reserve,
      receipt.renewal,
      receipt.principal,
      receipt.loan_returned,
      receipt.surplus,
      outcome.hash,
      outcome.ledger,
    ],
  )
}

/** Marks the bills that the contract says were paid, and how much of each was paid from credit. */
async function bookBills(
  context: WorkerContext,
  client: Queryable,
  project: Project,
  partyIndex: number,
  receipt: ContractReceipt,
  outcome: LookupSuccess,
): Promise<void> {
  const events = context.contracts.events<{ bills: BillPaid[] }>(
    'energy',
    project.settings.energy,
    'BillsPaid',
    outcome,
  )
  const paid = events.flatMap(({ bills }) => bills)
  // The receipt takes up the whole credit and gives back what is left; new money pays first.
  let credit = max(paid.reduce((sum, { amount }) => sum + amount, 0n) - receipt.pulled, 0n)
  for (const { number, amount } of paid) {
    const fromCredit = min(credit, amount)
    credit -= fromCredit
    await client.query(
      'UPDATE bill SET paid_stroops = LEAST(due_stroops, paid_stroops + $2), credit_stroops = credit_stroops + $3 WHERE system_id = $4 AND number = $1',
      [number, amount, fromCredit, project.systemId],
    )
  }
  // Payments whose money this has taken in are over; a bill with a rest may be paid again. A payment of a later ledger is not among them,
  // even when it is in the books already: freeing its bill would pay it twice.
  await client.query(
    `UPDATE bill SET paying_outbox = NULL WHERE system_id = $1 AND party_index = $2 AND paying_outbox IN
       (SELECT id FROM outbox WHERE kind = 'pay.bills' AND status = 'succeeded' AND (ledger < $3 OR bill.paid_stroops >= bill.due_stroops))`,
    [project.systemId, partyIndex, outcome.ledger],
  )
}

async function bookOwnership(context: WorkerContext, client: Queryable, project: Project): Promise<void> {
  const system = await context.contracts.read<{
    parties: { owned_bps: number; portion_bps: number }[]
  }>('registry', project.settings.registry, 'system', { system: project.systemId })
  for (const [index, party] of system.parties.entries())
    await client.query('UPDATE party SET owned_bps = $3, portion_bps = $4 WHERE system_id = $1 AND index = $2', [
      project.systemId,
      index,
      party.owned_bps,
      party.portion_bps,
    ])
}
