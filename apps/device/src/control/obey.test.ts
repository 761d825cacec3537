import { describe, expect, test } from 'vitest'
import { obey } from './obey.ts'
import { type Mode, parseWord, type Word, wordText } from './word.ts'

const RULES = { confirmSeconds: 30, staleSeconds: 3_600 }
const NOW = 10_000n
const word = (mode: Mode, since = 0n, more: Partial<Word> = {}): Word => ({
  decision: { mode, criticalFloorW: 1_500n, since, state: mode === 'SellToGrid' ? 'Breach' : 'Current' },
  ...{ saidAt: NOW, ledger: 7, hash: 'ab', by: 'report' },
  ...more,
})
const modeOf = (said: Word | undefined, before: Mode | undefined, ageSeconds: number | undefined, wallSeconds = NOW) =>
  obey(said, before, { ageSeconds, wallSeconds }, RULES).mode

test('what the contract said is obeyed', () => {
  expect(modeOf(word('Normal'), undefined, 0)).toBe('Normal')
  expect(modeOf(word('SellToGrid', NOW - 30n), 'Normal', 0)).toBe('SellToGrid')
})

describe('hysteresis', () => {
  test('a breach of a moment ago sheds nothing yet, and what was before goes on', () => {
    expect(modeOf(word('SellToGrid', NOW - 29n), 'Normal', 0)).toBe('Normal')
    expect(modeOf(word('SellToGrid', NOW - 29n), undefined, 0)).toBe('Normal')
  })
  test('one that is obeyed goes on being obeyed', () => {
    expect(modeOf(word('SellToGrid', NOW - 1n), 'SellToGrid', 0)).toBe('SellToGrid')
  })
  test('a cure needs no confirmation', () => expect(modeOf(word('Normal', NOW), 'SellToGrid', 0)).toBe('Normal'))
})

describe('without word', () => {
  test('the last one holds for a while: the plug is not worth pulling', () => {
    expect(modeOf(word('SellToGrid'), 'SellToGrid', 3_600)).toBe('SellToGrid')
  })
  test.each([
    ['longer than that', word('SellToGrid'), 3_601],
    ['of unknown age', word('SellToGrid'), undefined],
    ['never heard', undefined, undefined],
  ])('%s is doubt', (_, said, age) => expect(modeOf(said, 'SellToGrid', age)).toBeUndefined())

  test('a storm that took the network is weathered to the end of the act, and not beyond', () => {
    const storm = word('Island', NOW, { actUntil: NOW + 864_000n })
    expect(modeOf(storm, undefined, 800_000, NOW + 800_000n)).toBe('Island')
    expect(modeOf(storm, 'Island', undefined, NOW + 1n)).toBe('Island')
    expect(modeOf(storm, 'Island', 864_000, NOW + 864_000n)).toBeUndefined()
  })
})

test('a word outlives the process as it was', () => {
  for (const one of [word('Shed', 5n, { actUntil: 9n }), word('Normal')]) expect(parseWord(wordText(one))).toEqual(one)
  for (const none of [undefined, '', '{}', '{"decision":{"mode":"Dance"}}']) expect(parseWord(none)).toBeUndefined()
})
