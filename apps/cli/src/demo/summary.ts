import { formatKwh, formatStroops } from '@heliobond/domain'
import type { DemoReport } from './report.ts'

/** An amount for people: two decimals cut off, thousands apart. */
export function amountText(stroops: bigint): string {
  const [whole = '0', decimals = ''] = formatStroops(stroops).split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${decimals.padEnd(2, '0').slice(0, 2)}`
}

const energyText = (wh: bigint) => `${(formatKwh(wh).split('.')[0] ?? '0').replace(/\B(?=(\d{3})+(?!\d))/g, ',')} kWh`

/** One life in a page. Every figure is in the report too, with the hash of its transaction. */
export function summaryText(report: DemoReport): string {
  const code = report.assets.settlement.split(':')[0] ?? ''
  const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n)
  const money = (stroops: bigint) => `${amountText(stroops).padStart(14)} ${code}`
  const failed = report.reconciliation.checks.filter((check) => !check.ok)
  const lines = [
    '',
    `One bond's life, ${report.meterData.source}${report.meterData.modelled ? ' (modelled, not measured)' : ''}`,
    '',
    `  issued           ${report.terms.issued.slice(0, 10)}   ${money(BigInt(report.terms.principalStroops))} at ${report.terms.couponBps / 100} %`,
    `  generated        ${energyText(BigInt(report.energy.generatedWh))}, exported ${energyText(BigInt(report.energy.exportedWh))}, used ${energyText(BigInt(report.energy.consumedWh))}`,
    `  readings         ${report.energy.readings} signed, verified and stored`,
    `  bills            ${report.bills.length}, ${money(sum(report.bills.map((bill) => bill.dueStroops)))} due`,
    `  exports          ${report.exportCredits.length}, ${money(sum(report.exportCredits.map((credit) => credit.stroops)))} paid by the utility`,
    '  collected into',
    ...(['operations', 'coupon', 'reserve', 'renewal', 'principal', 'surplus'] as const).map(
      (bucket) => `    ${bucket.padEnd(14)} ${money(BigInt(report.buckets[bucket]))}`,
    ),
    `  coupons          ${report.coupons.length}, ${money(sum(report.coupons.map((coupon) => coupon.totalStroops)))} paid`,
    `  principal        ${money(sum(report.redemption.payments.map((payment) => payment.paidStroops)))} repaid in ledger ${report.redemption.ledger}`,
    `  ownership        ${report.ownership.map((one) => `${one.party} ${one.ownedBps / 100} %`).join(', ')}`,
    `  reconciliation   ${report.reconciliation.compared + report.reconciliation.checks.length} comparisons, difference ${report.reconciliation.differenceStroops} stroops`,
    ...failed.map((check) => `    NOT EQUAL      ${check.name}: expected ${check.expected}, is ${check.actual}`),
    `  took             ${(report.elapsedMs / 1000).toFixed(1)} s`,
    '',
  ]
  return lines.join('\n')
}
