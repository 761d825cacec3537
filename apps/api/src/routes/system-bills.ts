import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds, toHex } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { type BillRow, billsPage } from '../bill-pages.ts'
import { decodeCursor, MAX_INT8 } from '../cursor.ts'
import { systemFacts } from '../lookup.ts'
import { SystemParams, systemId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Hash, Modelled, nullable, SignedWattHours, Stroops, Timestamp, TxHash, WattHours } from '../schemas/units.ts'

const Payment = Type.Object({
  txHash: TxHash('That holds the payment.'),
  operationIndex: Type.Integer({ minimum: 0, description: 'Which operation of the transaction.' }),
  sendAsset: Type.String({ description: 'What the payer sent: native, or CODE:ISSUER.' }),
  sentStroops: Stroops('What left the payer, in the asset sent.'),
  receivedStroops: Stroops('What came to the collection account, in the settlement asset.'),
  ledger: Type.Integer({ description: 'The ledger that holds it.' }),
})

/** A bill as every answer tells it. */
export const BillSchema = Type.Object({
  number: Type.String({ pattern: '^[0-9]+$', description: "The contract's number of the bill (u64)." }),
  partyIndex: Type.Integer({ description: 'Whose bill it is.' }),
  partyName: nullable(Type.String()),
  from: Timestamp('Beginning of the interval billed.'),
  to: Timestamp('Its end.'),
  deliveredWh: WattHours('Solar energy delivered to the party.'),
  priceStroopsPerKwh: Stroops('Price of a kilowatt-hour.'),
  creditedWh: SignedWattHours(
    "Exports that the utility credited to the party's account, corrections included; a line of its own.",
  ),
  creditedPriceStroopsPerKwh: Stroops('Price of a kilowatt-hour of them.'),
  adjustmentMilli: Type.String({
    pattern: '^-?(0|[1-9][0-9]*)$',
    description: 'What earlier bills that were priced provisionally differ by; a line of its own. In 1/1,000 stroop.',
  }),
  dueStroops: Stroops('What is to be paid: the three lines and what the bill before left, rounded down, at least 0.'),
  paidStroops: Stroops('What of it is paid.'),
  creditStroops: Stroops("What of that came from the party's credit."),
  paid: Type.Boolean({ description: 'Whether all of it is paid.' }),
  dueAt: Timestamp('Until when it is to be paid.'),
  provisional: Type.Boolean({ description: 'Priced with a tariff that was stale: trued up on the next bill.' }),
  txHash: TxHash('That made the bill.'),
  statement: Type.Object(
    {
      index: Type.Integer({ description: 'The statement that it bills.' }),
      readingsRoot: nullable(Hash("Merkle root over the statement's readings.")),
      hash: nullable(Hash('Of the statement.')),
    },
    { description: 'What was measured.' },
  ),
  payments: Type.Array(Payment, { description: 'That named this bill.' }),
})

export function toBill(row: BillRow): Static<typeof BillSchema> {
  return {
    number: row.number.toString(),
    partyIndex: row.party_index,
    partyName: row.party_name,
    from: formatUtcSeconds(row.from_at),
    to: formatUtcSeconds(row.to_at),
    deliveredWh: row.delivered_wh.toString(),
    priceStroopsPerKwh: row.price_stroops.toString(),
    creditedWh: row.credited_wh.toString(),
    creditedPriceStroopsPerKwh: row.credited_price_stroops.toString(),
    adjustmentMilli: row.adjustment_milli.toString(),
    dueStroops: row.due_stroops.toString(),
    paidStroops: row.paid_stroops.toString(),
    creditStroops: row.credit_stroops.toString(),
    paid: row.paid_stroops === row.due_stroops,
    dueAt: formatUtcSeconds(row.due_at),
    provisional: row.provisional,
    txHash: row.tx_hash,
    statement: {
      index: row.statement_index,
      readingsRoot: row.readings_root && toHex(row.readings_root),
      hash: row.statement_hash && toHex(row.statement_hash),
    },
    payments: [...(row.payments ?? [])],
  }
}

/** `/v1/systems/{id}/bills`. */
export const systemBillRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/:id/bills',
      {
        schema: {
          operationId: 'listBills',
          tags: ['systems'],
          summary: 'Every bill, what it rests on and how it was paid',
          params: SystemParams,
          querystring: Type.Object(
            {
              ...listQuery,
              party: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535, description: 'Of this party only.' })),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object({ systemId, modelled: Modelled, ...pageOf(BillSchema) }), ...problemResponses },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order, party } }) => {
        const list = `bills:${id}:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT8])
        const [system, rows] = await Promise.all([
          systemFacts(database, id),
          billsPage(database, { systemId: id, party, order, after, limit: limit + 1 }),
        ])
        return {
          systemId: id,
          modelled: system.modelled,
          ...toPage(list, rows, limit, (row) => [row.number], toBill),
        }
      },
    )
  }
