import { Address, Asset, nativeToScVal, Operation, scValToNative, xdr } from '@stellar/stellar-sdk/base'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createCore } from '../core/core.ts'
import { codesOf, type Fate, TestNetwork } from '../core/testing.ts'
import { CounterNetwork, dataKey, dataOf } from './test-network.ts'

// What a ledger tells afterwards of a contract call: fees, refunds, events, figures, what was restored and what left.
let network: CounterNetwork
let who: string

beforeAll(async () => {
  network = await CounterNetwork.start()
  who = network.payer.publicKey()
})

beforeEach(() => network.net.core.restore(network.start))

const me = () => Address.fromString(who).toScVal()
const reads = (): readonly xdr.LedgerKey[] => [network.instance, network.code]
const count = (archived: number[] = []): Fate =>
  network.send(network.authorized('count', me()), {
    readOnly: reads(),
    readWrite: [network.countKey(who)],
    archived,
  })

function metaOf(fate: Fate): xdr.TransactionMetaV4 {
  const meta = xdr.TransactionMeta.fromXdr(fate.applied?.metaXdr ?? new Uint8Array())
  if (meta.type !== 'v4') throw new Error(`meta of form ${meta.type}`)
  return meta.v4
}

/** The changes in XDR of LedgerEntryChanges. */
function changesIn(bytes: Uint8Array | undefined): xdr.LedgerEntryChange[] {
  // TransactionMeta of form 0 is a list of operations, each of them a list of changes.
  const meta = xdr.TransactionMeta.fromXdr(
    Buffer.concat([Buffer.alloc(4), Buffer.from([0, 0, 0, 1]), bytes ?? new Uint8Array()]),
  )
  if (meta.type !== 'operations') throw new Error(`meta of form ${meta.type}`)
  return meta.operations.flatMap(({ changes }) => changes)
}

function balances(changes: readonly xdr.LedgerEntryChange[]): bigint[] {
  return changes.map((change) => {
    const entry = change.type === 'ledgerEntryState' ? change.state : (change as { updated?: xdr.LedgerEntry }).updated
    if (entry?.data.type !== 'account') throw new Error('not an account')
    return entry.data.account.balance
  })
}

test('the fee is taken before, what was not used is given back after, and every account of it agrees', () => {
  const fate = count()
  const { applied } = fate
  const [before = 0n, charged = 0n] = balances(changesIn(applied?.feeChangesXdr))
  const [used = 0n, refunded = 0n] = balances(changesIn(applied?.refundChangesXdr))
  expect(before - charged).toBe(500_000_100n)
  expect(used).toBe(charged)
  expect(applied?.feeChargedStroops).toBe(before - refunded)
  expect(network.net.account(who).balanceStroops).toBe(refunded)
  const fees = metaOf(fate).events.map(({ stage, event }) => [
    stage.name,
    scValToNative(event.body.value.data) as bigint,
  ])
  expect(fees).toEqual([
    ['transactionEventStageBeforeAllTxs', before - charged],
    ['transactionEventStageAfterAllTxs', used - refunded],
  ])
  const ext = metaOf(fate).sorobanMeta?.ext
  if (ext?.type !== 'v1') throw new Error('no fees in the meta')
  const { totalNonRefundableResourceFeeCharged, totalRefundableResourceFeeCharged, rentFeeCharged } = ext.v1
  expect(totalNonRefundableResourceFeeCharged + totalRefundableResourceFeeCharged + 100n).toBe(
    applied?.feeChargedStroops,
  )
  expect(rentFeeCharged).toBeGreaterThan(0n)
  expect(metaOf(fate).txChangesAfter).toEqual([])
})

test('no transaction spends what another of its ledger is about to get back', async () => {
  const { net, payer } = network
  const friend = net.fund()
  const core = await createCore({ mode: { everySeconds: 3600 }, machineNow: () => net.clock.now })
  core.restore(net.core.serialize())
  const balance = net.account(who).balanceStroops
  const data = dataOf({ readOnly: reads(), readWrite: [network.countKey(who)] })
  const call = net.build(payer, [network.authorized('count', me())], {
    edit: (builder) => void builder.setSorobanData(data),
  })
  // More than is left once the fee is set aside, less than is left in the end.
  const amount = ((balance - 300_000_000n) / 10_000_000n).toString()
  const spend = net.build(
    friend,
    [Operation.payment({ source: who, destination: friend.publicKey(), asset: Asset.native(), amount })],
    { signers: [friend, payer] },
  )
  const [first, second] = [core.send(call.toEnvelope()), core.send(spend.toEnvelope())]
  core.close()
  expect(codesOf(core.transaction(first.hash)?.resultXdr ?? new Uint8Array()).code).toBe('tx_success')
  const late = codesOf(core.transaction(second.hash)?.resultXdr ?? new Uint8Array())
  expect([late.code, late.operations]).toEqual(['tx_failed', ['underfunded']])
  const refunded = balance - (core.transaction(first.hash)?.feeChargedStroops ?? 0n)
  expect(refunded).toBeGreaterThan(BigInt(amount) * 10_000_000n)
  core.stop()
})

test('a failed call pays for what cannot be refunded, and for nothing else', () => {
  const fate = network.send(network.call('fall'), { readOnly: reads() })
  expect(fate.operations).toEqual(['trapped'])
  const ext = metaOf(fate).sorobanMeta?.ext
  if (ext?.type !== 'v1') throw new Error('no fees in the meta')
  expect(ext.v1.totalRefundableResourceFeeCharged).toBe(0n)
  expect(fate.applied?.feeChargedStroops).toBe(ext.v1.totalNonRefundableResourceFeeCharged + 100n)
  expect(metaOf(fate).operations).toEqual([])
})

function metricsOf(fate: Fate): Map<string, bigint> {
  const events = fate.applied?.diagnosticEvents ?? []
  const told = events.map(({ event }) => [event.body.value.topics.map((topic) => scValToNative(topic)), event] as const)
  return new Map(
    told
      .filter(([[kind]]) => kind === 'core_metrics')
      .map(([[, name], event]) => [String(name), scValToNative(event.body.value.data) as bigint]),
  )
}

test('the figures of a call close its diagnostic events, whether it went well or not', () => {
  const metrics = metricsOf(count())
  expect([...metrics.keys()]).toEqual(
    [
      ['read_entry', 'write_entry', 'ledger_read_byte', 'ledger_write_byte', 'read_key_byte', 'write_key_byte'],
      ['read_data_byte', 'write_data_byte', 'read_code_byte', 'write_code_byte', 'emit_event', 'emit_event_byte'],
      ['cpu_insn', 'mem_byte', 'invoke_time_nsecs', 'max_rw_key_byte', 'max_rw_data_byte', 'max_rw_code_byte'],
      ['max_emit_event_byte'],
    ].flat(),
  )
  expect([metrics.get('read_entry'), metrics.get('write_entry'), metrics.get('emit_event')]).toEqual([3n, 1n, 1n])
  expect(metrics.get('ledger_read_byte')).toBe(0n)
  expect(metrics.get('cpu_insn')).toBeGreaterThan(0n)
  const failed = network.send(network.call('fall'), { readOnly: reads() })
  expect(metricsOf(failed).get('read_entry')).toBe(2n)
  expect(failed.applied?.diagnosticEvents.at(-1)?.inSuccessfulContractCall).toBe(false)
})

const tell = (change: xdr.LedgerEntryChange): unknown[] => {
  const entry = 'restored' in change ? change.restored : 'updated' in change ? change.updated : undefined
  return [change.type, entry?.data.type, entry?.lastModifiedLedgerSeq]
}
const changesOf = (fate: Fate): unknown[][] => metaOf(fate).operations.flatMap(({ changes }) => changes.map(tell))

test('what is restored by itself keeps the ledger that wrote it; what a call restores and writes is told twice', () => {
  expect(count().code).toBe('tx_success')
  const written = network.net.core.latestLedger().sequence
  network.net.core.advance({ seconds: 11_000_000, ledgers: 2_100_000 })
  const archived = network.net.core.serialize()
  const data = { readWrite: [network.countKey(who)] }
  const restored = network.send(Operation.restoreFootprint({}), data)
  const now = network.net.core.latestLedger().sequence
  expect(changesOf(restored)).toEqual([
    ['ledgerEntryRestored', 'ttl', now],
    ['ledgerEntryRestored', 'contractData', written],
  ])
  network.net.core.restore(archived)
  const operation = network.authorized('count', me())
  const readWrite = [network.countKey(who), network.instance, network.code]
  const called = network.send(operation, { readWrite, archived: [0, 1, 2] })
  expect(called.code).toBe('tx_success')
  expect(changesOf(called)).toEqual([
    ['ledgerEntryRestored', 'contractData', now],
    ['ledgerEntryUpdated', 'contractData', now],
    ['ledgerEntryRestored', 'ttl', now],
    ['ledgerEntryRestored', 'contractData', now],
    ['ledgerEntryRestored', 'ttl', now],
    ['ledgerEntryRestored', 'contractCode', now],
    ['ledgerEntryRestored', 'ttl', now],
  ])
})

test('extending the life of an entry does not modify it', () => {
  const key = network.code.toXdr()
  const before = network.net.core.entry(key)
  expect(network.send(Operation.extendFootprintTtl({ extendTo: 3_000_000 }), { readOnly: reads() }).code).toBe(
    'tx_success',
  )
  const after = network.net.core.entry(key)
  expect(after?.lastModifiedLedger).toBe(before?.lastModifiedLedger)
  expect(after?.liveUntilLedger).toBe(network.net.core.latestLedger().sequence + 3_000_000)
})

/** Lets everything that nobody extends expire, and be evicted: time passes over several ledgers. */
const evictAll = (): Uint8Array[] =>
  [...Array(3)].flatMap(() => network.net.core.advance({ seconds: 11_000_000, ledgers: 2_100_000 }).evictedKeysXdr)

test('what is evicted is named by the ledger: temporary entries are gone, persistent ones archived', () => {
  const draft = dataKey(
    network.counter,
    xdr.ScVal.scvVec([xdr.ScVal.scvSymbol('Draft')]),
    xdr.ContractDataDurability.temporary,
  )
  const stored = network.send(network.call('draft', nativeToScVal(1, { type: 'u32' })), {
    readOnly: reads(),
    readWrite: [draft],
  })
  expect(stored.code).toBe('tx_success')
  count()
  network.net.core.advance({ seconds: 80_000, ledgers: 17_278 })
  expect(network.net.core.entry(draft.toXdr())).toBeDefined()
  const keys = evictAll().map((key) => Buffer.from(key).toString('base64'))
  const expected = [network.code, network.instance, network.countKey(who), draft].map((key) => key.toXdr('base64'))
  expect(keys.filter((_, at) => at % 2 === 0).sort()).toEqual(expected.sort())
  expect(keys.filter((_, at) => at % 2 === 1).map((key) => xdr.LedgerKey.fromXdr(key, 'base64').type)).toEqual(
    Array(4).fill('ttl'),
  )
  expect(evictAll()).toEqual([])
  const { core } = network.net
  expect(core.entry(draft.toXdr())).toBeUndefined()
  expect(core.entry(network.countKey(who).toXdr())).toBeDefined()
  // What left stays away when the network goes on from its bytes, and what is archived stays archived.
  core.restore(core.serialize())
  expect(core.entry(draft.toXdr())).toBeUndefined()
  expect(evictAll()).toEqual([])
})

test('out of the archive an entry comes with the ledger that restored it, whoever restores it', () => {
  expect(count().code).toBe('tx_success')
  evictAll()
  const archived = network.net.core.serialize()
  const key = network.countKey(who)
  const restoredByItself = network.send(Operation.restoreFootprint({}), { readWrite: [key] })
  const now = network.net.core.latestLedger().sequence
  expect(changesOf(restoredByItself)).toEqual([
    ['ledgerEntryRestored', 'contractData', now],
    ['ledgerEntryRestored', 'ttl', now],
  ])
  expect(network.net.core.entry(key.toXdr())?.lastModifiedLedger).toBe(now)
  network.net.core.restore(archived)
  const called = network.send(network.authorized('count', me()), {
    readWrite: [key, network.instance, network.code],
    archived: [0, 1, 2],
  })
  expect(called.code).toBe('tx_success')
  expect(changesOf(called)).toEqual([
    ['ledgerEntryRestored', 'contractData', now],
    ['ledgerEntryUpdated', 'contractData', now],
    ['ledgerEntryRestored', 'ttl', now],
    ['ledgerEntryRestored', 'contractData', now],
    ['ledgerEntryRestored', 'ttl', now],
    ['ledgerEntryRestored', 'contractCode', now],
    ['ledgerEntryRestored', 'ttl', now],
  ])
})

test('a payment and a transfer through the contract of the asset tell the same event', () => {
  const { net, payer } = network
  const issuer = net.fund()
  const asset = new Asset('SOLAR', issuer.publicKey())
  const [from, to] = [net.holder([[asset, '100']], [issuer]), net.holder([[asset, '0']], [issuer])]
  net.invoke(payer, Operation.createStellarAssetContract({ asset }))
  const classic = net.must(from, [Operation.payment({ destination: to.publicKey(), asset, amount: '1' })])
  const args = [from.publicKey(), to.publicKey()].map((address) => Address.fromString(address).toScVal())
  const contract = asset.contractId(net.core.passphrase)
  const amount = nativeToScVal(10_000_000n, { type: 'i128' })
  const called = net.invoke(
    from,
    Operation.invokeContractFunction({ contract, function: 'transfer', args: [...args, amount] }),
  )
  const [paid] = classic.contractEvents.flat()
  const [moved] = called.applied?.contractEvents.flat() ?? []
  expect(paid?.toXdr('base64')).toBe(moved?.toXdr('base64'))
})

test('a network of a protocol without a host here is refused by name', async () => {
  for (const protocolVersion of [26, 27, 29]) {
    await expect(TestNetwork.start({ protocolVersion })).rejects.toThrow(
      `protocol ${protocolVersion} is not supported: the Soroban host here is that of 28`,
    )
  }
})
