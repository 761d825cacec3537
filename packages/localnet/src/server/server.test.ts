import { Asset, Keypair } from '@stellar/stellar-sdk/base'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from './localnet.ts'
import { call, fundedAccount, payment, signed } from './testing.ts'

let net: Localnet

beforeEach(async () => {
  net = await startLocalnet()
})

afterEach(() => net.close())

async function post(body: string, path = '/rpc'): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${net.url}${path}`, { method: 'POST', headers, body })
  const text = await response.text()
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

test('the root of Horizon answers JSON-RPC, as wallets on a custom network expect', async () => {
  expect(await post('{"jsonrpc":"2.0","id":1,"method":"getHealth"}', '/')).toMatchObject({
    body: { result: { status: 'healthy' } },
  })
})

test('any page may ask: CORS is open', async () => {
  const preflight = await fetch(net.rpcUrl, {
    method: 'OPTIONS',
    headers: { 'access-control-request-headers': 'content-type,x-client-name' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type,x-client-name')
})

test('a body beyond all reason is refused', async () => {
  const body = `tx=${'A'.repeat(5 * 1024 * 1024)}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await fetch(`${net.url}/transactions`, { method: 'POST', headers, body })).status).toBe(413)
})

test('a path that Horizon has not is no resource, and a method that a path has not is not allowed', async () => {
  for (const accept of ['application/json', 'text/event-stream']) {
    const nowhere = await fetch(`${net.url}/operation_fee_stats`, { headers: { accept } })
    expect(nowhere.status).toBe(404)
    expect(nowhere.headers.get('content-type')).toContain('application/problem+json')
    expect(await nowhere.json()).toMatchObject({ type: 'https://stellar.org/horizon-errors/not_found' })
  }
  for (const [path, method] of [
    ['/accounts', 'POST'],
    ['/transactions', 'DELETE'],
    ['/friendbot', 'PUT'],
  ] as const) {
    const refused = await fetch(`${net.url}${path}`, { method })
    expect([refused.status, await refused.text()], path).toEqual([405, ''])
  }
})

test('what cannot be had as a stream is refused, instead of an answer that an event source cannot read', async () => {
  const response = await fetch(`${net.url}/accounts`, { headers: { accept: 'text/event-stream' } })
  expect(response.status).toBe(406)
  expect(await response.json()).toMatchObject({ type: 'https://stellar.org/horizon-errors/not_acceptable' })
})

test('a port that is taken is told, and nothing is left behind', async () => {
  await expect(startLocalnet({ port: Number(new URL(net.url).port) })).rejects.toThrow('EADDRINUSE')
})

test('an account that does not exist is a 404 problem, a wrong address a 400', async () => {
  expect((await fetch(`${net.url}/accounts/${Keypair.random().publicKey()}`)).status).toBe(404)
  expect((await fetch(`${net.url}/accounts/GABC`)).status).toBe(400)
})

test('friendbot refuses what is no address', async () => {
  const response = await fetch(`${net.url}/friendbot?addr=GABC`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    extras: { invalid_field: 'addr' },
  })
})

test('the clock turns: time and ledger number move together', async () => {
  const before = net.core.latestLedger()
  const { result } = await call(net.rpcUrl, 'localnet_advance', {
    seconds: 86_400,
  })
  expect(result).toMatchObject({
    latestLedger: before.sequence + 17_280,
    latestLedgerCloseTime: (before.closeTime + 86_400n).toString(),
  })
  const to = before.closeTime + 200_000n
  const set = await call(net.rpcUrl, 'localnet_setTime', { time: Number(to) })
  expect(set.result?.latestLedgerCloseTime).toBe(to.toString())
  expect((await call(net.rpcUrl, 'localnet_setTime', { time: 1 })).error?.code).toBe(-32602)
})

test('years that were skipped cost no more than one ledger to read through', async () => {
  const { sequence } = net.core.latestLedger()
  for (let year = 0; year < 30; year++) net.advance({ seconds: 365 * 86_400 })
  const { result } = await call(net.rpcUrl, 'getEvents', {
    startLedger: sequence,
    filters: [],
  })
  expect(result?.latestLedger).toBe(sequence + 30 * 365 * 17_280)
  const next = await call(net.rpcUrl, 'getEvents', {
    pagination: { cursor: result?.cursor },
    filters: [],
  })
  expect(next.result?.cursor).toBe(result?.cursor)
})

test('events and transactions outside the history are refused with the range', async () => {
  const { error } = await call(net.rpcUrl, 'getEvents', {
    startLedger: 9_999_999,
    filters: [],
  })
  expect(error?.code).toBe(-32600)
  expect(error?.message).toMatch(/^startLedger must be within the ledger range: \d+ - \d+$/)
  expect((await call(net.rpcUrl, 'getTransactions', { startLedger: 9_999_999 })).error?.code).toBe(-32600)
  expect((await call(net.rpcUrl, 'getLedgers', { startLedger: 9_999_999 })).error?.code).toBe(-32600)
  expect((await call(net.rpcUrl, 'getEvents', { startLedger: 0, filters: [] })).error?.code).toBe(-32602)
})

async function sendPayment(): Promise<{ transaction: string; hash: string }> {
  const [ana, luis] = await Promise.all([fundedAccount(net), fundedAccount(net)])
  const transaction = await signed(net, ana, [payment(luis.publicKey(), Asset.native(), '1')])
  return {
    transaction: transaction.toXdr(),
    hash: Buffer.from(transaction.hash()).toString('hex'),
  }
}

test('a dropped request leaves no trace; a lost response does', async () => {
  const { transaction, hash } = await sendPayment()
  const known = async () => (await call(net.rpcUrl, 'getTransaction', { hash })).result?.status
  net.fault({ kind: 'drop', method: 'sendTransaction' })
  await expect(call(net.rpcUrl, 'sendTransaction', { transaction })).rejects.toThrow()
  expect(await known()).toBe('NOT_FOUND')
  net.fault({ kind: 'loseResponse', method: 'sendTransaction' })
  await expect(call(net.rpcUrl, 'sendTransaction', { transaction })).rejects.toThrow()
  expect(await known()).toBe('SUCCESS')
})

test('a transaction turned away can be sent again as it is', async () => {
  const { transaction, hash } = await sendPayment()
  await call(net.rpcUrl, 'localnet_fault', { kind: 'tryAgainLater' })
  expect((await call(net.rpcUrl, 'sendTransaction', { transaction })).result).toMatchObject({
    status: 'TRY_AGAIN_LATER',
    hash,
  })
  expect((await call(net.rpcUrl, 'sendTransaction', { transaction })).result).toMatchObject({ status: 'PENDING', hash })
})

test('a node that lags does not know what the network knows', async () => {
  const { transaction, hash } = await sendPayment()
  const before = net.core.latestLedger().sequence
  net.fault({ kind: 'staleLedger', count: 2 })
  await call(net.rpcUrl, 'sendTransaction', { transaction })
  expect((await call(net.rpcUrl, 'getTransaction', { hash })).result).toMatchObject({
    status: 'NOT_FOUND',
    latestLedger: before,
  })
  expect((await call(net.rpcUrl, 'getTransaction', { hash })).result).toMatchObject({ status: 'SUCCESS' })
})

test('an outage is HTTP 503 for as many requests as were told; control calls get through', async () => {
  net.fault({ kind: 'http5xx', count: 1 })
  expect((await call(net.rpcUrl, 'localnet_close')).status).toBe(200)
  expect((await post('{"jsonrpc":"2.0","id":1,"method":"getHealth"}')).status).toBe(503)
  expect((await post('{"jsonrpc":"2.0","id":1,"method":"getHealth"}')).status).toBe(200)
})

test('a known transaction may be denied on purpose', async () => {
  const { transaction, hash } = await sendPayment()
  await call(net.rpcUrl, 'sendTransaction', { transaction })
  net.fault({ kind: 'notFound', count: 2 })
  const ask = async () => (await call(net.rpcUrl, 'getTransaction', { hash })).result?.status
  expect([await ask(), await ask(), await ask()]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'SUCCESS'])
  expect((await call(net.rpcUrl, 'localnet_fault', { kind: 'earthquake' })).error?.code).toBe(-32602)
})

test('a hundred accounts are funded at once', async () => {
  const addresses = Array.from({ length: 100 }, () => Keypair.random().publicKey())
  const answers = await Promise.all(addresses.map((address) => fetch(`${net.friendbotUrl}?addr=${address}`)))
  expect(answers.every((answer) => answer.status === 200)).toBe(true)
})
