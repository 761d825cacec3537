import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Asset, Operation } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment } from '../server/testing.ts'
import { ask, fieldOf, recordsOf } from './testing.ts'

// The indexes are derived: whatever happens to the network, they tell what its ledgers hold now.

test('a network that was put back is listed as it is now, history and entries alike', async () => {
  const net = await startLocalnet()
  const ana = await fundedAccount(net)
  const bond = new Asset('SOLAR', ana.publicKey())
  const luis = await fundedAccount(net)
  await carryOut(net, luis, [Operation.changeTrust({ asset: bond })])
  const snapshot = net.core.serialize()
  const undone = await carryOut(net, ana, [payment(luis.publicKey(), bond, '7')])
  expect(fieldOf(await recordsOf(net, '/payments?order=desc&limit=1'), 'transaction_hash')).toEqual([undone])
  expect(await recordsOf(net, '/assets')).toMatchObject([{ balances: { authorized: '7.0000000' } }])

  net.core.restore(snapshot)
  expect(fieldOf(await recordsOf(net, '/payments'), 'transaction_hash')).not.toContain(undone)
  expect(await recordsOf(net, '/assets')).toMatchObject([{ balances: { authorized: '0.0000000' } }])
  const redone = await carryOut(net, ana, [payment(luis.publicKey(), bond, '2')])
  const listed = await recordsOf(net, `/accounts/${luis.publicKey()}/payments?order=desc&limit=1`)
  expect(listed).toMatchObject([{ transaction_hash: redone, amount: '2.0000000' }])
  await net.close()
})

test('a network that goes on from its state file has its lists back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'localnet-'))
  const stateFile = join(folder, 'state')
  try {
    const first = await startLocalnet({ stateFile })
    const ana = await fundedAccount(first)
    const luis = await fundedAccount(first)
    const bond = new Asset('SOLAR', ana.publicKey())
    await carryOut(first, luis, [Operation.changeTrust({ asset: bond })])
    await carryOut(first, ana, [payment(luis.publicKey(), bond, '7')])
    await carryOut(first, luis, [
      Operation.manageSellOffer({ selling: bond, buying: Asset.native(), amount: '2', price: '3' }),
    ])
    const paths = [
      `/accounts/${luis.publicKey()}/effects`,
      `/accounts/${luis.publicKey()}/operations`,
      `/accounts/${luis.publicKey()}/transactions`,
      '/offers',
      '/assets',
      `/accounts?asset=SOLAR:${ana.publicKey()}`,
    ]
    const before = await Promise.all(paths.map((path) => recordsOf(first, path)))
    await first.close()
    const second = await startLocalnet({ stateFile, port: 0 })
    const after = await Promise.all(paths.map((path) => recordsOf(second, path)))
    const bare = (lists: unknown) => JSON.stringify(lists).replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '')
    expect(bare(after)).toBe(bare(before))
    expect(before.map((list) => list.length)).toEqual([4, 4, 4, 1, 1, 1])
    await second.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a bounded history lists what it still has, and says that there was more', async () => {
  const net = await startLocalnet({ historyLedgers: 4 })
  const ana = await fundedAccount(net)
  const luis = await fundedAccount(net)
  const hashes: string[] = []
  for (let at = 0; at < 8; at++) {
    hashes.push(await carryOut(net, ana, [payment(luis.publicKey(), Asset.native(), '1')]))
    await recordsOf(net, '/payments')
  }
  for (const path of ['/transactions', `/accounts/${luis.publicKey()}/payments`]) {
    const field = path === '/transactions' ? 'hash' : 'transaction_hash'
    expect(fieldOf(await recordsOf(net, `${path}?limit=200`), field)).toEqual(hashes.slice(-4))
  }
  const { body } = await ask(net, '/')
  const elder = BigInt(String(body.history_elder_ledger)) << 32n
  expect((await ask(net, `/transactions?order=desc&cursor=${elder}`)).status).toBe(410)
  expect((await ask(net, '/ledgers/2')).status).toBe(410)
  await net.close()
})
