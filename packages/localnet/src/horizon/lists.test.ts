import { Asset, Horizon, Keypair, Operation, TransactionBuilder } from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment, signed } from '../server/testing.ts'
import { ask, fieldOf, recordsOf } from './testing.ts'

// Lists of the history as the public client asks for them: actions/{transaction,operation,effects,ledger}.go.

let net: Localnet
let server: Horizon.Server
let ana: Keypair
let luis: Keypair
/** Hashes of five payments from ana to luis, oldest first, and of one that failed between the third and the fourth. */
const paid: string[] = []
let failed = ''

beforeAll(async () => {
  net = await startLocalnet()
  server = new Horizon.Server(net.horizonUrl, { allowHttp: true })
  ana = await fundedAccount(net)
  luis = await fundedAccount(net)
  for (let at = 1; at <= 5; at++) {
    paid.push(await carryOut(net, ana, [payment(luis.publicKey(), Asset.native(), String(at))]))
    if (at !== 3) continue
    const tooMuch = await signed(net, ana, [payment(luis.publicKey(), Asset.native(), '99999')])
    failed = Buffer.from(tooMuch.hash()).toString('hex')
    await expect(server.submitTransaction(tooMuch)).rejects.toThrow()
  }
})

afterAll(() => net.close())

test('transactions are paged there and back without a gap or a repetition', async () => {
  const first = await server.transactions().forAccount(ana.publicKey()).order('desc').limit(2).call()
  const second = await first.next()
  const third = await second.next()
  const hashes = [...first.records, ...second.records, ...third.records].map(({ hash }) => hash)
  expect(hashes.slice(0, 5)).toEqual(paid.toReversed())
  expect(hashes).toHaveLength(6)
  const back = await second.prev()
  expect(back.records.map(({ hash }) => hash)).toEqual(first.records.map(({ hash }) => hash).toReversed())
})

test('failed transactions and their operations are told when asked for, of the transaction itself always', async () => {
  const all = await server.transactions().forAccount(ana.publicKey()).includeFailed(true).limit(50).call()
  expect(all.records.filter(({ successful }) => !successful).map(({ hash }) => hash)).toEqual([failed])
  const without = await server.operations().forAccount(ana.publicKey()).limit(50).call()
  const withThem = await server.operations().forAccount(ana.publicKey()).includeFailed(true).limit(50).call()
  expect(withThem.records).toHaveLength(without.records.length + 1)
  expect((await server.operations().forTransaction(failed).call()).records).toHaveLength(1)
})

test('a list of everything, of a ledger, of a transaction: each holds what it is of', async () => {
  const transaction = await server
    .transactions()
    .transaction(paid[1] ?? '')
    .call()
  const sequence = transaction.ledger_attr
  const ledgers = [
    await server.transactions().forLedger(sequence).call(),
    await server.operations().forLedger(sequence).call(),
    await server.payments().forLedger(sequence).call(),
  ]
  expect(ledgers.map(({ records }) => records.length)).toEqual([1, 1, 1])
  expect((await server.effects().forLedger(sequence).call()).records.map(({ type }) => type)).toEqual([
    'account_credited',
    'account_debited',
  ])
  expect(
    (
      await server
        .effects()
        .forTransaction(paid[1] ?? '')
        .call()
    ).records,
  ).toHaveLength(2)
  const everything = await server.payments().order('desc').limit(5).call()
  expect(everything.records.map(({ transaction_hash }) => transaction_hash)).toEqual(paid.toReversed())
  expect((await server.effects().order('desc').limit(3).call()).records).toHaveLength(3)
})

test('an operation is told by its id, with its transaction when joined', async () => {
  const [last] = (await server.operations().forAccount(luis.publicKey()).order('desc').limit(1).call()).records
  const told = await server
    .operations()
    .operation(last?.id ?? '')
    .call()
  expect(told).toMatchObject({ id: last?.id, type: 'payment', amount: '5.0000000', from: ana.publicKey() })
  const { body } = await ask(net, `/operations/${last?.id}?join=transactions`)
  expect(body).toMatchObject({ transaction: { hash: paid[4], source_account: ana.publicKey() } })
  expect(
    (
      await server
        .effects()
        .forOperation(last?.id ?? '')
        .call()
    ).records,
  ).toHaveLength(2)
})

test('payments are the operations that move money: others are left out (IsPayment)', async () => {
  const home = Keypair.random()
  await carryOut(net, luis, [
    Operation.createAccount({ destination: home.publicKey(), startingBalance: '20' }),
    Operation.manageData({ name: 'meter', value: 'one' }),
  ])
  await carryOut(net, home, [Operation.accountMerge({ destination: luis.publicKey() })])
  const { records } = await server.payments().forAccount(home.publicKey()).call()
  expect(records.map(({ type }) => type)).toEqual(['create_account', 'account_merge'])
  // Whoever was once on the network keeps a history, gone or not.
  expect((await ask(net, `/accounts/${home.publicKey()}`)).status).toBe(404)
  expect((await server.effects().forAccount(home.publicKey()).call()).records.map(({ type }) => type)).toEqual([
    'account_created',
    'signer_created',
    'account_debited',
    'account_removed',
  ])
})

test('a page of effects that ends inside an operation goes on inside it', async () => {
  const address = luis.publicKey()
  const all = await recordsOf(net, `/effects?limit=200`)
  const seen: unknown[] = []
  let page = await server.effects().limit(3).call()
  while (page.records.length > 0) {
    seen.push(...page.records.map(({ paging_token }) => paging_token))
    page = await page.next()
  }
  expect(seen).toEqual(fieldOf(all, 'paging_token'))
  const descending = await recordsOf(net, '/effects?order=desc&limit=200')
  expect(fieldOf(descending, 'id')).toEqual(fieldOf(all, 'id').toReversed())
  const own = await recordsOf(net, `/accounts/${address}/effects?limit=200`)
  expect(fieldOf(own, 'id')).toEqual(
    fieldOf(
      all.filter(({ account }) => account === address),
      'id',
    ),
  )
})

test('ledgers are listed with what succeeded, failed and was in their set (resourceadapter/ledger.go)', async () => {
  const transaction = await server.transactions().transaction(failed).call()
  const ledger = await server.ledgers().ledger(transaction.ledger_attr).call()
  expect(ledger).toMatchObject({
    successful_transaction_count: 0,
    failed_transaction_count: 1,
    operation_count: 0,
    tx_set_operation_count: 1,
  })
  const latest = net.core.latestLedger().sequence
  const newest = await server.ledgers().order('desc').limit(3).call()
  expect(newest.records.map(({ sequence }) => sequence)).toEqual([latest, latest - 1, latest - 2])
  const next = await newest.next()
  expect(next.records[0]?.sequence).toBe(latest - 3)
  expect((await server.ledgers().cursor('now').call()).records).toEqual([])
})

test('a fee bump is found by either hash, and told under the one it was asked by (resourceadapter/transaction.go)', async () => {
  const inner = await signed(net, ana, [payment(luis.publicKey(), Asset.native(), '1')])
  const outer = TransactionBuilder.buildFeeBumpTransaction(luis, '5000', inner, net.passphrase)
  outer.sign(luis)
  const hashes = [inner, outer].map((each) => Buffer.from(each.hash()).toString('hex'))
  await server.submitTransaction(outer)
  for (const [at, hash] of hashes.entries()) {
    const told = await server.transactions().transaction(hash).call()
    expect(told).toMatchObject({
      hash,
      fee_account: luis.publicKey(),
      source_account: ana.publicKey(),
      inner_transaction: { hash: hashes[0] },
      fee_bump_transaction: { hash: hashes[1] },
    })
    const own = (at === 0 ? inner : outer).signatures[0]?.signature.toBytes() ?? new Uint8Array()
    expect(told.signatures).toEqual([Buffer.from(own).toString('base64')])
  }
  // Whoever paid the fee took part.
  const [last] = (await server.transactions().forAccount(luis.publicKey()).order('desc').limit(1).call()).records
  expect(last?.hash).toBe(hashes[1])
})

test('the changes by the fee are in fee_meta_xdr', async () => {
  const { body } = await ask(net, `/transactions/${paid[0]}`)
  expect(Buffer.from(String(body.fee_meta_xdr), 'base64').length).toBeGreaterThan(4)
})

test('what is wrong with a request is named (actions/helpers.go, validators.go)', async () => {
  const refusals: [string, string, string][] = [
    ['/transactions?limit=0', 'limit', 'invalid limit: non-positive value provided'],
    ['/transactions?limit=201', 'limit', 'invalid limit: value provided that is over limit max of 200'],
    ['/transactions?limit=many', 'limit', 'unparseable value'],
    ['/transactions?order=up', 'order', 'order: invalid value'],
    ['/transactions?cursor=here', 'cursor', 'cursor: invalid value'],
    ['/transactions?cursor=-5', 'cursor', 'the cursor -5 is a negative number: '],
    ['/transactions/xyz', 'tx_id', 'Transaction hash must be a hex-encoded, lowercase SHA-256 hash'],
    ['/operations?join=ledgers', 'join', 'Accepted values: transactions'],
    ['/operations?include_failed=perhaps', 'include_failed', 'Filter should be true or false'],
    ['/ledgers/0', 'ledger_id', 'Ledger ID must be an integer higher than 0'],
    ['/accounts/GNOBODY/payments', 'account_id', 'Account ID must start with `G` and contain 56 alphanum characters'],
    [
      '/claimable_balances/00/operations',
      'claimable_balance_id',
      'Claimable Balance ID must be the hex-encoded XDR representation of a Claimable Balance ID',
    ],
  ]
  for (const [path, invalid_field, reason] of refusals) {
    const { status, body } = await ask(net, path)
    expect([path, status, body]).toMatchObject([
      path,
      400,
      { type: 'https://stellar.org/horizon-errors/bad_request', extras: { invalid_field, reason } },
    ])
  }
  expect((await ask(net, `/accounts/${Keypair.random().publicKey()}/payments`)).status).toBe(404)
  expect((await ask(net, `/ledgers/99999`)).status).toBe(404)
  expect((await ask(net, '/transactions?order=desc&cursor=1')).status).toBe(410)
  expect((await ask(net, `/transactions/${'0'.repeat(64)}/effects`)).status).toBe(404)
})

test('HEAD is answered like GET, without a body', async () => {
  const response = await fetch(`${net.url}/ledgers?limit=1`, { method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect(response.headers.get('content-type')).toContain('application/hal+json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})
