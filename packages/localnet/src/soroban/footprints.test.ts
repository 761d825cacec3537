import { Address, xdr } from '@stellar/stellar-sdk/base'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { contractKey } from '../ledger/keys.ts'
import { CounterNetwork } from './test-network.ts'

// The footprint is the law: a call sees what it names, writes what it names for writing, and nothing else.
const MODES = ['absent', 'readOnly', 'readWrite'] as const
type Mode = (typeof MODES)[number]

let network: CounterNetwork
let who: string

beforeAll(async () => {
  network = await CounterNetwork.start()
  who = network.payer.publicKey()
})

beforeEach(() => network.net.core.restore(network.start))

const every = MODES.flatMap((instance) =>
  MODES.flatMap((code) => MODES.map((count): readonly [Mode, Mode, Mode] => [instance, code, count])),
)

test.each(every)('the contract %s, its code %s, the count %s', (instance, code, count) => {
  const keys: readonly (readonly [xdr.LedgerKey, Mode])[] = [
    [network.instance, instance],
    [network.code, code],
    [network.countKey(who), count],
  ]
  const named = (mode: Mode) => keys.filter(([, has]) => has === mode).map(([key]) => key)
  const before = new Set(network.untouched())
  const operation = network.authorized('count', Address.fromString(who).toScVal())
  const fate = network.send(operation, { readOnly: named('readOnly'), readWrite: named('readWrite') })
  const suffices = instance !== 'absent' && code !== 'absent' && count === 'readWrite'
  expect(fate.operations).toEqual([suffices ? 'success' : 'trapped'])
  const changed = network.untouched().filter((entry) => !before.has(entry))
  const writable = named('readWrite').map((key) => contractKey(key.toXdr()))
  const strange = changed.filter((entry) => !writable.some((key) => entry.startsWith(`${key} `)))
  expect(strange).toEqual([])
  expect(changed).toHaveLength(suffices ? writable.length : 0)
})

test('a key that nobody needs is paid for and does no harm', () => {
  const nothing = xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash: new Uint8Array(32) }))
  const footprint = { readOnly: [network.instance, network.code], readWrite: [network.countKey(who)] }
  const operation = network.authorized('count', Address.fromString(who).toScVal())
  const without = network.send(operation, footprint).applied?.feeChargedStroops ?? 0n
  network.net.core.restore(network.start)
  const declared = { ...footprint, readWrite: [...footprint.readWrite, nothing] }
  const withMore = network.send(operation, declared)
  expect(withMore.code).toBe('tx_success')
  expect(withMore.applied?.feeChargedStroops).toBeGreaterThan(without)
  expect(network.net.core.entry(nothing.toXdr())).toBeUndefined()
})
