import { err, ok } from '@heliobond/domain'
import { expect, test } from 'vitest'
import { type MeterSource, wattHours } from '../source/meter-source.ts'
import { addSample, type Totals } from '../source/registers.ts'
import { createComparison } from './comparison.ts'

const BOUND = () => 100_000n

/** Two instruments on one roof, looked at together. */
function roof() {
  const counted = { main: 1_000n, other: 50_000n, isThere: true }
  let totals: Totals = {}
  const other: MeterSource = {
    read: async () =>
      counted.isThere
        ? ok({ counters: { second: wattHours('generated', counted.other) } })
        : err({ code: 'SOURCE_UNREACHABLE', detail: 'no cable' }),
    close: async () => undefined,
  }
  const comparison = createComparison(other, 500, BOUND)
  return {
    counted,
    async look(at: bigint) {
      const sample = { counters: { first: wattHours('generated', counted.main) } }
      const added = addSample(totals, sample, BOUND())
      if (!added.ok) throw new Error(added.error.code)
      totals = added.value
      await comparison.look(at, sample, totals)
      return comparison.latest.state
    },
  }
}

test('two instruments are compared over a quarter of an hour, wherever their counters began', async () => {
  const it = roof()
  expect(await it.look(0n)).toBe('unknown')
  it.counted.main += 100n
  it.counted.other += 98n
  expect(await it.look(899n)).toBe('unknown')
  expect(await it.look(900n)).toBe('agrees')
  it.counted.main += 100n
  expect(await it.look(1_800n)).toBe('differs')
  // What differed once does not differ for ever.
  it.counted.main += 100n
  it.counted.other += 100n
  expect(await it.look(2_700n)).toBe('agrees')
})

test('a second instrument that is gone or was reset is begun anew with, and never judged by half', async () => {
  const it = roof()
  await it.look(0n)
  it.counted.isThere = false
  expect(await it.look(900n)).toBe('unknown')
  it.counted.isThere = true
  it.counted.main += 5_000n
  expect(await it.look(1_800n)).toBe('unknown')
  it.counted.main += 100n
  it.counted.other += 100n
  expect(await it.look(2_700n)).toBe('agrees')
  it.counted.other = 0n
  expect(await it.look(3_600n)).toBe('unknown')
})
