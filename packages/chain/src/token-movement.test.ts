import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Asset,
  account,
  assetOf,
  createKey,
  createSac,
  eventsOf,
  muxedAddress,
  openSponsored,
  payment,
  type Signer,
  submitNow,
  tokenMovement,
  tokenOf,
  trustline,
} from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

describe('money that moves', () => {
  let network: TestNetwork
  let issuer: Signer
  let usd: Asset
  const collection = createKey()

  beforeAll(async () => {
    network = await startTestNetwork()
    issuer = await network.account()
    usd = assetOf('USDC', issuer.address)
    await network.act(issuer, [createSac({ asset: usd })])
  })
  afterAll(() => network.close())

  test('reaches an account that owns no lumens', async () => {
    const operations = openSponsored({
      sponsor: issuer.address,
      address: collection.address,
      assets: [usd],
      options: [{ masterWeight: 2, lowThreshold: 2, mediumThreshold: 2, highThreshold: 2 }],
    })
    await network.act(issuer, operations, [collection.signer])
    expect((await account(network.chain, collection.address))?.balanceStroops).toBe(0n)
    await network.act(issuer, [payment({ destination: collection.address, asset: usd, amountStroops: 9n })])
    expect((await trustline(network.chain, collection.address, usd))?.balanceStroops).toBe(9n)
  })

  test('tells its bill by the muxed number, or by the memo of a lone payment', async () => {
    const destination = muxedAddress(collection.address, 4_711n)
    const muxed = await network.act(issuer, [payment({ destination, asset: usd, amountStroops: 5n })])
    const expected = { kind: 'mint', to: collection.address, amountStroops: 5n, toId: 4_711n }
    expect(eventsOf(muxed).map(tokenMovement)).toEqual([expected])

    const noted = await submitNow(network.chain, {
      source: issuer,
      operations: [payment({ destination: collection.address, asset: usd, amountStroops: 5n })],
      memo: { id: 4_711n },
    })
    if (noted.kind !== 'success') throw new Error(noted.kind)
    expect(eventsOf(noted).map(tokenMovement)).toEqual([expected])
  })

  test('is not what an approval does', async () => {
    const token = tokenOf(usd, network.chain)
    const spender = createKey().address
    const expiresLedger = (await network.chain.ledger()) + 100
    const approval = token.approve({ from: collection.address, spender, amountStroops: 9n, expiresLedger })
    const done = await network.act(issuer, [approval], [collection.signer])
    expect(eventsOf(done)).toHaveLength(1)
    expect(eventsOf(done).map(tokenMovement)).toEqual([undefined])
  })
})
