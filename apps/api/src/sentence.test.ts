import { expect, test } from 'vitest'
import { fill } from './sentence.ts'

test('a sentence says what stands in its places; lists with commas', () => {
  expect(fill('There is no tender {tender}.', { tender: '3-1' })).toBe('There is no tender 3-1.')
  expect(fill('Before {step} comes {waitsFor}.', { step: 'launch', waitsFor: ['a', 'b'] })).toBe(
    'Before launch comes a, b.',
  )
})

test('what a client sends is told as it is, and fills no other place', () => {
  expect(fill('{field} is wrong: {why}.', { field: '{why}', why: '$& {field}' })).toBe('{why} is wrong: $& {field}.')
})

test('a place without a value is a bug that is told', () => {
  expect(() => fill('{field} is wrong.', {})).toThrow('lacks field')
})
