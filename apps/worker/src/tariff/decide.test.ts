import type { TariffChange } from '@heliobond/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideTariff, type TariffView, type WaitingPrice } from './decide.ts'

const NOW = 1_000_000n
const DAY = 86_400n
const [SELF, OTHER, GONE] = ['self', 'other', 'gone']

const change = (effectiveAt: bigint, priceStroops: bigint, more: Partial<TariffChange> = {}): TariffChange => ({
  ...{ symbol: 'GRID', effectiveAt, priceStroops, components: null },
  ...more,
})
const view = (
  changes: readonly (readonly [bigint, bigint])[],
  waiting: Partial<WaitingPrice> | null = null,
): TariffView => ({
  changes: changes.map(([effectiveAt, priceStroops]) => ({ effectiveAt, priceStroops })),
  waiting: waiting && { feeder: OTHER, effectiveAt: NOW, priceStroops: 9n, components: null, ...waiting },
  feeders: [SELF, OTHER],
  maxAgeSeconds: 40n * DAY,
})
const decide = (sheet: readonly TariffChange[], of: TariffView) => decideTariff(sheet, of, SELF, NOW)

describe('what a feeder says next', () => {
  test('is the earliest change after all that the contract has', () => {
    const sheet = [change(100n, 5n), change(NOW + DAY, 6n), change(NOW + 2n * DAY, 7n)]
    expect(decide(sheet, view([[100n, 5n]]))).toMatchObject({ act: 'set', change: { priceStroops: 6n } })
    expect(
      decide(
        sheet,
        view([
          [100n, 5n],
          [NOW + DAY, 6n],
        ]),
      ),
    ).toMatchObject({ act: 'set', change: { priceStroops: 7n } })
  })

  test('is nothing when the contract has it all', () => {
    expect(decide([change(100n, 5n)], view([[100n, 5n]]))).toMatchObject({ act: 'hold', differences: [] })
  })

  test('is a late correction where the source corrected the past after the last change', () => {
    expect(decide([change(100n, 5n), change(NOW - DAY, 6n)], view([[100n, 5n]]))).toMatchObject({
      ...{ act: 'set', change: { effectiveAt: NOW - DAY } },
    })
  })

  test('begins with the price in force where the contract has none', () => {
    const sheet = [change(100n, 5n), change(200n, 6n), change(NOW + DAY, 7n)]
    expect(decide(sheet, view([]))).toMatchObject({ act: 'set', change: { effectiveAt: 200n } })
    expect(decide([change(NOW + DAY, 7n)], view([]))).toMatchObject({ act: 'set', change: { effectiveAt: NOW + DAY } })
  })

  test('waits where the contract would take nothing so far ahead', () => {
    expect(decide([change(100n, 5n), change(NOW + 366n * DAY, 6n)], view([[100n, 5n]]))).toMatchObject({ act: 'hold' })
  })

  test('is nothing of a tariff that the source does not list', () => {
    expect(decide([], view([[100n, 5n]]))).toMatchObject({ act: 'unlisted' })
  })
})

describe('a price that waits', () => {
  const sheet = [change(100n, 5n), change(NOW, 9n)]

  test('is said again by who finds the same in its own source', () => {
    expect(decide(sheet, view([[100n, 5n]], {}))).toMatchObject({ act: 'set', change: { priceStroops: 9n } })
  })

  test.each([
    ['another price', { priceStroops: 10n }],
    ['another moment', { effectiveAt: NOW + 1n }],
    ['components, where the source has none', { components: { base: 9n, fuel: 0n, purchase: 0n } }],
  ])('with %s is not said, and nothing is put in its place', (_, waiting) => {
    expect(decide(sheet, view([[100n, 5n]], waiting))).toMatchObject({ act: 'disagree' })
  })

  test('that the source knows nothing of is not said', () => {
    expect(decide([change(100n, 5n)], view([[100n, 5n]], {}))).toMatchObject({ act: 'disagree', change: null })
  })

  test('is waited for by who said it, and replaced by its new word', () => {
    expect(decide(sheet, view([[100n, 5n]], { feeder: SELF }))).toMatchObject({ act: 'wait' })
    expect(decide([], view([[100n, 5n]], { feeder: SELF }))).toMatchObject({ act: 'wait' })
    expect(decide([change(100n, 5n), change(NOW, 8n)], view([[100n, 5n]], { feeder: SELF }))).toMatchObject({
      act: 'set',
    })
  })

  test('counts for nothing once its feeder is none, or a later price was set', () => {
    expect(decide([change(100n, 5n)], view([[100n, 5n]], { feeder: GONE }))).toMatchObject({ act: 'hold' })
    expect(decide([change(NOW, 5n)], view([[NOW, 5n]], {}))).toMatchObject({ act: 'hold' })
  })
})

describe('a difference between contract and source', () => {
  test('is named by moment, with both prices', () => {
    expect(decide([change(100n, 5n)], view([[100n, 4n]])).differences).toEqual([
      { effectiveAt: 100n, contractStroops: 4n, sourceStroops: 5n },
    ])
    expect(
      decide(
        [change(100n, 5n), change(150n, 6n)],
        view([
          [100n, 5n],
          [200n, 6n],
        ]),
      ).differences,
    ).toEqual([{ effectiveAt: 150n, contractStroops: 5n, sourceStroops: 6n }])
  })

  test('is none before the sheet begins', () => {
    expect(decide([change(NOW + DAY, 6n)], view([[100n, 4n]])).differences).toEqual([])
  })
})

test('whatever the contract says, a feeder says only what its source says, and never instead of another feeder', () => {
  const at = fc.bigInt({ min: NOW - 5n, max: NOW + 5n })
  const price = fc.bigInt({ min: 1n, max: 4n })
  const list = fc.uniqueArray(fc.tuple(at, price), { selector: ([moment]) => moment, maxLength: 4 })
  const ordered = list.map((all) => all.toSorted(([a], [b]) => Number(a - b)))
  const waiting = fc.option(
    fc.record({ feeder: fc.constantFrom(SELF, OTHER, GONE), effectiveAt: at, priceStroops: price }),
  )
  fc.assert(
    fc.property(ordered, ordered, waiting, (said, contract, waits) => {
      const sheet = said.map(([moment, stroops]) => change(moment, stroops))
      const of = view(contract, waits)
      const decision = decideTariff(sheet, of, SELF, NOW)
      if (decision.act !== 'set') return
      expect(sheet).toContain(decision.change)
      const last = of.changes.at(-1)
      if (last) expect(decision.change?.effectiveAt).toBeGreaterThan(last.effectiveAt)
      if (decision.waiting?.feeder === OTHER)
        expect(decision.change).toMatchObject({ priceStroops: waits?.priceStroops })
    }),
  )
})
