import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCounter, type Total, wholeWattHours } from './total.ts'

const counter = (raw: bigint, scale = 0, bits: 32 | 64 = 32) => ({ raw, scale, bits })

function must(result: ReturnType<typeof addCounter>): Total {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

test('the first sight takes the counter as it stands, to the watt-hour', () => {
  expect(wholeWattHours(must(addCounter(undefined, counter(123_456n), 0n)))).toBe(123_456n)
  expect(wholeWattHours(must(addCounter(undefined, counter(123_456n, 3), 0n)))).toBe(123_456_000n)
  expect(wholeWattHours(must(addCounter(undefined, counter(1_239n, -2), 0n)))).toBe(12n)
})

// The law that a bill rests on: whatever a 32-bit counter does, the register is what really flowed.
test('follows any number of roll-overs exactly, in any scale', () => {
  const rises = fc.array(fc.bigInt({ min: 0n, max: 2_000_000_000n }), { maxLength: 60 })
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
      rises,
      fc.integer({ min: -10, max: 10 }),
      (start, steps, scale) => {
        const bound = 2n ** 32n * 10n ** 10n
        let total = must(addCounter(undefined, counter(start, scale), bound))
        let flowed = start
        for (const rise of steps) {
          flowed += rise
          total = must(addCounter(total, counter(flowed % 2n ** 32n, scale), bound))
        }
        const exact = scale < 0 ? flowed / 10n ** BigInt(-scale) : flowed * 10n ** BigInt(scale)
        expect(wholeWattHours(total)).toBe(exact)
      },
    ),
  )
})

describe('what cannot have flowed is not counted', () => {
  const before = must(addCounter(undefined, counter(1_000n), 0n))
  test.each([
    ['a reset counter', counter(3n), 'COUNTER_FELL'],
    ['a jump', counter(2_000n), 'COUNTER_JUMPED'],
    ['an inverter that says 0 at night', { ...counter(0n), zeroMayBeSleep: true }, 'COUNTER_ASLEEP'],
    ['a fallen 64-bit counter', counter(999n, 0, 64), 'COUNTER_FELL'],
  ])('%s', (_, now, code) => {
    expect(addCounter(before, now, 500n)).toMatchObject({ ok: false, error: { code } })
  })

  test('and what can have flowed is: the bound itself', () => {
    expect(wholeWattHours(must(addCounter(before, counter(1_500n), 500n)))).toBe(1_500n)
    expect(addCounter(before, counter(1_501n), 500n).ok).toBe(false)
  })
})

test('a changed scale factor neither adds nor loses energy', () => {
  let total = must(addCounter(undefined, counter(12_349n), 0n))
  total = must(addCounter(total, counter(1_234n, 1), 100n)) // 12,340: a coarser word for the same
  expect(wholeWattHours(total)).toBe(12_349n)
  total = must(addCounter(total, counter(1_234n, 1), 100n))
  expect(wholeWattHours(total)).toBe(12_349n)
  total = must(addCounter(total, counter(1_236n, 1), 100n))
  expect(wholeWattHours(total)).toBe(12_360n)
  total = must(addCounter(total, counter(12_365n), 100n))
  expect(wholeWattHours(total)).toBe(12_365n)
  expect(addCounter(total, counter(1_000n, 1), 100n)).toMatchObject({ ok: false, error: { code: 'COUNTER_FELL' } })
})

test('a rise that was impossible when it was seen stays impossible, however long one waits', () => {
  const before = must(addCounter(undefined, counter(1_000n), 0n))
  const replaced = addCounter(before, counter(900_000n), 500n)
  if (replaced.ok || replaced.error.code !== 'COUNTER_JUMPED') throw new Error('believed')
  const { rise } = replaced.error
  expect(addCounter(before, counter(900_000n), 10_000_000n, rise)).toMatchObject({ ok: false })
  expect(addCounter(before, counter(900_400n), 10_000_000n, rise)).toMatchObject({ ok: false })
  // A garbled answer, and then the counter itself again.
  expect(addCounter(before, counter(1_400n), 500n, rise)).toMatchObject({ ok: true })
})

test('0 tells nothing of an instrument that says 0 while it sleeps; least of all that its counter has started again', () => {
  const asleep = { ...counter(0n), zeroMayBeSleep: true }
  expect(addCounter(undefined, asleep, 0n)).toMatchObject({ ok: false, error: { code: 'COUNTER_ASLEEP' } })
  expect(addCounter(undefined, counter(0n), 0n)).toMatchObject({ ok: true })
  const awake = must(addCounter(undefined, { ...asleep, raw: 7n }, 0n))
  expect(addCounter(awake, asleep, 500n)).toMatchObject({ ok: false, error: { code: 'COUNTER_ASLEEP' } })
  const full = must(addCounter(undefined, { ...asleep, raw: 2n ** 32n - 100n }, 0n))
  expect(addCounter(full, asleep, 500n)).toMatchObject({ ok: false, error: { code: 'COUNTER_ASLEEP' } })
  expect(wholeWattHours(must(addCounter(full, { ...asleep, raw: 50n }, 500n)))).toBe(2n ** 32n + 50n)
})
