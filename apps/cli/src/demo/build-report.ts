import { formatUtcSeconds, type Period, toHex } from '@heliobond/domain'
import { CLINIC_SHIFT_ROWS } from '../meters/site.ts'
import type { MeterYear } from '../meters/year.ts'
import type { ProjectAssets } from '../project/accounts.ts'
import type { ProjectContracts } from '../project/contracts.ts'
import type { ProjectPlan } from '../project/plan.ts'
import type { DemoOptions } from './options.ts'
import { type Check, differenceStroops } from './reconcile.ts'
import type { BucketFlows, DemoReport } from './report.ts'
import type { CollectionRow, Rows } from './rows.ts'

export interface ReportInput {
  readonly network: DemoReport['network']
  readonly plan: ProjectPlan
  readonly options: DemoOptions
  readonly year: MeterYear
  readonly assets: ProjectAssets
  readonly contracts: ProjectContracts
  readonly investors: DemoReport['investors']
  readonly rows: Rows
  readonly checks: readonly Check[]
  /** What the platform's own reconciliation set beside each other. */
  readonly compared: number
  readonly escrowStroops: bigint
  readonly ownedBps: readonly number[]
  readonly elapsedMs: number
}

const total = <Row>(rows: readonly Row[], of: (row: Row) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n)

/** Credit that is used leaves the surplus and comes into the other buckets, so that the buckets' sum is the money that came in. */
function flows(rows: readonly CollectionRow[]): BucketFlows {
  return {
    operations: String(total(rows, (row) => row.operations_stroops)),
    coupon: String(total(rows, (row) => row.coupon_stroops)),
    reserve: String(total(rows, (row) => row.reserve_stroops)),
    renewal: String(total(rows, (row) => row.renewal_stroops)),
    principal: String(total(rows, (row) => row.principal_stroops)),
    surplus: String(total(rows, (row) => row.surplus_stroops + row.loan_returned_stroops - row.credit_used_stroops)),
  }
}

const periodJson = (period: Period) => ({
  number: period.index,
  start: formatUtcSeconds(period.start),
  record: formatUtcSeconds(period.record),
  pay: formatUtcSeconds(period.pay),
  days: period.days,
  basis: period.basis,
})

/** Puts one life into the published form. */
export function buildReport(input: ReportInput): DemoReport {
  const { plan, options, rows } = input
  const { registry, tariff, energy, offering } = input.contracts
  const nameOf = (index: number) => rows.parties[index]?.name ?? 'export'
  const roots = new Map(
    rows.statements.map((statement) => [statement.index, toHex(new Uint8Array(statement.readings_root))]),
  )
  return {
    network: input.network,
    terms: {
      principalStroops: String(plan.principalStroops),
      couponBps: plan.couponBps,
      tariffStroops: String(plan.tariffStroopsPerKwh),
      exportTariffStroops: String(plan.exportTariffStroopsPerKwh),
      operationsStroops: String(plan.operationsStroops),
      reserveStroops: String(plan.reserveStroops),
      issued: formatUtcSeconds(plan.schedule[0]?.start ?? 0n),
      schedule: plan.schedule.map(periodJson),
    },
    assets: { settlement: input.assets.settlement, bond: input.assets.bond },
    contracts: { registry, tariff, energy, offering },
    meterData: {
      source: input.year.source,
      modelled: input.year.modelled,
      generationScale: String(options.generationScale),
      consumptionScale: String(options.consumptionScale),
      clinicShiftRows: CLINIC_SHIFT_ROWS,
    },
    investors: input.investors,
    parties: rows.parties.map((party) => ({
      name: party.name,
      address: party.owner,
      wallet: party.wallet,
      collection: party.collection,
      portionBps: party.portion_bps,
    })),
    energy: {
      readings: Number(rows.readings),
      consumedWh: String(total(rows.statements, (s) => s.consumed_wh.reduce((sum, wh) => sum + BigInt(wh), 0n))),
      generatedWh: String(total(rows.statements, (s) => s.generated_wh)),
      exportedWh: String(total(rows.statements, (s) => s.exported_wh)),
    },
    bills: rows.bills.map((bill) => ({
      index: bill.statement_index,
      number: String(bill.number),
      party: nameOf(bill.party_index),
      from: formatUtcSeconds(bill.from_at),
      to: formatUtcSeconds(bill.to_at),
      deliveredWh: String(bill.delivered_wh),
      tariffStroops: String(bill.price_stroops),
      dueStroops: String(bill.due_stroops),
      creditStroops: String(bill.credit_stroops),
      root: roots.get(bill.statement_index) ?? '',
      txHash: bill.tx_hash,
    })),
    exportCredits: rows.exports.flatMap((credit) =>
      credit.tx_hash === null
        ? []
        : [
            {
              index: credit.statement_index,
              exportedWh: String(credit.exported_wh),
              stroops: String(credit.due_stroops),
              txHash: credit.tx_hash,
            },
          ],
    ),
    payments: rows.payments.map((payment) => ({
      bill: String(payment.bill_number),
      party: nameOf(payment.party_index),
      txHash: payment.tx_hash,
      operation: payment.operation_index,
      sendAsset: payment.send_asset,
      sentStroops: String(payment.sent_stroops),
      receivedStroops: String(payment.received_stroops),
    })),
    collections: rows.collections.map((collection) => ({
      party: nameOf(collection.party_index),
      stroops: String(collection.pulled_stroops),
      creditUsedStroops: String(collection.credit_used_stroops),
      buckets: flows([collection]),
      txHash: collection.tx_hash,
    })),
    buckets: { ...flows(rows.collections), escrowBalance: String(input.escrowStroops) },
    coupons: rows.coupons.map((coupon) => ({
      index: coupon.number,
      recordLedger: coupon.record_ledger,
      root: toHex(new Uint8Array(coupon.root)),
      totalStroops: String(coupon.total_stroops),
      claims: rows.leaves
        .filter((leaf) => leaf.number === coupon.number && leaf.tx_hash !== null)
        .map((leaf) => ({ holder: leaf.holder, stroops: String(leaf.paid_stroops), txHash: leaf.tx_hash ?? '' })),
    })),
    redemption: {
      ledger: rows.redemptions[0]?.ledger ?? 0,
      payments: rows.redemptions.map((one) => ({
        holder: one.holder,
        bondStroops: String(one.bond_stroops),
        paidStroops: String(one.paid_stroops),
        txHash: one.tx_hash,
      })),
    },
    ownership: rows.parties.map((party) => ({
      party: party.name,
      portionBps: party.portion_bps,
      ownedBps: input.ownedBps[party.index] ?? 0,
    })),
    reconciliation: {
      differenceStroops: String(differenceStroops(input.checks)),
      compared: input.compared,
      checks: input.checks.map(({ name, expected, actual }) => ({
        name,
        expected: String(expected),
        actual: String(actual),
        ok: expected === actual,
      })),
    },
    elapsedMs: Math.round(input.elapsedMs),
  }
}
