import { expect, test } from 'vitest'
import { movesNow, type Switched } from './hold.ts'

const HOLD = { minOnMs: 60_000, minOffMs: 180_000 }
type At = 'on' | 'off'
const isOn = (at: At) => at === 'on'
const switched = (...rows: [string, At, number | undefined][]): Map<string, Switched<At>> =>
  new Map(rows.map(([name, at, sinceMs]) => [name, { at, sinceMs }]))
const moves = (wanted: [string, At][], known: Map<string, Switched<At>>, nowMs: number) => [
  ...movesNow(new Map(wanted), known, isOn, HOLD, nowMs),
]

test('a circuit stays where it was put for its minimum time, then goes', () => {
  const on = switched(['a', 'on', 1_000])
  expect(moves([['a', 'off']], on, 60_999)).toEqual([])
  expect(moves([['a', 'off']], on, 61_000)).toEqual([['a', 'off']])
  const off = switched(['a', 'off', 1_000])
  expect(moves([['a', 'on']], off, 180_999)).toEqual([])
  expect(moves([['a', 'on']], off, 181_000)).toEqual([['a', 'on']])
})

test('one that has not been moved since the start is not held', () => {
  expect(moves([['a', 'off']], switched(['a', 'on', undefined]), 0)).toEqual([['a', 'off']])
})

test('off all at once, on one after the other', () => {
  const wantedOff: [string, At][] = [
    ['a', 'off'],
    ['b', 'off'],
  ]
  expect(moves(wantedOff, switched(['a', 'on', undefined], ['b', 'on', undefined]), 0)).toEqual(wantedOff)
  const wantedOn: [string, At][] = [
    ['a', 'on'],
    ['b', 'on'],
  ]
  expect(moves(wantedOn, switched(['a', 'off', 0], ['b', 'off', 0]), 500_000)).toEqual([['a', 'on']])
})

test('what stands right does not move', () => {
  expect(moves([['a', 'on']], switched(['a', 'on', 0]), 1_000_000)).toEqual([])
})
