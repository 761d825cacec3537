import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  drawCurve,
  type MeterMark,
  type MeterPoint,
  meterInterval,
  NO_ENERGY,
  type Registers,
  valueAt,
} from './metered-energy.ts'

const wh = (generatedWh: bigint): Registers => ({ generatedWh, consumedWh: 2n * generatedWh, exportedWh: 0n })
const reading = (seq: bigint, at: bigint, generatedWh: bigint, epoch = 1): MeterPoint => ({
  ...{ epoch, seq, at },
  ...wh(generatedWh),
})
const edit = (at: bigint, generatedWh: bigint, epoch = 1): MeterPoint => ({ epoch, seq: null, at, ...wh(generatedWh) })
const draw = (readings: MeterPoint[], edits: MeterPoint[] = [], opensAt = 0n) =>
  drawCurve(null, readings, edits, { opensAt })
const at = (curve: ReturnType<typeof draw>, moment: bigint) => valueAt(curve, moment)?.cumulative.generatedWh

describe('a meter’s curve', () => {
  test('is straight between two readings, and ends with the last', () => {
    const curve = draw([reading(0n, 0n, 1_000n), reading(1n, 100n, 1_100n), reading(2n, 200n, 1_100n)])
    expect([0n, 33n, 100n, 150n, 200n].map((moment) => at(curve, moment))).toEqual([0n, 33n, 100n, 100n, 100n])
    expect(valueAt(curve, 201n)).toBeNull()
    expect(valueAt(curve, 33n)?.gapSeconds).toBe(100n)
    expect(valueAt(curve, 100n)?.gapSeconds).toBe(0n)
  })

  test('begins at the opening, with what the meter showed at that moment', () => {
    const before = reading(0n, -50n, 1_000n)
    expect(at(draw([before, reading(1n, 50n, 1_100n)]), 50n)).toBe(50n)
    // First heard after the opening: it counts from there.
    expect(at(draw([reading(1n, 50n, 1_100n), reading(2n, 80n, 1_130n)]), 80n)).toBe(30n)
    expect(at(draw([reading(1n, 50n, 1_100n)]), 20n)).toBe(0n)
    expect(draw([])).toEqual({ points: [], mark: null })
  })

  test('goes on over a new epoch from its own first reading', () => {
    const curve = draw([reading(0n, 0n, 0n), reading(5n, 10n, 800n), reading(0n, 20n, 5n, 2), reading(1n, 30n, 25n, 2)])
    expect([10n, 15n, 20n, 25n, 30n].map((moment) => at(curve, moment))).toEqual([800n, 800n, 800n, 810n, 820n])
  })

  test('loses nothing where a register wraps around', () => {
    const wrapsAtWh = new Map([[2, 1_000n]])
    const last = { ...reading(5n, 10n, 0n), generatedWh: 990n, consumedWh: 400n }
    const next = { ...reading(0n, 20n, 0n, 2), generatedWh: 15n, consumedWh: 410n }
    const { mark } = drawCurve(null, [{ ...last, seq: 0n, at: 0n }, last, next], [], { opensAt: 0n, wrapsAtWh })
    expect(mark?.cumulative).toEqual({ generatedWh: 25n, consumedWh: 10n, exportedWh: 0n })
  })

  test('counts an epoch from the earliest of its readings, even if that comes last', () => {
    const first = drawCurve(null, [reading(0n, 0n, 0n), reading(3n, 20n, 50n, 2)], [], { opensAt: 0n })
    expect(first.mark?.cumulative.generatedWh).toBe(0n)
    const late = [reading(1n, 15n, 10n, 2)]
    const second = drawCurve(first.mark, [reading(4n, 30n, 70n, 2)], [], { opensAt: 0n, late })
    expect(second.mark?.cumulative.generatedWh).toBe(60n)
    // And not a second time.
    const third = drawCurve(second.mark, [reading(5n, 40n, 71n, 2)], [], { opensAt: 0n, late })
    expect(third.mark?.cumulative.generatedWh).toBe(61n)
  })

  test('leads to the reading beyond the interval, and leaves off before it', () => {
    const curve = drawCurve(null, [reading(0n, 0n, 0n), reading(1n, 10n, 10n)], [], {
      opensAt: 0n,
      beyond: reading(2n, 30n, 50n),
    })
    expect(at(curve, 20n)).toBe(30n)
    expect(curve.mark?.seq).toBe(1n)
    const silent = drawCurve(null, [], [], { opensAt: 0n, beyond: reading(2n, 30n, 50n) })
    expect(at(silent, 20n)).toBe(0n)
    expect(silent.mark).toBeNull()
  })

  test('takes what a person read where it fits, and not where a reading contradicts it', () => {
    const readings = [reading(0n, 0n, 0n), reading(1n, 100n, 100n)]
    expect(at(draw(readings, [edit(50n, 90n)]), 50n)).toBe(90n)
    expect(at(draw(readings, [edit(50n, 101n)]), 50n)).toBe(50n)
    expect(at(draw(readings, [edit(50n, 90n, 2)]), 50n)).toBe(50n)
    expect(at(draw(readings, [edit(60n, 80n), edit(50n, 90n)]), 60n)).toBe(92n)
    // The meter has died: what was read from its display goes on where it ended.
    expect(at(draw(readings, [edit(150n, 160n)]), 150n)).toBe(160n)
  })

  const steps = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 0n, max: 900n })), {
    minLength: 2,
    maxLength: 30,
  })

  test('never falls, and readings in between change nothing at its end', () => {
    fc.assert(
      fc.property(
        steps,
        fc.infiniteStream(fc.boolean()),
        fc.bigInt({ min: -10n, max: 1_600n }),
        (all, keep, moment) => {
          let [time, register] = [0n, 0n]
          const readings = all.map(([seconds, energy], index) => {
            time += seconds
            register += energy
            return reading(BigInt(index), time, register)
          })
          const kept = readings.filter((_, index) => index === 0 || index === readings.length - 1 || keep.next().value)
          const whole = draw(readings)
          const sparse = draw(kept)
          expect(sparse.mark?.cumulative).toEqual(whole.mark?.cumulative)
          const value = at(whole, moment)
          const later = at(whole, moment + 7n)
          if (value !== undefined && later !== undefined) expect(later).toBeGreaterThanOrEqual(value)
          // Drawn in two parts it is the same.
          const middle = Math.floor(readings.length / 2)
          const part = drawCurve(null, readings.slice(0, middle), [], { opensAt: 0n, beyond: readings[middle] ?? null })
          if (part.mark) {
            const rest = drawCurve(part.mark, readings.slice(middle), [], { opensAt: 0n })
            expect(rest.mark?.cumulative).toEqual(whole.mark?.cumulative)
          }
        },
      ),
    )
  })
})

describe('the energy of an interval', () => {
  const options = {
    ...{ from: 10_000n, to: 20_000n, counted: null, estimateSeconds: 100_000n, revoked: false },
    estimate: wh(500n),
  }
  const mark = (moment: bigint, cumulative: bigint): MeterMark => ({
    ...{ epoch: 1, seq: 0n, at: moment, first: null, cumulative: wh(cumulative) },
    ...wh(cumulative),
  })
  const from = (start: MeterMark, ...readings: MeterPoint[]) => drawCurve(start, readings, [], { opensAt: 0n })

  test('is measured where the meter has spoken at its end or soon after', () => {
    const curve = from(mark(9_000n, 0n), reading(1n, 11_000n, 200n), reading(2n, 21_000n, 1_200n))
    expect(meterInterval(curve, options)).toEqual({
      ...{ from: wh(100n), to: wh(1_100n), grade: 'measured', estimated: NO_ENERGY },
    })
  })

  test('is its share of a gap that is longer than it, and called estimated', () => {
    const curve = from(mark(0n, 0n), reading(1n, 40_000n, 400n))
    expect(meterInterval(curve, options)).toMatchObject({ from: wh(100n), to: wh(200n), grade: 'estimated' })
  })

  test('is estimated for the part in which the meter was silent', () => {
    expect(meterInterval(from(mark(9_000n, 0n), reading(1n, 15_000n, 600n)), options)).toEqual({
      ...{ from: wh(100n), to: wh(850n), grade: 'estimated', estimated: wh(250n) },
    })
    // Silent from the start: what was counted before stands.
    expect(meterInterval(from(mark(9_000n, 600n)), { ...options, counted: wh(640n) })).toEqual({
      ...{ from: wh(640n), to: wh(1_140n), grade: 'estimated', estimated: wh(500n) },
    })
  })

  test('is nothing where a meter is silent for too long, or never spoke, or is gone', () => {
    const silent = from(mark(9_000n, 600n))
    expect(meterInterval(silent, { ...options, estimateSeconds: 10_999n })).toMatchObject({
      from: wh(600n),
      to: wh(600n),
    })
    expect(meterInterval({ points: [], mark: null }, options)).toMatchObject({
      from: wh(0n),
      to: wh(0n),
      grade: 'estimated',
    })
    // What was estimated for it is given back.
    expect(meterInterval(silent, { ...options, revoked: true, counted: wh(640n) })).toEqual({
      ...{ from: wh(600n), to: wh(600n), grade: 'measured', estimated: NO_ENERGY },
    })
  })
})
