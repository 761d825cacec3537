import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billStatement, carryAfter, noCarry, payBills, priceEnergy } from './billing.ts'
import { min, sum } from './money.ts'

const wh = fc.bigInt({ min: 0n, max: 10n ** 9n })
const price = fc.bigInt({ min: 0n, max: 10n ** 8n })

test('1 kWh at 0.2086 is 0.2086', () => {
  expect(priceEnergy(1_000n, 2_086_000n, 0n)).toEqual({ dueStroops: 2_086_000n, remainderMilli: 0n })
})

test('what rounding leaves is carried to the next bill', () => {
  expect(priceEnergy(1n, 1_500n, 0n)).toEqual({ dueStroops: 1n, remainderMilli: 500n })
  expect(priceEnergy(1n, 1_500n, 500n)).toEqual({ dueStroops: 2n, remainderMilli: 0n })
})

test('cutting time into more intervals changes no total', () => {
  fc.assert(
    fc.property(fc.array(wh, { minLength: 1 }), price, (intervals, perKwh) => {
      let carried = 0n
      let billed = 0n
      for (const energyWh of intervals) {
        const priced = priceEnergy(energyWh, perKwh, carried)
        carried = priced.remainderMilli
        billed += priced.dueStroops
        expect(carried < 1_000n).toBe(true)
      }
      expect(billed).toBe((sum(intervals) * perKwh) / 1_000n)
    }),
  )
})

test('negative energy, price or remainder is a bug', () => {
  expect(() => priceEnergy(-1n, 1n, 0n)).toThrow(RangeError)
  expect(() => priceEnergy(1n, -1n, 0n)).toThrow(RangeError)
  expect(() => priceEnergy(1n, 1n, -1n)).toThrow(RangeError)
})

test('a run of statements bills every watt-hour delivered exactly once', () => {
  const statements = fc.array(
    fc.record({ generatedWh: wh, exportedWh: wh, consumedWh: fc.array(wh, { minLength: 3, maxLength: 3 }) }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(statements, price, price, (run, retailStroopsPerKwh, exportStroopsPerKwh) => {
      let carry = noCarry(3)
      let poolWh = 0n
      const delivered = [0n, 0n, 0n]
      const billed = [0n, 0n, 0n]
      let exportBilled = 0n
      for (const interval of run) {
        const billing = billStatement(interval, carry, { retailStroopsPerKwh, exportStroopsPerKwh })
        carry = carryAfter(billing)
        poolWh += sum(billing.shares.deliveredWh) + billing.shares.unattributedWh
        exportBilled += billing.export.dueStroops
        for (const [party, { dueStroops }] of billing.parties.entries()) {
          delivered[party] = (delivered[party] ?? 0n) + (billing.shares.deliveredWh[party] ?? 0n)
          billed[party] = (billed[party] ?? 0n) + dueStroops
        }
      }
      const exportedWh = sum(run.map((interval) => interval.exportedWh))
      expect(poolWh - carry.negativeWh).toBe(sum(run.map((interval) => interval.generatedWh)) - exportedWh)
      expect(billed).toEqual(delivered.map((total) => (total * retailStroopsPerKwh) / 1_000n))
      expect(exportBilled).toBe((exportedWh * exportStroopsPerKwh) / 1_000n)
    }),
  )
})

test('a carry of another number of parties is a bug', () => {
  const prices = { retailStroopsPerKwh: 1n, exportStroopsPerKwh: 1n }
  const interval = { generatedWh: 1n, exportedWh: 0n, consumedWh: [1n, 1n] }
  expect(() => billStatement(interval, noCarry(1), prices)).toThrow(RangeError)
})

test('open bills are paid oldest first, and only what is open takes money', () => {
  const bill = (number: bigint, dueStroops: bigint, paidStroops = 0n) => ({ number, dueStroops, paidStroops })
  const bills = [bill(1n, 10n, 4n), bill(2n, 5n), bill(3n, 7n)]
  expect(payBills(bills, 8n)).toEqual({ appliedStroops: 8n, open: [bill(2n, 5n, 2n), bill(3n, 7n)] })
  expect(payBills(bills, 100n)).toEqual({ appliedStroops: 18n, open: [] })
  expect(payBills(bills, 0n)).toEqual({ appliedStroops: 0n, open: bills })
  expect(() => payBills(bills, -1n)).toThrow(RangeError)
})

test('what is outstanding falls by what was applied', () => {
  const bills = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 1_000n }), fc.bigInt({ min: 0n, max: 999n })))
  fc.assert(
    fc.property(bills, fc.bigInt({ min: 0n, max: 20_000n }), (drawn, amount) => {
      const open = drawn.map(([due, paid], n) => ({ number: BigInt(n), dueStroops: due, paidStroops: paid % due }))
      const outstanding = (all: readonly { dueStroops: bigint; paidStroops: bigint }[]) =>
        sum(all.map(({ dueStroops, paidStroops }) => dueStroops - paidStroops))
      const paid = payBills(open, amount)
      expect(outstanding(open) - outstanding(paid.open)).toBe(paid.appliedStroops)
      expect(paid.appliedStroops).toBe(min(amount, outstanding(open)))
      // At most the oldest of the bills still open is paid in part by this payment.
      expect(paid.open.slice(1)).toEqual(
        open.slice(open.length - paid.open.length + 1).slice(0, Math.max(paid.open.length - 1, 0)),
      )
    }),
  )
})
