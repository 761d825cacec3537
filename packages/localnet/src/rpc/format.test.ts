import { Account, Asset, Keypair, nativeToScVal, Operation, TransactionBuilder, xdr } from '@stellar/stellar-sdk/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { call, carryOut, fundedAccount, payment, sequenceOf } from '../server/testing.ts'

let net: Localnet
let hash: string
let payer: Keypair

beforeAll(async () => {
  net = await startLocalnet()
  payer = await fundedAccount(net)
  const payee = await fundedAccount(net)
  hash = await carryOut(net, payer, [payment(payee.publicKey(), Asset.native(), '1')])
})

afterAll(() => net.close())

async function both(method: string, params: object) {
  const plain = await call(net.rpcUrl, method, params)
  const json = await call(net.rpcUrl, method, { ...params, xdrFormat: 'json' })
  if (!plain.result || !json.result) throw new Error(JSON.stringify([plain.error, json.error]))
  return { plain: plain.result, json: json.result }
}

/** JSON as it comes out of a socket. */
const wire = (value: { toJson(): unknown }): unknown => JSON.parse(JSON.stringify(value.toJson()))

test('a transaction in JSON says what its XDR says, and carries no XDR', async () => {
  const { plain, json } = await both('getTransaction', { hash })
  expect(json.envelopeJson).toEqual(wire(xdr.TransactionEnvelope.fromXdr(String(plain.envelopeXdr), 'base64')))
  expect(json.resultJson).toEqual(wire(xdr.TransactionResult.fromXdr(String(plain.resultXdr), 'base64')))
  expect(json.resultMetaJson).toEqual(wire(xdr.TransactionMeta.fromXdr(String(plain.resultMetaXdr), 'base64')))
  expect(json.events).toHaveProperty('contractEventsJson.0.0.type', 'contract')
  expect(Object.keys(json).filter((name) => name.endsWith('Xdr'))).toEqual([])
})

test('a ledger in JSON keeps its two XDR fields, empty', async () => {
  const startLedger = net.core.latestLedger().sequence
  const { plain, json } = await both('getLedgers', { startLedger })
  const [[ledger], [inJson]] = [plain.ledgers, json.ledgers] as [[Record<string, unknown>], [Record<string, unknown>]]
  expect(inJson).toMatchObject({ headerXdr: '', metadataXdr: '' })
  expect(inJson?.metadataJson).toEqual(wire(xdr.LedgerCloseMeta.fromXdr(String(ledger?.metadataXdr), 'base64')))
})

test('an entry in JSON is told with its key and extension', async () => {
  const accountId = Keypair.fromPublicKey(payer.publicKey()).xdrAccountId()
  const key = xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId }))
  const { json } = await both('getLedgerEntries', { keys: [key.toXdr('base64')] })
  expect(json.entries).toMatchObject([
    {
      keyJson: { account: { account_id: payer.publicKey() } },
      dataJson: { account: { account_id: payer.publicKey() } },
    },
  ])
  expect(json.entries).toHaveProperty('0.extJson')
})

test('an event in JSON is told with its topics and value', async () => {
  const { json } = await both('getEvents', { startLedger: net.core.latestLedger().sequence })
  const transfer = nativeToScVal('transfer', { type: 'symbol' }).toJson()
  const events = json.events as { topicJson: unknown[] }[]
  expect(events.map(({ topicJson }) => topicJson[0])).toContainEqual(transfer)
})

test('a simulation in JSON says what its XDR says', async () => {
  const account = new Account(payer.publicKey(), await sequenceOf(net, payer.publicKey()))
  const transaction = new TransactionBuilder(account, { fee: '100', networkPassphrase: net.passphrase })
    .addOperation(Operation.createStellarAssetContract({ asset: new Asset('SUN', payer.publicKey()) }))
    .setTimeout(0)
    .build()
    .toXdr()
  const { plain, json } = await both('simulateTransaction', { transaction })
  const data = xdr.SorobanTransactionData.fromXdr(String(plain.transactionData), 'base64')
  expect(json.transactionDataJson).toEqual(wire(data))
  const [result] = plain.results as [{ xdr: string }]
  expect(json.results).toMatchObject([{ returnValueJson: wire(xdr.ScVal.fromXdr(result.xdr, 'base64')) }])
  const [change] = plain.stateChanges as [{ key: string; after: string }]
  expect(json.stateChanges).toHaveProperty('0.keyJson', wire(xdr.LedgerKey.fromXdr(change.key, 'base64')))
  expect(json.stateChanges).toHaveProperty('0.afterJson', wire(xdr.LedgerEntry.fromXdr(change.after, 'base64')))
  expect(json.stateChanges).toMatchObject([{ type: 'created', before: null, after: null }])
  expect(json).not.toHaveProperty('transactionData')
})

test('another form is refused in the words of the network', async () => {
  const { error } = await call(net.rpcUrl, 'getTransaction', { hash, xdrFormat: 'yaml' })
  expect(error).toEqual({ code: -32602, message: "got 'yaml': expected base64, json for optional 'xdrFormat'" })
})
