import { Keypair } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { startLocalnet } from './localnet.ts'
import { call, fundedAccount } from './testing.ts'

test('a network goes back to a snapshot as often as asked, and on from there', async () => {
  const net = await startLocalnet()
  try {
    const kept = await fundedAccount(net)
    const { result } = await call(net.rpcUrl, 'localnet_snapshot')
    const before = net.core.latestLedger()
    for (let round = 0; round < 2; round++) {
      const lost = await fundedAccount(net)
      expect((await fetch(`${net.horizonUrl}/accounts/${lost.publicKey()}`)).status).toBe(200)
      await call(net.rpcUrl, 'localnet_restore', { id: result?.id })
      expect(net.core.latestLedger()).toEqual(before)
      expect((await fetch(`${net.horizonUrl}/accounts/${lost.publicKey()}`)).status).toBe(404)
    }
    await net.fund(kept.publicKey(), 1n)
    expect(net.core.latestLedger().sequence).toBe(before.sequence + 1)
  } finally {
    await net.close()
  }
})

test('a snapshot that was never taken is refused, and nothing changes', async () => {
  const net = await startLocalnet()
  try {
    await net.fund(Keypair.random().publicKey())
    const before = net.core.latestLedger()
    expect(await call(net.rpcUrl, 'localnet_restore', { id: '9' })).toMatchObject({ error: { code: -32602 } })
    expect(() => net.restore('9')).toThrow('no snapshot 9')
    expect(net.core.latestLedger()).toEqual(before)
  } finally {
    await net.close()
  }
})
