import { Asset, type Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { TestNetwork } from '../core/testing.ts'

const XLM = Asset.native()

let net: TestNetwork
let issuer: Keypair
let usd: Asset
let alice: Keypair
let bob: Keypair

beforeEach(async () => {
  net = await TestNetwork.start()
  issuer = net.fund()
  usd = new Asset('USD', issuer.publicKey())
  alice = net.holder([[usd, '1000']], [issuer])
  bob = net.holder([[usd, '1000']], [issuer])
})

const sell = (selling: Asset, buying: Asset, amount: string, price: string | { n: number; d: number }, offerId = '0') =>
  Operation.manageSellOffer({ selling, buying, amount, price, offerId })
const buy = (selling: Asset, buying: Asset, buyAmount: string, price: string | { n: number; d: number }) =>
  Operation.manageBuyOffer({ selling, buying, buyAmount, price })

const book = (selling: Asset, buying: Asset) =>
  net.core.state.book.offers(selling.toString(), buying.toString()).map(({ amountStroops, priceN, priceD }) => ({
    amountStroops,
    price: `${priceN}/${priceD}`,
  }))

function claimed(resultXdr: Uint8Array): number {
  const { result } = xdr.TransactionResult.fromXdr(resultXdr)
  const results = result.type === 'txSuccess' ? result.results : []
  const [first] = results
  const tr = first?.type === 'opInner' ? first.tr : undefined
  if (tr?.type !== 'manageSellOffer') return -1
  const { manageSellOfferResult: managed } = tr
  return managed.type === 'manageSellOfferSuccess' ? managed.success.offersClaimed.length : -1
}

test('an offer that nothing crosses stands in the book and reserves what it promises', () => {
  net.must(alice, [sell(usd, XLM, '100', '2')])
  expect(book(usd, XLM)).toEqual([{ amountStroops: 1_000_000_000n, price: '2/1' }])
  expect(net.line(alice.publicKey(), usd).sellingLiabilitiesStroops).toBe(1_000_000_000n)
  expect(net.account(alice.publicKey()).buyingLiabilitiesStroops).toBe(2_000_000_000n)
  expect(net.account(alice.publicKey()).numSubEntries).toBe(2)
})

test('the best price is taken first, then the oldest, and the rest stays', () => {
  net.must(alice, [sell(usd, XLM, '10', '2'), sell(usd, XLM, '10', '1'), sell(usd, XLM, '10', '2')])
  const applied = net.must(bob, [sell(XLM, usd, '50', '0.5')])
  expect(claimed(applied.resultXdr)).toBe(3)
  expect(book(usd, XLM)).toEqual([])
  // 10 for 10, then 20 for 20 at price 2: all 50 lumens are spent.
  expect(net.line(bob.publicKey(), usd).balanceStroops).toBe(10_300_000_000n)
  expect(net.account(alice.publicKey()).numSubEntries).toBe(1)
  expect(net.line(alice.publicKey(), usd).sellingLiabilitiesStroops).toBe(0n)
})

test('buying an amount takes that much and no more', () => {
  net.must(alice, [sell(usd, XLM, '100', '2')])
  net.must(bob, [buy(XLM, usd, '30', '2')])
  expect(net.line(bob.publicKey(), usd).balanceStroops).toBe(10_300_000_000n)
  expect(book(usd, XLM)).toEqual([{ amountStroops: 700_000_000n, price: '2/1' }])
  expect(book(XLM, usd)).toEqual([])
})

test('a passive offer does not take its own price, and a plain one takes a passive one', () => {
  net.must(alice, [sell(usd, XLM, '10', '1')])
  const passive = Operation.createPassiveSellOffer({ selling: XLM, buying: usd, amount: '10', price: '1' })
  net.must(bob, [passive])
  expect(book(usd, XLM)).toHaveLength(1)
  expect(book(XLM, usd)).toHaveLength(1)
  const carol = net.holder([[usd, '10']], [issuer])
  net.must(carol, [sell(usd, XLM, '10', '1')])
  expect(book(XLM, usd)).toEqual([])
})

test('an offer is changed and withdrawn by its id', () => {
  net.must(alice, [sell(usd, XLM, '10', '1')])
  const [offer] = net.core.state.book.offers(usd.toString(), 'native')
  const id = String(offer?.offerId)
  net.must(alice, [sell(usd, XLM, '20', '3', id)])
  expect(book(usd, XLM)).toEqual([{ amountStroops: 200_000_000n, price: '3/1' }])
  expect(net.submit(bob, [sell(usd, XLM, '20', '3', id)]).operations).toEqual(['not_found'])
  net.must(alice, [sell(usd, XLM, '0', '3', id)])
  expect(book(usd, XLM)).toEqual([])
  expect(net.line(alice.publicKey(), usd).sellingLiabilitiesStroops).toBe(0n)
})

describe('an offer is refused', () => {
  test('if it would cross one of its own', () => {
    net.must(alice, [sell(usd, XLM, '10', '1')])
    expect(net.submit(alice, [sell(XLM, usd, '10', '1')]).operations).toEqual(['cross_self'])
  })

  test.each([
    ['of the same asset twice', () => sell(XLM, XLM, '1', '1'), 'malformed'],
    ['beyond the balance', () => sell(usd, XLM, '1000.0000001', '1'), 'underfunded'],
    ['beyond the limit', () => buy(XLM, usd, '10', '1'), 'line_full'],
    ['of what is not held', () => sell(new Asset('EUR', issuer.publicKey()), XLM, '1', '1'), 'sell_no_trust'],
    ['for what cannot be held', () => sell(XLM, new Asset('EUR', issuer.publicKey()), '1', '1'), 'buy_no_trust'],
    ['that does not exist', () => sell(usd, XLM, '0', '1', '99'), 'not_found'],
  ])('%s', (_, operation, code) => {
    if (code === 'line_full') net.must(alice, [Operation.changeTrust({ asset: usd, limit: '1000' })])
    expect(net.submit(alice, [operation()]).operations).toEqual([code])
  })

  test('while the line is not authorized', () => {
    net.must(issuer, [Operation.setOptions({ setFlags: 2 })])
    const flags = { authorized: false }
    net.must(issuer, [Operation.setTrustLineFlags({ trustor: alice.publicKey(), asset: usd, flags })])
    expect(net.submit(alice, [sell(usd, XLM, '1', '1')]).operations).toEqual(['sell_not_authorized'])
    expect(net.submit(alice, [sell(XLM, usd, '1', '1')]).operations).toEqual(['buy_not_authorized'])
  })

  test('without lumens for its reserve', () => {
    const poor = net.fund('2')
    net.must(poor, [Operation.changeTrust({ asset: usd })])
    net.must(issuer, [Operation.payment({ destination: poor.publicKey(), asset: usd, amount: '5' })])
    expect(net.submit(poor, [sell(usd, XLM, '1', '1')]).operations).toEqual(['low_reserve'])
  })
})

test('the issuer sells what it issues without a line, and buys it back into nothing', () => {
  net.must(issuer, [sell(usd, XLM, '500', '1')])
  net.must(bob, [sell(XLM, usd, '500', '1')])
  expect(net.line(bob.publicKey(), usd).balanceStroops).toBe(15_000_000_000n)
  net.must(issuer, [sell(XLM, usd, '100', '1')])
  net.must(bob, [sell(usd, XLM, '100', '1')])
  expect(net.line(bob.publicKey(), usd).balanceStroops).toBe(14_000_000_000n)
})

test('a failed operation undoes the trades of those before it', () => {
  net.must(alice, [sell(usd, XLM, '10', '1')])
  const before = net.line(bob.publicKey(), usd).balanceStroops
  const fate = net.submit(bob, [sell(XLM, usd, '10', '1'), sell(usd, XLM, '9999', '1')])
  expect([fate.code, fate.operations]).toEqual(['tx_failed', ['success', 'underfunded']])
  expect(book(usd, XLM)).toHaveLength(1)
  expect(net.line(bob.publicKey(), usd).balanceStroops).toBe(before)
})
