import { expect, test } from 'vitest'
import { ownedBps } from './ownership.ts'

const account = { portionBps: 3_333, accountStroops: 3n, filledStroops: 3n, ownStroops: 2n, loans: [] }

test('what a party owns is its portion by what it repaid itself, rounded down; the whole at maturity', () => {
  expect(ownedBps(account, false)).toBe(2_222)
  expect(ownedBps({ ...account, ownStroops: 3n }, false)).toBe(3_333)
  expect(ownedBps(account, true)).toBe(3_333)
})

test('a portion without principal is handed over at maturity', () => {
  const empty = { ...account, accountStroops: 0n, filledStroops: 0n, ownStroops: 0n }
  expect(ownedBps(empty, false)).toBe(0)
  expect(ownedBps(empty, true)).toBe(3_333)
})
