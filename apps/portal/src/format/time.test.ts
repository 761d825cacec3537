import { expect, test } from 'vitest'
import { spanText, timeText } from './time.ts'

test('a moment is told in Puerto Rico time, and names the zone with the hour', () => {
  expect(timeText('2026-11-24T02:05:09Z', 'day', 'en')).toBe('Nov 23, 2026')
  expect(timeText('2026-11-24T02:05:09Z', 'minute', 'en')).toMatch(/^Nov 23, 2026, 10:05\sPM AST$/)
  expect(timeText('2026-11-24T02:05:09Z', 'second', 'es')).toMatch(/23 nov 2026.*10:05:09.*AST$/)
})

test('a span is told by days where it is as long as one, else by times with their zone', () => {
  expect(spanText('2027-03-31T00:00:00Z', '2027-04-30T00:00:00Z', 'en')).toBe('Mar 30 – Apr 29, 2027')
  expect(spanText('2027-06-29T00:00:00Z', '2027-06-29T00:15:00Z', 'en')).toBe('Jun 28, 2027, 8:00 – 8:15 PM AST')
  expect(spanText('2027-06-29T00:00:00Z', '2027-06-29T00:15:00Z', 'es')).toMatch(/8:00.*8:15.* AST$/)
})
