import { Address, nativeToScVal, Operation, xdr } from '@stellar/stellar-sdk/base'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decodeEntry } from '../ledger/codec.ts'
import { CounterNetwork, type Declared, dataKey } from './test-network.ts'

// Every result code of an applied operation, and every way into it that a client has; MALFORMED is refused before, see
// refused.test.ts.
let network: CounterNetwork
let who: string

const u32 = (value: number) => nativeToScVal(value, { type: 'u32' })
const me = () => Address.fromString(who).toScVal()

beforeAll(async () => {
  network = await CounterNetwork.start()
  who = network.payer.publicKey()
})

beforeEach(() => network.net.core.restore(network.start))

const reads = (): readonly xdr.LedgerKey[] => [network.instance, network.code]
const blob = (at: number) => dataKey(network.counter, xdr.ScVal.scvVec([xdr.ScVal.scvSymbol('Blob'), u32(at)]))
const draft = () => {
  const key = xdr.ScVal.scvVec([xdr.ScVal.scvSymbol('Draft')])
  return dataKey(network.counter, key, xdr.ContractDataDurability.temporary)
}

/** Lets this much time pass, which archives everything that nobody extends. */
const age = (ledgers: number) => network.net.core.advance({ seconds: ledgers * 5, ledgers })
const MIN_PERSISTENT_TTL = 2_073_600

/** Counts once, so that there is a count. */
function count(): void {
  const declared = { readOnly: reads(), readWrite: [network.countKey(who)] }
  expect(network.send(network.authorized('count', me()), declared).code).toBe('tx_success')
}

/** Another value of one of the network's settings, as a vote would bring. */
function vote(id: number, change: (data: xdr.ConfigSettingEntry) => xdr.ConfigSettingEntry): void {
  const keyXdr = Uint8Array.from([0, 0, 0, 8, 0, 0, 0, id])
  const found = network.net.core.entry(keyXdr)
  const { data } = xdr.LedgerEntry.fromXdr(found?.entryXdr ?? new Uint8Array())
  if (data.type !== 'configSetting') throw new Error('not a setting')
  const entry = new xdr.LedgerEntry({
    lastModifiedLedgerSeq: 1,
    data: xdr.LedgerEntryData.configSetting(change(data.configSetting)),
    ext: xdr.LedgerEntryExt.v0(),
  })
  network.net.core.state.put(decodeEntry(keyXdr, entry.toXdr(), null))
}

interface Case {
  readonly what: string
  readonly code: string
  readonly prepare?: () => void
  readonly operation: () => xdr.Operation
  readonly declared: () => Declared
  /** What the diagnostic events say of it. */
  readonly says?: RegExp
}

const invoke: Case[] = [
  {
    what: 'a call that goes well',
    code: 'success',
    operation: () => network.authorized('count', me()),
    declared: () => ({ readOnly: reads(), readWrite: [network.countKey(who)] }),
  },
  {
    what: 'a contract that panics',
    code: 'trapped',
    operation: () => network.call('fall'),
    declared: () => ({ readOnly: reads() }),
    says: /UnreachableCodeReached/,
  },
  {
    what: "a contract's own error",
    code: 'trapped',
    operation: () => network.call('refuse'),
    declared: () => ({ readOnly: reads() }),
    says: /host_fn_failed/,
  },
  {
    what: 'a function that is not there',
    code: 'trapped',
    operation: () => network.call('nothing'),
    declared: () => ({ readOnly: reads() }),
    says: /trying to invoke non-existent contract function/,
  },
  {
    what: 'a loop without end',
    code: 'trapped',
    operation: () => network.call('spin'),
    declared: () => ({ readOnly: reads() }),
  },
  {
    what: 'a recursion without end',
    code: 'trapped',
    operation: () => network.call('sink', u32(0)),
    declared: () => ({ readOnly: reads(), instructions: 400_000_000 }),
  },
  {
    what: 'a footprint that lacks what is read',
    code: 'trapped',
    operation: () => network.call('of', me()),
    declared: () => ({ readOnly: reads() }),
    says: /outside of the footprint/,
  },
  {
    what: 'a footprint without the contract itself',
    code: 'trapped',
    operation: () => network.call('of', me()),
    declared: () => ({}),
    says: /outside of the footprint/,
  },
  {
    what: 'a write to what is only to be read',
    code: 'trapped',
    operation: () => network.authorized('count', me()),
    declared: () => ({ readOnly: [...reads(), network.countKey(who)] }),
    says: /exceeded_limit/,
  },
  {
    what: 'a call that nobody authorized',
    code: 'trapped',
    operation: () => network.call('count', me()),
    declared: () => ({ readOnly: reads(), readWrite: [network.countKey(who)] }),
    says: /InvalidAction|Unauthorized/i,
  },
  {
    what: 'code that is no WebAssembly',
    code: 'trapped',
    operation: () => Operation.uploadContractWasm({ wasm: new TextEncoder().encode('not a contract') }),
    declared: () => ({}),
  },
  {
    what: 'an argument of another type',
    code: 'trapped',
    operation: () => network.call('draft', nativeToScVal('text')),
    declared: () => ({ readOnly: reads(), readWrite: [draft()] }),
  },
  {
    what: 'fewer instructions than the host itself needs',
    code: 'resource_limit_exceeded',
    operation: () => network.call('of', me()),
    declared: () => ({ readOnly: [...reads(), network.countKey(who)], instructions: 1000 }),
    says: /operation instructions exceeds amount specified/,
  },
  {
    what: 'more memory than the network allows',
    code: 'resource_limit_exceeded',
    operation: () => network.call('swell'),
    declared: () => ({ readOnly: reads(), instructions: 400_000_000 }),
    says: /operation memory usage exceeds network config limit/,
  },
  {
    what: 'more bytes written than declared',
    code: 'resource_limit_exceeded',
    operation: () => network.call('store', u32(1), u32(200)),
    declared: () => ({ readOnly: reads(), readWrite: [blob(1)], writeBytes: 100 }),
    says: /operation byte-write resources exceeds amount specified/,
  },
  {
    what: 'more bytes read from disk than declared',
    code: 'resource_limit_exceeded',
    operation: () => network.call('of', me()),
    declared: () => ({
      readOnly: [...reads(), network.countKey(who), accountKeyOf(network)],
      diskReadBytes: 10,
    }),
    says: /operation byte-read resources exceeds amount specified/,
  },
  {
    what: 'an entry larger than the network allows',
    code: 'resource_limit_exceeded',
    operation: () => network.call('store', u32(1), u32(66_000)),
    declared: () => ({ readOnly: reads(), readWrite: [blob(1)], instructions: 400_000_000 }),
    says: /ContractData size exceeds network config maximum size/,
  },
  {
    what: 'more events than the network allows',
    code: 'resource_limit_exceeded',
    operation: () => network.call('shout', me(), u32(200)),
    declared: () => ({ readOnly: reads() }),
    says: /total events size exceeds network config maximum/,
  },
  {
    what: 'a larger return value than the network allows',
    code: 'resource_limit_exceeded',
    operation: () => network.call('weigh', u32(17_000)),
    declared: () => ({ readOnly: reads(), instructions: 400_000_000 }),
    says: /return value pushes events size above network config maximum/,
  },
  {
    what: 'an archived entry that is not to be restored',
    code: 'entry_archived',
    prepare: () => {
      count()
      age(MIN_PERSISTENT_TTL)
    },
    operation: () => network.call('of', me()),
    declared: () => ({ readOnly: [network.countKey(who), ...reads()] }),
    says: /trying to access an archived contract data entry/,
  },
  {
    what: 'rent that the refundable fee does not cover',
    code: 'insufficient_refundable_fee',
    operation: () => network.call('store', u32(1), u32(1000)),
    declared: () => ({ readOnly: reads(), readWrite: [blob(1)], resourceFee: 600_000n }),
    says: /not sufficient to cover the ledger storage rent/,
  },
  {
    what: 'events that the refundable fee does not cover',
    code: 'insufficient_refundable_fee',
    operation: () => network.call('shout', me(), u32(60)),
    declared: () => ({
      readOnly: reads(),
      instructions: 10_000_000,
      diskReadBytes: 0,
      writeBytes: 0,
      resourceFee: 25_000n,
    }),
    says: /not sufficient to cover the events fee/,
  },
]

const accountKeyOf = ({ payer }: CounterNetwork) =>
  xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: payer.xdrAccountId() }))

const extend = (extendTo: number): xdr.Operation => Operation.extendFootprintTtl({ extendTo })
const restore = (): xdr.Operation => Operation.restoreFootprint({})

const extensions: Case[] = [
  {
    what: 'a longer life',
    code: 'success',
    operation: () => extend(3_000_000),
    declared: () => ({ readOnly: reads() }),
  },
  {
    what: 'more rent than the refundable fee covers',
    code: 'insufficient_refundable_fee',
    operation: () => extend(3_110_399),
    declared: () => ({ readOnly: reads(), resourceFee: 500_000n }),
    says: /not sufficient to cover the ledger storage rent/,
  },
  {
    // Sizes are checked when entries are written: only a network that lowers its limits later gets here.
    what: 'an entry that has become too large by a vote',
    code: 'resource_limit_exceeded',
    prepare: () => vote(0, () => xdr.ConfigSettingEntry.configSettingContractMaxSizeBytes(1000)),
    operation: () => extend(3_000_000),
    declared: () => ({ readOnly: reads() }),
    says: /Wasm size exceeds network config maximum contract size/,
  },
]

const restorations: Case[] = [
  {
    what: 'an archived entry',
    code: 'success',
    prepare: () => age(MIN_PERSISTENT_TTL),
    operation: restore,
    declared: () => ({ readWrite: reads() }),
  },
  {
    what: 'more bytes read than declared',
    code: 'resource_limit_exceeded',
    prepare: () => age(MIN_PERSISTENT_TTL),
    operation: restore,
    declared: () => ({ readWrite: reads(), diskReadBytes: 100 }),
    says: /operation byte-read resources exceeds amount specified/,
  },
  {
    what: 'more bytes written than declared',
    code: 'resource_limit_exceeded',
    prepare: () => age(MIN_PERSISTENT_TTL),
    operation: restore,
    declared: () => ({ readWrite: reads(), writeBytes: 100 }),
    says: /operation byte-write resources exceeds amount specified/,
  },
  {
    what: 'more rent than the refundable fee covers',
    code: 'insufficient_refundable_fee',
    prepare: () => age(MIN_PERSISTENT_TTL),
    operation: restore,
    declared: () => ({ readWrite: reads(), resourceFee: 1_000_000n }),
    says: /not sufficient to cover the ledger storage rent/,
  },
]

describe.each([
  ['InvokeHostFunction', invoke],
  ['ExtendFootprintTTL', extensions],
  ['RestoreFootprint', restorations],
])('%s', (_name, cases) => {
  test.each(cases)('$code: $what', ({ code, prepare, operation, declared, says }) => {
    prepare?.()
    const before = network.untouched()
    const fate = network.send(operation(), declared())
    const told = fate.applied?.diagnosticEvents.map((event) => JSON.stringify(event.toJson())).join('\n') ?? ''
    expect([fate.code, fate.operations]).toEqual([code === 'success' ? 'tx_success' : 'tx_failed', [code]])
    if (says) expect(told).toMatch(says)
    if (code !== 'success') expect(network.untouched()).toEqual(before)
    else expect(network.untouched()).not.toEqual(before)
  })
})
