import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeReading, jumpBoundWh, type Meter, type ReadingNeighbours } from './judge-reading.ts'
import type { Reading } from './reading.ts'
import { compareReadings } from './reading-bytes.ts'

const NOW = 1_800_000_000n
const meter: Meter = { system: 3, meter: 7, kind: 'Combined', epoch: 2, capacityW: 10_000, revoked: false }
const reading: Reading = {
  system: 3,
  meter: 7,
  epoch: 2,
  seq: 100n,
  at: NOW - 3_600n,
  generatedWh: 50_000n,
  consumedWh: 40_000n,
  exportedWh: 30_000n,
  signature: new Uint8Array(64),
}
const later = (seconds: bigint, changes: Partial<Reading> = {}): Reading => ({
  ...reading,
  seq: reading.seq + 1n,
  at: reading.at + seconds,
  ...changes,
})
const judge = (one: Reading, neighbours: ReadingNeighbours = {}, of: Meter | null = meter) => {
  const verdict = judgeReading(one, neighbours, of ?? undefined, NOW)
  return verdict.ok ? verdict.value : verdict.error.code
}

test('a first reading is believed whatever its registers', () => {
  expect(judge(reading)).toBe('NEW')
})

test('a reading that stands still is believed: time and registers may repeat', () => {
  expect(judge(later(0n), { previous: reading })).toBe('NEW')
})

describe('refusals', () => {
  test.each([
    ['an unknown meter', 'UNKNOWN_METER', judge(reading, {}, null)],
    ['a revoked meter', 'UNKNOWN_METER', judge(reading, {}, { ...meter, revoked: true })],
    ['a meter of another system', 'UNKNOWN_METER', judge(reading, {}, { ...meter, system: 4 })],
    ['another meter', 'UNKNOWN_METER', judge(reading, {}, { ...meter, meter: 8 })],
    ['an epoch that ended', 'OLD_EPOCH', judge({ ...reading, epoch: 1 })],
    ['an epoch that nobody opened', 'EPOCH_NOT_OPEN', judge({ ...reading, epoch: 3 })],
    ['a time in the future', 'FUTURE', judge({ ...reading, at: NOW + 61n })],
    ['a load that generates', 'ROLE_REGISTER', judge(reading, {}, { ...meter, kind: 'Load' })],
    ['a load that exports', 'ROLE_REGISTER', judge({ ...reading, generatedWh: 0n }, {}, { ...meter, kind: 'Load' })],
    ['a site that consumes', 'ROLE_REGISTER', judge(reading, {}, { ...meter, kind: 'Site' })],
    ['a time that fell', 'TIME_FELL', judge(later(-1n), { previous: reading })],
    ['a register that fell', 'REGISTER_FELL', judge(later(60n, { exportedWh: 29_999n }), { previous: reading })],
    ['an impossible jump', 'IMPOSSIBLE_JUMP', judge(later(60n, { generatedWh: 60_000n }), { previous: reading })],
    ['a second reading of one number', 'SEQ_NOT_GROWING', judge({ ...reading, consumedWh: 1n }, { same: reading })],
    ['a late one above its successor', 'REGISTER_FELL', judge(reading, { next: later(60n, { consumedWh: 1n }) })],
    ['a late one after its successor', 'TIME_FELL', judge(reading, { next: later(-1n) })],
    ['a late one too far below', 'IMPOSSIBLE_JUMP', judge(reading, { next: later(60n, { consumedWh: 50_000n }) })],
  ])('%s: %s', (_, code, verdict) => {
    expect(verdict).toBe(code)
  })
})

test('what is stored is acknowledged again, even after the epoch, the meter or the clock moved on', () => {
  expect(judge(reading, { same: reading })).toBe('DUPLICATE')
  expect(judge(reading, { same: reading }, { ...meter, epoch: 3 })).toBe('DUPLICATE')
  expect(judge(reading, { same: reading }, { ...meter, revoked: true })).toBe('DUPLICATE')
})

test('roles leave their own registers free', () => {
  expect(judge({ ...reading, consumedWh: 0n }, {}, { ...meter, kind: 'Site' })).toBe('NEW')
  expect(judge({ ...reading, generatedWh: 0n, exportedWh: 0n }, {}, { ...meter, kind: 'Load' })).toBe('NEW')
})

test('a new epoch starts its registers anywhere, but not before the old one ended', () => {
  const old = { ...reading, epoch: 1, generatedWh: 10n ** 9n }
  expect(judge({ ...reading, seq: 1n, generatedWh: 0n }, { previous: old })).toBe('NEW')
  expect(judge({ ...reading, at: old.at - 1n }, { previous: old })).toBe('TIME_FELL')
})

test('the clock tolerance is the last second believed', () => {
  const at = (seconds: bigint) =>
    judgeReading({ ...reading, at: NOW + seconds }, {}, meter, NOW, { clockToleranceSeconds: 5n })
  expect(at(5n).ok).toBe(true)
  expect(at(6n).ok).toBe(false)
})

test('a jump is possible up to its bound and not a watt-hour more', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.bigInt({ min: 0n, max: 3_600n }), (capacityW, seconds) => {
      const of = { ...meter, capacityW }
      const bound = jumpBoundWh(capacityW, seconds)
      const jump = (wh: bigint) =>
        judge(later(seconds, { generatedWh: reading.generatedWh + wh }), { previous: reading }, of)
      expect(jump(bound)).toBe('NEW')
      expect(jump(bound + 1n)).toBe('IMPOSSIBLE_JUMP')
    }),
  )
})

test('in whatever order readings arrive, what is believed is monotone; those of equipment within its rating are all believed', () => {
  const steps = fc.array(fc.record({ seconds: fc.nat(900), loadPercent: fc.nat(110), lie: fc.nat(9) }), {
    maxLength: 15,
  })
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat()), (drawn, shuffle) => {
      let last: Reading = { ...reading, at: NOW - 100_000n }
      // The meter counts exactly and shows whole watt-hours.
      let wattSecondsPercent = 0n
      const sent = drawn.map(({ seconds, loadPercent, lie }) => {
        wattSecondsPercent += BigInt(meter.capacityW * seconds * loadPercent)
        const generatedWh = reading.generatedWh + wattSecondsPercent / 360_000n
        last = { ...last, seq: last.seq + 1n, at: last.at + BigInt(seconds), generatedWh }
        if (lie > 0) return { truth: true, one: last }
        return { truth: false, one: { ...last, generatedWh: generatedWh - 1_000n } }
      })
      const honest = sent.every(({ truth }) => truth)
      const arrivals = [...sent].sort(() => ((shuffle.next().value ?? 0) % 2 === 0 ? 1 : -1))
      const stored: Reading[] = []
      for (const { one } of [...arrivals, ...arrivals]) {
        const neighbours = {
          previous: stored.findLast((other) => compareReadings(other, one) < 0),
          same: stored.find((other) => compareReadings(other, one) === 0),
          next: stored.find((other) => compareReadings(other, one) > 0),
        }
        if (judge(one, neighbours) === 'NEW') stored.push(one)
        stored.sort(compareReadings)
      }
      for (const [n, one] of stored.entries()) {
        const before = stored[n - 1]
        if (before) expect(before.at <= one.at && before.generatedWh <= one.generatedWh).toBe(true)
      }
      if (honest) expect(stored).toHaveLength(sent.length)
    }),
  )
})
