import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Asset, Operation } from '@stellar/stellar-sdk/base'
import { describe, expect, it } from 'vitest'
import { sourceSha256 } from '../../host/source-hash.ts'
import { type LedgerView, Soroban } from '../soroban/index.ts'
import { account, PASSPHRASE, simulateAndApply, testLedger } from '../soroban/test-ledger.ts'
import { HostMethod, SorobanHost } from './host.ts'
import { HostRefusal, HostTrap } from './instance.ts'

const folder = new URL('../../host-wasm/', import.meta.url)

describe('the committed host', () => {
  it('is what its manifest says, built from the sources beside it', () => {
    const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'))
    const wasm = readFileSync(new URL('soroban_host.wasm', folder))
    expect(createHash('sha256').update(wasm).digest('hex')).toBe(manifest.sha256)
    expect(sourceSha256()).toBe(manifest.sourceSha256)
  })

  it('loads in little time', async () => {
    const start = performance.now()
    const host = await SorobanHost.load()
    host.call(HostMethod.defaultConfig, new Uint8Array(1))
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('a host that grows old', () => {
  it.each([
    { calls: 2, bytes: 2 ** 30 },
    { calls: 1000, bytes: 1 },
  ])('is replaced after %o, and nobody notices', async (limits) => {
    const soroban = new Soroban(await SorobanHost.load(limits))
    const ledger = testLedger(soroban)
    const source = account(ledger, 'alice').publicKey()
    const create = Operation.createStellarAssetContract({ asset: Asset.native() })
    const contract = Asset.native().contractId(PASSPHRASE)
    const ask = Operation.invokeContractFunction({ contract, function: 'decimals', args: [] })
    expect(simulateAndApply(soroban, ledger, create, source).code).toBe('success')
    expect(simulateAndApply(soroban, ledger, ask, source).returnValue?.toJson()).toEqual({ u32: 7 })
  })
})

describe('a host that aborts', () => {
  it('is replaced, configured as before', async () => {
    const host = await SorobanHost.load()
    const soroban = new Soroban(host)
    const ledger = testLedger(soroban)
    const source = account(ledger, 'alice').publicKey()
    const op = Operation.uploadContractWasm({ wasm: new Uint8Array(4) }).body
    const simulate = () => soroban.simulate({ view: ledger, header: ledger.header, op, source }).error
    const before = simulate()
    expect(() => host.call(HostMethod.panic, new Uint8Array(1))).toThrow(HostTrap)
    expect(() => host.call(HostMethod.panic, new Uint8Array(1))).toThrow(/asked to panic/)
    expect(simulate()).toBe(before)
  })

  it('leaves a failure of the ledger to its owner', async () => {
    const soroban = await Soroban.load()
    const ledger = testLedger(soroban)
    const source = account(ledger, 'alice').publicKey()
    const op = Operation.createStellarAssetContract({
      asset: Asset.native(),
    }).body
    const broken = {
      get: (key: Uint8Array) => {
        if (key[3] !== 8) throw new RangeError('the disk is gone')
        return ledger.get(key)
      },
      put: () => undefined,
      delete: () => undefined,
    }
    const run = (view: LedgerView) => soroban.simulate({ view, header: ledger.header, op, source })
    expect(() => run(broken)).toThrow('the disk is gone')
    expect(run(ledger).error).toBeUndefined()
  })

  it('is kept when it only declines', async () => {
    const host = await SorobanHost.load()
    expect(() => host.call(HostMethod.applyInvoke, new Uint8Array(1))).toThrow(HostRefusal)
    expect(host.call(HostMethod.defaultConfig, new Uint8Array(1)).u32()).toBe(19)
  })
})
