import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { account, createChain, createKey, fund, fundByFriendbot, setOptions, turnClock } from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

describe('the ways to lumens and time', () => {
  let network: TestNetwork
  beforeAll(async () => {
    network = await startTestNetwork()
  })
  afterAll(() => network.close())

  test('a funder opens an account, and adds to one that is there', async () => {
    const funder = await network.account()
    const { address } = createKey()
    for (const expected of [50_000_000n, 100_000_000n]) {
      const done = await fund(network.chain, address, { funder, amountStroops: 50_000_000n })
      expect(done.kind).toBe('success')
      expect((await account(network.chain, address))?.balanceStroops).toBe(expected)
    }
  })

  test('friendbot opens an account, and is content with one that it opened before', async () => {
    const { address } = createKey()
    await fundByFriendbot(network.chain, address)
    const first = await account(network.chain, address)
    expect(first?.balanceStroops).toBeGreaterThan(0n)
    await fundByFriendbot(network.chain, address)
  })

  test('an account is read as the ledger has it', async () => {
    const signer = await network.account()
    const cosigner = createKey().address
    await network.act(signer, [
      setOptions({
        flags: { authRequired: true, authRevocable: true },
        masterWeight: 2,
        lowThreshold: 2,
        mediumThreshold: 1,
        highThreshold: 2,
        homeDomain: 'bonds.example.org',
        signer: { address: cosigner, weight: 1 },
      }),
    ])
    expect(await account(network.chain, signer.address)).toMatchObject({
      flags: { authRequired: true, authRevocable: true, authImmutable: false, authClawbackEnabled: false },
      masterWeight: 2,
      thresholds: { low: 2, medium: 1, high: 2 },
      signers: [{ address: cosigner, weight: 1 }],
      homeDomain: 'bonds.example.org',
      subentryCount: 1,
    })
    expect(await account(network.chain, cosigner)).toBeUndefined()
  })

  test('the clock of an embedded network turns, and time and ledgers with it', async () => {
    const before = { now: await network.chain.now(), ledger: await network.chain.ledger() }
    const turned = await turnClock(network.chain, { seconds: 86_400 })
    expect(turned.ok).toBe(true)
    expect((await network.chain.now()) - before.now).toBe(86_400n)
    expect((await network.chain.ledger()) - before.ledger).toBe(17_280)
  })

  test('a public network is not asked to turn its clock', async () => {
    const chain = createChain({ ...network.chain.config, network: 'mainnet' })
    const now = await network.chain.now()
    expect(await turnClock(chain, { seconds: 1 })).toEqual({ ok: false, error: { code: 'CLOCK_NOT_TURNABLE' } })
    expect(await network.chain.now()).toBe(now)
  })
})
