import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Collection as CollectionRow } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT8 } from '../cursor.ts'
import { offeringOf } from '../lookup.ts'
import { coverageOf } from '../offerings/coverage.ts'
import { scheduleOf } from '../project-schedule.ts'
import { couponNumber, OfferingParams, offeringId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Bps, nullable, Stroops, Timestamp, TxHash } from '../schemas/units.ts'

/** The sums of a receipt, in the order in which the waterfall fills them. */
const FLOWS = {
  pulledStroops: 'Taken from the collection account, or paid in.',
  creditUsedStroops: "The party's credit before the call, which takes part in it.",
  operationsStroops: 'To operations, within the budget of the period.',
  couponStroops: 'To the coupon: arrears first, then the running period.',
  reserveStroops: 'To the debt service reserve.',
  renewalStroops: 'To the renewal reserve.',
  principalStroops: 'To principal (the sinking fund).',
  loanReturnedStroops: "To the credit of parties that had helped with this party's principal.",
  surplusStroops: "To the party's credit.",
} as const

const NAMES = Object.keys(FLOWS) as (keyof typeof FLOWS)[]

const flows = (suffix: string) =>
  Object.fromEntries(NAMES.map((name) => [name, Stroops(`${FLOWS[name]}${suffix}`)])) as Record<
    keyof typeof FLOWS,
    ReturnType<typeof Stroops>
  >

const LAW =
  'pulled + creditUsed = operations + coupon + reserve + renewal + principal + loanReturned + surplus, to the stroop.'

/** A receipt as every answer tells it. */
export const Receipt = Type.Object(
  {
    partyIndex: nullable(Type.Integer({ description: 'Whose payment it was; null is money for exports.' })),
    ...flows(''),
    txHash: TxHash('Of the call that ran the waterfall.'),
    ledger: Type.Integer({ description: 'The ledger that holds it.' }),
  },
  { description: `One receipt of the waterfall. ${LAW}` },
)

const Totals = Type.Object(
  { receipts: Type.Integer({ description: 'How many.' }), ...flows(' Over all receipts.') },
  { description: `Over all receipts. ${LAW}` },
)

const SchedulePeriod = Type.Object({
  number: couponNumber,
  start: Timestamp('Where interest begins to run.'),
  record: Timestamp('Who holds the bond then gets the coupon.'),
  pay: Timestamp('When the coupon is due, and the next period starts.'),
  days: Type.Integer({ description: 'Days of interest by the day count.' }),
  basis: Type.Integer({ description: 'Days of a year by the day count.' }),
})

export function toReceipt(row: CollectionRow): Static<typeof Receipt> {
  return {
    partyIndex: row.partyIndex < 0 ? null : row.partyIndex,
    ...mapFlows((name) => row[name].toString()),
    txHash: row.txHash,
    ledger: row.ledger,
  }
}

const mapFlows = (value: (name: keyof typeof FLOWS) => string) =>
  Object.fromEntries(NAMES.map((name) => [name, value(name)])) as Record<keyof typeof FLOWS, string>

const Coverage = Type.Object({
  number: couponNumber,
  from: Timestamp('Beginning of the period.'),
  to: Timestamp('Its end, when its coupon is due.'),
  running: Type.Boolean({ description: 'Whether the period has not ended yet: its revenue still grows.' }),
  revenueStroops: Stroops('What came in.'),
  operationsStroops: Stroops('What of it went to operations.'),
  netRevenueStroops: Stroops('Revenue less operations.'),
  debtServiceStroops: Stroops('The coupon of the period.'),
  ratioBps: nullable(
    Type.String({ description: 'Net revenue over debt service, in basis points; null without debt service.' }),
  ),
})

/** `/v1/offerings/{id}/schedule`, `/coverage` and `/waterfall`. */
export const offeringMoneyRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/:id/schedule',
      {
        schema: {
          operationId: 'getSchedule',
          tags: ['offerings'],
          summary: 'The coupon periods, fixed at issue',
          params: OfferingParams,
          response: {
            200: Type.Object({
              offeringId,
              rateBps: nullable(Bps('Yearly interest.')),
              periods: Type.Array(SchedulePeriod, { description: 'In order; empty while none is stored.' }),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ params }) => {
        await offeringOf(database, params.id)
        const schedule = await scheduleOf(database, params.id)
        return {
          offeringId: params.id,
          rateBps: schedule?.rateBps ?? null,
          periods: (schedule?.periods ?? []).map((period, index) => ({
            number: index + 1,
            start: formatUtcSeconds(period.start),
            record: formatUtcSeconds(period.record),
            pay: formatUtcSeconds(period.pay),
            days: period.days,
            basis: period.basis,
          })),
        }
      },
    )

    app.get(
      '/:id/coverage',
      {
        schema: {
          operationId: 'getCoverage',
          tags: ['offerings'],
          summary: 'How far revenue covers debt service, period by period',
          description:
            'Debt service coverage: (revenue - operations) / coupon of the period, by the receipts of the waterfall.',
          params: OfferingParams,
          response: {
            200: Type.Object({
              offeringId,
              ratioBps: nullable(Type.String({ description: 'Of the last period that has ended.' })),
              reserveStroops: Stroops('What the debt service reserve holds.'),
              sinkingFundStroops: Stroops('What is set aside for principal.'),
              outstandingStroops: Stroops('Principal that is to be repaid.'),
              history: Type.Array(Coverage, { description: 'Every period that has started, in order.' }),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id } }) => {
        const offering = await offeringOf(database, id)
        const [schedule, buckets, now] = await Promise.all([
          scheduleOf(database, id),
          database.prisma.bucket.findMany({ where: { offeringId: id, name: { in: ['reserve', 'principal'] } } }),
          chain.now(),
        ])
        const history = schedule ? await coverageOf(database, offering, schedule, now) : []
        const held = (name: string) => (buckets.find((one) => one.name === name)?.stroops ?? 0n).toString()
        return {
          offeringId: id,
          ratioBps: history.findLast(({ period }) => period.pay <= now)?.ratioBps?.toString() ?? null,
          reserveStroops: held('reserve'),
          sinkingFundStroops: held('principal'),
          outstandingStroops: offering.outstandingStroops.toString(),
          history: history.map(({ number, period, ratioBps, ...amounts }) => ({
            number,
            from: formatUtcSeconds(period.start),
            to: formatUtcSeconds(period.pay),
            running: period.pay > now,
            revenueStroops: amounts.revenueStroops.toString(),
            operationsStroops: amounts.operationsStroops.toString(),
            netRevenueStroops: amounts.netRevenueStroops.toString(),
            debtServiceStroops: amounts.debtServiceStroops.toString(),
            ratioBps: ratioBps?.toString() ?? null,
          })),
        }
      },
    )

    app.get(
      '/:id/waterfall',
      {
        schema: {
          operationId: 'listWaterfall',
          tags: ['offerings'],
          summary: 'Where the money went: every receipt, and their sums',
          params: OfferingParams,
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: {
            200: Type.Object({ offeringId, totals: Totals, ...pageOf(Receipt) }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order } }) => {
        await offeringOf(database, id)
        const list = `waterfall:${id}:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT8])
        const [rows, sums] = await Promise.all([
          database.prisma.collection.findMany({
            where: {
              offeringId: id,
              ...(after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: after } }),
            },
            orderBy: { id: order },
            take: limit + 1,
          }),
          totalsOf(id),
        ])
        return { offeringId: id, totals: sums, ...toPage(list, rows, limit, (row) => [row.id], toReceipt) }
      },
    )

    async function totalsOf(id: number): Promise<Static<typeof Totals>> {
      const { _sum: sums, _count: count } = await database.prisma.collection.aggregate({
        where: { offeringId: id },
        _count: true,
        _sum: {
          pulledStroops: true,
          creditUsedStroops: true,
          operationsStroops: true,
          couponStroops: true,
          reserveStroops: true,
          renewalStroops: true,
          principalStroops: true,
          loanReturnedStroops: true,
          surplusStroops: true,
        },
      })
      return { receipts: count, ...mapFlows((name) => (sums[name] ?? 0n).toString()) }
    }
  }
