import { Asset, Horizon, Keypair, Operation } from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment } from '../server/testing.ts'
import { ask, fieldOf, recordsOf } from './testing.ts'

// Lists of what the ledger holds now: actions/{offer,asset,account,account_data,claimable_balance,liquidity_pool}.go.

let net: Localnet
let server: Horizon.Server
let issuer: Keypair
let ana: Keypair
let luis: Keypair
let bond: Asset
let usdc: Asset

beforeAll(async () => {
  net = await startLocalnet()
  server = new Horizon.Server(net.horizonUrl, { allowHttp: true })
  issuer = await fundedAccount(net)
  ana = await fundedAccount(net)
  luis = await fundedAccount(net)
  bond = new Asset('SOLAR', issuer.publicKey())
  usdc = new Asset('USDC', issuer.publicKey())
  await carryOut(net, issuer, [Operation.setOptions({ homeDomain: 'adjuntas.example' })])
  for (const holder of [ana, luis]) {
    await carryOut(net, holder, [Operation.changeTrust({ asset: bond }), Operation.changeTrust({ asset: usdc })])
    await carryOut(net, issuer, [payment(holder.publicKey(), bond, '100'), payment(holder.publicKey(), usdc, '7')])
  }
  const sell = (asset: Asset, price: string) =>
    Operation.manageSellOffer({ selling: asset, buying: Asset.native(), amount: '1', price })
  await carryOut(net, ana, [sell(bond, '2'), sell(bond, '3'), sell(usdc, '4')])
  await carryOut(net, luis, [sell(bond, '5')])
})

afterAll(() => net.close())

test('offers are listed by seller and asset, in the order of their ids, and told one by one', async () => {
  const ids = async (path: string) => fieldOf(await recordsOf(net, path), 'id')
  const all = await ids('/offers')
  expect(all).toHaveLength(4)
  expect(await ids(`/offers?seller=${ana.publicKey()}`)).toEqual(all.slice(0, 3))
  expect((await server.offers().selling(bond).call()).records.map(({ id }) => id)).toEqual([all[0], all[1], all[3]])
  expect((await server.offers().selling(bond).forAccount(luis.publicKey()).call()).records).toHaveLength(1)
  expect(await ids('/offers?buying=native&order=desc&limit=2')).toEqual([all[3], all[2]])
  const page = await server.offers().limit(3).call()
  expect((await page.next()).records.map(({ id }) => id)).toEqual([all[3]])
  expect(await server.offers().offer(String(all[1])).call()).toMatchObject({
    seller: ana.publicKey(),
    price: '3.0000000',
  })
  expect((await ask(net, '/offers/99999')).status).toBe(404)
  expect((await ask(net, '/offers?selling=SOLAR')).body).toMatchObject({ extras: { invalid_field: 'selling' } })
})

test('an offer that is taken or withdrawn is gone from the list', async () => {
  const before = await recordsOf(net, `/offers?seller=${luis.publicKey()}`)
  const offerId = String(before[0]?.id)
  await carryOut(net, luis, [
    Operation.manageSellOffer({ selling: bond, buying: Asset.native(), amount: '0', price: '5', offerId }),
  ])
  expect(await recordsOf(net, `/offers?seller=${luis.publicKey()}`)).toEqual([])
  expect((await ask(net, `/offers/${offerId}`)).status).toBe(404)
})

test('an asset is told with how many hold how much of it, by authorization (asset_stats_set.go)', async () => {
  const [told] = (await server.assets().forCode('SOLAR').forIssuer(issuer.publicKey()).call()).records
  expect(told).toMatchObject({
    asset_type: 'credit_alphanum12',
    asset_code: 'SOLAR',
    asset_issuer: issuer.publicKey(),
    paging_token: `SOLAR_${issuer.publicKey()}_credit_alphanum12`,
    accounts: { authorized: 2, authorized_to_maintain_liabilities: 0, unauthorized: 0 },
    balances: { authorized: '200.0000000', unauthorized: '0.0000000' },
    num_claimable_balances: 0,
    num_contracts: 0,
    num_liquidity_pools: 0,
    flags: { auth_required: false },
    _links: { toml: { href: 'https://adjuntas.example/.well-known/stellar.toml' } },
  })
  const first = await server.assets().forIssuer(issuer.publicKey()).limit(1).call()
  const second = await first.next()
  expect([first, second].map(({ records }) => records[0]?.asset_code)).toEqual(['SOLAR', 'USDC'])
  expect((await ask(net, '/assets?cursor=SOLAR')).body).toMatchObject({
    extras: { invalid_field: 'cursor', reason: 'the cursor is not a valid paging_token' },
  })
})

test('an asset that nobody has a line to any more is no longer listed', async () => {
  const tiny = new Asset('TINY', issuer.publicKey())
  await carryOut(net, ana, [Operation.changeTrust({ asset: tiny })])
  expect((await server.assets().forCode('TINY').call()).records).toHaveLength(1)
  await carryOut(net, ana, [Operation.changeTrust({ asset: tiny, limit: '0' })])
  expect((await server.assets().forCode('TINY').call()).records).toHaveLength(0)
})

test("an account's data are told one by one", async () => {
  await carryOut(net, ana, [Operation.manageData({ name: 'meter 7', value: 'seven' })])
  const account = await server.loadAccount(ana.publicKey())
  const value = Buffer.from('seven').toString('base64')
  expect(account.data_attr).toEqual({ 'meter 7': value })
  expect((await ask(net, `/accounts/${ana.publicKey()}/data/meter%207`)).body).toEqual({ value })
  expect((await ask(net, `/accounts/${ana.publicKey()}/data/none`)).status).toBe(404)
})

test('accounts are listed by exactly one filter', async () => {
  expect((await ask(net, '/accounts')).body.type).toBe('https://stellar.org/horizon-errors/invalid_accounts_params')
  const both = `/accounts?signer=${ana.publicKey()}&asset=${bond}`
  expect((await ask(net, both)).body.type).toBe('https://stellar.org/horizon-errors/invalid_accounts_params')
  expect((await ask(net, '/accounts?asset=native')).body).toMatchObject({
    extras: { reason: "you can't filter by asset: native" },
  })
  const holders = await server.accounts().forAsset(bond).order('desc').call()
  expect(holders.records.map(({ id }) => id)).toEqual([ana.publicKey(), luis.publicKey()].sort().reverse())
})

test('where there are no claimable balances and no pools, their lists are empty and one alone is not found', async () => {
  expect((await server.claimableBalances().claimant(ana.publicKey()).call()).records).toEqual([])
  expect((await server.claimableBalances().asset(bond).call()).records).toEqual([])
  expect((await server.liquidityPools().forAssets(bond, usdc).call()).records).toEqual([])
  expect((await server.liquidityPools().forAccount(ana.publicKey()).call()).records).toEqual([])
  const id = '00000000'.padEnd(72, '7')
  expect((await ask(net, `/claimable_balances/${id}`)).status).toBe(404)
  expect((await ask(net, `/claimable_balances/${id}/transactions`)).status).toBe(404)
  expect((await ask(net, `/liquidity_pools/${'7'.repeat(64)}`)).status).toBe(404)
  expect((await ask(net, '/claimable_balances/7')).status).toBe(400)
  expect((await ask(net, '/liquidity_pools/7')).status).toBe(400)
})

test('a path without its fixed end, or with two open ones, is refused (actions/path.go)', async () => {
  const ends = `source_assets=native&destination_asset_type=credit_alphanum4&destination_asset_issuer=${issuer.publicKey()}`
  expect((await ask(net, `/paths/strict-receive?${ends}&destination_asset_code=USDC`)).body).toMatchObject({
    extras: { invalid_field: 'destination_amount', reason: 'Amount must be positive' },
  })
  expect((await ask(net, `/paths/strict-receive?${ends}&destination_amount=1`)).body).toMatchObject({
    extras: { invalid_field: 'destination_asset_code' },
  })
  expect(
    (await ask(net, `/paths/strict-receive?destination_asset_type=native&destination_amount=1`)).body,
  ).toMatchObject({
    detail: 'The request requires either a list of source assets or a source account. Both fields cannot be present.',
  })
})

test('what does not exist says so', async () => {
  for (const path of [`/accounts/${Keypair.random().publicKey()}`, '/paths/shortest']) {
    expect(await ask(net, path)).toMatchObject({ status: 404, body: { title: 'Resource Missing' } })
  }
})
