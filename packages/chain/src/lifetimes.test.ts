import { contractWasm } from '@heliobond/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  assetOf,
  codeKey,
  createSac,
  extendTtl,
  feeBids,
  instanceKey,
  lifetimes,
  portionsOf,
  restore,
  tokenOf,
  touchedKeys,
  turnClock,
  uploadWasm,
  wasmHash,
} from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

let network: TestNetwork
beforeAll(async () => {
  network = await startTestNetwork()
})
afterAll(() => network.close())

test('a keeper finds what a call touches, and keeps it alive', async () => {
  const { chain } = network
  const issuer = await network.account()
  const asset = assetOf('USDC', issuer.address)
  await network.act(issuer, [createSac({ asset })])
  const token = tokenOf(asset, chain)
  const mint = token.mint({ to: token.contractId, amountStroops: 5n })
  await network.act(issuer, [mint])

  const keys = await touchedKeys(
    chain,
    token.transfer({ from: token.contractId, to: issuer.address, amountStroops: 1n }),
  )
  expect(keys).toContain(instanceKey(token.contractId))
  // The contract's own balance is an entry; the issuer's account, which the call reads too, has no lifetime.
  expect(keys).toHaveLength(2)

  const ledgers = 3_000_000
  const before = await lifetimes(chain, keys)
  await network.act(issuer, [extendTtl({ keys, ledgers })])
  const after = await lifetimes(chain, keys)
  const end = (await chain.ledger()) + ledgers
  for (const key of keys) {
    expect(before.get(key)).toBeLessThan(end - 1)
    expect(after.get(key)).toBeGreaterThanOrEqual(end - 1)
  }
})

test('a bid is never below the network’s minimum nor above the cap', async () => {
  const bids = await feeBids(network.chain, 'p90', 10_000n)
  for (const stroops of [bids.classicStroops, bids.contractStroops]) {
    expect(stroops).toBeGreaterThanOrEqual(100n)
    expect(stroops).toBeLessThanOrEqual(10_000n)
  }
})

test('what is archived and more than one transaction may write comes back in portions, each within the network’s limits', async () => {
  const { chain } = network
  const source = await network.account()
  const keys: string[] = []
  for (const name of ['energy', 'offering', 'tariff', 'registry'] as const) {
    const wasm = await contractWasm(name)
    await network.act(source, [uploadWasm({ wasm })])
    keys.push(codeKey(wasmHash(wasm)))
  }
  await turnClock(chain, { seconds: 183 * 86_400 })
  const archived = await lifetimes(chain, keys)
  for (const key of keys) expect(archived.get(key)).toBeLessThan(await chain.ledger())

  const portions = await portionsOf(chain, keys)
  expect(portions.length).toBeGreaterThan(1)
  expect(portions.length).toBeLessThan(keys.length)
  expect(portions.flat()).toEqual(keys)
  for (const portion of portions) await network.act(source, [restore({ keys: portion })])
  const alive = await lifetimes(chain, keys)
  for (const key of keys) expect(alive.get(key)).toBeGreaterThan(await chain.ledger())
})
