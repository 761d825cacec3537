import { createHash } from 'node:crypto'
import { Keypair, StrKey } from '@stellar/stellar-sdk'
import { Spec } from '@stellar/stellar-sdk/contract'
import { describe, expect, test } from 'vitest'
import { metaOf } from './build/meta.ts'
import {
  CertificateClient,
  type ContractName,
  contractWasm,
  EnergyClient,
  energy,
  manifest,
  OfferingClient,
  RegistryClient,
  TariffClient,
  TenderClient,
} from './index.ts'

const CLIENTS = {
  registry: RegistryClient,
  tariff: TariffClient,
  energy: EnergyClient,
  offering: OfferingClient,
  tender: TenderClient,
  certificate: CertificateClient,
}
const NAMES = Object.keys(CLIENTS) as ContractName[]

test('every built contract has a client and every client a contract', () => {
  expect(Object.keys(manifest.contracts).sort()).toEqual([...NAMES].sort())
})

describe.each(NAMES)('%s', (name) => {
  test('is the file that the manifest names, and fits the network', async () => {
    const wasm = await contractWasm(name)
    const { sha256, bytes } = manifest.contracts[name]
    expect(createHash('sha256').update(wasm).digest('hex')).toBe(sha256)
    expect(wasm.length).toBe(bytes)
    expect(bytes).toBeLessThanOrEqual(131_072)
  })

  test('holds no path of the machine that built it', async () => {
    expect(Buffer.from(await contractWasm(name)).toString('latin1')).not.toMatch(/\/(home|root|usr|work|Users)\//)
  })

  test('says what it is, what it was built with and from what source', async () => {
    const meta = metaOf(await contractWasm(name))
    const keys = meta.map(([key]) => key)
    expect(keys).toEqual(expect.arrayContaining(['Description', 'binver', 'rsver', 'rssdkver']))
    expect(meta.filter(([key]) => key === 'source_sha256')).toEqual([['source_sha256', manifest.sourceSha256]])
    expect(manifest.sourceSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('describes the calls that its client has, and no type that they do not use', async () => {
    const built = Spec.fromWasm(await contractWasm(name))
    const client = new CLIENTS[name]({
      contractId: StrKey.encodeContract(new Uint8Array(32)),
      networkPassphrase: 'no network',
      rpcUrl: 'https://rpc.invalid',
      publicKey: Keypair.random().publicKey(),
    })
    const describe = (spec: Spec) => spec.entries.map((entry) => JSON.stringify(entry)).sort()
    expect(describe(client.spec)).toEqual(describe(built))
    const text = JSON.stringify(built.entries)
    for (const entry of built.entries) {
      const type = JSON.stringify(entry).match(/^\{"udt_(?:struct|union|enum)_v0":\{.*?"name":"(\w+)"/)?.[1]
      if (type !== undefined) expect(text).toContain(`"udt":{"name":"${type}"}`)
    }
  })

  test('is governed like every other: roles and upgrades in two steps, a pause, a version', async () => {
    const calls = Spec.fromWasm(await contractWasm(name))
      .funcs()
      .map((call) => call.name.toString())
    expect(calls).toEqual(
      expect.arrayContaining([
        '__constructor',
        ...['governance', 'role', 'offer_role', 'accept_role', 'cancel_role_offer', 'role_offer'],
        ...['propose_upgrade', 'cancel_upgrade', 'upgrade', 'pending_upgrade', 'migrate', 'version'],
        ...['pause', 'unpause', 'paused'],
      ]),
    )
  })
})

test('refusals have their codes', () => {
  expect(energy.EnergyError[3023]).toEqual({ message: 'TariffChangesWithin' })
})
