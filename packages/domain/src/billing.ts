import { min, requireNotNegative } from './money.ts'
import { type EnergyShares, type IntervalEnergy, shareDelivered } from './sharing.ts'

/** A priced amount of energy. 1 Wh at 1 stroop per kWh is 1/1,000 stroop. */
export type PricedEnergy = {
  readonly dueStroops: bigint
  /** What rounding left, in 1/1,000 stroop; carried to the next bill. Always below 1,000. */
  readonly remainderMilli: bigint
}

/**
 * Prices energy: `milli = wh x price + carried`, due is whole stroops of it, the rest is carried.
 *
 * Law: over any run of bills at one price, the sum of dues is `floor(sum(wh) x price / 1000)`: splitting time into more
 * intervals changes nothing.
 * @throws {RangeError} if an operand is negative (a caller bug).
 */
export function priceEnergy(energyWh: bigint, priceStroopsPerKwh: bigint, carriedMilli: bigint): PricedEnergy {
  requireNotNegative('energyWh', energyWh)
  requireNotNegative('priceStroopsPerKwh', priceStroopsPerKwh)
  requireNotNegative('carriedMilli', carriedMilli)
  const milli = energyWh * priceStroopsPerKwh + carriedMilli
  return { dueStroops: milli / 1000n, remainderMilli: milli % 1000n }
}

/** What one statement changes: who is billed what, and what is carried on. */
export type StatementBilling = {
  readonly shares: EnergyShares
  readonly parties: readonly PricedEnergy[]
  readonly export: PricedEnergy
}

/** What earlier statements of the system left to carry. */
export type BillingCarry = {
  readonly negativeWh: bigint
  /** By party index, in 1/1,000 stroop. */
  readonly remaindersMilli: readonly bigint[]
  readonly exportRemainderMilli: bigint
}

/** Nothing carried: before the first statement. */
export const noCarry = (parties: number): BillingCarry => ({
  negativeWh: 0n,
  remaindersMilli: Array.from({ length: parties }, () => 0n),
  exportRemainderMilli: 0n,
})

/**
 * Bills one statement as the `energy` contract does: shares, then prices each party's and the export's energy.
 * Bills are numbered in order of party index; a bill of 0 is final at once.
 * @throws {RangeError} if the carry is of another number of parties, or an operand is negative (a caller bug).
 */
export function billStatement(
  interval: IntervalEnergy,
  carry: BillingCarry,
  prices: { readonly retailStroopsPerKwh: bigint; readonly exportStroopsPerKwh: bigint },
): StatementBilling {
  if (interval.consumedWh.length !== carry.remaindersMilli.length) {
    throw new RangeError(`${interval.consumedWh.length} parties consumed, ${carry.remaindersMilli.length} are carried`)
  }
  const shares = shareDelivered(interval, carry.negativeWh)
  return {
    shares,
    parties: shares.deliveredWh.map((wh, party) =>
      priceEnergy(wh, prices.retailStroopsPerKwh, carry.remaindersMilli[party] ?? 0n),
    ),
    export: priceEnergy(interval.exportedWh, prices.exportStroopsPerKwh, carry.exportRemainderMilli),
  }
}

/** What the next statement carries on. */
export const carryAfter = (billing: StatementBilling): BillingCarry => ({
  negativeWh: billing.shares.negativeWh,
  remaindersMilli: billing.parties.map(({ remainderMilli }) => remainderMilli),
  exportRemainderMilli: billing.export.remainderMilli,
})

/** A bill that is not paid in full. */
export type OpenBill = { readonly number: bigint; readonly dueStroops: bigint; readonly paidStroops: bigint }

/** What a payment did to a party's open bills. */
export type BillsPaid = {
  /** The part of the payment that paid bills. */
  readonly appliedStroops: bigint
  /** What is still open, oldest first. */
  readonly open: readonly OpenBill[]
}

/**
 * Pays open bills oldest first; what is left over is not applied.
 *
 * Law: `applied = min(amount, what was outstanding)`, and what is outstanding falls by it.
 * @throws {RangeError} if the amount is negative (a caller bug).
 */
export function payBills(openOldestFirst: readonly OpenBill[], amountStroops: bigint): BillsPaid {
  requireNotNegative('amountStroops', amountStroops)
  let left = amountStroops
  const open: OpenBill[] = []
  for (const bill of openOldestFirst) {
    const paid = min(left, bill.dueStroops - bill.paidStroops)
    left -= paid
    const paidStroops = bill.paidStroops + paid
    if (paidStroops < bill.dueStroops) open.push({ ...bill, paidStroops })
  }
  return { appliedStroops: amountStroops - left, open }
}
