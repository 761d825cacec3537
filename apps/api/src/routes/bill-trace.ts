import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Bill as BillRow, Statement as StatementRow } from '@heliobond/db'
import { contractIdFromStrkey, formatUtcSeconds, MAX_I64, networkId, readingJson, toHex } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { billsPage } from '../bill-pages.ts'
import { type ReadingSet, type StatementReadings, statementReadings } from '../bills/readings-proof.ts'
import { type RecomputedBill, recomputeBill } from '../bills/recompute.ts'
import { settlementsOf } from '../bills/settlements.ts'
import { Problem } from '../errors.ts'
import { projectContractsOf } from '../project-schedule.ts'
import { systemId } from '../schemas/ids.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Reading } from '../schemas/reading.ts'
import {
  Address,
  Bps,
  Hash,
  Modelled,
  nullable,
  SignedWattHours,
  Stroops,
  Timestamp,
  TxHash,
  WattHours,
} from '../schemas/units.ts'
import { Receipt, toReceipt } from './offering-money.ts'
import { BillSchema, toBill } from './system-bills.ts'

const Milli = (description: string) =>
  Type.String({ pattern: '^-?(0|[1-9][0-9]*)$', description: `${description} In 1/1,000 stroop.` })

const Check = Type.Object({
  check: Type.String({
    description:
      'readings-root: the readings give the root; delivered: sharing gives the energy billed; due: price and carry give the amount; paid: receipts add up to what is paid.',
  }),
  holds: nullable(Type.Boolean({ description: 'Null where it could not be checked here.' })),
})

const Trace = Type.Object(
  {
    systemId,
    systemName: Type.String(),
    modelled: Modelled,
    bill: BillSchema,
    checks: Type.Array(Check),
    statement: nullable(
      Type.Object({
        index: Type.Integer(),
        from: Timestamp('Where it begins.'),
        to: Timestamp('Where it ends.'),
        generatedWh: WattHours('Generated.'),
        exportedWh: WattHours('Exported.'),
        generatedCorrectionWh: SignedWattHours('Correction of what was generated before.'),
        exportedCorrectionWh: SignedWattHours('Correction of what was exported before.'),
        consumedWh: Type.Array(WattHours('Consumed by one party.')),
        quality: Type.Integer({ description: '0 measured, 1 estimated.' }),
        readingsRoot: Hash('Merkle root over the readings.'),
        readingsCount: Type.Integer(),
        hash: nullable(Hash('Of the statement.')),
        txHash: nullable(TxHash('That made it final.')),
      }),
    ),
    readings: nullable(
      Type.Object(
        {
          count: Type.Integer({ description: 'Under the root.' }),
          networkPassphrase: Type.String({ description: 'Its SHA-256 is part of every leaf.' }),
          energyContract: Address('Part of every leaf.'),
          proven: Type.Array(
            Type.Object({
              reading: Reading,
              index: Type.Integer({ description: 'Place of the leaf, from 0.' }),
              count: Type.Integer({ description: 'How many leaves the tree has.' }),
              siblings: Type.Array(Hash('A hash beside the way.')),
            }),
            { description: 'The first and the last reading of each meter, as it was signed, with its proof.' },
          ),
        },
        { description: 'Null where the set of readings was not published, or is too large for one answer.' },
      ),
    ),
    sharing: nullable(
      Type.Object({
        poolWh: SignedWattHours('What the parties share: generated - exported, corrections included.'),
        carriedNegativeWh: WattHours('What earlier exports beyond generation took away first.'),
        deliveredWh: Type.Array(WattHours('Delivered to one party, by its consumption, largest remainder.')),
        unattributedWh: WattHours('What exceeded all consumption: billed to nobody.'),
      }),
    ),
    tariff: nullable(
      Type.Object({
        contractId: Address('The tariff contract.'),
        symbol: Type.String(),
        priceStroopsPerKwh: Stroops('In force at the beginning of the interval.'),
        effectiveAt: Timestamp('Since when.'),
        feeder: Address('Who said so.'),
        confirmed: Type.Boolean({ description: 'By a second feeder, or the administrator.' }),
        components: nullable(Type.Record(Type.String(), Type.String(), { description: 'base, fuel, purchase.' })),
        txHash: TxHash('That set it.'),
      }),
    ),
    amount: nullable(
      Type.Object(
        {
          lines: Type.Array(
            Type.Object({
              what: Type.String({ description: 'delivered, credited or adjustment.' }),
              milli: Milli('What it costs.'),
            }),
          ),
          carriedMilli: Milli("What the party's bills before left."),
          dueStroops: Stroops('floor((lines + carried) / 1,000), at least 0.'),
        },
        { description: 'The amount computed again.' },
      ),
    ),
    settlements: Type.Array(
      Type.Object({
        appliedStroops: Stroops('What of the receipt went to this bill.'),
        shareBps: nullable(Bps('Of what the receipt took in.')),
        receipt: Receipt,
      }),
      { description: 'The receipts of the waterfall that paid the bill: each names every bucket.' },
    ),
    contracts: Type.Object({
      offering: nullable(Address('The escrow.')),
      energy: nullable(Address('Made the bill.')),
      tariff: nullable(Address('Priced it.')),
      registry: nullable(Address('Knows the parties.')),
    }),
  },
  { description: 'Why a party was billed this amount, and where each stroop went.' },
)

const toStatement = (row: StatementRow) => ({
  index: row.index,
  from: formatUtcSeconds(row.fromAt),
  to: formatUtcSeconds(row.toAt),
  generatedWh: row.generatedWh.toString(),
  exportedWh: row.exportedWh.toString(),
  generatedCorrectionWh: row.generatedCorrectionWh.toString(),
  exportedCorrectionWh: row.exportedCorrectionWh.toString(),
  consumedWh: row.consumedWh as string[],
  quality: row.quality,
  readingsRoot: toHex(row.readingsRoot),
  readingsCount: row.readingsCount,
  hash: row.hash && toHex(row.hash),
  txHash: row.txHash,
})

/** `/v1/bills/{number}/trace`. */
export const billTraceRoutes =
  ({ database, network, ledger }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { prisma } = database

    app.get(
      '/:number/trace',
      {
        schema: {
          operationId: 'traceBill',
          tags: ['systems'],
          summary: 'Why this amount was billed, and where each stroop went',
          description:
            'Readings with their proofs, the statement, the sharing, the tariff, the bill, payments, receipts and buckets, each with the hash of its transaction; and whether it all adds up when computed again here.',
          params: Type.Object({
            number: Type.String({ pattern: '^[1-9][0-9]{0,18}$', description: "The contract's number of the bill." }),
          }),
          querystring: Type.Object(
            {
              system: Type.Optional({
                ...systemId,
                description: 'Needed where several energy contracts number bills.',
              }),
            },
            { additionalProperties: false },
          ),
          response: { 200: Trace, ...problemResponses },
        },
      },
      async ({ params, query }): Promise<Static<typeof Trace>> => {
        const bill = await billOf(BigInt(params.number), query.system)
        const [system, statement, offering, [row]] = await Promise.all([
          prisma.system.findUniqueOrThrow({ where: { id: bill.systemId } }),
          prisma.statement.findUnique({
            where: { systemId_index: { systemId: bill.systemId, index: bill.statementIndex } },
          }),
          prisma.offering.findFirst({ where: { systemId: bill.systemId }, orderBy: { id: 'desc' } }),
          billsPage(database, { systemId: bill.systemId, order: 'asc', after: bill.number - 1n, limit: 1 }),
        ])
        if (!row) throw new Error(`bill ${bill.number} of system ${bill.systemId} is gone`)
        const contracts = offering ? await projectContractsOf(database, offering.id) : null
        const [readings, recomputed, settlements, tariff] = await Promise.all([
          statement && contracts ? readingsOf(statement, contracts.energy) : null,
          statement ? recomputeBill(database, bill, statement) : null,
          offering && contracts && ledger
            ? settlementsOf(database, ledger.chain, { bill, offeringId: offering.id, energy: contracts.energy })
            : [],
          contracts && offering ? tariffOf(contracts.tariff, offering.id, bill.fromAt) : null,
        ])
        return {
          systemId: system.id,
          systemName: system.name,
          modelled: system.modelled,
          bill: toBill(row),
          checks: checksOf(bill, readings, recomputed, ledger ? settlements : null),
          statement: statement && toStatement(statement),
          readings:
            readings && contracts
              ? {
                  count: readings.count,
                  networkPassphrase: network.passphrase,
                  energyContract: contracts.energy,
                  proven: readings.proven.map(({ reading, proof }) => ({
                    reading: readingJson(reading) as Static<typeof Reading>,
                    index: proof.index,
                    count: proof.count,
                    siblings: proof.siblings.map(toHex),
                  })),
                }
              : null,
          sharing: recomputed && {
            poolWh: recomputed.poolWh.toString(),
            carriedNegativeWh: recomputed.carriedNegativeWh.toString(),
            deliveredWh: recomputed.deliveredWh.map(String),
            unattributedWh: recomputed.unattributedWh.toString(),
          },
          tariff,
          amount: recomputed && {
            lines: recomputed.lines.map(({ what, milli }) => ({ what, milli: milli.toString() })),
            carriedMilli: recomputed.carriedMilli.toString(),
            dueStroops: recomputed.dueStroops.toString(),
          },
          settlements: settlements.map(({ appliedStroops, receipt }) => {
            const took = receipt.pulledStroops + receipt.creditUsedStroops
            return {
              appliedStroops: appliedStroops.toString(),
              shareBps: took > 0n ? Number((appliedStroops * 10_000n) / took) : null,
              receipt: toReceipt(receipt),
            }
          }),
          contracts: {
            offering: offering?.contractId ?? null,
            energy: contracts?.energy ?? null,
            tariff: contracts?.tariff ?? null,
            registry: contracts?.registry ?? null,
          },
        }
      },
    )

    /** @throws {Problem} if there is no such bill, or several have its number. */
    async function billOf(number: bigint, system: number | undefined): Promise<BillRow> {
      if (number > MAX_I64)
        throw new Problem('HELIOBOND_BILL_NOT_FOUND', 'There is no bill {bill}.', { bill: number.toString() })
      const rows = await prisma.bill.findMany({
        where: { number, ...(system === undefined ? {} : { systemId: system }) },
        take: 100,
      })
      const [bill] = rows
      if (!bill) throw new Problem('HELIOBOND_BILL_NOT_FOUND', 'There is no bill {bill}.', { bill: number.toString() })
      if (rows.length > 1) {
        const systems = rows.map((row) => row.systemId)
        throw new Problem(
          'HELIOBOND_INVALID_REQUEST',
          'Several systems have a bill {bill}: name one with ?system=.',
          { bill: number.toString() },
          { reason: 'SEVERAL_SYSTEMS', systems },
        )
      }
      return bill
    }

    async function readingsOf(statement: StatementRow, energy: string): Promise<StatementReadings | null> {
      const draft = await prisma.statementDraft.findUnique({
        where: { systemId_index: { systemId: statement.systemId, index: statement.index } },
      })
      const contract = contractIdFromStrkey(energy)
      if (!draft || !contract.ok) return null
      return statementReadings(database, {
        systemId: statement.systemId,
        set: draft.readingSet as unknown as ReadingSet,
        root: statement.readingsRoot,
        domain: { networkId: networkId(network.passphrase), energyContractId: contract.value },
      })
    }

    async function tariffOf(
      contractId: string,
      offeringId: number,
      at: bigint,
    ): Promise<Static<typeof Trace>['tariff']> {
      const setting = await prisma.setting.findUnique({ where: { key: `project:${offeringId}` } })
      const { retailSymbol: symbol } = (setting?.value ?? {}) as { retailSymbol?: string }
      if (symbol === undefined) return null
      const row = await prisma.tariffPrice.findFirst({
        where: { contractId, symbol, effectiveAt: { lte: at } },
        // Of two that were told for the same time the later one counts.
        orderBy: [{ effectiveAt: 'desc' }, { ledger: 'desc' }],
      })
      return (
        row && {
          contractId,
          symbol,
          priceStroopsPerKwh: row.priceStroops.toString(),
          effectiveAt: formatUtcSeconds(row.effectiveAt),
          feeder: row.feeder,
          confirmed: row.confirmed,
          components: row.components as Record<string, string> | null,
          txHash: row.txHash,
        }
      )
    }
  }

function checksOf(
  bill: BillRow,
  readings: StatementReadings | null,
  recomputed: RecomputedBill | null,
  settlements: readonly { readonly appliedStroops: bigint }[] | null,
): Static<typeof Check>[] {
  const applied = settlements?.reduce((sum, one) => sum + one.appliedStroops, 0n)
  return [
    { check: 'readings-root', holds: readings?.rootMatches ?? null },
    { check: 'delivered', holds: recomputed ? recomputed.deliveredWh[bill.partyIndex] === bill.deliveredWh : null },
    { check: 'due', holds: recomputed ? recomputed.dueStroops === bill.dueStroops : null },
    { check: 'paid', holds: applied === undefined ? null : applied === bill.paidStroops },
  ]
}
