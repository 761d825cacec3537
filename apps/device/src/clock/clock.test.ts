import { describe, expect, test } from 'vitest'
import { type ClockMemory, judgeClock } from './clock.ts'

const RULES = { notBefore: 1_000_000n, settleSeconds: 30 }
const START = 2_000_000

/** A machine whose clocks are looked at once a second; `step` moves the wall clock besides. */
function machine() {
  let memory: ClockMemory | undefined
  let wall = START
  let monotonicMs = 5_000
  return (options: { step?: number; synchronized?: boolean; lastAt?: bigint; seconds?: number } = {}) => {
    const { step = 0, synchronized, lastAt, seconds = 1 } = options
    wall += seconds + step
    monotonicMs += seconds * 1_000
    const judged = judgeClock({ wallSeconds: wall, monotonicMs, synchronized }, memory, lastAt, RULES)
    memory = judged.memory
    return judged.at.ok ? judged.at.value : judged.at.error.code
  }
}

test('a clock that runs evenly is believed', () => {
  const look = machine()
  expect(look()).toBe(BigInt(START + 1))
  expect(look({ step: 0.4 })).toBe(BigInt(START + 2))
  expect(look({ seconds: 3_600 })).toBe(BigInt(START + 3_602))
})

describe('nothing is signed with a doubtful time', () => {
  test('before the beginning', () => {
    expect(machine()({ step: -1_500_000 })).toBe('CLOCK_NOT_SET')
  })

  test('while the system does not vouch for it', () => {
    const look = machine()
    expect(look({ synchronized: false })).toBe('CLOCK_NOT_SYNCHRONIZED')
    expect(look({ synchronized: true })).toBe(BigInt(START + 2))
  })

  test.each([3_600, -3_600, 31_536_000])('after a jump of %d s, until it has run evenly for a while', (step) => {
    const look = machine()
    look()
    expect(look({ step })).toBe('CLOCK_JUMPED')
    for (let second = 1; second < 30; second++) expect(look()).toBe('CLOCK_JUMPED')
    expect(look()).toBe(BigInt(START + 32 + step))
  })

  test('a clock that jumped and jumps back is believed at its first time', () => {
    const look = machine()
    look()
    expect(look({ step: 86_400 })).toBe('CLOCK_JUMPED')
    expect(look({ step: -86_400 })).toBe('CLOCK_JUMPED')
    expect(look({ seconds: 31 })).toBe(BigInt(START + 34))
  })

  test('behind the last reading; a steered clock repeats its time instead', () => {
    const look = machine()
    expect(look({ lastAt: BigInt(START + 100) })).toBe('CLOCK_BEHIND')
    expect(look({ lastAt: BigInt(START + 5) })).toBe(BigInt(START + 5))
    expect(look({ lastAt: BigInt(START + 3) })).toBe(BigInt(START + 3))
  })
})
