import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatStroops } from './money.ts'
import { parseMoment, parseTariffSheet } from './tariff-sheet.ts'

const sheet = (...prices: unknown[]) => parseTariffSheet(JSON.stringify({ prices }))
const entry = (more: object = {}) => ({
  symbol: 'GRID',
  effectiveAt: '2026-07-01T00:00:00-06:00',
  price: '0.1873',
  ...more,
})
const detailOf = (...prices: unknown[]) => {
  const parsed = sheet(...prices)
  return parsed.ok ? 'taken' : parsed.error.detail
}

describe('a tariff sheet', () => {
  test('says what a kWh costs from a moment on, in order', () => {
    expect(sheet(entry({ effectiveAt: '2026-10-01T06:00:00Z', price: '0.2' }), entry())).toEqual({
      ok: true,
      value: [
        { symbol: 'GRID', effectiveAt: 1_782_885_600n, priceStroops: 1_873_000n, components: null },
        { symbol: 'GRID', effectiveAt: 1_790_834_400n, priceStroops: 2_000_000n, components: null },
      ],
    })
  })

  test('may name components, whose sum is the price', () => {
    const components = { base: '0.12', fuel: '0.0801', purchase: '-0.01' }
    const { price: _, ...whole } = entry({ components })
    expect(sheet(whole)).toMatchObject({
      value: [{ priceStroops: 1_901_000n, components: { base: 1_200_000n, fuel: 801_000n, purchase: -100_000n } }],
    })
    expect(detailOf(entry({ components, price: '0.1902' }))).toBe('prices[0].price: the components do not add up to it')
  })

  test.each([
    ['a number', { price: 0.1873 }, '.price: a decimal in a string'],
    ['an exponent', { price: '1e-1' }, '.price: a decimal in a string'],
    ['an eighth decimal', { price: '0.18730001' }, '.price: a decimal in a string'],
    ['nothing', { price: '0' }, ': a price above 0'],
    ['a credit', { price: '-0.1' }, ': a price above 0'],
    ['more than a million', { price: '1000000.0000001' }, ': a price above 0'],
    ['no price at all', { price: undefined }, ': a price or its components'],
    ['half of its components', { components: { base: '0.1' } }, '.components.fuel: a decimal'],
    ['components in a list', { components: ['0.1'] }, '.components: base, fuel'],
    ['a time without an offset', { effectiveAt: '2026-07-01T00:00:00' }, '.effectiveAt: a time'],
    ['a day that does not exist', { effectiveAt: '2026-02-30T00:00:00Z' }, '.effectiveAt: a time'],
    ['a time as a number', { effectiveAt: 1_782_885_600 }, '.effectiveAt: a time'],
    ['a time before 1970', { effectiveAt: '1969-07-01T00:00:00Z' }, '.effectiveAt: a time'],
    ['no symbol of a contract', { symbol: 'GRID-1' }, '.symbol: 1 to 32'],
  ])('with %s is refused as a whole, with the place', (_, more, detail) => {
    expect(detailOf(entry({ symbol: 'OTHER' }), entry(more))).toContain(`prices[1]${detail}`)
  })

  test('that says two prices of one moment is refused, however the moment is written', () => {
    expect(detailOf(entry(), entry({ effectiveAt: '2026-07-01T06:00:00Z' }))).toContain('already')
    expect(detailOf(entry(), entry({ symbol: 'OTHER' }))).toBe('taken')
  })

  test.each(['', 'null', '[]', '{}', '{"prices": {}}', '{"prices": [null]}', '{"prices": [[]]}', '\u0000'])(
    'that is none (%j) is refused',
    (text) => {
      expect(parseTariffSheet(text)).toMatchObject({ ok: false, error: { code: 'NOT_A_TARIFF_SHEET' } })
    },
  )

  test('never throws, whatever text it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((prices) => JSON.stringify({ prices })),
        ),
        (text) => {
          expect(typeof parseTariffSheet(text).ok).toBe('boolean')
        },
      ),
    )
  })

  test('says each price to the stroop', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), (priceStroops) => {
        expect(sheet(entry({ price: formatStroops(priceStroops) }))).toMatchObject({ value: [{ priceStroops }] })
      }),
    )
  })
})

test('a moment is the same in every offset', () => {
  const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
  fc.assert(
    fc.property(seconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, offset) => {
      const local = new Date((at + offset * 60) * 1_000).toISOString().slice(0, 19)
      const two = (value: number) => String(Math.abs(value)).padStart(2, '0')
      const text = `${local}${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`
      expect(parseMoment(text)).toBe(BigInt(at))
    }),
  )
})
