import { Asset, Horizon, type Keypair } from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { fundedAccount, payment, signed } from '../server/testing.ts'
import { ask } from './testing.ts'

// actions/submit_transaction.go and submit_transaction_async.go.

let net: Localnet
let server: Horizon.Server
let ana: Keypair
let luis: Keypair

beforeAll(async () => {
  net = await startLocalnet()
  server = new Horizon.Server(net.horizonUrl, { allowHttp: true })
  ana = await fundedAccount(net)
  luis = await fundedAccount(net)
})

afterAll(() => net.close())

const post = (path: string, tx: string) => ask(net, path, { method: 'POST', body: new URLSearchParams({ tx }) })
const pay = (amount: string) => signed(net, ana, [payment(luis.publicKey(), Asset.native(), amount)])
const hashOf = (transaction: { hash(): Uint8Array }) => Buffer.from(transaction.hash()).toString('hex')

test('a transaction that is known already is answered with what came of it, whether it succeeded or failed', async () => {
  const good = await pay('1')
  const bad = await signed(net, luis, [payment(ana.publicKey(), Asset.native(), '99999')])
  for (const [transaction, status] of [
    [good, 200],
    [bad, 400],
  ] as const) {
    const first = await post('/transactions', transaction.toXdr())
    const second = await post('/transactions', transaction.toXdr())
    expect(first.status).toBe(status)
    expect(second).toEqual(first)
  }
})

test('a transaction that was only sent is told how the network took it', async () => {
  const transaction = await pay('1')
  const hash = hashOf(transaction)
  expect(await server.submitAsyncTransaction(transaction)).toEqual({ tx_status: 'PENDING', hash })
  expect(await post('/transactions_async', transaction.toXdr())).toEqual({
    status: 503,
    body: { tx_status: 'TRY_AGAIN_LATER', hash },
  })
  const stale = await pay('2')
  await server.submitTransaction(await pay('3'))
  const refused = await post('/transactions_async', stale.toXdr())
  expect(refused).toMatchObject({ status: 400, body: { tx_status: 'ERROR', hash: hashOf(stale) } })
  expect(refused.body.error_result_xdr).toMatch(/^AAAA/)
  net.fault({ kind: 'tryAgainLater', count: 1 })
  const later = await post('/transactions_async', (await pay('1')).toXdr())
  expect(later).toMatchObject({ status: 503, body: { tx_status: 'TRY_AGAIN_LATER' } })
})

test('what is no transaction is refused with what was sent', async () => {
  for (const path of ['/transactions', '/transactions_async']) {
    expect(await post(path, 'not xdr')).toMatchObject({
      status: 400,
      body: {
        type: 'https://stellar.org/horizon-errors/transaction_malformed',
        extras: { envelope_xdr: 'not xdr' },
      },
    })
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    expect((await ask(net, path, json)).status).toBe(415)
  }
})

test('the public client reads why a transaction failed', async () => {
  const failure: unknown = await server.submitTransaction(await pay('99999')).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    response: { data: { extras: { result_codes: { transaction: 'tx_failed', operations: ['op_underfunded'] } } } },
  })
})
