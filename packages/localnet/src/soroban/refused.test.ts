import { Address, Keypair, Memo, Operation, type TransactionBuilder, xdr } from '@stellar/stellar-sdk/base'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { codesOf } from '../core/testing.ts'
import { CounterNetwork, type Declared, dataKey, dataOf } from './test-network.ts'

// What a node refuses when it is sent, before anybody pays for it: each leaves the network, byte for byte, as it was.
let network: CounterNetwork
let who: string

const me = () => Address.fromString(who).toScVal()

beforeAll(async () => {
  network = await CounterNetwork.start()
  who = network.payer.publicKey()
})

beforeEach(() => network.net.core.restore(network.start))

const reads = (): readonly xdr.LedgerKey[] => [network.instance, network.code]
const draft = () => {
  const key = xdr.ScVal.scvVec([xdr.ScVal.scvSymbol('Draft')])
  return dataKey(network.counter, key, xdr.ContractDataDurability.temporary)
}
const accountKeyOf = ({ payer }: { payer: Keypair }) =>
  xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: payer.xdrAccountId() }))
const extend = (extendTo: number): xdr.Operation => Operation.extendFootprintTtl({ extendTo })
const restore = (): xdr.Operation => Operation.restoreFootprint({})

// The codes MALFORMED of the three operations.
test.each<[string, () => xdr.Operation, () => Declared]>([
  [
    'a contract larger than the network allows',
    () => Operation.uploadContractWasm({ wasm: new Uint8Array(131_073) }),
    () => ({}),
  ],
  [
    'read-write entries to extend',
    () => extend(100),
    () => ({ readOnly: [network.code], readWrite: [network.instance] }),
  ],
  ['a longer life than the network allows', () => extend(3_110_400), () => ({ readOnly: reads() })],
  ['a classic entry to extend', () => extend(100), () => ({ readOnly: [accountKeyOf(network)] })],
  ['read-only entries to restore', restore, () => ({ readOnly: [network.code] })],
  ['a temporary entry to restore', restore, () => ({ readWrite: [draft()] })],
])('malformed: %s', (_what, operation, declared) => {
  const before = network.net.core.serialize()
  const fate = network.send(operation(), declared())
  expect([fate.code, fate.operations, fate.sent.status]).toEqual(['tx_failed', ['malformed'], 'ERROR'])
  expect(Buffer.compare(network.net.core.serialize(), before)).toBe(0)
})

const many = (times: number) =>
  Array.from({ length: times }, (_, at) => {
    const hash = new Uint8Array(32)
    new DataView(hash.buffer).setUint32(0, at)
    return xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash }))
  })

test.each<[string, () => Declared, RegExp]>([
  [
    'more instructions than the network allows',
    () => ({ instructions: 400_000_001 }),
    /transaction instructions resources exceed network config limit/,
  ],
  [
    'more entries than the network allows',
    () => ({ readOnly: many(401) }),
    /number of entries in transaction footprint exceeds/,
  ],
  ['more writes than the network allows', () => ({ readWrite: many(201) }), /transaction entry-write resources exceed/],
  [
    'more disk reads than the network allows',
    () => ({ diskReadBytes: 200_001 }),
    /transaction byte-read resources exceed/,
  ],
  [
    'more bytes to write than the network allows',
    () => ({ writeBytes: 132_097 }),
    /transaction byte-write resources exceed/,
  ],
  ['the same entry twice', () => ({ readOnly: reads(), readWrite: [network.code] }), /Found duplicate key/],
  [
    'a key longer than the network allows',
    () => ({ readOnly: [dataKey(network.counter, xdr.ScVal.scvBytes(new Uint8Array(250)))] }),
    /transaction footprint key exceeds network config limit/,
  ],
  [
    'less than the resources cost',
    () => ({ readOnly: reads(), resourceFee: 100n }),
    /is lower than the actual Soroban resource fee/,
  ],
  ['to restore a temporary entry', () => ({ readWrite: [draft()], archived: [0] }), /points to a non-persistent entry/],
  [
    'to restore what the footprint does not name',
    () => ({ readWrite: [network.code], archived: [1] }),
    /index is out of bounds/,
  ],
])('txSOROBAN_INVALID: a transaction that declares %s', (_what, declared, says) => {
  const before = network.net.core.serialize()
  const fate = network.send(network.call('of', me()), declared())
  expect([fate.code, fate.sent.status]).toEqual(['tx_soroban_invalid', 'ERROR'])
  const [event] = fate.sent.diagnosticEventsXdr ?? []
  const told = JSON.stringify(xdr.DiagnosticEvent.fromXdr(event ?? new Uint8Array()).toJson())
  expect(told).toMatch(says)
  expect(Buffer.compare(network.net.core.serialize(), before)).toBe(0)
})

test('txMALFORMED: a transaction that declares more for its resources than it pays in all', () => {
  const { net, payer } = network
  const edit = (builder: TransactionBuilder) => void builder.setSorobanData(dataOf({ readOnly: reads() }))
  const envelope = net.build(payer, [network.call('of', me())], { edit }).toEnvelope()
  if (envelope.type !== 'envelopeTypeTx') throw new Error('another envelope')
  const { tx, signatures } = envelope.v1
  const cheap = new xdr.TransactionV1Envelope({ tx: new xdr.Transaction({ ...tx, fee: 1000 }), signatures })
  const sent = net.core.send(xdr.TransactionEnvelope.envelopeTypeTx(cheap))
  expect([sent.status, codesOf(sent.errorResultXdr ?? new Uint8Array()).code]).toEqual(['ERROR', 'tx_malformed'])
})

/** A call that somebody besides its source authorizes, not signed. */
function callOfOther(): xdr.Operation {
  const { body } = network.authorized('of', me())
  if (body.type !== 'invokeHostFunction') throw new Error('not an invocation')
  const { hostFunction: func, auth } = body.invokeHostFunctionOp
  const [own] = auth
  if (own === undefined) throw new Error('no authorization')
  const credentials = xdr.SorobanCredentials.sorobanCredentialsAddress(
    new xdr.SorobanAddressCredentials({
      address: Address.fromString(Keypair.random().publicKey()).toScAddress(),
      nonce: 1n,
      signatureExpirationLedger: 1000,
      signature: xdr.ScVal.scvVoid(),
    }),
  )
  const entry = new xdr.SorobanAuthorizationEntry({ credentials, rootInvocation: own.rootInvocation })
  return Operation.invokeHostFunction({ func, auth: [own, entry] })
}

test('txSOROBAN_INVALID: a call with a memo that somebody besides its source authorizes', () => {
  const before = network.net.core.serialize()
  const edit = (builder: TransactionBuilder) => {
    builder.addMemo(Memo.text('no')).setSorobanData(dataOf({ readOnly: reads() }))
  }
  const fate = network.send(callOfOther(), { build: { edit } })
  expect([fate.code, fate.sent.status]).toEqual(['tx_soroban_invalid', 'ERROR'])
  const [event] = fate.sent.diagnosticEventsXdr ?? []
  const told = JSON.stringify(xdr.DiagnosticEvent.fromXdr(event ?? new Uint8Array()).toJson())
  expect(told).toContain('non-source auth Soroban tx uses memo or muxed source account')
  expect(Buffer.compare(network.net.core.serialize(), before)).toBe(0)
})

test('a call with a memo is taken that its source alone authorizes', () => {
  const edit = (builder: TransactionBuilder) => {
    builder.addMemo(Memo.text('yes')).setSorobanData(dataOf({ readOnly: [...reads(), network.countKey(who)] }))
  }
  expect(network.send(network.authorized('of', me()), { build: { edit } }).code).toBe('tx_success')
})
