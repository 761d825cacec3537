import { expect, test } from 'vitest'
import { partsOf } from './parts.ts'

const DAY = 86_400

test('a year is asked in parts that the API answers, without a gap', () => {
  const parts = partsOf(0, 365 * DAY)
  expect(parts[0]).toBe(0)
  expect(parts.at(-1)).toBe(365 * DAY)
  for (const [index, start] of parts.slice(0, -1).entries()) {
    const buckets = ((parts[index + 1] ?? 0) - start) / 1_800
    expect(buckets).toBeGreaterThan(0)
    expect(buckets).toBeLessThanOrEqual(2_976)
  }
  expect(partsOf(0, 1_800)).toEqual([0, 1_800])
})
