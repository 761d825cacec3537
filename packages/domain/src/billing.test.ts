import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billLines, billStatement, carryAfter, noCarry, payBills, priceEnergy, trueUpMilli } from './billing.ts'
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

test('a negative price is a bug', () => {
  expect(() => priceEnergy(1n, -1n, 0n)).toThrow(RangeError)
})

test('a credit lowers bills until it is used up, and is never paid out', () => {
  expect(billLines([1_500n, -4_000n], 300n)).toEqual({ dueStroops: 0n, remainderMilli: -2_200n })
  expect(billLines([2_000n], -2_200n)).toEqual({ dueStroops: 0n, remainderMilli: -200n })
  expect(billLines([2_000n], -200n)).toEqual({ dueStroops: 1n, remainderMilli: 800n })
})

test('no thousandth of a stroop is made or lost, whatever the signs of the lines', () => {
  const line = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 3 })), (bills) => {
      let remainderMilli = 0n
      let billed = 0n
      for (const lines of bills) {
        const bill = billLines(lines, remainderMilli)
        expect(bill.dueStroops >= 0n && bill.remainderMilli < 1_000n).toBe(true)
        expect(bill.dueStroops === 0n || bill.remainderMilli >= 0n).toBe(true)
        billed += bill.dueStroops
        remainderMilli = bill.remainderMilli
      }
      expect(1_000n * billed + remainderMilli).toBe(sum(bills.flat()))
    }),
  )
})

test('a provisional bill and its true-up together cost what the true price would have', () => {
  fc.assert(
    fc.property(wh, wh, price, price, (energyWh, next, provisional, truePrice) => {
      const first = priceEnergy(energyWh, provisional, 0n)
      const adjustment = trueUpMilli(energyWh, provisional, truePrice)
      const second = billLines([next * truePrice, adjustment], first.remainderMilli)
      const billed = first.dueStroops + second.dueStroops
      expect(1_000n * billed + second.remainderMilli).toBe((energyWh + next) * truePrice)
    }),
  )
})

test('exports are billed to the utility, or to the party whose account it credits, never to both', () => {
  const interval = {
    generatedWh: 10_000n,
    exportedWh: 4_000n,
    consumedWh: [1_000n, 5_000n],
    exportedCorrectionWh: -500n,
  }
  const prices = { retailStroopsPerKwh: 2_000n, exportStroopsPerKwh: 1_000n, adjustmentsMilli: [0n, -250n] }
  const cash = billStatement(interval, noCarry(2), prices)
  expect(cash.export).toEqual({ dueStroops: 3_500n, remainderMilli: 0n })
  expect(cash.parties).toEqual([
    { creditedWh: 0n, adjustmentMilli: 0n, dueStroops: 2_000n, remainderMilli: 0n },
    { creditedWh: 0n, adjustmentMilli: -250n, dueStroops: 9_999n, remainderMilli: 750n },
  ])
  const credited = billStatement(interval, noCarry(2), { ...prices, creditedParty: 0 })
  expect(credited.export).toEqual({ dueStroops: 0n, remainderMilli: 0n })
  expect(credited.parties).toEqual([
    { creditedWh: 3_500n, adjustmentMilli: 0n, dueStroops: 5_500n, remainderMilli: 0n },
    cash.parties[1],
  ])
})

test('a run of statements bills every watt-hour delivered exactly once, corrections included', () => {
  const correction = fc.bigInt({ min: 0n, max: 10n ** 6n })
  const statements = fc.array(
    fc.record({
      generatedWh: wh,
      exportedWh: wh,
      consumedWh: fc.array(wh, { minLength: 3, maxLength: 3 }),
      generatedCorrectionWh: fc.oneof(correction, fc.bigInt({ min: -(10n ** 10n), max: 0n })),
      exportedCorrectionWh: correction,
    }),
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
      const exportedWh = sum(run.map((interval) => interval.exportedWh + interval.exportedCorrectionWh))
      const generatedWh = sum(run.map((interval) => interval.generatedWh + interval.generatedCorrectionWh))
      expect(poolWh - carry.negativeWh).toBe(generatedWh - exportedWh)
      expect(billed).toEqual(delivered.map((total) => (total * retailStroopsPerKwh) / 1_000n))
      expect(exportBilled).toBe((exportedWh * exportStroopsPerKwh) / 1_000n)
    }),
  )
})

test('a carry or adjustments of another number of parties, or a credit to nobody, is a bug', () => {
  const prices = { retailStroopsPerKwh: 1n, exportStroopsPerKwh: 1n }
  const interval = { generatedWh: 1n, exportedWh: 0n, consumedWh: [1n, 1n] }
  expect(() => billStatement(interval, noCarry(1), prices)).toThrow(RangeError)
  expect(() => billStatement(interval, noCarry(2), { ...prices, adjustmentsMilli: [1n] })).toThrow(RangeError)
  expect(() => billStatement(interval, noCarry(2), { ...prices, creditedParty: 2 })).toThrow(RangeError)
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
