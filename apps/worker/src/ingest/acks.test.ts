import type { Reading } from '@heliobond/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeAcks } from './acks.ts'
import type { IntakeOutcome } from './outcome.ts'

const reading = (seq: bigint, changes: Partial<Reading> = {}): Reading => ({
  ...{ system: 3, meter: 7, epoch: 1, seq, at: 0n, generatedWh: 0n, consumedWh: 0n, exportedWh: 0n },
  signature: new Uint8Array(64),
  ...changes,
})
const stored = (seq: bigint, changes?: Partial<Reading>): IntakeOutcome => ({
  outcome: 'stored',
  reading: reading(seq, changes),
})
const refused = (seq: bigint, code: 'REGISTER_FELL' | 'FUTURE' | 'BAD_SIGNATURE', authentic = true): IntakeOutcome => ({
  ...{ outcome: 'refused', code, detail: '', authentic, reading: reading(seq) },
})

test('says it in the words of the protocol', () => {
  const outcomes = [stored(4701n), stored(4700n), stored(4703n), refused(4712n, 'REGISTER_FELL')]
  expect(composeAcks(outcomes)).toEqual([
    {
      topic: 'heliobond/v1/3/7/ack',
      message: {
        epoch: 1,
        stored: [
          ['4700', '4701'],
          ['4703', '4703'],
        ],
        refused: [{ seq: '4712', code: 'REGISTER_FELL' }],
      },
    },
  ])
})

test('keeps meters and epochs apart', () => {
  const acks = composeAcks([stored(1n), stored(2n, { epoch: 2 }), stored(3n, { meter: 8 })])
  expect(acks.map(({ topic, message }) => [topic, message.epoch, message.stored])).toEqual([
    ['heliobond/v1/3/7/ack', 1, [['1', '1']]],
    ['heliobond/v1/3/7/ack', 2, [['2', '2']]],
    ['heliobond/v1/3/8/ack', 1, [['3', '3']]],
  ])
})

test('says nothing of what a stranger may have sent, nor of what may yet become right', () => {
  expect(composeAcks([refused(1n, 'BAD_SIGNATURE', false), refused(2n, 'FUTURE')])).toEqual([])
})

test('never calls refused what is stored under the same number', () => {
  const [ack] = composeAcks([refused(5n, 'REGISTER_FELL'), stored(5n)])
  expect(ack?.message).toMatchObject({ stored: [['5', '5']], refused: [] })
})

// A device forgets what a range covers: one number too many would lose a reading for ever.
test('ranges cover exactly the numbers that were stored', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 60n })), (seqs) => {
      const covered = composeAcks(seqs.map((seq) => stored(seq))).flatMap(({ message }) =>
        message.stored.flatMap(([from, to]) => {
          const length = Number(BigInt(to) - BigInt(from)) + 1
          return Array.from({ length }, (_, n) => BigInt(from) + BigInt(n))
        }),
      )
      expect(covered).toEqual([...new Set(seqs)].toSorted((a, b) => Number(a - b)))
    }),
  )
})
