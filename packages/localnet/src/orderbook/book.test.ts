import { describe, expect, test } from 'vitest'
import type { OfferEntry } from '../ledger/entries.ts'
import { comparePrices, OrderBook } from './book.ts'

function offer(offerId: number, priceN: number, priceD: number, selling = 'A:X', buying = 'native'): OfferEntry {
  return {
    kind: 'offer',
    lastModifiedLedger: 1,
    sponsor: null,
    hasSponsorExtension: false,
    seller: 'S',
    offerId: BigInt(offerId),
    selling,
    buying,
    amountStroops: 1n,
    priceN,
    priceD,
    flags: 0,
  }
}

test('prices are compared exactly, however large their terms', () => {
  const most = 2 ** 31 - 1
  expect(comparePrices(1, 2, 2, 4)).toBe(0)
  expect(comparePrices(most, most - 1, most - 1, most - 2)).toBeLessThan(0)
  expect(comparePrices(most - 1, most - 2, most, most - 1)).toBeGreaterThan(0)
  expect(comparePrices(most, 1, most, 1)).toBe(0)
})

describe('the book', () => {
  test('lists the lowest price first, and the oldest of one price', () => {
    const book = new OrderBook()
    for (const entry of [offer(4, 1, 1), offer(2, 2, 1), offer(3, 1, 1), offer(1, 3, 1)]) book.add(entry)
    expect(book.offers('A:X', 'native').map(({ offerId }) => offerId)).toEqual([3n, 4n, 2n, 1n])
    book.remove(offer(3, 1, 1))
    expect(book.offers('A:X', 'native').map(({ offerId }) => offerId)).toEqual([4n, 2n, 1n])
  })

  test('knows which assets are a trade apart, for as long as they are', () => {
    const book = new OrderBook()
    book.add(offer(1, 1, 1))
    book.add(offer(2, 2, 1))
    expect([...book.soldFor('native')]).toEqual(['A:X'])
    expect([...book.boughtBy('A:X')]).toEqual(['native'])
    book.remove(offer(1, 1, 1))
    expect([...book.soldFor('native')]).toEqual(['A:X'])
    book.remove(offer(2, 2, 1))
    expect([...book.soldFor('native')]).toEqual([])
    expect(() => book.remove(offer(2, 2, 1))).toThrow('not in the book')
  })
})
