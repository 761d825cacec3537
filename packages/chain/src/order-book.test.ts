import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Asset,
  assetOf,
  changeTrust,
  createChain,
  manageBuyOffer,
  manageSellOffer,
  payment,
  type Signer,
} from './index.ts'
import { offersOf, orderBook } from './order-book.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

let network: TestNetwork
let seller: Signer
let buyer: Signer
let bond: Asset
let usd: Asset

beforeAll(async () => {
  network = await startTestNetwork()
  const issuer = await network.account()
  seller = await network.account()
  buyer = await network.account()
  bond = assetOf('SOLAR27', issuer.address)
  usd = assetOf('USDC', issuer.address)
  for (const holder of [seller, buyer]) {
    await network.act(holder, [changeTrust({ asset: bond }), changeTrust({ asset: usd })])
  }
  await network.act(issuer, [
    payment({ destination: seller.address, asset: bond, amountStroops: 1_000n }),
    payment({ destination: buyer.address, asset: usd, amountStroops: 10_000n }),
  ])
  await network.act(seller, [
    manageSellOffer({ selling: bond, buying: usd, amountStroops: 300n, price: { n: 101, d: 100 } }),
    manageSellOffer({ selling: bond, buying: usd, amountStroops: 200n, price: { n: 1, d: 1 } }),
  ])
  await network.act(buyer, [
    manageBuyOffer({ buying: bond, selling: usd, buyAmountStroops: 400n, price: { n: 95, d: 100 } }),
  ])
})
afterAll(() => network.close())

test('the book tells asks and bids in bonds at prices in the stablecoin, the best first', async () => {
  expect(await orderBook(network.chain, { base: bond, counter: usd })).toEqual({
    asks: [
      { price: { n: 1, d: 1 }, baseStroops: 200n },
      { price: { n: 101, d: 100 }, baseStroops: 300n },
    ],
    bids: [{ price: { n: 95, d: 100 }, baseStroops: 400n }],
  })
})

test('an account’s offers are told as they stand on the ledger', async () => {
  const offers = await offersOf(network.chain, seller.address)
  expect(offers).toMatchObject([
    { seller: seller.address, selling: bond, buying: usd, amountStroops: 300n },
    { seller: seller.address, selling: bond, buying: usd, amountStroops: 200n },
  ])
})

test('without a Horizon nobody lists offers', async () => {
  const { horizonUrl: _, ...config } = network.chain.config
  const chain = createChain(config)
  expect(await orderBook(chain, { base: bond, counter: usd })).toBeUndefined()
  expect(await offersOf(chain, seller.address)).toBeUndefined()
})
