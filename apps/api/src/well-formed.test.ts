import { expect, test } from 'vitest'
import { illFormedPlace } from './well-formed.ts'

test.each([
  ['a NUL', { a: ['x', 'y\0'] }, '/a/1'],
  ['half a pair', { body: { text: '\ud83d' } }, '/body/text'],
  ['infinity', { query: { limit: Number.POSITIVE_INFINITY } }, '/query/limit'],
  ['no number', [Number.NaN], '/0'],
  ['a name with a NUL', { a: { 'b\0': 1 } }, '/a'],
])('%s is found', (_, value, place) => {
  expect(illFormedPlace(value)).toBe(place)
})

test('what is well-formed passes, whatever its depth', () => {
  let deep: unknown = '😀'
  for (let depth = 0; depth < 200_000; depth += 1) deep = [deep]
  for (const value of [undefined, null, 'é😀', 1.5, true, [], { a: [1, { b: 'c' }] }, new Uint8Array(3), deep]) {
    expect(illFormedPlace(value)).toBeNull()
  }
})
