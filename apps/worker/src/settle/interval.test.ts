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
