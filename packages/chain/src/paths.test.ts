import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Asset,
  assetOf,
  balances,
  changeTrust,
  createChain,
  manageSellOffer,
  muxedAddress,
  pathPaymentStrictReceive,
  pathSource,
  payment,
  type Signer,
  trustline,
} from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

describe('paying an exact bill from another asset', () => {
  let network: TestNetwork
  let issuer: Signer
  let maker: Signer
  let wallet: Signer
  let collection: Signer
  let usd: Asset
  let eur: Asset
  let mxn: Asset

  beforeAll(async () => {
    network = await startTestNetwork()
    issuer = await network.account()
    maker = await network.account()
    wallet = await network.account()
    collection = await network.account()
    usd = assetOf('USDC', issuer.address)
    eur = assetOf('EURC', issuer.address)
    mxn = assetOf('MXN', issuer.address)
    for (const holder of [maker, wallet, collection]) {
      await network.act(
        holder,
        [usd, eur, mxn].map((asset) => changeTrust({ asset })),
      )
    }
    const give = (to: Signer, asset: Asset, amountStroops: bigint) =>
      payment({ destination: to.address, asset, amountStroops })
    await network.act(issuer, [
      give(maker, usd, 10n ** 12n),
      give(maker, mxn, 10n ** 12n),
      give(wallet, eur, 10n ** 9n),
    ])
    await network.act(maker, [
      // EUR -> MXN -> USD: 20 MXN for 1 EUR, 18 MXN for 1 USD.
      manageSellOffer({ selling: mxn, buying: eur, amountStroops: 10n ** 10n, price: { n: 1, d: 20 } }),
      manageSellOffer({ selling: usd, buying: mxn, amountStroops: 10n ** 10n, price: { n: 18, d: 1 } }),
      // EUR -> USD directly is dearer.
      manageSellOffer({ selling: usd, buying: eur, amountStroops: 10n ** 10n, price: { n: 95, d: 100 } }),
    ])
  })
  afterAll(() => network.close())

  const query = (destAmountStroops: bigint) => ({ sendAsset: eur, destAsset: usd, destAmountStroops, slippageBps: 100 })

  test('takes the cheapest way through two offers; the destination gets exactly the amount', async () => {
    const bill = 123_456_789n
    const found = await pathSource(network.chain).cheapest(query(bill))
    if (!found.ok) throw new Error(found.error.code)
    expect(found.value.path).toEqual([mxn])
    expect(found.value.sendMaxStroops).toBe(
      found.value.sendStroops + (found.value.sendStroops * 100n + 9_999n) / 10_000n,
    )

    const held = await balances(network.chain, [wallet.address], eur)
    const destination = muxedAddress(collection.address, 4_711n)
    const done = await network.act(
      issuer,
      [
        pathPaymentStrictReceive({
          source: wallet.address,
          sendAsset: found.value.sendAsset,
          sendMaxStroops: found.value.sendMaxStroops,
          destination,
          destAsset: usd,
          destAmountStroops: bill,
          path: found.value.path,
        }),
      ],
      [wallet],
    )

    const [outcome] = done.operations
    expect(outcome).toMatchObject({
      kind: 'path-payment',
      destination: collection.address,
      receivedAsset: usd,
      receivedStroops: bill,
      sentStroops: found.value.sendStroops,
      trades: [
        { soldAsset: eur, boughtAsset: mxn, seller: maker.address },
        { soldAsset: mxn, boughtAsset: usd, boughtStroops: bill, seller: maker.address },
      ],
    })
    expect((await trustline(network.chain, collection.address, usd))?.balanceStroops).toBe(bill)
    const left = await balances(network.chain, [wallet.address], eur)
    expect((held.get(wallet.address) ?? 0n) - (left.get(wallet.address) ?? 0n)).toBe(found.value.sendStroops)
  })

  test('needs no way from the asset itself', async () => {
    const same = await pathSource(network.chain).cheapest({ ...query(5n), sendAsset: usd })
    expect(same).toEqual({ ok: true, value: { sendAsset: usd, path: [], sendStroops: 5n, sendMaxStroops: 5n } })
  })

  test('is refused by name when no way gives that much', async () => {
    const none = await pathSource(network.chain).cheapest(query(10n ** 11n))
    expect(none).toEqual({ ok: false, error: { code: 'NO_PATH', sendAsset: eur, destAsset: usd } })
  })

  test('without a Horizon takes the cheapest configured route', async () => {
    const { horizonUrl: _, ...config } = network.chain.config
    const routes = [
      { sendAsset: eur, destAsset: usd, path: [], price: { stroops: 95n, per: 100n } },
      { sendAsset: eur, destAsset: usd, path: [mxn], price: { stroops: 9n, per: 10n } },
      { sendAsset: mxn, destAsset: usd, path: [], price: { stroops: 1n, per: 100n } },
    ]
    const found = await pathSource(createChain(config), routes).cheapest(query(101n))
    // ceil(101 x 9 / 10) = 91, and ceil(1 % of it) = 1 more.
    expect(found).toEqual({
      ok: true,
      value: { sendAsset: eur, path: [mxn], sendStroops: 91n, sendMaxStroops: 92n },
    })
    expect(await pathSource(createChain(config)).cheapest(query(1n))).toMatchObject({ ok: false })
  })
})
