import { min, requireNotNegative } from './money.ts'
import { type EnergyShares, type IntervalEnergy, netExportWh, shareDelivered } from './sharing.ts'

/** What is billed of an amount, and what is kept for the next bill. 1 Wh at 1 stroop per kWh is 1/1,000 stroop. */
export type Billed = {
  /** Whole stroops, never negative. */
  readonly dueStroops: bigint
  /** In 1/1,000 stroop: what rounding left (0 to 999), or, below 0, a credit that lowers the next bills. */
  readonly remainderMilli: bigint
}

/**
 * What energy costs, in 1/1,000 stroop; below 0 for energy that is taken back.
 * @throws {RangeError} if the price is negative (a caller bug).
 */
export function costMilli(energyWh: bigint, priceStroopsPerKwh: bigint): bigint {
  requireNotNegative('priceStroopsPerKwh', priceStroopsPerKwh)
  return energyWh * priceStroopsPerKwh
}

/**
 * Bills lines and what the bill before left: whole stroops, rounded down; a sum below 0 bills nothing and goes on as a
 * credit until it is used up.
 *
 * Law: `1,000 x due + remainder = sum(lines) + carried`, and `due >= 0`.
 */
export function billLines(linesMilli: readonly bigint[], carriedMilli: bigint): Billed {
  const milli = linesMilli.reduce((sum, line) => sum + line, carriedMilli)
  if (milli < 0n) return { dueStroops: 0n, remainderMilli: milli }
  return { dueStroops: milli / 1000n, remainderMilli: milli % 1000n }
}

/**
 * Bills energy at one price.
 *
 * Law: over any run of bills at one price, the sum of dues is `floor(sum(wh) x price / 1000)`: splitting time into more
 * intervals changes nothing.
 * @throws {RangeError} if the price is negative (a caller bug).
 */
export const priceEnergy = (energyWh: bigint, priceStroopsPerKwh: bigint, carriedMilli: bigint): Billed =>
  billLines([costMilli(energyWh, priceStroopsPerKwh)], carriedMilli)

/**
 * By how much a later bill changes for energy that was billed at a stale price, once the true one is known; in 1/1,000
 * stroop, below 0 when it was billed too dear. The energy contract adds it to the party's next bill, once.
 */
export const trueUpMilli = (deliveredWh: bigint, billedStroopsPerKwh: bigint, trueStroopsPerKwh: bigint): bigint =>
  deliveredWh * (trueStroopsPerKwh - billedStroopsPerKwh)

/** A party's bill for one statement: the lines besides delivered energy, and what is due of all of them. */
export type PartyBill = Billed & {
  /** Exports that the utility credited to this party's account, corrections included; billed at the export price. */
  readonly creditedWh: bigint
  /** Differences of earlier provisional bills, in 1/1,000 stroop. */
  readonly adjustmentMilli: bigint
}

/** What one statement changes: who is billed what, and what is carried on. */
export type StatementBilling = {
  readonly shares: EnergyShares
  readonly parties: readonly PartyBill[]
  /** What the utility is billed for exports; nothing when they are credited to a party. */
  readonly export: Billed
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

/** At what a statement is billed. */
export type StatementPrices = {
  readonly retailStroopsPerKwh: bigint
  readonly exportStroopsPerKwh: bigint
  /** Net metering: the index of the party to whose account the utility credits exports. Else the utility pays cash. */
  readonly creditedParty?: number
  /** Differences of earlier provisional bills by party index, in 1/1,000 stroop; none when it is not said. */
  readonly adjustmentsMilli?: readonly bigint[]
}

/**
 * Bills one statement as the `energy` contract does: shares, then bills each party's lines and the exports.
 * Bills are numbered in order of party index; a bill of 0 is final at once.
 * @throws {RangeError} if the carry or the adjustments are of another number of parties, the credited party is none of
 * them, or an energy or a price is negative (a caller bug).
 */
export function billStatement(
  interval: IntervalEnergy,
  carry: BillingCarry,
  { retailStroopsPerKwh, exportStroopsPerKwh, creditedParty, adjustmentsMilli }: StatementPrices,
): StatementBilling {
  const partyCount = interval.consumedWh.length
  if (partyCount !== carry.remaindersMilli.length) {
    throw new RangeError(`${partyCount} parties consumed, ${carry.remaindersMilli.length} are carried`)
  }
  if (adjustmentsMilli !== undefined && adjustmentsMilli.length !== partyCount) {
    throw new RangeError(`${partyCount} parties consumed, ${adjustmentsMilli.length} are adjusted`)
  }
  if (creditedParty !== undefined && !(creditedParty in interval.consumedWh)) {
    throw new RangeError(`exports are credited to party ${creditedParty} of ${partyCount}`)
  }
  const shares = shareDelivered(interval, carry.negativeWh)
  const exportWh = netExportWh(interval)
  const parties = shares.deliveredWh.map((deliveredWh, party) => {
    const creditedWh = party === creditedParty ? exportWh : 0n
    const adjustmentMilli = adjustmentsMilli?.[party] ?? 0n
    const lines = [
      costMilli(deliveredWh, retailStroopsPerKwh),
      costMilli(creditedWh, exportStroopsPerKwh),
      adjustmentMilli,
    ]
    return { creditedWh, adjustmentMilli, ...billLines(lines, carry.remaindersMilli[party] ?? 0n) }
  })
  const cashWh = creditedParty === undefined ? exportWh : 0n
  return { shares, parties, export: priceEnergy(cashWh, exportStroopsPerKwh, carry.exportRemainderMilli) }
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
