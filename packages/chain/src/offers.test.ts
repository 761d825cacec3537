import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asset, assetOf, changeTrust, manageSellOffer, payment, type Signer } from './index.ts'
import { offer } from './offers.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

let network: TestNetwork
let seller: Signer
let usd: Asset

beforeAll(async () => {
  network = await startTestNetwork()
  const issuer = await network.account()
  seller = await network.account()
  usd = assetOf('USDC', issuer.address)
  await network.act(seller, [changeTrust({ asset: usd })])
  await network.act(issuer, [payment({ destination: seller.address, asset: usd, amountStroops: 900n })])
})
afterAll(() => network.close())

test('an offer is read as it stands on the book, and is nothing once it is withdrawn', async () => {
  const place = { selling: usd, buying: 'native' as const, price: { n: 99, d: 100 } }
  const { operations } = await network.act(seller, [manageSellOffer({ ...place, amountStroops: 700n })])
  const [placed] = operations
  if (placed?.kind !== 'offer' || placed.offerId === undefined) throw new Error('no offer')
  const { offerId } = placed
  expect(await offer(network.chain, seller.address, offerId)).toEqual({
    offerId,
    seller: seller.address,
    selling: usd,
    buying: 'native',
    amountStroops: 700n,
    price: { n: 99, d: 100 },
  })
  await network.act(seller, [manageSellOffer({ ...place, amountStroops: 0n, offerId })])
  expect(await offer(network.chain, seller.address, offerId)).toBeUndefined()
})
