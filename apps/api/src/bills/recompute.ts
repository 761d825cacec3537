/** A bill computed again from what is published: whose the energy was, and what is due of it. */
import type { Bill, Database, Statement } from '@heliobond/db'
import { billLines, costMilli, shareDelivered } from '@heliobond/domain'

/** Earlier statements that one answer folds over, for energy carried on below zero. */
const MOST_STATEMENTS = 1_000

export interface RecomputedBill {
  /** The energy that the parties share: generated - exported, corrections included. */
  readonly poolWh: bigint
  /** What earlier exports beyond generation took away first. */
  readonly carriedNegativeWh: bigint
  /** By party index. */
  readonly deliveredWh: readonly bigint[]
  readonly unattributedWh: bigint
  /** Of the party's bills before, in 1/1,000 stroop: what rounding left, or a credit below 0. */
  readonly carriedMilli: bigint
  readonly lines: readonly { readonly what: 'delivered' | 'credited' | 'adjustment'; readonly milli: bigint }[]
  readonly dueStroops: bigint
}

const intervalOf = (row: Statement) => ({
  generatedWh: row.generatedWh,
  exportedWh: row.exportedWh,
  generatedCorrectionWh: row.generatedCorrectionWh,
  exportedCorrectionWh: row.exportedCorrectionWh,
  consumedWh: (row.consumedWh as string[]).map(BigInt),
})

export async function recomputeBill(database: Database, bill: Bill, statement: Statement): Promise<RecomputedBill> {
  const earlier = await database.prisma.statement.findMany({
    where: { systemId: bill.systemId, index: { lt: statement.index } },
    orderBy: { index: 'desc' },
    take: MOST_STATEMENTS,
  })
  let carriedNegativeWh = 0n
  for (const row of earlier.toReversed())
    carriedNegativeWh = shareDelivered(intervalOf(row), carriedNegativeWh).negativeWh
  const interval = intervalOf(statement)
  const shares = shareDelivered(interval, carriedNegativeWh)
  const { rows } = await database.pool.query<{ carried: string }>(
    `select coalesce(sum(delivered_wh::numeric * price_stroops + credited_wh::numeric * credited_price_stroops + adjustment_milli
       - 1000 * due_stroops::numeric), 0)::text as carried
     from bill where system_id = $1 and party_index = $2 and number < $3`,
    [bill.systemId, bill.partyIndex, bill.number],
  )
  const carriedMilli = BigInt(rows[0]?.carried ?? '0')
  const delivered = shares.deliveredWh[bill.partyIndex] ?? 0n
  const lines = [
    { what: 'delivered' as const, milli: costMilli(delivered, bill.priceStroops) },
    { what: 'credited' as const, milli: costMilli(bill.creditedWh, bill.creditedPriceStroops) },
    { what: 'adjustment' as const, milli: bill.adjustmentMilli },
  ]
  return {
    poolWh: interval.generatedWh + interval.generatedCorrectionWh - interval.exportedWh - interval.exportedCorrectionWh,
    carriedNegativeWh,
    deliveredWh: shares.deliveredWh,
    unattributedWh: shares.unattributedWh,
    carriedMilli,
    lines,
    dueStroops: billLines(
      lines.map(({ milli }) => milli),
      carriedMilli,
    ).dueStroops,
  }
}
