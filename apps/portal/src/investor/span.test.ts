import { expect, test } from 'vitest'
import { spanOf } from './span.ts'

test('both days are included, by the days of Puerto Rico', () => {
  expect(spanOf({ from: '2026-01-01', to: '2026-12-31' })).toEqual({
    from: '2026-01-01T04:00:00Z',
    to: '2027-01-01T04:00:00Z',
  })
})

test('what is no day is left out', () => {
  expect(spanOf({ from: 'yesterday', to: '2026-02-30' })).toEqual({})
})
