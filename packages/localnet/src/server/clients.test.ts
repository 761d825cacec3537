import {
  Asset,
  BASE_FEE,
  Horizon,
  Keypair,
  Operation,
  rpc,
  scValToNative,
  TransactionBuilder,
} from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from './localnet.ts'
import { carryOut, fundedAccount, payment, signed } from './testing.ts'

// The public clients, unchanged, against a real socket: they must not be able to tell this from a real node.
let net: Localnet
let server: rpc.Server
let horizon: Horizon.Server

beforeAll(async () => {
  net = await startLocalnet()
  server = new rpc.Server(net.rpcUrl, { allowHttp: true })
  horizon = new Horizon.Server(net.horizonUrl, { allowHttp: true })
})

afterAll(() => net.close())

test('the RPC client reads what the network says of itself', async () => {
  const [health, network, version, latest, fees] = await Promise.all([
    server.getHealth(),
    server.getNetwork(),
    server.getVersionInfo(),
    server.getLatestLedger(),
    server.getFeeStats(),
  ])
  expect(health.status).toBe('healthy')
  expect(network).toEqual({
    friendbotUrl: `${net.url}/friendbot`,
    passphrase: 'Standalone Network ; February 2017',
    protocolVersion: 28,
  })
  expect(version.protocolVersion).toBe(28)
  expect(latest.sequence).toBe(health.latestLedger)
  expect(latest.headerXdr.ledgerSeq).toBe(latest.sequence)
  expect(fees.inclusionFee.max).toMatch(/^\d+$/)
})

test('friendbot funds an account once, through fundAddress', async () => {
  const address = Keypair.random().publicKey()
  const funded = await server.fundAddress(address)
  expect(funded.status).toBe('SUCCESS')
  const account = await server.getAccountEntry(address)
  expect(account.balance).toBe(100_000_000_000n)
  await expect(server.fundAddress(address)).rejects.toThrow('account already funded to starting balance')
})

test('a payment is sent, polled for and read back', async () => {
  const [ana, luis] = await Promise.all([fundedAccount(net), fundedAccount(net)])
  const account = await server.getAccount(ana.publicKey())
  const transaction = new TransactionBuilder(account, {
    fee: BASE_FEE,
    networkPassphrase: net.passphrase,
  })
    .addOperation(payment(luis.publicKey(), Asset.native(), '12.5'))
    .setTimeout(0)
    .build()
  transaction.sign(ana)
  const sent = await server.sendTransaction(transaction)
  expect(sent.status).toBe('PENDING')
  const found = await server.pollTransaction(sent.hash)
  if (found.status !== rpc.Api.GetTransactionStatus.SUCCESS) throw new Error(found.status)
  expect(found.feeBump).toBe(false)
  expect(found.resultXdr.result.type).toBe('txSuccess')
  expect(found.events.contractEventsXdr.flat().length).toBeGreaterThan(0)
  expect((await server.getAccountEntry(luis.publicKey())).balance).toBe(100_125_000_000n)
  expect((await server.sendTransaction(transaction)).status).toBe('TRY_AGAIN_LATER')

  const { transactions } = await server.getTransactions({
    startLedger: found.ledger,
  })
  expect(transactions.map((each) => each.txHash)).toContain(sent.hash)
  const { ledgers } = await server.getLedgers({
    startLedger: found.ledger,
    pagination: { limit: 1 },
  })
  expect(ledgers[0]?.sequence).toBe(found.ledger)
  expect(ledgers[0]?.metadataXdr.type).toBe('v2')
})

test('a refused transaction comes back with its result', async () => {
  const ana = await fundedAccount(net)
  const transaction = await signed(net, Keypair.random(), []).catch(() => undefined)
  expect(transaction).toBeUndefined()
  const account = await server.getAccount(ana.publicKey())
  account.incrementSequenceNumber()
  const skipped = new TransactionBuilder(account, {
    fee: BASE_FEE,
    networkPassphrase: net.passphrase,
  })
    .addOperation(payment(ana.publicKey(), Asset.native(), '1'))
    .setTimeout(0)
    .build()
  skipped.sign(ana)
  const sent = await server.sendTransaction(skipped)
  expect(sent.status).toBe('ERROR')
  expect(sent.errorResult?.result.type).toBe('txBadSeq')
})

test('events are found by asset contract and topic, page by page', async () => {
  const [ana, luis] = await Promise.all([fundedAccount(net), fundedAccount(net)])
  const startLedger = (await server.getHealth()).latestLedger + 1
  for (const amount of ['1', '2', '3']) {
    await carryOut(net, ana, [payment(luis.publicKey(), Asset.native(), amount)])
  }
  const filters = [
    {
      type: 'contract' as const,
      contractIds: [Asset.native().contractId(net.passphrase)],
      topics: [['AAAADwAAAAh0cmFuc2Zlcg==', '**']],
    },
  ]
  const first = await server.getEvents({ startLedger, filters, limit: 2 })
  const second = await server.getEvents({
    cursor: first.cursor,
    filters,
    limit: 2,
  })
  expect(first.events).toHaveLength(2)
  expect(second.events).toHaveLength(1)
  const amounts = [...first.events, ...second.events].map((event) => scValToNative(event.value))
  expect(amounts).toEqual([10_000_000n, 20_000_000n, 30_000_000n])
})

test('Horizon tells an account with its lines, signers and flags', async () => {
  const [issuer, ana] = await Promise.all([fundedAccount(net), fundedAccount(net)])
  const bond = new Asset('SOLAR', issuer.publicKey())
  await carryOut(net, ana, [
    Operation.changeTrust({ asset: bond, limit: '1000' }),
    Operation.manageData({ name: 'meter', value: 'seven' }),
    Operation.setOptions({
      signer: { ed25519PublicKey: issuer.publicKey(), weight: 1 },
      homeDomain: 'adjuntas.example',
    }),
  ])
  await carryOut(net, issuer, [payment(ana.publicKey(), bond, '40.0000001')])

  const account = await horizon.loadAccount(ana.publicKey())
  expect(account.subentry_count).toBe(3)
  expect(account.home_domain).toBe('adjuntas.example')
  expect(account.data_attr).toEqual({
    meter: Buffer.from('seven').toString('base64'),
  })
  expect(account.signers.map(({ key, weight }) => [key, weight])).toEqual([
    [issuer.publicKey(), 1],
    [ana.publicKey(), 1],
  ])
  expect(account.balances[0]).toMatchObject({
    balance: '40.0000001',
    limit: '1000.0000000',
    asset_type: 'credit_alphanum12',
    asset_code: 'SOLAR',
    asset_issuer: issuer.publicKey(),
    is_authorized: true,
  })
  const holders = await horizon.accounts().forAsset(bond).call()
  expect(holders.records.map((each) => each.account_id)).toEqual([ana.publicKey()])
  expect((await horizon.accounts().forSigner(issuer.publicKey()).call()).records).toHaveLength(2)
})

test('accounts are paged without a gap or a repetition', async () => {
  const issuer = await fundedAccount(net)
  const bond = new Asset('PAGE', issuer.publicKey())
  const holders: string[] = []
  for (let index = 0; index < 5; index++) {
    const holder = await fundedAccount(net)
    await carryOut(net, holder, [Operation.changeTrust({ asset: bond })])
    holders.push(holder.publicKey())
  }
  const seen: string[] = []
  let page = await horizon.accounts().forAsset(bond).limit(2).call()
  while (page.records.length > 0) {
    seen.push(...page.records.map((each) => each.account_id))
    page = await page.next()
  }
  expect(seen).toEqual(holders.sort())
})

test('Horizon finds payment paths, tells the book and the offers', async () => {
  const [issuer, maker, ana] = await Promise.all([fundedAccount(net), fundedAccount(net), fundedAccount(net)])
  const usdc = new Asset('USDC', issuer.publicKey())
  await carryOut(net, maker, [Operation.changeTrust({ asset: usdc })])
  await carryOut(net, issuer, [payment(maker.publicKey(), usdc, '500')])
  await carryOut(net, maker, [
    Operation.manageSellOffer({
      selling: usdc,
      buying: Asset.native(),
      amount: '100',
      price: '4',
    }),
  ])

  const receive = await horizon.strictReceivePaths([Asset.native()], usdc, '10').call()
  expect(receive.records[0]).toMatchObject({
    source_amount: '40.0000000',
    destination_amount: '10.0000000',
    path: [],
  })
  const ofAccount = await horizon.strictReceivePaths(ana.publicKey(), usdc, '10').call()
  expect(ofAccount.records).toHaveLength(1)
  const send = await horizon.strictSendPaths(Asset.native(), '40', [usdc]).call()
  expect(send.records[0]).toMatchObject({
    source_amount: '40.0000000',
    destination_amount: '10.0000000',
  })

  const book = await horizon.orderbook(usdc, Asset.native()).call()
  expect(book.asks).toEqual([{ price_r: { n: 4, d: 1 }, price: '4.0000000', amount: '100.0000000' }])
  const turned = await horizon.orderbook(Asset.native(), usdc).call()
  expect(turned.bids).toEqual([{ price_r: { n: 1, d: 4 }, price: '0.2500000', amount: '100.0000000' }])
  const offers = await horizon
    .offers()
    .forAccount(maker.publicKey())
    .call()
    .catch(() => undefined)
  expect(offers?.records ?? []).toHaveLength(1)
})

test('Horizon submits a transaction and says why it failed', async () => {
  const [ana, luis] = await Promise.all([fundedAccount(net), fundedAccount(net)])
  const done = await horizon.submitTransaction(await signed(net, ana, [payment(luis.publicKey(), Asset.native(), '5')]))
  expect(done.successful).toBe(true)
  const told = await horizon.transactions().transaction(done.hash).call()
  expect(told).toMatchObject({
    hash: done.hash,
    source_account: ana.publicKey(),
    operation_count: 1,
  })
  const ledger = await horizon.ledgers().ledger(told.ledger_attr).call()
  expect(ledger).toMatchObject({
    sequence: told.ledger_attr,
    successful_transaction_count: 1,
  })

  const tooMuch = await signed(net, ana, [payment(luis.publicKey(), Asset.native(), '99999')])
  const failure = await horizon.submitTransaction(tooMuch).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    response: {
      status: 400,
      data: {
        extras: {
          result_codes: {
            transaction: 'tx_failed',
            operations: ['op_underfunded'],
          },
        },
      },
    },
  })
})

test("an account's operations are told as the wallet asks for them", async () => {
  const [ana, luis] = await Promise.all([fundedAccount(net), fundedAccount(net)])
  await carryOut(net, ana, [payment(luis.publicKey(), Asset.native(), '5')])
  const page = await horizon
    .operations()
    .forAccount(luis.publicKey())
    .order('desc')
    .join('transactions')
    .limit(100)
    .includeFailed(true)
    .call()
  expect(page.records.map((each) => each.type)).toEqual(['payment', 'create_account'])
  expect(page.records[0]).toMatchObject({
    from: ana.publicKey(),
    to: luis.publicKey(),
    amount: '5.0000000',
    asset_type: 'native',
    transaction_successful: true,
  })
})

test('fee stats, root and base fee are there', async () => {
  expect(await horizon.fetchBaseFee()).toBe(100)
  expect((await horizon.root()).network_passphrase).toBe(net.passphrase)
})

test("Horizon's clients take the time from the network, not from the machine", async () => {
  net.advance({ seconds: 400 * 24 * 60 * 60 })
  await horizon.root()
  const { maxTime } = await horizon.fetchTimebounds(60)
  const now = Number(net.core.latestLedger().closeTime)
  expect(Math.abs(Number(maxTime) - 60 - now)).toBeLessThan(5)
})
