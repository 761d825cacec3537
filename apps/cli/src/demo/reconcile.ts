import { billStatement, carryAfter, couponStroops, noCarry, type Period } from '@heliobond/domain'
import type { Rows } from './rows.ts'

/** Figures read from the network itself. */
export interface OnNetwork {
  readonly escrowStroops: bigint
  readonly bucketsSumStroops: bigint
  readonly outstandingStroops: bigint
  readonly collectionStroops: readonly bigint[]
  readonly ownedBps: readonly number[]
  /** Bonds still held, by investor. */
  readonly bondStroops: readonly bigint[]
}

/** What people did by their own signatures, which the worker does not book. */
export interface ByHand {
  readonly raisedStroops: bigint
  readonly disbursedStroops: bigint
  readonly operationsDrawnStroops: bigint
  readonly creditWithdrawnStroops: bigint
}

/** What the meters really measured. */
export interface Measured {
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  readonly consumedWh: readonly bigint[]
}

export interface Check {
  readonly name: string
  readonly expected: bigint
  readonly actual: bigint
}

const total = <Row>(rows: readonly Row[], of: (row: Row) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n)

/**
 * Recomputes every figure of a life from what it rests on, and sets it beside what was booked and what the network holds. Each check is
 * a pair that must be equal to the stroop.
 */
export function reconcile(
  rows: Rows,
  network: OnNetwork,
  byHand: ByHand,
  measured: Measured,
  terms: { schedule: readonly Period[]; couponBps: number; principalStroops: bigint },
): Check[] {
  return [
    ...energyChecks(rows, measured),
    ...billChecks(rows),
    ...collectionChecks(rows, network),
    ...couponChecks(rows, terms),
    ...redemptionChecks(rows, network, terms.principalStroops),
    ...escrowChecks(rows, network, byHand),
  ]
}

function energyChecks(rows: Rows, measured: Measured): Check[] {
  const checks = [
    {
      name: 'energy generated (Wh)',
      expected: measured.generatedWh,
      actual: total(rows.statements, (s) => s.generated_wh + s.generated_correction_wh),
    },
    {
      name: 'energy exported (Wh)',
      expected: measured.exportedWh,
      actual: total(rows.statements, (s) => s.exported_wh + s.exported_correction_wh),
    },
  ]
  for (const [party, wh] of measured.consumedWh.entries())
    checks.push({
      name: `energy consumed by party ${party} (Wh)`,
      expected: wh,
      actual: total(rows.statements, (s) => BigInt(s.consumed_wh[party] ?? 0)),
    })
  return checks
}

/** Every bill and export credit priced again by the engine, with its lines and its remainders carried. */
function billChecks(rows: Rows): Check[] {
  let carry = noCarry(rows.parties.length)
  let expectedDue = 0n
  let expectedWh = 0n
  let expectedExport = 0n
  for (const statement of rows.statements) {
    const bills = rows.bills.filter((one) => one.statement_index === statement.index)
    const credited = bills.find((one) => one.credited_wh !== 0n)
    const credit = rows.exports.find((one) => one.statement_index === statement.index)
    const billing = billStatement(
      {
        generatedWh: statement.generated_wh,
        exportedWh: statement.exported_wh,
        consumedWh: statement.consumed_wh.map(BigInt),
        generatedCorrectionWh: statement.generated_correction_wh,
        exportedCorrectionWh: statement.exported_correction_wh,
      },
      carry,
      {
        retailStroopsPerKwh: bills[0]?.price_stroops ?? 0n,
        exportStroopsPerKwh: credited?.credited_price_stroops ?? credit?.price_stroops ?? 0n,
        ...(credited && { creditedParty: credited.party_index }),
        adjustmentsMilli: rows.parties.map(
          ({ index }) => bills.find((one) => one.party_index === index)?.adjustment_milli ?? 0n,
        ),
      },
    )
    carry = carryAfter(billing)
    expectedDue += total(billing.parties, (priced) => priced.dueStroops)
    expectedWh += total(billing.shares.deliveredWh, (wh) => wh)
    expectedExport += billing.export.dueStroops
  }
  return [
    { name: 'solar energy billed (Wh)', expected: expectedWh, actual: total(rows.bills, (bill) => bill.delivered_wh) },
    { name: 'bills', expected: expectedDue, actual: total(rows.bills, (bill) => bill.due_stroops) },
    {
      name: 'bills paid',
      expected: total(rows.bills, (b) => b.due_stroops),
      actual: total(rows.bills, (b) => b.paid_stroops),
    },
    { name: 'export credits', expected: expectedExport, actual: total(rows.exports, (credit) => credit.due_stroops) },
    {
      name: 'export credits paid',
      expected: total(rows.exports, (credit) => credit.due_stroops),
      actual: total(rows.exports, (credit) => credit.paid_stroops),
    },
    {
      name: 'bills paid by payments and credit',
      expected: total(rows.bills, (bill) => bill.paid_stroops),
      actual:
        total(rows.payments, (payment) => payment.received_stroops) + total(rows.bills, (bill) => bill.credit_stroops),
    },
  ]
}

function collectionChecks(rows: Rows, network: OnNetwork): Check[] {
  const checks: Check[] = []
  for (const party of rows.parties) {
    const paid = total(
      rows.payments.filter((payment) => payment.party_index === party.index),
      (payment) => payment.received_stroops,
    )
    const pulled = total(
      rows.collections.filter((collection) => collection.party_index === party.index),
      (collection) => collection.pulled_stroops,
    )
    checks.push(
      { name: `payments of ${party.name} collected`, expected: paid, actual: pulled },
      {
        name: `collection account of ${party.name}`,
        expected: paid - pulled,
        actual: network.collectionStroops[party.index] ?? -1n,
      },
    )
  }
  const pulledByExport = total(
    rows.collections.filter((collection) => collection.party_index === -1),
    (collection) => collection.pulled_stroops,
  )
  checks.push({
    name: 'exports collected',
    expected: total(rows.exports, (credit) => credit.paid_stroops),
    actual: pulledByExport,
  })
  checks.push({
    name: 'buckets took in what was collected',
    expected: total(rows.collections, (c) => c.pulled_stroops + c.credit_used_stroops),
    actual: total(
      rows.collections,
      (c) =>
        c.operations_stroops +
        c.coupon_stroops +
        c.reserve_stroops +
        c.renewal_stroops +
        c.principal_stroops +
        c.loan_returned_stroops +
        c.surplus_stroops,
    ),
  })
  return checks
}

function couponChecks(
  rows: Rows,
  terms: { schedule: readonly Period[]; couponBps: number; principalStroops: bigint },
): Check[] {
  return rows.coupons.flatMap((coupon) => {
    const leaves = rows.leaves.filter((leaf) => leaf.number === coupon.number)
    const period = terms.schedule[coupon.number - 1]
    const expected = period ? total(leaves, (leaf) => couponStroops(leaf.units_stroops, terms.couponBps, period)) : -1n
    return [
      { name: `coupon ${coupon.number} by holdings`, expected, actual: coupon.total_stroops },
      {
        name: `coupon ${coupon.number} holdings`,
        expected: terms.principalStroops,
        // Whoever earns nothing (a coupon of 0 %, a crumb of a bond) has no leaf.
        actual: total(leaves, (leaf) => leaf.units_stroops) + coupon.unattributed_units,
      },
      { name: `coupon ${coupon.number} paid`, expected, actual: total(leaves, (leaf) => leaf.paid_stroops) },
    ]
  })
}

function redemptionChecks(rows: Rows, network: OnNetwork, principalStroops: bigint): Check[] {
  return [
    {
      name: 'principal repaid',
      expected: principalStroops,
      actual: total(rows.redemptions, (one) => one.paid_stroops),
    },
    { name: 'bonds redeemed', expected: principalStroops, actual: total(rows.redemptions, (one) => one.bond_stroops) },
    { name: 'bonds outstanding on the network', expected: 0n, actual: network.outstandingStroops },
    { name: 'bonds held on the network', expected: 0n, actual: total(network.bondStroops, (held) => held) },
    ...rows.parties.map((party) => ({
      name: `ownership of ${party.name} on the network (bps)`,
      expected: BigInt(party.portion_bps),
      actual: BigInt(network.ownedBps[party.index] ?? -1),
    })),
  ]
}

/** The escrow by what came in and what went out, by its buckets, and by the token itself. */
function escrowChecks(rows: Rows, network: OnNetwork, byHand: ByHand): Check[] {
  const booked =
    byHand.raisedStroops -
    byHand.disbursedStroops +
    total(rows.collections, (collection) => collection.pulled_stroops) -
    total(rows.leaves, (leaf) => leaf.paid_stroops) -
    total(rows.redemptions, (one) => one.paid_stroops) -
    byHand.operationsDrawnStroops -
    byHand.creditWithdrawnStroops
  return [
    { name: 'escrow by the database', expected: booked, actual: network.escrowStroops },
    { name: 'escrow by its buckets', expected: network.bucketsSumStroops, actual: network.escrowStroops },
  ]
}

/** The sum of all differences, whatever their sign. */
export function differenceStroops(checks: readonly Check[]): bigint {
  return checks.reduce(
    (sum, { expected, actual }) => sum + (expected > actual ? expected - actual : actual - expected),
    0n,
  )
}
