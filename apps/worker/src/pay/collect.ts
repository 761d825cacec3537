import type { Queryable } from '../context.ts'
import { projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { tracesOfBills } from '../trace.ts'

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

  /** What it collected the indexer enters. */
  async booked(context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    const party = Number(row.payload.partyIndex)
    await freePaidBills(client, project.systemId, party, outcome.ledger)
    const { energy } = project.settings
    const bills = context.contracts
      .events<{ bills: readonly { number: bigint }[] }>('energy', energy, 'BillsPaid', outcome)
      .flatMap((event) => event.bills.map(({ number }) => number))
    const traces = await tracesOfBills(client, project.systemId, bills)
    context.log.info(
      { traces, outbox: row.id, offering: project.offering, party, bills: bills.map(String), hash: outcome.hash },
      'collected',
    )
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

  /** What it paid the indexer enters. */
  async booked() {},
}

/**
 * Payments whose money a collection of `ledger` has taken in are over; a bill with a rest may be paid again. A payment of a later ledger is not among them, even when
 * it is in the books already: freeing its bill would pay it twice.
 */
export async function freePaidBills(
  client: Queryable,
  systemId: number,
  partyIndex: number,
  ledger: number,
): Promise<void> {
  await client.query(
    `UPDATE bill SET paying_outbox = NULL WHERE system_id = $1 AND party_index = $2 AND paying_outbox IN
       (SELECT id FROM outbox WHERE kind = 'pay.bills' AND status = 'succeeded' AND (ledger < $3 OR bill.paid_stroops >= bill.due_stroops))`,
    [systemId, partyIndex, ledger],
  )
}
