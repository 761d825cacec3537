import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CORRECTION_WINDOW_SECONDS } from './cumulative-register.ts'
import { capacityBoundWh } from './energy.ts'
import {
  drawCurve,
  type MeterInterval,
  type MeterPoint,
  meterInterval,
  NO_ENERGY,
  type Registers,
} from './metered-energy.ts'
import {
  type BookedEnergy,
  bookStatement,
  composeStatement,
  noOffset,
  nothingBooked,
  type StatementFigures,
} from './statement.ts'

const CAPACITY = { capacityW: 10_000n, seconds: 3_600n }
const BOUND = capacityBoundWh(CAPACITY.capacityW, CAPACITY.seconds)

const registers = (generatedWh: bigint, consumedWh = 0n, exportedWh = 0n): Registers => ({
  ...{ generatedWh, consumedWh, exportedWh },
})
const interval = (from: Registers, to: Registers, grade: MeterInterval['grade'] = 'measured') => ({
  ...{ from, to, grade, estimated: NO_ENERGY },
})
const site = (from: bigint, to: bigint, grade?: MeterInterval['grade']) => ({
  partyIndex: null,
  interval: interval(registers(from), registers(to), grade),
})
const load = (partyIndex: number, to: bigint) => ({ partyIndex, interval: interval(registers(0n), registers(0n, to)) })

/** What the energy contract says of a register: the same rule, told as it stands in its source. */
class ContractRegister {
  total = 0n
  slack = 0n
  advance(wh: bigint, correction: bigint, capacityW: bigint, seconds: bigint): void {
    if (wh < 0n || wh * 36_000n > capacityW * seconds * 11n) throw new Error('BeyondCapacity')
    const window = (capacityW * CORRECTION_WINDOW_SECONDS * 11n) / 36_000n
    if (correction > 0n) {
      if (correction > this.slack) throw new Error('BeyondCorrection')
      this.slack -= correction
    } else {
      if (-correction > window || this.total + correction < 0n) throw new Error('BeyondCorrection')
      this.slack -= correction
    }
    this.total += correction + wh
    const unused = (capacityW * seconds * 11n) / 36_000n - wh
    this.slack = this.slack + unused > window ? window : this.slack + unused
  }
}

describe('a statement', () => {
  test('books the interval’s energy, and what became known of the time before as a correction', () => {
    const first = composeStatement(
      nothingBooked(1),
      [site(0n, 1_000n, 'estimated'), load(0, 700n)],
      noOffset(1),
      CAPACITY,
    )
    expect(first.figures).toEqual({
      ...{ generatedWh: 1_000n, generatedCorrectionWh: 0n, exportedWh: 0n, exportedCorrectionWh: 0n },
      ...{ consumedWh: [700n], quality: 1 },
    })
    // The meter is back: it had measured 1,400 by then, and its party less than was estimated.
    const second = composeStatement(first.booked, [site(1_400n, 3_000n), load(0, 650n)], noOffset(1), CAPACITY)
    expect(second.figures).toEqual({
      ...{ generatedWh: 1_600n, generatedCorrectionWh: 400n, exportedWh: 0n, exportedCorrectionWh: 0n },
      ...{ consumedWh: [0n], quality: 0 },
    })
    expect(second.left).toEqual(registers(0n, -50n))
    const third = composeStatement(second.booked, [site(3_000n, 3_000n), load(0, 900n)], noOffset(1), CAPACITY)
    expect(third.figures.consumedWh).toEqual([200n])
    expect(third.left).toEqual(NO_ENERGY)
  })

  test('takes an operator’s correction up or down once', () => {
    const before = composeStatement(
      nothingBooked(2),
      [site(0n, 5_000n), load(0, 10n), load(1, 20n)],
      noOffset(2),
      CAPACITY,
    )
    const offset = { generatedWh: -2_000n, exportedWh: 0n, consumedWh: [5n, -15n] }
    const meters = [site(5_000n, 5_100n), load(0, 12n), load(1, 40n)]
    const corrected = composeStatement(before.booked, meters, offset, CAPACITY)
    expect(corrected.figures).toMatchObject({ generatedWh: 100n, generatedCorrectionWh: -2_000n, consumedWh: [7n, 5n] })
    const after = composeStatement(
      corrected.booked,
      [site(5_100n, 5_100n), load(0, 12n), load(1, 40n)],
      offset,
      CAPACITY,
    )
    expect(after.figures).toMatchObject({ generatedWh: 0n, generatedCorrectionWh: 0n, consumedWh: [0n, 0n] })
  })

  test('leaves to the next ones what exceeds the system’s capacity or the window of corrections', () => {
    const first = composeStatement(nothingBooked(1), [site(0n, BOUND + 500n)], noOffset(1), CAPACITY)
    expect(first.figures.generatedWh).toBe(BOUND)
    expect(first.left.generatedWh).toBe(500n)
    const second = composeStatement(first.booked, [site(BOUND + 500n, BOUND + 600n)], noOffset(1), CAPACITY)
    // Nothing of the past is unused yet: what exceeded it has to wait for an interval that leaves room.
    expect(second.figures).toMatchObject({ generatedWh: 100n, generatedCorrectionWh: 0n })
    const third = composeStatement(second.booked, [site(BOUND + 600n, BOUND + 600n)], noOffset(1), CAPACITY)
    expect(third.figures).toMatchObject({ generatedWh: 0n, generatedCorrectionWh: 500n })
    expect(third.left.generatedWh).toBe(0n)
  })
})

// A month of hours in which the meter is heard now and then, estimates are anything, and the operator corrects: the contract takes every statement,
// each watt-hour is booked once, and in the end what is booked is what was measured.
test('whatever is known when, every statement is one that the contract takes, and all of it is booked once', () => {
  const hours = 40
  const lifes = fc.record({
    energy: fc.array(fc.bigInt({ min: 0n, max: BOUND - 1n }), { minLength: hours, maxLength: hours }),
    heard: fc.array(fc.boolean(), { minLength: hours, maxLength: hours }),
    estimate: fc.bigInt({ min: 0n, max: 3n * BOUND }),
    corrected: fc.array(fc.bigInt({ min: -2n * BOUND, max: 2n * BOUND }), { minLength: hours, maxLength: hours }),
  })
  fc.assert(
    fc.property(lifes, ({ energy, heard, estimate, corrected }) => {
      const contract = new ContractRegister()
      let booked: BookedEnergy = nothingBooked(1)
      let generatedOffset = 0n
      let counted: Registers | null = null
      let mark = null as ReturnType<typeof drawCurve>['mark']
      let register = 0n
      let waiting: MeterPoint[] = [{ epoch: 1, seq: 0n, at: 0n, ...registers(0n) }]
      const close = (hour: number, isLast: boolean) => {
        const from = BigInt(hour) * 3_600n
        const to = from + 3_600n
        if (heard[hour] || isLast) {
          waiting.push({ epoch: 1, seq: BigInt(hour) + 1n, at: to, ...registers(register, register) })
        }
        const curve = drawCurve(mark, waiting, [], { opensAt: 0n })
        waiting = []
        mark = curve.mark
        const measured: MeterInterval = meterInterval(curve, {
          ...{ from, to, counted, estimateSeconds: 10n * 3_600n, revoked: false },
          estimate: registers(estimate, estimate),
        })
        counted = measured.to
        const offset = { generatedWh: generatedOffset, exportedWh: 0n, consumedWh: [0n] }
        const composed = composeStatement(booked, [{ partyIndex: 0, interval: measured }], offset, CAPACITY)
        const { figures } = composed
        contract.advance(figures.generatedWh, figures.generatedCorrectionWh, CAPACITY.capacityW, CAPACITY.seconds)
        expect(composed.booked.generated).toEqual({ totalWh: contract.total, slackWh: contract.slack })
        expect(bookStatement(booked, figures as StatementFigures, CAPACITY)).toEqual(composed.booked)
        booked = composed.booked
        return composed
      }
      for (let hour = 0; hour < hours; hour += 1) {
        register += energy[hour] ?? 0n
        if (hour % 7 === 3) generatedOffset += corrected[hour] ?? 0n
        close(hour, false)
      }
      // Silent hours at the end leave room for whatever had to wait.
      let last = close(hours, true)
      for (let hour = hours + 1; hour < hours + 400 && last.left.generatedWh !== 0n; hour += 1) last = close(hour, true)
      const known = register + generatedOffset
      expect(booked.generated.totalWh).toBe(known > 0n ? known : 0n)
      expect((booked.consumedWh[0] ?? 0n) + last.left.consumedWh).toBe(register)
    }),
    { numRuns: 200 },
  )
})
