import {
  Account,
  Asset,
  AuthClawbackEnabledFlag,
  type AuthFlag,
  AuthRequiredFlag,
  AuthRevocableFlag,
  Keypair,
  MuxedAccount,
  Operation,
  type xdr,
} from '@stellar/stellar-sdk/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment } from '../server/testing.ts'
import { type Json, recordsOf } from './testing.ts'

// What each operation means for the accounts it touches, as stellar-horizon's ingest/processors/effects_processor.go
// derives it and protocols/horizon/effects/main.go writes it.

let net: Localnet
let issuer: Keypair
let ana: Keypair
let luis: Keypair
let bond: Asset

const MASTER = { weight: 1, key: '' }

beforeAll(async () => {
  net = await startLocalnet()
  issuer = await fundedAccount(net)
  ana = await fundedAccount(net)
  luis = await fundedAccount(net)
  bond = new Asset('SOLAR', issuer.publicKey())
  const flags = (AuthRevocableFlag | AuthClawbackEnabledFlag) as AuthFlag
  await carryOut(net, issuer, [Operation.setOptions({ setFlags: flags })])
  for (const holder of [ana, luis]) {
    await carryOut(net, holder, [Operation.changeTrust({ asset: bond, limit: '1000' })])
    await carryOut(net, issuer, [payment(holder.publicKey(), bond, '100')])
  }
})

afterAll(() => net.close())

const SHARED = ['_links', 'id', 'paging_token', 'type_i', 'created_at']

/** The effects of operations carried out together, without what all effects share. */
async function effectsOf(source: Keypair, operations: readonly xdr.Operation[], others: readonly Keypair[] = []) {
  const hash = await carryOut(net, source, operations, others)
  const records = await recordsOf(net, `/transactions/${hash}/effects?limit=200`)
  return records.map((record) =>
    Object.fromEntries(Object.entries(record).filter(([field]) => !SHARED.includes(field))),
  )
}

const fields = (asset: Asset) => ({
  asset_type: asset.isNative() ? 'native' : 'credit_alphanum12',
  ...(!asset.isNative() && { asset_code: asset.getCode(), asset_issuer: asset.getIssuer() }),
})

test('create_account: created, debited, and its own signer (addAccountCreatedEffects)', async () => {
  const home = Keypair.random().publicKey()
  expect(await effectsOf(ana, [Operation.createAccount({ destination: home, startingBalance: '5' })])).toEqual([
    { type: 'account_created', account: home, starting_balance: '5.0000000' },
    { type: 'account_debited', account: ana.publicKey(), asset_type: 'native', amount: '5.0000000' },
    { type: 'signer_created', account: home, public_key: home, ...MASTER },
  ])
})

test('payment: credited then debited, with the sub-account that was meant (addPaymentEffects)', async () => {
  const bill = new MuxedAccount(new Account(luis.publicKey(), '0'), '4711').accountId()
  const amount = { ...fields(bond), amount: '3.0000000' }
  expect(await effectsOf(ana, [payment(bill, bond, '3')])).toEqual([
    {
      type: 'account_credited',
      account: luis.publicKey(),
      account_muxed: bill,
      account_muxed_id: '4711',
      ...amount,
    },
    { type: 'account_debited', account: ana.publicKey(), ...amount },
  ])
})

test('path payments: both ends, then a trade for each side (addIngestTradeEffects)', async () => {
  await carryOut(net, luis, [
    Operation.manageSellOffer({ selling: bond, buying: Asset.native(), amount: '20', price: '2' }),
  ])
  const path = { sendAsset: Asset.native(), destination: luis.publicKey(), destAsset: bond, path: [] }
  const receive = await effectsOf(ana, [
    Operation.pathPaymentStrictReceive({ ...path, sendMax: '50', destAmount: '4' }),
  ])
  expect(receive).toMatchObject([
    { type: 'account_credited', account: luis.publicKey(), ...fields(bond), amount: '4.0000000' },
    { type: 'account_debited', account: ana.publicKey(), asset_type: 'native', amount: '8.0000000' },
    {
      type: 'trade',
      account: ana.publicKey(),
      seller: luis.publicKey(),
      sold_amount: '8.0000000',
      sold_asset_type: 'native',
      bought_amount: '4.0000000',
      bought_asset_code: 'SOLAR',
    },
    {
      type: 'trade',
      account: luis.publicKey(),
      seller: ana.publicKey(),
      sold_amount: '4.0000000',
      sold_asset_code: 'SOLAR',
      bought_amount: '8.0000000',
      bought_asset_type: 'native',
    },
  ])
  expect(receive[2]?.offer_id).toBe(receive[3]?.offer_id)
  const send = await effectsOf(ana, [Operation.pathPaymentStrictSend({ ...path, sendAmount: '6', destMin: '1' })])
  expect(send.slice(0, 2)).toMatchObject([
    { type: 'account_credited', amount: '3.0000000' },
    { type: 'account_debited', amount: '6.0000000' },
  ])
})

test('offers have effects only where they trade (addManageSellOfferEffects)', async () => {
  const sell = { selling: bond, buying: Asset.native(), amount: '1', price: '100' }
  expect(await effectsOf(ana, [Operation.manageSellOffer(sell)])).toEqual([])
  expect(await effectsOf(ana, [Operation.createPassiveSellOffer({ ...sell, price: '101' })])).toEqual([])
  const bought = await effectsOf(ana, [
    Operation.manageBuyOffer({ selling: Asset.native(), buying: bond, buyAmount: '2', price: '2' }),
  ])
  expect(bought.map(({ type, account }) => [type, account])).toEqual([
    ['trade', ana.publicKey()],
    ['trade', luis.publicKey()],
  ])
})

test('set_options: domain, thresholds, flags, inflation, signers (addSetOptionsEffects)', async () => {
  const account = await fundedAccount(net)
  const address = account.publicKey()
  const signer = ana.publicKey()
  expect(
    await effectsOf(account, [
      Operation.setOptions({
        homeDomain: 'adjuntas.example',
        lowThreshold: 1,
        setFlags: AuthRequiredFlag,
        inflationDest: signer,
        signer: { ed25519PublicKey: signer, weight: 2 },
      }),
    ]),
  ).toEqual([
    { type: 'account_home_domain_updated', account: address, home_domain: 'adjuntas.example' },
    { type: 'account_thresholds_updated', account: address, low_threshold: 1, med_threshold: 0, high_threshold: 0 },
    { type: 'account_flags_updated', account: address, auth_required_flag: true },
    { type: 'account_inflation_destination_updated', account: address },
    { type: 'signer_created', account: address, public_key: signer, weight: 2, key: '' },
  ])
  const changed = await effectsOf(account, [
    Operation.setOptions({ signer: { ed25519PublicKey: signer, weight: 3 }, clearFlags: AuthRequiredFlag }),
    Operation.setOptions({ signer: { ed25519PublicKey: signer, weight: 0 } }),
    Operation.setOptions({ masterWeight: 5 }),
  ])
  expect(changed).toEqual([
    { type: 'account_flags_updated', account: address, auth_required_flag: false },
    { type: 'signer_updated', account: address, public_key: signer, weight: 3, key: '' },
    { type: 'signer_removed', account: address, public_key: signer, weight: 0, key: '' },
    { type: 'signer_updated', account: address, public_key: address, weight: 5, key: '' },
  ])
})

test('change_trust: created, updated, removed (addChangeTrustEffects)', async () => {
  const asset = new Asset('USDC', issuer.publicKey())
  const line = { account: ana.publicKey(), asset_type: 'credit_alphanum4', asset_code: 'USDC' }
  const told = await effectsOf(ana, [
    Operation.changeTrust({ asset, limit: '10' }),
    Operation.changeTrust({ asset, limit: '20' }),
    Operation.changeTrust({ asset, limit: '0' }),
  ])
  expect(told).toMatchObject([
    { ...line, type: 'trustline_created', limit: '10.0000000' },
    { ...line, type: 'trustline_updated', limit: '20.0000000' },
    { ...line, type: 'trustline_removed', limit: '0.0000000' },
  ])
})

test('authorization: the older operation tells the older effect too (addAllowTrustEffects)', async () => {
  const trustor = ana.publicKey()
  const common = { account: issuer.publicKey(), trustor, asset_code: 'SOLAR' }
  const told = await effectsOf(issuer, [
    Operation.allowTrust({ trustor, assetCode: 'SOLAR', authorize: 2 }),
    Operation.allowTrust({ trustor, assetCode: 'SOLAR', authorize: 1 }),
    Operation.setTrustLineFlags({ trustor, asset: bond, flags: { clawbackEnabled: false } }),
  ])
  expect(told).toMatchObject([
    { ...common, type: 'trustline_authorized_to_maintain_liabilities' },
    { ...common, type: 'trustline_flags_updated' },
    { ...common, type: 'trustline_authorized' },
    { ...common, type: 'trustline_flags_updated', authorized_flag: true },
    { ...common, type: 'trustline_flags_updated', clawback_enabled_flag: false },
  ])
  expect(told[0]).not.toHaveProperty('asset_issuer')
})

test('account_merge: debited, credited, removed (addAccountMergeEffects)', async () => {
  const home = await fundedAccount(net, 50n)
  const told = await effectsOf(home, [Operation.accountMerge({ destination: luis.publicKey() })])
  expect(told).toMatchObject([
    { type: 'account_debited', account: home.publicKey(), asset_type: 'native' },
    { type: 'account_credited', account: luis.publicKey(), asset_type: 'native' },
    { type: 'account_removed', account: home.publicKey() },
  ])
  expect(told[0]?.amount).toBe(told[1]?.amount)
})

test('manage_data: created, updated, removed (addManageDataEffects)', async () => {
  const account = ana.publicKey()
  const told = await effectsOf(ana, [
    Operation.manageData({ name: 'meter', value: 'seven' }),
    Operation.manageData({ name: 'meter', value: 'eight' }),
    Operation.manageData({ name: 'meter', value: null }),
  ])
  expect(told).toEqual([
    { type: 'data_created', account, name: 'meter', value: Buffer.from('seven').toString('base64') },
    { type: 'data_updated', account, name: 'meter', value: Buffer.from('eight').toString('base64') },
    { type: 'data_removed', account, name: 'meter' },
  ])
})

test('bump_sequence: only when it moved (addBumpSequenceEffects)', async () => {
  expect(await effectsOf(ana, [Operation.bumpSequence({ bumpTo: '0' })])).toEqual([])
  const bumpTo = '9000000000000000'
  const account = await fundedAccount(net)
  expect(await effectsOf(account, [Operation.bumpSequence({ bumpTo })])).toEqual([
    { type: 'sequence_bumped', account: account.publicKey(), new_seq: bumpTo },
  ])
})

test('clawback: told as credited to the issuer, debited from the holder (addClawbackEffects)', async () => {
  const amount = { ...fields(bond), amount: '2.0000000' }
  expect(await effectsOf(issuer, [Operation.clawback({ asset: bond, amount: '2', from: luis.publicKey() })])).toEqual([
    { type: 'account_credited', account: issuer.publicKey(), ...amount },
    { type: 'account_debited', account: luis.publicKey(), ...amount },
  ])
})

test('sponsorships show in what was made, moved and given up (addLedgerEntrySponsorshipEffects)', async () => {
  const home = Keypair.random()
  const address = home.publicKey()
  const sponsor = ana.publicKey()
  const begun = await effectsOf(
    ana,
    [
      Operation.beginSponsoringFutureReserves({ sponsoredId: address }),
      Operation.createAccount({ destination: address, startingBalance: '5' }),
      Operation.changeTrust({ asset: bond, source: address }),
      Operation.manageData({ name: 'meter', value: 'one', source: address }),
      Operation.setOptions({ signer: { ed25519PublicKey: luis.publicKey(), weight: 1 }, source: address }),
      Operation.endSponsoringFutureReserves({ source: address }),
    ],
    [home],
  )
  const sponsored = (told: Json[]) => told.filter(({ type }) => String(type).includes('sponsorship'))
  expect(sponsored(begun)).toEqual([
    { type: 'account_sponsorship_created', account: address, sponsor },
    { type: 'trustline_sponsorship_created', account: address, asset_type: '', asset: bond.toString(), sponsor },
    { type: 'data_sponsorship_created', account: address, data_name: 'meter', sponsor },
    { type: 'signer_sponsorship_created', account: address, signer: luis.publicKey(), sponsor },
  ])
  const revoked = await effectsOf(ana, [Operation.revokeTrustlineSponsorship({ account: address, asset: bond })])
  expect(revoked).toEqual([
    {
      type: 'trustline_sponsorship_removed',
      account: address,
      asset_type: '',
      asset: bond.toString(),
      former_sponsor: sponsor,
    },
  ])
})

test('an effect is numbered after its operation, and says when and by which (resourceadapter/effects.go)', async () => {
  const hash = await carryOut(net, ana, [payment(luis.publicKey(), Asset.native(), '1')])
  const [operation] = await recordsOf(net, `/transactions/${hash}/operations`)
  const [first, second] = await recordsOf(net, `/operations/${String(operation?.id)}/effects`)
  expect(first).toMatchObject({
    id: `${String(operation?.id).padStart(19, '0')}-0000000001`,
    paging_token: `${String(operation?.id)}-1`,
    type_i: 2,
    created_at: operation?.created_at,
    _links: { operation: { href: `${net.url}/operations/${String(operation?.id)}` } },
  })
  expect(second?.paging_token).toBe(`${String(operation?.id)}-2`)
})

test('a failed transaction has no effects', async () => {
  const count = (await recordsOf(net, `/accounts/${ana.publicKey()}/effects?limit=200`)).length
  await expect(carryOut(net, ana, [payment(luis.publicKey(), bond, '99999')])).rejects.toThrow()
  expect(await recordsOf(net, `/accounts/${ana.publicKey()}/effects?limit=200`)).toHaveLength(count)
})
