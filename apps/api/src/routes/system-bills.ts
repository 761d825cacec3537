import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Bill as BillRow, Payment as PaymentRow, Statement as StatementRow } from '@heliobond/db'
import { formatUtcSeconds, toHex } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT8 } from '../cursor.ts'
import { systemOf } from '../lookup.ts'
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

const Bill = Type.Object({
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

/** What stands in other tables about a bill. */
interface BillFacts {
  readonly party: string | undefined
  readonly statement: Pick<StatementRow, 'readingsRoot' | 'hash'> | undefined
  readonly payments: readonly PaymentRow[]
}

function toBill(row: BillRow, facts: BillFacts): Static<typeof Bill> {
  return {
    number: row.number.toString(),
    partyIndex: row.partyIndex,
    partyName: facts.party ?? null,
    from: formatUtcSeconds(row.fromAt),
    to: formatUtcSeconds(row.toAt),
    deliveredWh: row.deliveredWh.toString(),
    priceStroopsPerKwh: row.priceStroops.toString(),
    creditedWh: row.creditedWh.toString(),
    creditedPriceStroopsPerKwh: row.creditedPriceStroops.toString(),
    adjustmentMilli: row.adjustmentMilli.toString(),
    dueStroops: row.dueStroops.toString(),
    paidStroops: row.paidStroops.toString(),
    creditStroops: row.creditStroops.toString(),
    paid: row.paidStroops === row.dueStroops,
    dueAt: formatUtcSeconds(row.dueAt),
    provisional: row.provisional,
    txHash: row.txHash,
    statement: {
      index: row.statementIndex,
      readingsRoot: facts.statement ? toHex(facts.statement.readingsRoot) : null,
      hash: facts.statement?.hash ? toHex(facts.statement.hash) : null,
    },
    payments: facts.payments.map((payment) => ({
      txHash: payment.txHash,
      operationIndex: payment.operationIndex,
      sendAsset: payment.sendAsset,
      sentStroops: payment.sentStroops.toString(),
      receivedStroops: payment.receivedStroops.toString(),
      ledger: payment.ledger,
    })),
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
          response: { 200: Type.Object({ systemId, modelled: Modelled, ...pageOf(Bill) }), ...problemResponses },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order, party } }) => {
        const system = await systemOf(database, id)
        const list = `bills:${id}:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT8])
        const rows = await database.prisma.bill.findMany({
          where: {
            systemId: id,
            ...(party === undefined ? {} : { partyIndex: party }),
            ...(after === undefined ? {} : { number: { [order === 'asc' ? 'gt' : 'lt']: after } }),
          },
          orderBy: { number: order },
          take: limit + 1,
        })
        const factsOf = await gatherFacts(id, rows)
        return {
          systemId: id,
          modelled: system.modelled,
          ...toPage(
            list,
            rows,
            limit,
            (row) => [row.number],
            (row) => toBill(row, factsOf(row)),
          ),
        }
      },
    )

    async function gatherFacts(id: number, bills: readonly BillRow[]): Promise<(bill: BillRow) => BillFacts> {
      const [parties, statements, payments] = await Promise.all([
        database.prisma.party.findMany({ where: { systemId: id }, select: { index: true, name: true } }),
        database.prisma.statement.findMany({
          where: { systemId: id, index: { in: bills.map((bill) => bill.statementIndex) } },
          select: { index: true, readingsRoot: true, hash: true },
        }),
        database.prisma.payment.findMany({
          where: { systemId: id, billNumber: { in: bills.map((bill) => bill.number) } },
          orderBy: { id: 'asc' },
        }),
      ])
      const names = new Map(parties.map(({ index, name }) => [index, name]))
      const byIndex = new Map(statements.map((statement) => [statement.index, statement]))
      const byBill = Map.groupBy(payments, (payment) => payment.billNumber)
      return (bill) => ({
        party: names.get(bill.partyIndex),
        statement: byIndex.get(bill.statementIndex),
        payments: byBill.get(bill.number) ?? [],
      })
    }
  }
