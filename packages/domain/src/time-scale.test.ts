import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSchedule, scheduleFault } from './schedule.ts'
import { compressSchedule, mapTime } from './time-scale.ts'

const civil = (frequency = 2) => {
  const built = buildSchedule({
    issueDate: { year: 2026, month: 1, day: 15 },
    maturityYears: 5,
    frequency,
    convention: 'ACT/ACT-ICMA',
  })
  if (!built.ok) throw new Error(built.error.code)
  return built.value
}

test('a half-year lasts as long as asked, with the same interest', () => {
  const fast = compressSchedule(civil(), { networkStartSeconds: 1_000n, secondsPerHalfYear: 60n })
  expect(fast.map(({ pay }) => pay)).toEqual(Array.from({ length: 10 }, (_, n) => 1_060n + 60n * BigInt(n)))
  expect(fast.map(({ days, basis }) => [days, basis])).toEqual(civil().map(({ days, basis }) => [days, basis]))
  expect(fast[0]?.record).toBe(1_055n)
})

test('any compression keeps a schedule the contract takes', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 8n }),
      fc.bigInt({ min: 0n, max: 10n ** 10n }),
      fc.constantFrom(1, 2, 4),
      (secondsPerHalfYear, networkStartSeconds, frequency) => {
        fc.pre((secondsPerHalfYear * 2n) / BigInt(frequency) >= 2n)
        const fast = compressSchedule(civil(frequency), { networkStartSeconds, secondsPerHalfYear, frequency })
        expect(scheduleFault(fast)).toBeUndefined()
      },
    ),
  )
  expect(() => compressSchedule(civil(), { networkStartSeconds: 0n, secondsPerHalfYear: 1n })).toThrow(RangeError)
})

test('times carry over between the clocks: exact at the ends of periods, never falling between', () => {
  const slow = civil()
  const fast = compressSchedule(slow, { networkStartSeconds: 5_000n, secondsPerHalfYear: 97n })
  for (const [n, period] of slow.entries()) {
    expect(mapTime(slow, fast, period.start)).toBe(fast[n]?.start)
    expect(mapTime(fast, slow, fast[n]?.pay ?? 0n)).toBe(period.pay)
  }
  fc.assert(
    fc.property(fc.bigInt({ min: 4_000n, max: 7_000n }), fc.bigInt({ min: 0n, max: 500n }), (at, later) => {
      expect(mapTime(fast, slow, at) <= mapTime(fast, slow, at + later)).toBe(true)
    }),
  )
  expect(mapTime(slow, fast, (slow[0]?.start ?? 0n) - 1n)).toBe(4_999n)
  expect(() => mapTime(slow, [], 0n)).toThrow(RangeError)
  expect(() => mapTime(slow, fast.slice(0, 9), 0n)).toThrow(RangeError)
})
