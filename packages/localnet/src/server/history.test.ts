import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Asset, Keypair } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { startLocalnet } from './localnet.ts'
import { call, carryOut, fundedAccount, payment } from './testing.ts'

const YEAR_SECONDS = 365 * 86_400

test('a network goes on where its state file ends, over years that were skipped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'localnet-'))
  const stateFile = join(folder, 'state')
  try {
    const first = await startLocalnet({ stateFile })
    const ana = await fundedAccount(first)
    for (let year = 0; year < 20; year++) first.advance({ seconds: YEAR_SECONDS })
    const luis = await fundedAccount(first)
    const hash = await carryOut(first, ana, [payment(luis.publicKey(), Asset.native(), '3')])
    const latest = first.core.latestLedger()
    await first.close()

    const second = await startLocalnet({ stateFile })
    expect(second.core.latestLedger()).toEqual(latest)
    expect((await call(second.rpcUrl, 'getTransaction', { hash })).result?.status).toBe('SUCCESS')
    const { result } = await call(second.rpcUrl, 'getTransactions', { startLedger: second.core.oldestLedger() })
    expect(result?.transactions).toHaveLength(3)
    const { url } = second
    const account = (await (await fetch(`${url}/accounts/${luis.publicKey()}`)).json()) as { balances: unknown[] }
    expect(account.balances).toMatchObject([{ balance: '10003.0000000' }])
    await second.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a network that was put back tells of the ledgers it has now', async () => {
  const net = await startLocalnet()
  const snapshot = net.core.serialize()
  const before = net.core.latestLedger().sequence
  const undone = Keypair.random().publicKey()
  await net.fund(undone)
  net.core.restore(snapshot)
  const kept = Keypair.random().publicKey()
  await net.fund(kept)

  const { result } = await call(net.rpcUrl, 'getTransactions', { startLedger: net.core.oldestLedger() })
  expect(result?.transactions).toHaveLength(1)
  const ledgers = (await call(net.rpcUrl, 'getLedgers', { startLedger: before })).result?.ledgers
  expect((ledgers as { sequence: number }[]).map(({ sequence }) => sequence)).toEqual([before, before + 1])
  expect((await fetch(`${net.url}/accounts/${undone}`)).status).toBe(404)
  expect((await fetch(`${net.url}/accounts/${kept}`)).status).toBe(200)
  await net.close()
})

test('a bounded history forgets, and says where it begins', async () => {
  const net = await startLocalnet({ historyLedgers: 3 })
  const first = await net.fund(Keypair.random().publicKey())
  for (let ledger = 0; ledger < 5; ledger++) net.core.close()
  const health = (await call(net.rpcUrl, 'getHealth')).result
  expect(health).toMatchObject({ ledgerRetentionWindow: 3, oldestLedger: Number(health?.latestLedger) - 2 })
  expect((await call(net.rpcUrl, 'getTransaction', { hash: first.hash })).result?.status).toBe('NOT_FOUND')
  expect((await call(net.rpcUrl, 'getEvents', { startLedger: first.ledger, filters: [] })).error?.code).toBe(-32600)
  await net.close()
})

test('with timed ledgers a transaction waits for its ledger, and Horizon waits with it', async () => {
  const net = await startLocalnet({ mode: { everySeconds: 1 } })
  const started = net.core.latestLedger().sequence
  const addresses = Array.from({ length: 20 }, () => Keypair.random().publicKey())
  const funded = await Promise.all(addresses.map((address) => net.fund(address)))
  const ledgers = new Set(funded.map(({ ledger }) => ledger))
  expect(ledgers.size).toBeLessThanOrEqual(2)
  expect(Math.min(...ledgers)).toBeGreaterThan(started)
  await net.close()
})

test('closing the network refuses a wish for money that no ledger will hold', async () => {
  const net = await startLocalnet({ mode: { everySeconds: 3_600 } })
  const funding = net.fund(Keypair.random().publicKey()).catch((error: unknown) => error)
  await net.close()
  expect(String(await funding)).toContain('the network was stopped first')
})
