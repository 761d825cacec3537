import { expect, test } from 'vitest'
import { durationIn } from './duration.ts'

test('a delay is told in the unit that people use for it', () => {
  expect([172_800n, '2592000', 94_608_000n, 7_200n, 63_072_001n].map((seconds) => durationIn(seconds))).toEqual([
    { unit: 'days', count: 2 },
    { unit: 'days', count: 30 },
    { unit: 'years', count: 3 },
    { unit: 'hours', count: 2 },
    { unit: 'days', count: 730 },
  ])
})
