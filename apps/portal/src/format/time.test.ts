import { expect, test } from 'vitest'
import { timeText } from './time.ts'

test('a moment is told in Puerto Rico time, and names the zone with the hour', () => {
  expect(timeText('2026-11-24T02:05:09Z', 'day', 'en')).toBe('Nov 23, 2026')
  expect(timeText('2026-11-24T02:05:09Z', 'minute', 'en')).toMatch(/^Nov 23, 2026, 10:05\sPM AST$/)
  expect(timeText('2026-11-24T02:05:09Z', 'second', 'es')).toMatch(/23 nov 2026.*10:05:09.*AST$/)
})
