import { expect, test } from 'vitest'
import type { PassEnd } from './line.ts'
import { UnrestError, untilAtRest } from './settling.ts'

/** A process that answers its passes with these ends, one after the other, and has nothing to do from then on. */
function lineOf(...ends: PassEnd[]) {
  let passes = 0
  return {
    name: 'pay',
    pid: 1,
    doing: 'at work',
    faults: 0,
    passes: () => passes,
    pass: async (): Promise<PassEnd> => ends[passes++] ?? { done: 0 },
  }
}

const calm = { underWay: async () => [], letTimePass: () => undefined }

test('rest is when every process has found nothing to do since the last of them did something', async () => {
  const busy = lineOf({ done: 1 }, 'died', 'failed', { done: 3 })
  const idle = lineOf()
  await untilAtRest({ ...calm, lines: [busy, idle] })
  expect(busy.passes()).toBeGreaterThanOrEqual(5)
  // It was asked again after the other's last deed.
  expect(idle.passes()).toBeGreaterThan(1)
})

test('there is no rest while an action is on its way, nor while nobody can say', async () => {
  const answers = [['pay:1 is sent'], null, []]
  let asked = 0
  const underWay = async () => {
    const answer = answers[asked++]
    if (!answer) throw new Error('the database is away')
    return answer
  }
  await untilAtRest({ ...calm, underWay, lines: [lineOf()] })
  expect(asked).toBe(3)
})

test('work that never comes to rest ends with who was at what and what is not over', async () => {
  const stuck = untilAtRest({ ...calm, underWay: async () => ['pay:1 is sent'], lines: [lineOf()], mostMs: 200 })
  await expect(stuck).rejects.toThrow(UnrestError)
  await expect(stuck).rejects.toThrow(/pay \(1\): at work\. Not over: pay:1 is sent/)
})

test('a process that ends again and again by itself is told at once', async () => {
  const line = { ...lineOf('died', 'died'), faults: 99 }
  const stuck = untilAtRest({ ...calm, underWay: async () => ['x'], lines: [line] })
  await expect(stuck).rejects.toThrow(/own fault/)
  await expect(stuck).rejects.not.toThrow(UnrestError)
})
