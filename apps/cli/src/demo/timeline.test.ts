import { buildSchedule, compressSchedule } from '@heliobond/domain'
import { expect, test } from 'vitest'
import { bondClock, moments, monthBoundaries } from './timeline.ts'

const issued = { year: 2027, month: 3, day: 1 }
const built = buildSchedule({ issueDate: issued, maturityYears: 2, convention: '30/360-US' })
if (!built.ok) throw new Error(built.error.code)
const civil = built.value

test('every pay date is the end of a month, and every record date has its moment', () => {
  const all = moments(issued, bondClock(civil, civil), 2)
  for (const period of civil) {
    expect(all.find((moment) => moment.civil === period.pay)?.month).not.toBeNull()
    expect(all.some((moment) => moment.civil === period.record + 1n)).toBe(true)
  }
  expect(all.filter((moment) => moment.month !== null)).toHaveLength(26)
  expect([...all].sort((a, b) => Number(a.civil - b.civil))).toEqual(all)
})

test('a compressed clock keeps the order, and pay dates fall together on both', () => {
  const network = compressSchedule(civil, { networkStartSeconds: 1_000_000n, secondsPerHalfYear: 60n })
  const clock = bondClock(civil, network)
  const all = moments(issued, clock, 1)
  for (const [index, period] of civil.entries())
    expect(all.find((moment) => moment.civil === period.pay)?.network).toBe(network[index]?.pay)
  for (let i = 1; i < all.length; i += 1) expect((all[i]?.network ?? 0n) >= (all[i - 1]?.network ?? 0n)).toBe(true)
  expect(monthBoundaries(issued, clock, 1)).toHaveLength(25)
})
