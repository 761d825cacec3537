import { Asset, Keypair, Operation, type Transaction, TransactionBuilder, xdr } from '@stellar/stellar-sdk/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesOf } from '../core/testing.ts'
import { type Localnet, startLocalnet } from './localnet.ts'
import { call, fundedAccount, payment, sequenceOf, signed } from './testing.ts'

// What comes over the wire and nobody means well with, at every door that takes transactions: refused in the network's words, and the
// ledger is, byte for byte, as it was.
let net: Localnet
let ana: Keypair
let good: string

beforeAll(async () => {
  net = await startLocalnet()
  ana = await fundedAccount(net)
  good = (await signed(net, ana, [payment(ana.publicKey(), Asset.native(), '1')])).toXdr()
})
afterAll(() => net.close())

async function unchanged(what: () => Promise<void>): Promise<void> {
  const before = net.core.serialize()
  await what()
  expect(Buffer.compare(net.core.serialize(), before)).toBe(0)
}

function envelopeOf(text: string) {
  const wire = xdr.TransactionEnvelope.fromXdr(text, 'base64').toXdrObject()
  if (wire.type !== 2) throw new Error('another envelope')
  return wire.v1
}

const bytes = (edit: (whole: Buffer) => Buffer): string => edit(Buffer.from(good, 'base64')).toString('base64')
const withLength = (at: number, length: number) =>
  bytes((whole) => {
    whole.writeUInt32BE(length, at)
    return whole
  })
/** Offset of the number of operations: type, source, fee, sequence, time bounds, memo. */
const OPERATIONS_AT = 4 + 36 + 4 + 8 + 4 + 16 + 4

const MALFORMED: readonly (readonly [string, () => string])[] = [
  ['nothing', () => ''],
  ['no base64', () => '!!!!'],
  ['base64 of the web', () => `${good.slice(0, -4)}-_-_`],
  ['text', () => Buffer.from('transfer everything').toString('base64')],
  ['half a transaction', () => bytes((whole) => whole.subarray(0, whole.length / 2))],
  ['a transaction with more behind it', () => bytes((whole) => Buffer.concat([whole, Buffer.alloc(4)]))],
  ['an unknown type', () => withLength(0, 77)],
  ['more operations than a transaction has', () => withLength(OPERATIONS_AT, 101)],
  ['more operations than there is memory', () => withLength(OPERATIONS_AT, 0xffff_ffff)],
  [
    'a transaction of bytes that are all ones',
    () => bytes((whole) => Buffer.concat([whole.subarray(0, 4), Buffer.alloc(60, 255)])),
  ],
  ['another value than an envelope', () => xdr.ScVal.scvU32(7).toXdr('base64')],
]

test.each(MALFORMED)('malformed: %s', async (_what, transaction) => {
  await unchanged(async () => {
    const sent = await call(net.rpcUrl, 'sendTransaction', { transaction: transaction() })
    expect(sent.error).toEqual({ code: -32602, message: 'invalid_xdr' })
    const simulated = await call(net.rpcUrl, 'simulateTransaction', { transaction: transaction() })
    expect(simulated.result).toMatchObject({ error: 'Could not unmarshal transaction' })
    for (const path of ['/transactions', '/transactions_async']) {
      const body = new URLSearchParams({ tx: transaction() })
      const response = await fetch(`${net.url}${path}`, { method: 'POST', body })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ type: 'https://stellar.org/horizon-errors/transaction_malformed' })
    }
  })
})

test('a transaction that was signed for another network is not signed for this one', async () => {
  const builder = TransactionBuilder.fromXdr(good, 'Public Global Stellar Network ; September 2015') as Transaction
  const foreign = TransactionBuilder.cloneFrom(builder).build()
  foreign.sign(ana)
  await unchanged(async () => {
    const { result } = await call(net.rpcUrl, 'sendTransaction', { transaction: foreign.toXdr() })
    expect(result?.status).toBe('ERROR')
    const errorResult = Buffer.from(String(result?.errorResultXdr), 'base64')
    expect(codesOf(errorResult).code).toBe('tx_bad_auth')
    // Simulations look at no signature, here as on the network, and change nothing.
    const { result: simulated } = await call(net.rpcUrl, 'simulateTransaction', { transaction: foreign.toXdr() })
    expect(simulated).toHaveProperty('error')
  })
})

test('what no client would build is malformed, and no bug of the server', async () => {
  const { tx, signatures } = envelopeOf(good)
  const native = { type: 0 } as const
  const constantProduct = { assetA: native, assetB: native, fee: 31 }
  const line = { type: 3, liquidityPool: { type: 0, constantProduct } } as const
  const operations = [{ sourceAccount: null, body: { type: 6, changeTrustOp: { line, limit: 1n } } } as const]
  const v1 = { tx: { ...tx, operations }, signatures }
  const odd = Buffer.from(xdr.TransactionEnvelope.schema.encode({ type: 2, v1 })).toString('base64')
  await unchanged(async () => {
    const { result } = await call(net.rpcUrl, 'sendTransaction', { transaction: odd })
    expect(result).toMatchObject({ status: 'ERROR', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    for (const path of ['/transactions', '/transactions_async']) {
      const response = await fetch(`${net.url}${path}`, { method: 'POST', body: new URLSearchParams({ tx: odd }) })
      expect(response.status).toBe(400)
    }
  })
})

test('a body that is too large is not read on any door', async () => {
  await unchanged(async () => {
    const large = 'A'.repeat(5 * 1024 * 1024)
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'sendTransaction', params: { transaction: large } })
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(net.rpcUrl, { method: 'POST', headers, body })).status).toBe(500)
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    expect((await fetch(`${net.url}/transactions`, { ...form, body: `tx=${large}` })).status).toBe(413)
  })
})

test('Horizon and friendbot refuse what is no address, no asset, no number', async () => {
  await unchanged(async () => {
    const paths = [
      '/accounts/GABC',
      `/accounts/${Keypair.random().secret()}`,
      '/ledgers/-1',
      '/ledgers/99999999999999999999',
      '/operations?limit=201',
      '/operations?cursor=never',
      '/transactions/zz',
      '/friendbot?addr=GABC',
      '/friendbot',
      `/friendbot?addr=${ana.publicKey()}`,
      '/assets?asset_code=THIRTEENCHARS',
      '/order_book?selling_asset_type=gold',
    ]
    for (const path of paths) expect([path, (await fetch(`${net.url}${path}`)).status]).toEqual([path, 400])
    expect((await fetch(`${net.url}/accounts/%00`)).status).toBe(400)
    expect((await fetch(`${net.url}/../../etc/passwd`)).status).toBe(404)
  })
})

test('the network goes on after all of it', async () => {
  expect((await call(net.rpcUrl, 'sendTransaction', { transaction: good })).result?.status).toBe('PENDING')
  expect(await sequenceOf(net, ana.publicKey())).toBe(
    (TransactionBuilder.fromXdr(good, net.passphrase) as Transaction).sequence,
  )
  const merge = Operation.accountMerge({ destination: ana.publicKey() })
  const spent = await signed(net, ana, [merge])
  expect((await call(net.rpcUrl, 'sendTransaction', { transaction: spent.toXdr() })).result?.status).toBe('ERROR')
})
