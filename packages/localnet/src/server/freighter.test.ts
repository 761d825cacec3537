import { Horizon, NotFoundError, rpc } from '@stellar/stellar-sdk'
import {
  Asset,
  BASE_FEE,
  Contract,
  Keypair,
  Memo,
  Operation,
  type Transaction,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from './localnet.ts'
import { call, carryOut, fundedAccount, payment } from './testing.ts'

// What the browser extension Freighter asks of a custom network, which has one address for everything: its Horizon client reads
// accounts and their history, and the details of a contract call are read through JSON-RPC at that same address.
let net: Localnet
let horizon: Horizon.Server
let ana: Keypair
let luis: Keypair

beforeAll(async () => {
  net = await startLocalnet()
  horizon = new Horizon.Server(net.url, { allowHttp: true })
  ana = await fundedAccount(net)
  luis = await fundedAccount(net)
})
afterAll(() => net.close())

const usdc = () => new Asset('USDC', luis.publicKey())

test('the balances of an account', async () => {
  await carryOut(net, ana, [Operation.changeTrust({ asset: usdc() })])
  await carryOut(net, luis, [payment(ana.publicKey(), usdc(), '25')])
  const account = await horizon.loadAccount(ana.publicKey())
  expect(account.balances).toMatchObject([
    { asset_type: 'credit_alphanum4', asset_code: 'USDC', balance: '25.0000000', is_authorized: true },
    { asset_type: 'native', balance: '9999.9999900' },
  ])
  expect([account.subentry_count, account.num_sponsoring, account.num_sponsored]).toEqual([1, 0, 0])
  await expect(horizon.loadAccount(Keypair.random().publicKey())).rejects.toBeInstanceOf(NotFoundError)
})

test('its history, failures too, each operation with its transaction', async () => {
  const failing = new TransactionBuilder(await horizon.loadAccount(ana.publicKey()), {
    fee: BASE_FEE,
    networkPassphrase: net.passphrase,
  })
    .addOperation(payment(luis.publicKey(), Asset.native(), '999999'))
    .addMemo(Memo.text('too much'))
    .setTimeout(30)
    .build()
  failing.sign(ana)
  await expect(horizon.submitTransaction(failing)).rejects.toThrow()
  const page = await horizon
    .operations()
    .forAccount(ana.publicKey())
    .order('desc')
    .join('transactions')
    .limit(100)
    .includeFailed(true)
    .call()
  expect(page.records.map(({ type, transaction_successful: ok }) => `${type} ${ok}`)).toEqual([
    'payment false',
    'payment true',
    'change_trust true',
    'create_account true',
  ])
  const [latest] = page.records
  if (latest === undefined) throw new Error('no history')
  const { transaction_attr: joined } = latest as unknown as { transaction_attr: Record<string, unknown> }
  expect(joined).toMatchObject({ memo: 'too much', successful: false, source_account: ana.publicKey() })
  const asked = `/accounts/${ana.publicKey()}/operations?order=desc&join=transactions&limit=100&include_failed=true`
  const raw = (await (await fetch(`${net.url}${asked}`)).json()) as { _embedded: { records: object[] } }
  expect(raw._embedded.records).toHaveLength(4)
  expect(raw._embedded.records[0]).toHaveProperty('transaction')
})

test('whether the destination is there and wants a memo, and what the signer has', async () => {
  await carryOut(net, luis, [Operation.manageData({ name: 'config.memo_required', value: '1' })])
  const plain = (destination: string): Promise<Transaction> =>
    horizon.loadAccount(ana.publicKey()).then((source) =>
      new TransactionBuilder(source, { fee: BASE_FEE, networkPassphrase: net.passphrase })
        .addOperation(payment(destination, Asset.native(), '1'))
        .setTimeout(30)
        .build(),
    )
  await expect(horizon.checkMemoRequired(await plain(luis.publicKey()))).rejects.toThrow(/memo/)
  await expect(horizon.checkMemoRequired(await plain(Keypair.random().publicKey()))).resolves.toBeUndefined()
})

test('fees, and a transaction signed and sent', async () => {
  const { fee_charged: charged, last_ledger_base_fee: base } = await horizon.feeStats()
  expect([charged.mode, base]).toEqual(['100', '100'])
  const source = await horizon.loadAccount(ana.publicKey())
  const transaction = new TransactionBuilder(source, { fee: charged.mode, networkPassphrase: net.passphrase })
    .addOperation(payment(luis.publicKey(), Asset.native(), '1'))
    .addMemo(Memo.text('for lunch'))
    .setTimeout(180)
    .build()
  transaction.sign(ana)
  expect(await horizon.submitTransaction(transaction)).toMatchObject({ successful: true, memo: 'for lunch' })
})

test('the contract that a call names, by JSON-RPC at the address that Horizon has', async () => {
  const server = new rpc.Server(net.url, { allowHttp: true })
  const deploying = new TransactionBuilder(await horizon.loadAccount(ana.publicKey()), {
    fee: BASE_FEE,
    networkPassphrase: net.passphrase,
  })
    .addOperation(Operation.createStellarAssetContract({ asset: usdc() }))
    .setTimeout(30)
    .build()
  const ready = await server.prepareTransaction(deploying)
  ready.sign(ana)
  const sent = await server.sendTransaction(ready)
  expect((await server.pollTransaction(sent.hash)).status).toBe(rpc.Api.GetTransactionStatus.SUCCESS)

  const there = new Contract(usdc().contractId(net.passphrase))
  const nowhere = new Contract(Asset.native().contractId(net.passphrase))
  const keys = [there, nowhere].map((contract) => contract.getFootprint().toXdr('base64'))
  for (const url of [net.url, `${net.url}/`]) {
    const { status, result } = await call(url, 'getLedgerEntries', { keys })
    expect(status).toBe(200)
    const entries = result?.entries as { key: string; xdr: string }[]
    expect(entries.map(({ key }) => key)).toEqual(keys.slice(0, 1))
    const data = xdr.LedgerEntryData.fromXdr(entries[0]?.xdr ?? '', 'base64')
    if (data.type !== 'contractData' || data.contractData.val.type !== 'scvContractInstance') throw new Error(data.type)
    expect(data.contractData.val.instance.executable.type).toBe('contractExecutableStellarAsset')
  }
})

test('an extension may ask: its page is of another origin', async () => {
  const origin = 'chrome-extension://bcacfldlkkdogcmkkibnjlakofdplcbk'
  for (const path of ['/', `/accounts/${ana.publicKey()}`]) {
    const preflight = await fetch(`${net.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-client-name,x-client-version,x-app-name,x-app-version',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-app-version')
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
    const answer = await fetch(`${net.url}${path}`, { headers: { origin } })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  }
})
