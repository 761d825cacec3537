import {
  Account,
  Asset,
  AuthClawbackEnabledFlag,
  type AuthFlag,
  AuthRevocableFlag,
  Keypair,
  MuxedAccount,
  Operation,
  TransactionBuilder,
} from '@stellar/stellar-sdk/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { call, carryOut, fundedAccount, payment, sequenceOf, signed } from '../server/testing.ts'

let net: Localnet
let issuer: Keypair
let ana: Keypair
let bond: Asset

type Record_ = Record<string, unknown>

async function operationsOf(address: string, query = ''): Promise<Record_[]> {
  const response = await fetch(`${net.url}/accounts/${address}/operations?order=desc&limit=100${query}`)
  const page = (await response.json()) as { _embedded: { records: Record_[] } }
  return page._embedded.records
}

beforeAll(async () => {
  net = await startLocalnet()
  issuer = await fundedAccount(net)
  ana = await fundedAccount(net)
  bond = new Asset('SOLAR', issuer.publicKey())
  await carryOut(net, issuer, [
    Operation.setOptions({ setFlags: (AuthRevocableFlag | AuthClawbackEnabledFlag) as AuthFlag }),
  ])
  await carryOut(net, ana, [Operation.changeTrust({ asset: bond, limit: '1000' })])
  await carryOut(net, issuer, [payment(ana.publicKey(), bond, '500')])
})

afterAll(() => net.close())

// Fields of records: stellar-horizon's ingest/processors/operations_processor.go (Details) and resourceadapter/operations.go.

test('every kind of operation is told with its own fields', async () => {
  const source = ana.publicKey()
  const trustor = source
  await carryOut(net, ana, [
    Operation.manageSellOffer({ selling: bond, buying: Asset.native(), amount: '10', price: { n: 3, d: 2 } }),
    Operation.manageBuyOffer({ selling: bond, buying: Asset.native(), buyAmount: '4', price: '0.5' }),
    Operation.createPassiveSellOffer({ selling: bond, buying: Asset.native(), amount: '1', price: '9' }),
    Operation.manageData({ name: 'meter', value: 'seven' }),
    Operation.bumpSequence({ bumpTo: '0' }),
    Operation.setOptions({ homeDomain: 'adjuntas.example', lowThreshold: 1 }),
  ])
  await carryOut(net, issuer, [
    Operation.setTrustLineFlags({ trustor, asset: bond, flags: { authorized: true } }),
    Operation.clawback({ asset: bond, amount: '5', from: source }),
  ])
  const told = new Map((await operationsOf(source)).map((record) => [record.type, record]))
  const priced = { selling_asset_code: 'SOLAR', selling_asset_issuer: issuer.publicKey(), buying_asset_type: 'native' }
  expect(told.get('manage_sell_offer')).toMatchObject({
    ...priced,
    amount: '10.0000000',
    price: '1.5000000',
    price_r: { n: 3, d: 2 },
    offer_id: '0',
  })
  expect(told.get('manage_buy_offer')).toMatchObject({ ...priced, amount: '4.0000000', price: '0.5000000' })
  expect(told.get('create_passive_sell_offer')).toMatchObject({ ...priced, amount: '1.0000000' })
  expect(told.get('manage_data')).toMatchObject({ name: 'meter', value: Buffer.from('seven').toString('base64') })
  expect(told.get('bump_sequence')).toMatchObject({ bump_to: '0', type_i: 11 })
  expect(told.get('set_options')).toMatchObject({ home_domain: 'adjuntas.example', low_threshold: 1 })
  expect(told.get('change_trust')).toMatchObject({
    asset_code: 'SOLAR',
    limit: '1000.0000000',
    trustor,
    trustee: issuer.publicKey(),
  })
  expect(told.get('set_trust_line_flags')).toMatchObject({ trustor, set_flags: [1], set_flags_s: ['authorized'] })
  expect(told.get('clawback')).toMatchObject({ from: source, amount: '5.0000000' })
})

test('a path payment tells what was sent and what arrived, and the muxed account it was for', async () => {
  const [maker, luis] = await Promise.all([fundedAccount(net), fundedAccount(net)])
  const usdc = new Asset('USDC', issuer.publicKey())
  for (const holder of [maker, luis]) await carryOut(net, holder, [Operation.changeTrust({ asset: usdc })])
  await carryOut(net, issuer, [payment(maker.publicKey(), usdc, '100')])
  await carryOut(net, maker, [
    Operation.manageSellOffer({ selling: usdc, buying: Asset.native(), amount: '100', price: '2' }),
  ])
  const bill = new MuxedAccount(new Account(luis.publicKey(), '0'), '4711').accountId()
  const path = { sendAsset: Asset.native(), destination: bill, destAsset: usdc, path: [] }
  await carryOut(net, ana, [
    Operation.pathPaymentStrictReceive({ ...path, sendMax: '50', destAmount: '10' }),
    Operation.pathPaymentStrictSend({ ...path, sendAmount: '8', destMin: '1' }),
  ])
  const [send, receive] = await operationsOf(luis.publicKey())
  const both = { from: ana.publicKey(), to: luis.publicKey(), to_muxed: bill, to_muxed_id: '4711', asset_code: 'USDC' }
  expect(receive).toMatchObject({
    ...both,
    type: 'path_payment_strict_receive',
    amount: '10.0000000',
    source_amount: '20.0000000',
    source_max: '50.0000000',
  })
  expect(send).toMatchObject({
    ...both,
    type: 'path_payment_strict_send',
    amount: '4.0000000',
    source_amount: '8.0000000',
    destination_min: '1.0000000',
  })
})

test("a sponsored account is told by its sponsor's operations, and merges into another", async () => {
  const home = Keypair.random()
  const sponsored = home.publicKey()
  await carryOut(
    net,
    ana,
    [
      Operation.beginSponsoringFutureReserves({ sponsoredId: sponsored }),
      Operation.createAccount({ destination: sponsored, startingBalance: '5' }),
      Operation.endSponsoringFutureReserves({ source: sponsored }),
    ],
    [home],
  )
  const account = (await (await fetch(`${net.url}/accounts/${sponsored}`)).json()) as Record_
  expect(account).toMatchObject({ sponsor: ana.publicKey(), num_sponsored: 2 })
  const list = (await (await fetch(`${net.url}/accounts?sponsor=${ana.publicKey()}`)).json()) as {
    _embedded: { records: Record_[] }
  }
  expect(list._embedded.records.map((each) => each.id)).toEqual([sponsored])
  const told = (await operationsOf(sponsored)).map((each) => each.type)
  expect(told).toEqual(['end_sponsoring_future_reserves', 'create_account', 'begin_sponsoring_future_reserves'])
  const [ended, created, begun] = await operationsOf(sponsored)
  expect(ended).toMatchObject({ begin_sponsor: ana.publicKey() })
  expect(created).toMatchObject({ sponsor: ana.publicKey(), starting_balance: '5.0000000', funder: ana.publicKey() })
  expect(begun).toMatchObject({ sponsored_id: sponsored })
  await carryOut(net, home, [Operation.accountMerge({ destination: ana.publicKey() })])
  const [merge] = await operationsOf(ana.publicKey())
  expect(merge).toMatchObject({ type: 'account_merge', account: sponsored, into: ana.publicKey() })
})

test('failed operations are left out unless asked for; a page goes on where the last one ended', async () => {
  const luis = await fundedAccount(net)
  await carryOut(net, luis, [payment(ana.publicKey(), Asset.native(), '1')])
  const failing = await signed(net, luis, [payment(ana.publicKey(), Asset.native(), '99999')])
  await call(net.rpcUrl, 'sendTransaction', { transaction: failing.toXdr() })
  const address = luis.publicKey()
  expect((await operationsOf(address)).map((each) => each.transaction_successful)).toEqual([true, true])
  const all = await operationsOf(address, '&include_failed=true')
  expect(all.map((each) => each.transaction_successful)).toEqual([false, true, true])
  const rest = await operationsOf(address, `&include_failed=true&cursor=${String(all[0]?.paging_token)}`)
  expect(rest.map((each) => each.id)).toEqual(all.slice(1).map((each) => each.id))
})

test('a fee bump is told with both transactions', async () => {
  const sequence = await sequenceOf(net, ana.publicKey())
  const inner = new TransactionBuilder(new Account(ana.publicKey(), sequence), {
    fee: '100',
    networkPassphrase: net.passphrase,
  })
    .addOperation(payment(issuer.publicKey(), Asset.native(), '1'))
    .setTimeout(0)
    .build()
  inner.sign(ana)
  const outer = TransactionBuilder.buildFeeBumpTransaction(issuer, '500', inner, net.passphrase)
  outer.sign(issuer)
  const response = await fetch(`${net.url}/transactions`, {
    method: 'POST',
    body: new URLSearchParams({ tx: outer.toXdr() }),
  })
  expect(await response.json()).toMatchObject({
    successful: true,
    source_account: ana.publicKey(),
    fee_account: issuer.publicKey(),
    fee_bump_transaction: { hash: Buffer.from(outer.hash()).toString('hex') },
    inner_transaction: { hash: Buffer.from(inner.hash()).toString('hex'), max_fee: '100' },
  })
})
