import { Horizon } from '@stellar/stellar-sdk'
import { Asset, type Keypair, Operation } from '@stellar/stellar-sdk/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Pool } from '../ops/codes/pools.test-helper.ts'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment } from '../server/testing.ts'

// A liquidity pool from its first line to an authorization that is taken away, as the public client reads it.
let net: Localnet
let server: Horizon.Server
let issuer: Keypair
let ana: Keypair
let luis: Keypair
let usd: Asset
let pool: Pool

beforeAll(async () => {
  net = await startLocalnet()
  server = new Horizon.Server(net.horizonUrl, { allowHttp: true })
  ;[issuer, ana, luis] = await Promise.all([fundedAccount(net), fundedAccount(net), fundedAccount(net)])
  usd = new Asset('USD', issuer.publicKey())
  pool = new Pool(Asset.native(), usd)
  await carryOut(net, issuer, [Operation.setOptions({ setFlags: 2 })])
  for (const person of [ana, luis]) {
    await carryOut(net, person, [Operation.changeTrust({ asset: usd })])
    await carryOut(net, issuer, [payment(person.publicKey(), usd, '1000')])
  }
  await carryOut(net, ana, [pool.trust(), pool.deposit(1_000_000_000n, 2_000_000_000n)])
})
afterAll(() => net.close())

const effectsOf = async (address: string, limit: number) =>
  (await server.effects().forAccount(address).order('desc').limit(limit).call()).records.map(({ type }) => type)

test('the pool, by its id, its reserves and its holders', async () => {
  const found = await server.liquidityPools().liquidityPoolId(pool.id).call()
  expect(found).toMatchObject({
    id: pool.id,
    fee_bp: 30,
    type: 'constant_product',
    total_trustlines: '1',
    total_shares: '141.4213562',
    reserves: [
      { asset: 'native', amount: '100.0000000' },
      { asset: usd.toString(), amount: '200.0000000' },
    ],
  })
  const [byReserves, byAccount] = [
    await server.liquidityPools().forAssets(Asset.native(), usd).call(),
    await server.liquidityPools().forAccount(ana.publicKey()).call(),
  ]
  expect([byReserves.records.length, byAccount.records.length]).toEqual([1, 1])
  expect((await server.liquidityPools().forAccount(luis.publicKey()).call()).records).toEqual([])
  expect((await server.accounts().forLiquidityPool(pool.id).call()).records.map(({ id }) => id)).toEqual([
    ana.publicKey(),
  ])
})

test('shares among the balances, counted as two subentries', async () => {
  const account = await server.loadAccount(ana.publicKey())
  expect(account.subentry_count).toBe(3)
  expect(account.balances[0]).toMatchObject({
    asset_type: 'liquidity_pool_shares',
    liquidity_pool_id: pool.id,
    balance: '141.4213562',
  })
  const { records } = await server.assets().forCode('USD').call()
  expect(records[0]).toMatchObject({ num_liquidity_pools: 1, liquidity_pools_amount: '200.0000000' })
})

test('operations and effects of a deposit', async () => {
  const { records } = await server.operations().forLiquidityPool(pool.id).order('desc').call()
  expect(records.map(({ type }) => type)).toEqual(['liquidity_pool_deposit', 'change_trust'])
  expect(records[0]).toMatchObject({
    reserves_max: [
      { asset: 'native', amount: '100.0000000' },
      { asset: usd.toString(), amount: '200.0000000' },
    ],
    shares_received: '141.4213562',
  })
  expect(await effectsOf(ana.publicKey(), 3)).toEqual([
    'liquidity_pool_deposited',
    'liquidity_pool_created',
    'trustline_created',
  ])
})

test('a trade with it, on a path that was found', async () => {
  const { records } = await server.strictSendPaths(Asset.native(), '10', [usd]).call()
  expect(records[0]).toMatchObject({ destination_amount: '18.1322178' })
  await carryOut(net, luis, [
    Operation.pathPaymentStrictSend({
      sendAsset: Asset.native(),
      sendAmount: '10',
      destination: luis.publicKey(),
      destAsset: usd,
      destMin: '18.1322178',
    }),
  ])
  const trades = await server.trades().forLiquidityPool(pool.id).call()
  expect(trades.records).toHaveLength(1)
  expect(trades.records[0]).toMatchObject({
    trade_type: 'liquidity_pool',
    liquidity_pool_fee_bp: 30,
    base_liquidity_pool_id: pool.id,
    base_amount: '18.1322178',
    counter_account: luis.publicKey(),
    counter_amount: '10.0000000',
  })
  expect((await effectsOf(luis.publicKey(), 9)).filter((type) => type.includes('pool'))).toEqual([
    'liquidity_pool_trade',
  ])
})

test('a withdrawal, and an authorization taken away that turns shares into claimable balances', async () => {
  await carryOut(net, ana, [pool.withdraw(100_000_000n)])
  expect((await effectsOf(ana.publicKey(), 1))[0]).toBe('liquidity_pool_withdrew')
  await carryOut(net, issuer, [
    Operation.setTrustLineFlags({ trustor: ana.publicKey(), asset: usd, flags: { authorized: false } }),
  ])
  const balances = await server.claimableBalances().claimant(ana.publicKey()).call()
  expect(balances.records.map(({ asset }) => asset).sort()).toEqual([usd.toString(), 'native'].sort())
  const told = await server.effects().order('desc').limit(12).call()
  const types = told.records.map(({ type }) => type)
  expect(types).toContain('liquidity_pool_revoked')
  expect(types).toContain('liquidity_pool_removed')
  await expect(server.liquidityPools().liquidityPoolId(pool.id).call()).rejects.toThrow()
  expect((await server.loadAccount(ana.publicKey())).balances).toHaveLength(2)
})
