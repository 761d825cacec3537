import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from './money.ts'
import { type LotEvent, taxLots } from './tax-lots.ts'

const came = (at: bigint, bondStroops: bigint, moneyStroops: bigint | null): LotEvent => ({
  at,
  kind: 'acquired',
  bondStroops,
  moneyStroops,
})
const went = (at: bigint, bondStroops: bigint, moneyStroops: bigint | null): LotEvent => ({
  at,
  kind: 'disposed',
  bondStroops,
  moneyStroops,
})

test('the oldest bonds go first, each with its own cost', () => {
  const { open, closed } = taxLots([came(1n, 100n, 99n), came(2n, 100n, 101n), went(3n, 150n, 150n)])
  expect(closed).toEqual([
    { acquiredAt: 1n, disposedAt: 3n, bondStroops: 100n, costStroops: 99n, proceedsStroops: 100n, gainStroops: 1n },
    { acquiredAt: 2n, disposedAt: 3n, bondStroops: 50n, costStroops: 50n, proceedsStroops: 50n, gainStroops: 0n },
  ])
  expect(open).toEqual([{ acquiredAt: 2n, bondStroops: 50n, costStroops: 51n }])
})

test('a lot that goes in three parts loses no stroop of its cost', () => {
  const events = [came(1n, 3n, 100n), went(2n, 1n, 40n), went(3n, 1n, 40n), went(4n, 1n, 40n)]
  expect(taxLots(events).closed.map(({ costStroops }) => costStroops)).toEqual([33n, 33n, 34n])
})

test('bonds that came by a transfer have no cost, and so no gain', () => {
  const { closed } = taxLots([came(1n, 10n, null), went(2n, 4n, 5n)])
  expect(closed).toMatchObject([{ costStroops: null, proceedsStroops: 5n, gainStroops: null }])
})

test('bonds that went without having come are said', () => {
  expect(taxLots([went(1n, 5n, 5n)])).toEqual({ open: [], closed: [], unmatchedStroops: 5n })
})

test('bonds, costs and proceeds are conserved over any history', () => {
  const event = fc.record({
    kind: fc.constantFrom('acquired' as const, 'disposed' as const),
    bondStroops: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    moneyStroops: fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }), { nil: null }),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (drawn) => {
      const events = drawn.map((one, index): LotEvent => ({ ...one, at: BigInt(index) }))
      const { open, closed, unmatchedStroops } = taxLots(events)
      const bonds = (kind: LotEvent['kind']) => sum(events.filter((e) => e.kind === kind).map((e) => e.bondStroops))
      const inClosed = sum(closed.map((lot) => lot.bondStroops))
      expect(inClosed + sum(open.map((lot) => lot.bondStroops))).toBe(bonds('acquired'))
      expect(inClosed + unmatchedStroops).toBe(bonds('disposed'))
      const cost = (lots: readonly { costStroops: bigint | null }[]) => sum(lots.map((lot) => lot.costStroops ?? 0n))
      const paid = events.filter((e) => e.kind === 'acquired' && e.bondStroops > 0n)
      expect(cost(open) + cost(closed)).toBe(sum(paid.map((e) => e.moneyStroops ?? 0n)))
      for (const lot of closed) expect(lot.acquiredAt).toBeLessThan(lot.disposedAt)
      if (unmatchedStroops === 0n) {
        const got = events.filter((e) => e.kind === 'disposed' && e.bondStroops > 0n)
        expect(sum(closed.map((lot) => lot.proceedsStroops ?? 0n))).toBe(sum(got.map((e) => e.moneyStroops ?? 0n)))
      }
    }),
  )
})
