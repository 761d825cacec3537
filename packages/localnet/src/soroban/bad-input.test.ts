import { Address, nativeToScVal, xdr } from '@stellar/stellar-sdk/base'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { HostMethod, SorobanHost } from '../host/host.ts'
import { Soroban } from './index.ts'
import { testLedger } from './test-ledger.ts'
import { CounterNetwork, dataOf } from './test-network.ts'

// Input that nobody means well with: it is refused in the network's words, and nothing is left of it.
let network: CounterNetwork

beforeAll(async () => {
  network = await CounterNetwork.start()
})

beforeEach(() => network.net.core.restore(network.start))

function nested(depth: number): xdr.ScVal {
  let value = xdr.ScVal.scvVec([])
  for (let level = 0; level < depth; level += 1) value = xdr.ScVal.scvVec([value])
  return value
}

const reads = (): xdr.LedgerKey[] => [network.instance, network.code]

test('an argument nested deeper than the host goes traps; deeper than nodes decode, it is malformed', () => {
  const before = network.untouched()
  const trapped = network.send(network.call('of', nested(110)), { readOnly: reads() })
  expect(trapped.operations).toEqual(['trapped'])
  expect(network.untouched()).toEqual(before)
  const state = network.net.core.serialize()
  const malformed = network.send(network.call('of', nested(150)), { readOnly: reads() })
  expect([malformed.code, malformed.sent.status]).toEqual(['tx_malformed', 'ERROR'])
  // Deeper still, the client itself cannot write it down.
  expect(() => network.send(network.call('of', nested(2000)), { readOnly: reads() })).toThrow(/depth/i)
  expect(Buffer.compare(network.net.core.serialize(), state)).toBe(0)
})

test('an argument as large as a transaction may be is taken or trapped, and never kills the host', () => {
  const large = xdr.ScVal.scvBytes(new Uint8Array(130_000))
  expect(network.send(network.call('of', large), { readOnly: reads() }).operations).toEqual(['trapped'])
  const wide = nativeToScVal(Array.from({ length: 10_000 }, () => 1n))
  expect(network.send(network.call('of', wide), { readOnly: reads() }).operations).toEqual(['trapped'])
  const larger = xdr.ScVal.scvBytes(new Uint8Array(132_096))
  expect(network.send(network.call('of', larger), { readOnly: reads() }).code).toBe('tx_soroban_invalid')
})

test('values that no contract may be given are refused by the host', () => {
  for (const value of [xdr.ScVal.scvLedgerKeyContractInstance(), xdr.ScVal.scvMap(null), xdr.ScVal.scvVec(null)]) {
    expect(network.send(network.call('of', value), { readOnly: reads() }).operations).toEqual(['trapped'])
  }
})

test('a simulation of any of it says what is wrong and changes nothing', () => {
  const before = network.net.core.serialize()
  const errorOf = (name: string, ...args: xdr.ScVal[]) =>
    String(
      network.net.core.simulate(network.net.build(network.payer, [network.call(name, ...args)]).toEnvelope(), {}).error,
    )
  expect(errorOf('fall')).toMatch(/HostError: Error\(WasmVm, InvalidAction\)/)
  expect(errorOf('spin')).toMatch(/HostError: Error\(Budget, ExceededLimit\)/)
  expect(errorOf('swell')).toMatch(/HostError: Error\(Budget, ExceededLimit\)/)
  expect(errorOf('sink', nativeToScVal(0, { type: 'u32' }))).toMatch(/StackOverflow/)
  expect(errorOf('refuse')).toMatch(/HostError: Error\(Contract, #7\)/)
  expect(errorOf('nothing')).toMatch(/HostError: Error\(WasmVm, MissingValue\)/)
  expect(errorOf('of', nested(110))).toMatch(/HostError: Error\(/)
  expect(errorOf('of', nested(150))).toBe('Could not unmarshal transaction')
  expect(errorOf('relay')).toMatch(/HostError: Error\(WasmVm, /)
  const self = Address.fromString(network.counter).toScVal()
  const name = nativeToScVal('of', { type: 'symbol' })
  expect(errorOf('relay', self, name, self)).toMatch(/re-entry|reentry/i)
  expect(Buffer.compare(network.net.core.serialize(), before)).toBe(0)
})

test('the host goes on after a thousand contracts that trapped', { timeout: 60_000 }, () => {
  const envelope = network.net.build(network.payer, [network.call('fall')]).toEnvelope()
  for (let turn = 0; turn < 1000; turn += 1) expect(network.net.core.simulate(envelope, {}).error).toBeDefined()
  const who = Address.fromString(network.payer.publicKey()).toScVal()
  expect(network.net.invoke(network.payer, network.call('count', who)).code).toBe('tx_success')
})

test('a host that trapped a thousand times holds no more memory than one', { timeout: 60_000 }, async () => {
  const host = await SorobanHost.load()
  const soroban = new Soroban(host)
  // Any use of it tells it the network's configuration.
  soroban.resourceFee({ view: testLedger(soroban), resources: dataOf({}), envelopeSizeBytes: 100 })
  const trap = (times: number): void => {
    for (let turn = 0; turn < times; turn += 1) {
      expect(() => host.call(HostMethod.panic, new Uint8Array(1))).toThrow(/asked to panic/)
    }
  }
  trap(100)
  const before = process.memoryUsage()
  trap(1000)
  const after = process.memoryUsage()
  const grown = after.rss - before.rss
  expect(grown).toBeLessThan(256 * 1024 * 1024)
})
