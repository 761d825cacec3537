import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from './money.ts'
import { shareDelivered } from './sharing.ts'

const wh = fc.bigInt({ min: 0n, max: 10n ** 9n })
const interval = fc.record({
  generatedWh: wh,
  exportedWh: wh,
  consumedWh: fc.array(wh, { minLength: 1, maxLength: 16 }),
})

test.each([
  [
    'in proportion to consumption',
    { generatedWh: 100n, exportedWh: 10n, consumedWh: [100n, 200n] },
    0n,
    [30n, 60n],
    0n,
    0n,
  ],
  [
    'odd watt-hours to the lower index',
    { generatedWh: 1n, exportedWh: 0n, consumedWh: [5n, 5n] },
    0n,
    [1n, 0n],
    0n,
    0n,
  ],
  [
    'never more than was consumed',
    { generatedWh: 100n, exportedWh: 0n, consumedWh: [20n, 30n] },
    0n,
    [20n, 30n],
    50n,
    0n,
  ],
  ['nothing while nobody consumes', { generatedWh: 9n, exportedWh: 0n, consumedWh: [0n, 0n] }, 0n, [0n, 0n], 9n, 0n],
  ['a negative pool is carried on', { generatedWh: 5n, exportedWh: 9n, consumedWh: [7n] }, 2n, [0n], 0n, 6n],
  [
    'corrections of the past change the pool of now',
    { generatedWh: 50n, exportedWh: 10n, consumedWh: [70n], generatedCorrectionWh: -20n, exportedCorrectionWh: -5n },
    0n,
    [25n],
    0n,
    0n,
  ],
  [
    'what a correction takes beyond the pool is carried on',
    { generatedWh: 50n, exportedWh: 10n, consumedWh: [70n], generatedCorrectionWh: -90n },
    0n,
    [0n],
    0n,
    50n,
  ],
  ['what is carried is made good first', { generatedWh: 50n, exportedWh: 0n, consumedWh: [70n] }, 20n, [30n], 0n, 0n],
])('%s', (_, measured, carried, deliveredWh, unattributedWh, negativeWh) => {
  expect(shareDelivered(measured, carried)).toEqual({ deliveredWh, unattributedWh, negativeWh })
})

test('no watt-hour is made or lost, nobody is billed more than it consumed', () => {
  fc.assert(
    fc.property(interval, wh, (measured, carried) => {
      const { deliveredWh, unattributedWh, negativeWh } = shareDelivered(measured, carried)
      expect(sum(deliveredWh) + unattributedWh - negativeWh).toBe(measured.generatedWh - measured.exportedWh - carried)
      expect(deliveredWh.every((part, i) => part >= 0n && part <= (measured.consumedWh[i] ?? 0n))).toBe(true)
      expect(unattributedWh === 0n || negativeWh === 0n).toBe(true)
    }),
  )
})

test('whoever consumes more is delivered at least as much', () => {
  fc.assert(
    fc.property(interval, (measured) => {
      const { deliveredWh } = shareDelivered({ ...measured, exportedWh: 0n }, 0n)
      for (const [i, a] of measured.consumedWh.entries()) {
        for (const [j, b] of measured.consumedWh.entries()) {
          if (a > b) expect((deliveredWh[i] ?? 0n) >= (deliveredWh[j] ?? 0n)).toBe(true)
        }
      }
    }),
  )
})

test('negative energy is a bug', () => {
  const measured = { generatedWh: 1n, exportedWh: 1n, consumedWh: [1n] }
  expect(() => shareDelivered({ ...measured, generatedWh: -1n }, 0n)).toThrow(RangeError)
  expect(() => shareDelivered({ ...measured, exportedWh: -1n }, 0n)).toThrow(RangeError)
  expect(() => shareDelivered({ ...measured, consumedWh: [-1n] }, 0n)).toThrow(RangeError)
  expect(() => shareDelivered(measured, -1n)).toThrow(RangeError)
})
