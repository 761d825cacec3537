import type { Finding, Reconciled } from '@heliobond/worker'
import type { Rows } from './rows.ts'

/** Figures read from the network itself. */
export interface OnNetwork {
  readonly escrowStroops: bigint
  readonly outstandingStroops: bigint
  readonly collectionStroops: readonly bigint[]
  readonly ownedBps: readonly number[]
  /** Bonds still held, by investor. */
  readonly bondStroops: readonly bigint[]
}

/** What the meters really measured. */
export interface Measured {
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  readonly consumedWh: readonly bigint[]
}

/** A pair that must be equal, to the last unit. */
export interface Check {
  readonly name: string
  readonly unit: Finding['unit']
  readonly expected: bigint | string
  readonly actual: bigint | string
}

const total = <Row>(rows: readonly Row[], of: (row: Row) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n)

/**
 * What a whole life must come to, and only who lived it can say: the energy of the meters is in the statements, every bill and credit is paid,
 * what was paid was collected, the principal is back with the holders, and the parties own the system.
 */
export function lifeChecks(rows: Rows, network: OnNetwork, measured: Measured, principalStroops: bigint): Check[] {
  return [
    ...energyChecks(rows, measured),
    ...billChecks(rows),
    ...collectionChecks(rows, network),
    ...couponChecks(rows, principalStroops),
    ...redemptionChecks(rows, network, principalStroops),
  ]
}

/** What the platform's own reconciliation found off. */
export const findingChecks = ({ findings }: Reconciled): Check[] =>
  findings.map(({ what, unit, expected, actual }) => ({ name: what, unit, expected, actual }))

function energyChecks(rows: Rows, measured: Measured): Check[] {
  const checks: Check[] = [
    {
      name: 'energy generated (Wh)',
      unit: 'Wh',
      expected: measured.generatedWh,
      actual: total(rows.statements, (s) => s.generated_wh + s.generated_correction_wh),
    },
    {
      name: 'energy exported (Wh)',
      unit: 'Wh',
      expected: measured.exportedWh,
      actual: total(rows.statements, (s) => s.exported_wh + s.exported_correction_wh),
    },
  ]
  for (const [party, wh] of measured.consumedWh.entries())
    checks.push({
      name: `energy consumed by party ${party} (Wh)`,
      unit: 'Wh',
      expected: wh,
      actual: total(rows.statements, (s) => BigInt(s.consumed_wh[party] ?? 0)),
    })
  return checks
}

function billChecks(rows: Rows): Check[] {
  return [
    {
      name: 'bills paid',
      unit: 'stroops',
      expected: total(rows.bills, (b) => b.due_stroops),
      actual: total(rows.bills, (b) => b.paid_stroops),
    },
    {
      name: 'export credits paid',
      unit: 'stroops',
      expected: total(rows.exports, (credit) => credit.due_stroops),
      actual: total(rows.exports, (credit) => credit.paid_stroops),
    },
    {
      name: 'bills paid by payments and credit',
      unit: 'stroops',
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
      { name: `payments of ${party.name} collected`, unit: 'stroops', expected: paid, actual: pulled },
      {
        name: `collection account of ${party.name}`,
        unit: 'stroops',
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
    unit: 'stroops',
    expected: total(rows.exports, (credit) => credit.paid_stroops),
    actual: pulledByExport,
  })
  checks.push({
    name: 'buckets took in what was collected',
    unit: 'stroops',
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

function couponChecks(rows: Rows, principalStroops: bigint): Check[] {
  return rows.coupons.flatMap((coupon): Check[] => {
    const leaves = rows.leaves.filter((leaf) => leaf.number === coupon.number)
    return [
      {
        name: `coupon ${coupon.number} holdings`,
        unit: 'stroops',
        expected: principalStroops,
        // Whoever earns nothing (a coupon of 0 %, a crumb of a bond) has no leaf.
        actual: total(leaves, (leaf) => leaf.units_stroops) + coupon.unattributed_units,
      },
      {
        name: `coupon ${coupon.number} paid`,
        unit: 'stroops',
        expected: coupon.total_stroops,
        actual: total(leaves, (leaf) => leaf.paid_stroops),
      },
    ]
  })
}

function redemptionChecks(rows: Rows, network: OnNetwork, principalStroops: bigint): Check[] {
  const equal = (name: string, expected: bigint, actual: bigint): Check => ({
    name,
    unit: 'stroops',
    expected,
    actual,
  })
  return [
    equal(
      'principal repaid',
      principalStroops,
      total(rows.redemptions, (one) => one.paid_stroops),
    ),
    equal(
      'bonds redeemed',
      principalStroops,
      total(rows.redemptions, (one) => one.bond_stroops),
    ),
    equal('bonds outstanding on the network', 0n, network.outstandingStroops),
    equal(
      'bonds held on the network',
      0n,
      total(network.bondStroops, (held) => held),
    ),
    ...rows.parties.map(
      (party): Check => ({
        name: `ownership of ${party.name} on the network (bps)`,
        unit: 'bps',
        expected: BigInt(party.portion_bps),
        actual: BigInt(network.ownedBps[party.index] ?? -1),
      }),
    ),
  ]
}

/** The sum of all differences of money, whatever their sign. */
export function differenceStroops(checks: readonly Check[]): bigint {
  return checks.reduce((sum, { unit, expected, actual }) => {
    if (unit !== 'stroops') return sum
    const difference = BigInt(expected) - BigInt(actual)
    return sum + (difference < 0n ? -difference : difference)
  }, 0n)
}
