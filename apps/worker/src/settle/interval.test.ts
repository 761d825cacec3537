import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextBoundary } from './interval.ts'

const at = (iso: string) => BigInt(Date.parse(iso) / 1000)

test('months are counted from the anchor, so a short month does not pull the later ones back', () => {
  const rule = {
    kind: 'months',
    anchor: String(at('2027-01-31T06:00:00Z')),
  } as const
  const boundaries = ['2027-02-28T06:00:00Z', '2027-03-31T06:00:00Z', '2027-04-30T06:00:00Z']
  let from = BigInt(rule.anchor)
  for (const expected of boundaries) {
    const next = nextBoundary(rule, from)
    expect(next).toBe(at(expected))
    from = next ?? 0n
  }
})

test('a list ends', () => {
  const rule = { kind: 'list', boundaries: ['10', '20'] } as const
  expect(nextBoundary(rule, 10n)).toBe(20n)
  expect(nextBoundary(rule, 20n)).toBeNull()
})

test('every boundary lies after its start, and boundaries never skip one another', () => {
  const anchor = fc.bigInt({ min: 0n, max: 4_000_000_000n })
  const offset = fc.bigInt({ min: 0n, max: 500_000_000n })
  fc.assert(
    fc.property(anchor, offset, fc.bigInt({ min: 1n, max: 10_000_000n }), (start, ahead, seconds) => {
      for (const rule of [
        { kind: 'months', anchor: String(start) },
        { kind: 'seconds', anchor: String(start), seconds: String(seconds) },
      ] as const) {
        const from = start + ahead
        const next = nextBoundary(rule, from)
        if (next === null) throw new Error('an open rule ended')
        expect(next > from).toBe(true)
        expect(nextBoundary(rule, next - 1n)).toBe(next)
      }
    }),
  )
})

test('what lies long back is closed in longer steps, each of which has passed, and nothing is skipped', () => {
  const [hour, day] = [3_600n, 86_400n]
  const rule = {
    kind: 'seconds',
    anchor: '0',
    seconds: String(hour),
    catchUp: [String(day), String(30n * day)],
  } as const
  expect(nextBoundary(rule, 5n * hour, 6n * hour)).toBe(6n * hour)
  expect(nextBoundary(rule, 5n * hour, 5n * hour + day)).toBe(day)
  expect(nextBoundary(rule, 2n * day, 40n * day)).toBe(30n * day)
  expect(nextBoundary({ ...rule, seconds: String(60n * day) }, 2n * day, 40n * day)).toBe(60n * day)
  // A month and a half behind: the month, the days of the half, then hours.
  const now = 45n * day + 5n * hour
  let ends = 0
  for (let from = 0n; ; ends += 1) {
    const to = nextBoundary(rule, from, now) ?? 0n
    if (to > now) break
    expect(to > from).toBe(true)
    from = to
  }
  expect(ends).toBe(1 + 15 + 5)
})

test('no step of catching up ends after now', () => {
  const steps = fc.array(fc.bigInt({ min: 900n, max: 40n * 86_400n }), { maxLength: 3 })
  const span = fc.bigInt({ min: 0n, max: 400n * 86_400n })
  fc.assert(
    fc.property(span, span, steps, (from, behind, catchUp) => {
      const sorted = catchUp.toSorted((a, b) => Number(a - b)).map(String)
      const to = nextBoundary({ kind: 'seconds', anchor: '0', seconds: '900', catchUp: sorted }, from, from + behind)
      const short = nextBoundary({ kind: 'seconds', anchor: '0', seconds: '900' }, from)
      expect(to !== null && (to <= from + behind || to === short)).toBe(true)
    }),
  )
})
