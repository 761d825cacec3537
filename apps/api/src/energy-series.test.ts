import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaries, type EpochRegisters, type EpochSpan, measuredBetween } from './energy-series.ts'

const at = (epoch: number, wh: bigint): EpochRegisters => ({
  epoch,
  generatedWh: wh,
  consumedWh: 2n * wh,
  exportedWh: 0n,
})

describe('what was measured between two moments', () => {
  test.each([
    ['within an epoch, the difference', at(1, 100n), at(1, 130n), [], 30n],
    [
      'before the first reading, from that reading on',
      null,
      at(1, 130n),
      [{ first: at(1, 100n), last: at(1, 500n) }],
      30n,
    ],
    ['no reading at all, nothing', null, null, [], 0n],
    [
      'over a reset, the rest of the old meter and the new one from its first reading',
      at(1, 100n),
      at(2, 7n),
      [
        { first: at(1, 0n), last: at(1, 120n) },
        { first: at(2, 5n), last: at(2, 50n) },
      ],
      22n,
    ],
    [
      'over two resets, all of the meter between',
      at(1, 100n),
      at(3, 10n),
      [
        { first: at(1, 0n), last: at(1, 100n) },
        { first: at(2, 1n), last: at(2, 41n) },
        { first: at(3, 10n), last: at(3, 90n) },
      ],
      40n,
    ],
  ] as const)('%s', (_, earlier, later, spans, wh) => {
    expect(measuredBetween(earlier, later, spans)).toEqual({ generatedWh: wh, consumedWh: 2n * wh, exportedWh: 0n })
  })

  test('buckets of any size add up to the whole, and none is negative', () => {
    const life = fc
      .array(fc.tuple(fc.boolean(), fc.bigInt(0n, 1_000n)), { minLength: 1, maxLength: 60 })
      .map((steps) => {
        let epoch = 1
        let wh = 0n
        return steps.map(([reset, more]) => {
          if (reset) {
            epoch += 1
            wh = 0n
          }
          wh += more
          return at(epoch, wh)
        })
      })
    fc.assert(
      fc.property(life, fc.array(fc.nat(60), { maxLength: 12 }), (readings, cuts) => {
        const spans: EpochSpan[] = [...new Set(readings.map(({ epoch }) => epoch))].flatMap((epoch) => {
          const own = readings.filter((reading) => reading.epoch === epoch)
          const [first, last] = [own[0], own.at(-1)]
          return first && last ? [{ first, last }] : []
        })
        const marks = [0, ...cuts.map((cut) => Math.min(cut, readings.length)).sort((a, b) => a - b), readings.length]
        const newest = (count: number) => readings[count - 1] ?? null
        const parts = marks.slice(1).map((end, index) => measuredBetween(newest(marks[index] ?? 0), newest(end), spans))
        const whole = measuredBetween(null, newest(readings.length), spans)
        expect(parts.reduce((sum, part) => sum + part.generatedWh, 0n)).toBe(whole.generatedWh)
        expect(parts.every((part) => part.generatedWh >= 0n && part.consumedWh >= 0n)).toBe(true)
      }),
    )
  })
})

describe('boundaries', () => {
  const seconds = (text: string) => BigInt(Date.parse(text) / 1_000)

  test('end where they were told to, with a shorter last bucket', () => {
    const [from, to] = [seconds('2026-01-01T00:00:00Z'), seconds('2026-01-01T02:30:00Z')]
    expect(boundaries(from, to, 'hour', 10)).toEqual([from, from + 3_600n, from + 7_200n, to])
  })

  test('months are the calendar’s', () => {
    const days = boundaries(seconds('2027-11-30T04:00:00Z'), seconds('2028-03-30T04:00:00Z'), 'month', 10)
    expect(days?.map((day) => new Date(Number(day) * 1_000).toISOString().slice(0, 10))).toEqual([
      '2027-11-30',
      '2027-12-30',
      '2028-01-30',
      '2028-02-29',
      '2028-03-30',
    ])
  })

  test('too many are refused', () => {
    expect(boundaries(0n, 3_600n * 11n, 'hour', 11)).toHaveLength(12)
    expect(boundaries(0n, 3_600n * 12n, 'hour', 11)).toBeNull()
  })
})
