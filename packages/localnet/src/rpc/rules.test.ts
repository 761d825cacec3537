import {
  Account,
  Asset,
  Keypair,
  Memo,
  Operation,
  SorobanDataBuilder,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { fundedAccount, payment, signed } from '../server/testing.ts'

// Every rule here is one of the network's own RPC: stellar-rpc (internal/methods), its protocol (go-stellar-sdk, protocols/rpc)
// and its JSON-RPC library (jrpc2). None of them may leave anything behind.
let net: Localnet
let classic: string

beforeAll(async () => {
  net = await startLocalnet()
  const ana = await fundedAccount(net)
  classic = (await signed(net, ana, [payment(ana.publicKey(), Asset.native(), '1')])).toXdr()
})

afterAll(() => net.close())

async function post(body: string, headers: Record<string, string> = {}) {
  const before = net.core.serialize()
  const response = await fetch(net.rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  const text = await response.text()
  expect(Buffer.compare(net.core.serialize(), before), 'the ledger is as it was').toBe(0)
  return { status: response.status, text, headers: response.headers }
}

const ask = async (method: string, params?: unknown) => {
  const { status, text } = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }))
  expect(status).toBe(200)
  return JSON.parse(text) as {
    result?: Record<string, unknown>
    error?: { code: number; message: string; data?: unknown }
  }
}

describe('the transport', () => {
  test.each([
    ['another method than POST is not allowed', 'GET', 'application/json', 405, ''],
    ['another type than JSON is not supported', 'POST', 'text/plain', 415, 'content-type must be application/json\n'],
    ['so is no type', 'POST', '', 415, 'content-type must be application/json\n'],
    ['or another charset', 'POST', 'application/json; charset=latin1', 415, 'invalid content-type charset\n'],
  ])('%s', async (_, method, type, status, text) => {
    const response = await fetch(net.rpcUrl, {
      method,
      headers: { 'content-type': type },
      ...(method === 'POST' && { body: '{}' }),
    })
    expect([response.status, await response.text()]).toEqual([status, text])
    expect(response.headers.get('accept-post')).toBe('application/json')
  })

  test('UTF-8 may be named, in either spelling', async () => {
    for (const charset of ['utf-8', 'UTF8', '"utf-8"']) {
      const body = '{"jsonrpc":"2.0","id":1,"method":"getHealth"}'
      const { status } = await post(body, { 'content-type': `application/json; charset=${charset}` })
      expect(status).toBe(200)
    }
  })

  test('a body of more than 512 KiB is not read', async () => {
    expect(await post(' '.repeat(512 * 1024 + 1))).toMatchObject({
      status: 500,
      text: 'http: request body too large\n',
    })
    expect((await post(' '.repeat(512 * 1024))).text).toBe('[-32700] invalid request value\n')
  })

  test.each(['', '{', 'null null', '[1,'])('what is no JSON is answered in plain text: %j', async (body) => {
    const { status, text, headers } = await post(body)
    expect([status, text]).toEqual([500, '[-32700] invalid request value\n'])
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })
})

describe('JSON-RPC', () => {
  const invalid = (code: number, message: string, data?: unknown) => ({
    jsonrpc: '2.0',
    id: null,
    error: { code, message, ...(data !== undefined && { data }) },
  })
  test.each([
    ['a number', '1', invalid(-32700, 'request is not a JSON object')],
    ['null', 'null', invalid(-32600, 'invalid version marker')],
    ['no version', '{"id":null,"method":"getHealth"}', invalid(-32600, 'invalid version marker')],
    ['another version', '{"jsonrpc":"1.0","method":"getHealth"}', invalid(-32600, 'invalid version marker')],
    ['a version that is no text', '{"jsonrpc":2,"method":"getHealth"}', invalid(-32700, 'invalid version key')],
    ['no method', '{"jsonrpc":"2.0"}', invalid(-32600, 'empty method name')],
    ['an empty method', '{"jsonrpc":"2.0","method":""}', invalid(-32600, 'empty method name')],
    ['a method that is no text', '{"jsonrpc":"2.0","method":7}', invalid(-32700, 'invalid method name')],
    [
      'an id that is an object',
      '{"jsonrpc":"2.0","id":{},"method":"getHealth"}',
      invalid(-32600, 'invalid request ID'),
    ],
    [
      'parameters that are a text',
      '{"jsonrpc":"2.0","method":"getHealth","params":"x"}',
      invalid(-32600, 'parameters must be array or object'),
    ],
    [
      'fields that no request has',
      '{"jsonrpc":"2.0","method":"getHealth","mood":1}',
      invalid(-32600, 'extra fields in request', ['mood']),
    ],
    [
      'the fields of a reply',
      '{"jsonrpc":"2.0","method":"getHealth","result":1}',
      invalid(-32600, 'mixed request and reply fields'),
    ],
  ])('%s is refused', async (_, body, answer) => {
    expect(JSON.parse((await post(body)).text)).toEqual(answer)
  })

  test('the id of what is refused is told, if it has one', async () => {
    expect(JSON.parse((await post('{"id":"a","method":"getHealth"}')).text)).toMatchObject({ id: 'a' })
  })

  test('a method that there is not is named beside the refusal', async () => {
    expect((await ask('getMoon')).error).toEqual({ code: -32601, message: 'method not found', data: 'getMoon' })
    expect((await ask('getLedgerEntry')).error?.code).toBe(-32601)
  })

  test('a call without an id, or whose id is null, is a notification', async () => {
    expect(await post('{"jsonrpc":"2.0","method":"getHealth"}')).toMatchObject({ status: 204, text: '' })
    expect(await post('{"jsonrpc":"2.0","id":null,"method":"getMoon"}')).toMatchObject({ status: 204, text: '' })
    expect(await post('[]')).toMatchObject({ status: 204, text: '' })
  })

  test('a batch is answered as one, what is no call first, notifications not at all', async () => {
    const batch = [
      { jsonrpc: '2.0', id: 'a', method: 'getHealth' },
      { jsonrpc: '2.0', method: 'getHealth' },
      { jsonrpc: '2.0', id: 'b', method: 'getMoon' },
      { jsonrpc: '1.0', id: 'c', method: 'getHealth' },
    ]
    const answers = JSON.parse((await post(JSON.stringify(batch))).text)
    expect(answers.map(({ id }: { id: string }) => id)).toEqual(['c', 'a', 'b'])
    const [only] = batch
    expect(JSON.parse((await post(JSON.stringify([only]))).text)).toHaveLength(1)
  })
})

describe('parameters', () => {
  const wrong = (data: string) => ({ code: -32602, message: 'invalid parameters', data })
  const go = (what: string, where: string, type: string) =>
    wrong(`json: cannot unmarshal ${what} into Go struct field ${where} of type ${type}`)
  test.each([
    [
      'getTransaction',
      ['00'],
      wrong('json: cannot unmarshal array into Go value of type protocol.GetTransactionRequest'),
    ],
    ['getHealth', [], wrong('json: cannot unmarshal array into Go value of type protocol.GetHealthRequest')],
    ['getTransaction', { hash: 7 }, go('number', 'GetTransactionRequest.hash', 'string')],
    ['sendTransaction', { transaction: {} }, go('object', 'SendTransactionRequest.transaction', 'string')],
    ['getLedgerEntries', { keys: 'x' }, go('string', 'GetLedgerEntriesRequest.keys', '[]string')],
    ['getLedgerEntries', { keys: [1] }, go('number', 'GetLedgerEntriesRequest.keys', 'string')],
    ['getTransactions', { startLedger: '2' }, go('string', 'GetTransactionsRequest.startLedger', 'uint32')],
    ['getTransactions', { startLedger: -1 }, go('number -1', 'GetTransactionsRequest.startLedger', 'uint32')],
    ['getLedgers', { startLedger: 1.5 }, go('number 1.5', 'GetLedgersRequest.startLedger', 'uint32')],
    ['getLedgers', { startLedger: 2 ** 32 }, go('number 4294967296', 'GetLedgersRequest.startLedger', 'uint32')],
    [
      'getLedgers',
      { startLedger: 2, pagination: 'x' },
      go('string', 'GetLedgersRequest.pagination', 'protocol.LedgerPaginationOptions'),
    ],
    [
      'getTransactions',
      { startLedger: 2, pagination: { limit: -1 } },
      go('number -1', 'GetTransactionsRequest.pagination.limit', 'uint'),
    ],
    ['getEvents', { startLedger: 2, filters: {} }, go('object', 'GetEventsRequest.filters', '[]protocol.EventFilter')],
    ['getEvents', { pagination: { cursor: 'x' } }, wrong('invalid event id x')],
    [
      'getEvents',
      { startLedger: 2, filters: [{ topics: [[7]] }] },
      wrong('json: cannot unmarshal number into Go value of type string'),
    ],
    [
      'getEvents',
      { startLedger: 2, filters: [{ topics: [['AAAA']] }] },
      wrong('could not decode the topic segment AAAA'),
    ],
    [
      'simulateTransaction',
      { resourceConfig: { instructionLeeway: -1 } },
      go('number -1', 'SimulateTransactionRequest.resourceConfig.instructionLeeway', 'uint64'),
    ],
  ])('%s %j', async (method, params, error) => {
    expect((await ask(method, params)).error).toEqual(error)
  })

  test('null and fields that nobody knows are as good as nothing', async () => {
    expect((await ask('getHealth', { mood: 'good' })).result?.status).toBe('healthy')
    expect((await ask('getLedgerEntries', { keys: null })).result?.entries).toEqual([])
  })

  test('names are known in any case', async () => {
    expect((await ask('getTransaction', { HASH: 'ab' })).error?.message).toBe('unexpected hash length (2)')
  })
})

describe('refusals', () => {
  const params = (message: string) => ({ code: -32602, message })
  const request = (message: string) => ({ code: -32600, message })
  const format = "got 'yaml': expected base64, json for optional 'xdrFormat'"
  const hash = 'ab'.repeat(32)
  const range = () =>
    `between the oldest ledger: ${net.core.oldestLedger()} and the latest ledger: ${net.core.latestLedger().sequence} for this rpc instance`

  test.each([
    ['getTransaction', {}, params('unexpected hash length (0)')],
    ['getTransaction', { hash: 'ab' }, params('unexpected hash length (2)')],
    ['getTransaction', { hash: `${hash}a` }, params('incorrect hash: encoding/hex: odd length hex string')],
    ['getTransaction', { hash: `z${hash.slice(1)}` }, params("incorrect hash: encoding/hex: invalid byte: U+007A 'z'")],
    ['getTransaction', { hash, xdrFormat: 'yaml' }, params(format)],
    ['getTransaction', { hash, minLedger: 9, maxLedger: 8 }, params('minLedger (9) must not exceed maxLedger (8)')],
    ['sendTransaction', {}, params('invalid_xdr')],
    ['sendTransaction', { transaction: 'AAAA' }, params('invalid_xdr')],
    ['sendTransaction', { transaction: 'AAAA', xdrFormat: 'yaml' }, params(format)],
    ['getLedgerEntries', { keys: [], xdrFormat: 'yaml' }, params(format)],
    [
      'getLedgerEntries',
      { keys: Array.from({ length: 201 }, () => 'x') },
      params('key count (201) exceeds maximum supported (200)'),
    ],
    ['getLedgerEntries', { keys: ['AAAA'] }, params('cannot unmarshal key value AAAA at index 0')],
    [
      'getLedgerEntries',
      { keys: [xdr.LedgerKey.ttl(new xdr.LedgerKeyTtl({ keyHash: new Uint8Array(32) })).toXdr('base64')] },
      params('ledger ttl entries cannot be queried directly'),
    ],
    ['getEvents', {}, params('startLedger must be positive')],
    [
      'getEvents',
      { startLedger: 2, pagination: { cursor: '0000000008589938688-0000000001' } },
      params('ledger ranges and cursor cannot both be set'),
    ],
    [
      'getEvents',
      { endLedger: 2, pagination: { cursor: '0000000008589938688-0000000001' } },
      params('ledger ranges and cursor cannot both be set'),
    ],
    ['getEvents', { startLedger: 2, pagination: { limit: 10_001 } }, params('limit must not exceed 10000')],
    ['getEvents', { startLedger: 2, filters: [{}, {}, {}, {}, {}, {}] }, params('maximum 5 filters per request')],
    [
      'getEvents',
      { startLedger: 2, filters: [{ contractIds: ['C', 'C', 'C', 'C', 'C', 'C'] }] },
      params('filter 1 invalid: maximum 5 contract IDs per filter'),
    ],
    [
      'getEvents',
      { startLedger: 2, filters: [{ topics: [['*'], ['*'], ['*'], ['*'], ['*'], ['*']] }] },
      params('filter 1 invalid: maximum 5 topics per filter'),
    ],
    ['getEvents', { startLedger: 2, xdrFormat: 'yaml' }, params(format)],
    [
      'getTransactions',
      { startLedger: 2, pagination: { cursor: '5' } },
      request('startLedger (2) and cursor (5) cannot both be set'),
    ],
    ['getTransactions', { startLedger: 2, pagination: { limit: 201 } }, request('limit must not exceed 200')],
    ['getTransactions', { pagination: { cursor: 'x' } }, params('strconv.ParseInt: parsing "x": invalid syntax')],
    [
      'getTransactions',
      { pagination: { cursor: '9223372036854775808' } },
      params('strconv.ParseInt: parsing "9223372036854775808": value out of range'),
    ],
    ['getTransactions', { pagination: { cursor: '0' } }, params('database does not contain metadata for ledger: 0')],
    ['getTransactions', { startLedger: 2, xdrFormat: 'yaml' }, request(format)],
    ['getLedgers', { startLedger: 2, pagination: { limit: 201 } }, request('limit must not exceed 200')],
    ['getLedgers', { pagination: { cursor: '-1' } }, params('strconv.ParseUint: parsing "-1": invalid syntax')],
    [
      'getLedgers',
      { pagination: { cursor: '4294967296' } },
      params('strconv.ParseUint: parsing "4294967296": value out of range'),
    ],
    ['getLedgers', { startLedger: 2, xdrFormat: 'yaml' }, request(format)],
  ])('%s %j', async (method, given, error) => {
    expect((await ask(method, given)).error).toEqual(error)
  })

  test('ledgers outside of the history are refused with what there is', async () => {
    const beyond = net.core.latestLedger().sequence + 1
    const error = request(`start ledger (${beyond}) must be ${range()}`)
    expect((await ask('getTransactions', { startLedger: beyond })).error).toEqual(error)
    expect((await ask('getLedgers', { startLedger: beyond })).error).toEqual(error)
    expect((await ask('getLedgers', {})).error).toEqual(request(`start ledger (0) must be ${range()}`))
    const cursor = String(beyond)
    const last = params(`cursor ('${cursor}') must be ${range()}`)
    expect((await ask('getLedgers', { pagination: { cursor } })).error).toEqual(last)
    const [oldest, latest] = [net.core.oldestLedger(), net.core.latestLedger().sequence]
    const events = request(`startLedger must be within the ledger range: ${oldest} - ${latest}`)
    expect((await ask('getEvents', { startLedger: beyond })).error).toEqual(events)
    const both = { startLedger: beyond, xdrFormat: 'yaml' }
    expect((await ask('getLedgers', both)).error).toEqual(
      request(`start ledger (${beyond}) must be ${range()}\n${format}`),
    )
  })

  test('what cannot be simulated is a result with an error, found before the ledger is looked at', async () => {
    const two = TransactionBuilder.fromXdr(classic, net.passphrase)
    const envelopeOf = (operations: xdr.Operation[]) => {
      const wire = two.toEnvelope().toXdrObject()
      if (wire.type !== 2) throw new Error('unexpected envelope')
      const tx = { ...wire.v1.tx, operations: operations.map((operation) => operation.toXdrObject()) }
      return xdr.TransactionEnvelope.fromXdrObject({ type: 2, v1: { ...wire.v1, tx } }).toXdr('base64')
    }
    const bump = Operation.bumpSequence({ bumpTo: '1' })
    const extend = Operation.extendFootprintTtl({ extendTo: 5 })
    const upload = Operation.uploadContractWasm({ wasm: new Uint8Array(4) })
    const errorOf = async (given: Record<string, unknown>) => (await ask('simulateTransaction', given)).result
    const failed = (error: string) => ({ error, latestLedger: 0 })
    expect(await errorOf({})).toEqual(failed('Could not unmarshal transaction'))
    expect(await errorOf({ transaction: 'AAAA' })).toEqual(failed('Could not unmarshal transaction'))
    expect(await errorOf({ transaction: classic, xdrFormat: 'yaml' })).toEqual(failed(format))
    expect(await errorOf({ transaction: envelopeOf([bump, bump]) })).toEqual(
      failed('Transaction contains more than one operation'),
    )
    expect(await errorOf({ transaction: classic, authMode: 'trust' })).toEqual(
      failed("optional 'authMode' must be one of enforce,record,record_allow_nonroot when included"),
    )
    expect(await errorOf({ transaction: envelopeOf([extend]), authMode: 'record' })).toEqual(
      failed('cannot set authMode with non-InvokeHostFunction operations'),
    )
    expect(await errorOf({ transaction: classic })).toEqual(
      failed('transaction contains unsupported operation type: OperationTypePayment'),
    )
    expect(await errorOf({ transaction: envelopeOf([extend]) })).toEqual(
      failed(
        'To perform a SimulateTransaction for ExtendFootprintTtl or RestoreFootprint operations, SorobanTransactionData must be provided',
      ),
    )
    const run = await errorOf({ transaction: envelopeOf([upload]) })
    expect(run).toMatchObject({
      error: expect.stringContaining('HostError'),
      latestLedger: net.core.latestLedger().sequence,
    })
  })

  test('a contract call with a memo is not simulated', async () => {
    const ana = await fundedAccount(net)
    const builder = new TransactionBuilder(new Account(ana.publicKey(), '1'), {
      fee: '100',
      networkPassphrase: net.passphrase,
    })
    builder.addOperation(Operation.uploadContractWasm({ wasm: new Uint8Array(4) })).setTimeout(0)
    builder.setSorobanData(new SorobanDataBuilder().build())
    const transaction = builder.addMemo(Memo.text('hi')).build().toXdr()
    expect((await ask('simulateTransaction', { transaction })).result?.error).toMatch(/memo/)
  })
})

describe('ledger entries', () => {
  const keyOf = (keypair: Keypair): string =>
    xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: keypair.xdrAccountId() })).toXdr('base64')

  test('come in the order of their keys, each once, where it is named last', async () => {
    const [ana, luis] = [await fundedAccount(net), await fundedAccount(net)]
    const keys = [keyOf(ana), keyOf(Keypair.random()), keyOf(luis), keyOf(ana)]
    const { result } = await ask('getLedgerEntries', { keys })
    const entries = result?.entries as { key: string; extXdr: string }[]
    expect(entries.map(({ key }) => key)).toEqual([keyOf(luis), keyOf(ana)])
    expect(entries[0]).toMatchObject({ extXdr: 'AAAAAA==' })
  })
})

describe('a transaction', () => {
  test('is found between the ledgers that are named, both included', async () => {
    const ana = await fundedAccount(net)
    const transaction = await signed(net, ana, [payment(ana.publicKey(), Asset.native(), '1')])
    const hash = Buffer.from(transaction.hash()).toString('hex')
    net.core.send(transaction.toEnvelope())
    const { sequence } = net.core.latestLedger()
    const statusIn = async (bounds: object) => (await ask('getTransaction', { hash, ...bounds })).result?.status
    expect(await statusIn({ minLedger: sequence, maxLedger: sequence })).toBe('SUCCESS')
    expect(await statusIn({ maxLedger: sequence - 1 })).toBe('NOT_FOUND')
    expect(await statusIn({ minLedger: sequence + 1 })).toBe('NOT_FOUND')
  })
})
