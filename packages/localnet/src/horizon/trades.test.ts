import { Asset, Horizon, type Keypair, Operation } from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment } from '../server/testing.ts'
import { ask, fieldOf, recordsOf } from './testing.ts'

// ingest/processors/trades_processor.go, resourceadapter/trade.go, db2/history/trade_aggregation.go.

const HOUR = 3_600

let net: Localnet
let server: Horizon.Server
let issuer: Keypair
let maker: Keypair
let taker: Keypair
let usdc: Asset
let offerId = ''
const xlm = Asset.native()
/** An hour that is a multiple of a day. */
const START = 1_780_012_800n

const priced = (numerator: number) => ({ n: numerator, d: 1 })

beforeAll(async () => {
  net = await startLocalnet({ startTime: START })
  server = new Horizon.Server(net.horizonUrl, { allowHttp: true })
  issuer = await fundedAccount(net)
  maker = await fundedAccount(net)
  taker = await fundedAccount(net)
  usdc = new Asset('USDC', issuer.publicKey())
  for (const holder of [maker, taker]) await carryOut(net, holder, [Operation.changeTrust({ asset: usdc })])
  await carryOut(net, issuer, [payment(maker.publicKey(), usdc, '1000')])
  await carryOut(net, maker, [
    Operation.manageSellOffer({ selling: usdc, buying: xlm, amount: '10', price: priced(2) }),
    Operation.manageSellOffer({ selling: usdc, buying: xlm, amount: '10', price: priced(4) }),
  ])
  const [offer] = await recordsOf(net, `/accounts/${maker.publicKey()}/offers`)
  offerId = String(offer?.id)
  // First hour: 5 at 2. Second hour: 5 at 2 and 3 at 4, in one operation that leaves the rest of its own offer.
  const path = { sendAsset: xlm, destination: taker.publicKey(), destAsset: usdc, path: [] }
  await carryOut(net, taker, [Operation.pathPaymentStrictReceive({ ...path, sendMax: '100', destAmount: '5' })])
  net.advance({ seconds: HOUR })
  await carryOut(net, taker, [
    Operation.manageBuyOffer({ selling: xlm, buying: usdc, buyAmount: '8', price: priced(4) }),
  ])
})

afterAll(() => net.close())

test('a trade tells both sides, its price and its operation; the assets keep their order of appearance', async () => {
  const { records } = await server.trades().call()
  expect(records).toHaveLength(3)
  // Of assets first seen in one ledger the one with the smaller text is the base: credit_alphanum4/... before native.
  expect(records[0]).toMatchObject({
    trade_type: 'orderbook',
    base_is_seller: true,
    base_account: maker.publicKey(),
    base_offer_id: offerId,
    base_amount: '5.0000000',
    base_asset_code: 'USDC',
    counter_account: taker.publicKey(),
    counter_amount: '10.0000000',
    counter_asset_type: 'native',
    price: { n: '2', d: '1' },
  })
  // A payment has no offer: its operation numbers it, above all real ones.
  const operation = await records[0]?.operation()
  expect(operation?.type).toBe('path_payment_strict_receive')
  const counterOffer = BigInt(String(records[0] && 'counter_offer_id' in records[0] && records[0].counter_offer_id))
  expect(counterOffer).toBe((1n << 62n) | BigInt(operation?.id ?? 0))
  expect(records.map(({ paging_token }) => paging_token.split('-')[1])).toEqual(['0', '0', '1'])
})

test('trades of a pair are turned to the base that was asked for', async () => {
  const [straight] = (await server.trades().forAssetPair(usdc, xlm).call()).records
  const [turned] = (await server.trades().forAssetPair(xlm, usdc).call()).records
  expect(straight).toMatchObject({ base_asset_code: 'USDC', base_is_seller: true, price: { n: '2', d: '1' } })
  expect(turned).toMatchObject({
    base_asset_type: 'native',
    base_is_seller: false,
    base_account: taker.publicKey(),
    base_amount: '10.0000000',
    counter_amount: '5.0000000',
    price: { n: '1', d: '2' },
  })
})

test('trades are found by account, by offer and by kind, and paged inside an operation', async () => {
  expect((await server.trades().forAccount(maker.publicKey()).call()).records).toHaveLength(3)
  expect((await server.trades().forOffer(offerId).call()).records).toHaveLength(2)
  expect(await recordsOf(net, `/offers/${offerId}/trades`)).toHaveLength(2)
  expect(await recordsOf(net, '/trades?trade_type=liquidity_pool')).toHaveLength(0)
  expect(await recordsOf(net, '/trades?trade_type=orderbook')).toHaveLength(3)
  const all = await recordsOf(net, '/trades?order=desc')
  const first = await server.trades().order('desc').limit(1).call()
  const second = await first.next()
  const third = await second.next()
  const tokens = [first, second, third].map(({ records }) => records[0]?.paging_token)
  expect(tokens).toEqual(fieldOf(all, 'paging_token'))
})

test('candles add up what was traded, by the hour', async () => {
  const candles = await server.tradeAggregation(usdc, xlm, 0, 0, HOUR * 1_000, 0).call()
  const startMs = Number(START) * 1_000
  expect(candles.records).toMatchObject([
    {
      timestamp: String(startMs),
      trade_count: '1',
      base_volume: '5.0000000',
      counter_volume: '10.0000000',
      avg: '2.0000000',
    },
    {
      timestamp: String(startMs + HOUR * 1_000),
      trade_count: '2',
      base_volume: '8.0000000',
      counter_volume: '22.0000000',
      avg: '2.7500000',
      high: '4.0000000',
      high_r: { n: '4', d: '1' },
      low: '2.0000000',
      open: '2.0000000',
      close: '4.0000000',
    },
  ])
  const turned = await server
    .tradeAggregation(xlm, usdc, 0, 0, HOUR * 1_000, 0)
    .order('desc')
    .limit(1)
    .call()
  expect(turned.records).toMatchObject([
    { trade_count: '2', high: '0.5000000', low: '0.2500000', open: '0.5000000', close: '0.2500000' },
  ])
  const older = await turned.next()
  expect(older.records).toMatchObject([{ timestamp: String(startMs) }])
  const bounded = await server.tradeAggregation(usdc, xlm, startMs, startMs + HOUR * 1_000, HOUR * 1_000, 0).call()
  expect(bounded.records.map(({ timestamp }) => timestamp)).toEqual([String(startMs)])
})

test('wrong questions about trades are refused (actions/trade.go)', async () => {
  const issuerOf = `&base_asset_code=USDC&base_asset_issuer=${issuer.publicKey()}`
  const refusals: [string, string][] = [
    [`/trades?base_asset_type=native`, 'base_asset_type,counter_asset_type'],
    [`/trades?base_asset_type=gold`, 'base_asset_type'],
    [`/trades?trade_type=barter`, 'trade_type'],
    [`/trades?offer_id=${offerId}&account_id=${maker.publicKey()}`, 'account_id,liquidity_pool_id,offer_id'],
    [`/trade_aggregations?resolution=60000`, 'base_asset_type'],
    [`/trade_aggregations?base_asset_type=credit_alphanum4${issuerOf}`, 'counter_asset_type'],
    [
      `/trade_aggregations?base_asset_type=credit_alphanum4${issuerOf}&counter_asset_type=native&resolution=7`,
      'resolution',
    ],
    [
      `/trade_aggregations?base_asset_type=credit_alphanum4${issuerOf}&counter_asset_type=native&resolution=60000&offset=3600000`,
      'offset',
    ],
  ]
  for (const [path, invalid_field] of refusals) {
    expect([path, await ask(net, path)]).toMatchObject([path, { status: 400, body: { extras: { invalid_field } } }])
  }
  const never = `counter_asset_type=credit_alphanum4&counter_asset_code=NONE&counter_asset_issuer=${issuer.publicKey()}`
  expect((await ask(net, `/trades?base_asset_type=native&${never}`)).status).toBe(404)
})
