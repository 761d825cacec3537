import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fromTotalOrderId,
  MAX_EVENT,
  MAX_OPERATION,
  MAX_TRANSACTION,
  parseEventId,
  toEventId,
  toTotalOrderId,
} from './ids.ts'

const place = fc.record(
  {
    ledger: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    transaction: fc.integer({ min: 0, max: MAX_TRANSACTION }),
    operation: fc.integer({ min: 0, max: MAX_OPERATION }),
  },
  { noNullPrototype: true },
)
const event = fc.integer({ min: 0, max: MAX_EVENT })

test('a place survives its id', () => {
  fc.assert(
    fc.property(place, (each) => {
      expect(fromTotalOrderId(toTotalOrderId(each))).toEqual(each)
    }),
  )
})

test('event ids sort as text as their places do', () => {
  fc.assert(
    fc.property(place, event, place, event, (left, leftEvent, right, rightEvent) => {
      const byPlace = toTotalOrderId(left) - toTotalOrderId(right)
      const expected = byPlace !== 0n ? byPlace < 0n : leftEvent < rightEvent
      expect(toEventId(left, leftEvent) < toEventId(right, rightEvent)).toBe(expected)
    }),
  )
})

test('the end of a ledger is written as the network writes it', () => {
  const end = {
    ledger: 4_916_514,
    transaction: MAX_TRANSACTION,
    operation: MAX_OPERATION,
  }
  expect(toEventId(end, MAX_EVENT)).toBe('0021116271135293439-4294967295')
  expect(parseEventId('0021116271135293439-4294967295')?.place).toEqual(end)
})

test.each(['', '12', 'a-b', '1-2-3', '-1-0'])('"%s" is no event id', (text) => {
  expect(parseEventId(text)).toBeUndefined()
})
