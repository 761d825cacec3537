import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PendingReading } from '../store/device-store.ts'
import { parseAck } from './ack.ts'
import { SendWindow } from './send-window.ts'

/** Readings 0 to n - 1 that wait until they are forgotten. */
function queue(n: number) {
  const waiting = new Map(
    Array.from({ length: n }, (_, seq): [bigint, PendingReading] => [
      BigInt(seq),
      { epoch: 1, seq: BigInt(seq), body: '' },
    ]),
  )
  return {
    waiting,
    pending: (limit: number, after = { epoch: -1, seq: 0n }) =>
      [...waiting.values()].filter(({ epoch, seq }) => epoch > after.epoch || seq > after.seq).slice(0, limit),
    add(seq: number) {
      waiting.set(BigInt(seq), { epoch: 1, seq: BigInt(seq), body: '' })
    },
  }
}

const stored = (...seqs: number[]) => ({
  epoch: 1,
  stored: seqs.map((seq) => [BigInt(seq), BigInt(seq)] as const),
  refused: [],
})
const seqs = (readings: readonly PendingReading[]) => readings.map(({ seq }) => Number(seq))

test('sends in order, no more than the window, and goes on as answers come', () => {
  const source = queue(5)
  const window = new SendWindow(source, { size: 2 })
  expect(seqs(window.next(0))).toEqual([0, 1])
  expect(window.next(1)).toEqual([])
  source.waiting.delete(0n)
  window.answered(stored(0))
  expect(seqs(window.next(2))).toEqual([2])
})

test('sends again what nobody answered, ever more patiently, and at once after a new connection', () => {
  const source = queue(1)
  const window = new SendWindow(source, { size: 2, patienceMs: 10, longestMs: 40 })
  const sentAt: number[] = []
  for (let now = 0; now <= 110; now++) if (window.next(now).length > 0) sentAt.push(now)
  expect(sentAt).toEqual([0, 10, 30, 70, 110])
  window.restart()
  expect(seqs(window.next(111))).toEqual([0])
})

test('what gets no answer does not hold up the rest', () => {
  const source = queue(6)
  const window = new SendWindow(source, { size: 2, patienceMs: 10 })
  const seen = new Set<number>()
  for (let now = 0; now < 100; now += 10) for (const seq of seqs(window.next(now))) seen.add(seq)
  expect(seen).toEqual(new Set([0, 1, 2, 3, 4, 5]))
})

test('everything is delivered in the end, whatever gets lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.infiniteStream(fc.boolean()), (n, luck) => {
      const source = queue(n)
      const window = new SendWindow(source, { size: 4, patienceMs: 10, longestMs: 20 })
      for (let now = 0; source.waiting.size > 0; now += 5) {
        expect(now).toBeLessThan(100_000)
        for (const { seq } of window.next(now)) {
          if (luck.next().value === false && now < 50_000) continue
          source.waiting.delete(seq)
          window.answered(stored(Number(seq)))
        }
      }
    }),
    { numRuns: 30 },
  )
})

describe('our acknowledgement', () => {
  const bytes = (text: string) => Buffer.from(text)

  test('is read in the words of the protocol', () => {
    const text = '{"epoch":1,"stored":[["4700","4711"]],"refused":[{"seq":"4712","code":"REGISTER_FELL"}]}'
    expect(parseAck(bytes(text))).toEqual({
      epoch: 1,
      stored: [[4700n, 4711n]],
      refused: [{ seq: 4712n, code: 'REGISTER_FELL' }],
    })
  })

  test.each([
    'x',
    'null',
    '[]',
    '{"epoch":1,"stored":[["1"]],"refused":[]}',
    '{"epoch":1,"stored":[["2","1"]],"refused":[]}',
    '{"epoch":1,"stored":[[1,2]],"refused":[]}',
    '{"epoch":"1","stored":[],"refused":[]}',
    '{"epoch":1,"stored":[["0","99999999999999999999"]],"refused":[]}',
    '{"epoch":1,"stored":[],"refused":[{"seq":"1"}]}',
  ])('what is none makes nobody forget: %s', (text) => expect(parseAck(bytes(text))).toBeUndefined())
})
