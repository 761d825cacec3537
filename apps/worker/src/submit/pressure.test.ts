import { expect, test } from 'vitest'
import { Pressure } from './pressure.ts'

test('a network that does not answer gets fewer and fewer at once, but one always', () => {
  const pressure = new Pressure()
  expect(pressure.allows(1_000)).toBe(true)
  pressure.note('NO_ANSWER', 16)
  expect([pressure.allows(7), pressure.allows(8)]).toEqual([true, false])
  pressure.note('TRY_AGAIN_LATER', 16)
  expect([pressure.allows(3), pressure.allows(4)]).toEqual([true, false])
  for (let n = 0; n < 10; n += 1) pressure.note('NO_ANSWER', 16)
  expect([pressure.allows(0), pressure.allows(1)]).toEqual([true, false])
})

test('every transaction that is taken lets one more go', () => {
  const pressure = new Pressure()
  pressure.note('NO_ANSWER', 2)
  for (let n = 0; n < 4; n += 1) pressure.note('PENDING', 1)
  expect([pressure.allows(4), pressure.allows(5)]).toEqual([true, false])
})
