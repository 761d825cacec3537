import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mergeAccount, setOptions } from './account-operations.ts'
import { account, trustline } from './accounts.ts'
import { changeTrust, payment } from './asset-operations.ts'
import { type Asset, assetOf } from './assets.ts'
import { createSac } from './contract-operations.ts'
import { buildEnvelope } from './envelope.ts'
import { createKey, type Key, type Signer } from './keys.ts'
import {
  armAutoPay,
  disarmAutoPay,
  openPrepaidWallet,
  prepaidWalletStanding,
  revokeAllowances,
} from './prepaid-wallet.ts'
import { sign } from './sign.ts'
import { deliver } from './submit-now.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'
import { tokenOf } from './token.ts'

let network: TestNetwork
let sponsor: Signer
let user: Signer
let issuer: Signer
let usd: Asset
const autopay = createKey()
beforeAll(async () => {
  network = await startTestNetwork()
  sponsor = await network.account()
  user = await network.account()
  issuer = await network.account()
  usd = assetOf('USDC', issuer.address)
})
afterAll(() => network.close())

async function open(wallet: Key, owner: string, armed = true): Promise<void> {
  const operations = openPrepaidWallet({
    ...{ sponsor: sponsor.address, wallet: wallet.address, user: owner, assets: [usd] },
    autopay: armed ? autopay.address : null,
  })
  await network.act(sponsor, operations, [wallet.signer])
  await network.act(issuer, [
    payment({ source: issuer.address, destination: wallet.address, asset: usd, amountStroops: 1_000n }),
  ])
}
const standing = async (wallet: Key, owner: string) => {
  const state = await account(network.chain, wallet.address)
  if (!state) throw new Error('no wallet')
  return prepaidWalletStanding(state, { user: owner, autopay: autopay.address })
}
const held = async (wallet: Key) => (await trustline(network.chain, wallet.address, usd))?.balanceStroops
const pay = (wallet: Key) =>
  payment({ source: wallet.address, destination: issuer.address, asset: usd, amountStroops: 10n })
/** What becomes of a transaction of the sponsor's with an operation of the wallet's, signed by that key besides. */
async function tried(operation: ReturnType<typeof pay>, signer: Signer): Promise<string> {
  const { chain, net } = network
  const { sequence } = (await account(chain, sponsor.address)) ?? { sequence: 0n }
  const now = await chain.now()
  const plan = { source: sponsor.address, sequence: sequence + 1n, operations: [operation], now }
  const envelope = await sign(buildEnvelope(plan, net.passphrase), [sponsor, signer], net.passphrase)
  return (await deliver(chain, envelope)).kind
}

describe('a prepaid wallet', () => {
  test('costs its user no lumen: the sponsor pays every reserve of it', async () => {
    const wallet = createKey()
    await open(wallet, wallet.address)
    expect(await account(network.chain, wallet.address)).toMatchObject({
      ...{ balanceStroops: 0n, masterWeight: 2, thresholds: { low: 2, medium: 1, high: 2 } },
      signers: [{ address: autopay.address, weight: 1 }],
    })
    expect(await standing(wallet, wallet.address)).toEqual({ armed: true, tooPowerful: false, strangers: [] })
  })

  test('of a key made for the moment belongs to the user alone: the key has no weight afterwards', async () => {
    const wallet = createKey()
    await open(wallet, user.address)
    expect(await account(network.chain, wallet.address)).toMatchObject({ masterWeight: 0 })
    expect(await standing(wallet, user.address)).toEqual({ armed: true, tooPowerful: false, strangers: [] })
  })

  test('is opened without auto-pay where the user does not want it yet, and armed later', async () => {
    const wallet = createKey()
    await open(wallet, wallet.address, false)
    expect(await standing(wallet, wallet.address)).toMatchObject({ armed: false })
    // It has no lumen for the reserve of one more signer: the sponsor has.
    const arming = { wallet: wallet.address, autopay: autopay.address }
    await expect(network.act(sponsor, armAutoPay(arming), [wallet.signer])).rejects.toThrow('op_low_reserve')
    await network.act(sponsor, armAutoPay({ ...arming, sponsor: sponsor.address }), [wallet.signer])
    expect(await standing(wallet, wallet.address)).toMatchObject({ armed: true, tooPowerful: false })
  })
})

test('the auto-pay key pays, and can do nothing that would give it more', async () => {
  const wallet = createKey()
  await open(wallet, wallet.address)
  const byAutopay = (operation: ReturnType<typeof pay>) => tried(operation, autopay.signer)
  expect(await byAutopay(pay(wallet))).toBe('success')
  expect(await held(wallet)).toBe(990n)
  const source = wallet.address
  for (const forbidden of [
    setOptions({ source, signer: { address: sponsor.address, weight: 255 } }),
    setOptions({ source, masterWeight: 0 }),
    setOptions({ source, mediumThreshold: 0, highThreshold: 0 }),
    mergeAccount({ source, destination: sponsor.address }),
  ])
    expect(await byAutopay(forbidden)).not.toBe('success')
  expect(await standing(wallet, wallet.address)).toEqual({ armed: true, tooPowerful: false, strangers: [] })
})

test('the user takes the right to pay back by one act, whatever the platform says', async () => {
  const wallet = createKey()
  await open(wallet, wallet.address)
  await network.act(sponsor, [disarmAutoPay({ wallet: wallet.address, autopay: autopay.address })], [wallet.signer])
  expect(await standing(wallet, wallet.address)).toMatchObject({ armed: false })
  expect(await tried(pay(wallet), autopay.signer)).not.toBe('success')
  expect(await held(wallet)).toBe(1_000n)
})

test('an allowance over the wallet’s money is taken back', async () => {
  const wallet = createKey()
  await network.act(sponsor, [createSac({ source: sponsor.address, asset: usd })])
  await open(wallet, wallet.address)
  const token = tokenOf(usd, network.chain)
  const expiresLedger = (await network.chain.ledger()) + 1_000
  const given = {
    source: wallet.address,
    from: wallet.address,
    spender: sponsor.address,
    amountStroops: 500n,
    expiresLedger,
  }
  await network.act(sponsor, [token.approve(given)], [wallet.signer])
  expect(await token.allowance(wallet.address, sponsor.address)).toBe(500n)
  const allowances = [{ asset: usd, spender: sponsor.address }]
  for (const operation of revokeAllowances(network.chain, { wallet: wallet.address, allowances, expiresLedger }))
    await network.act(sponsor, [operation], [wallet.signer])
  expect(await token.allowance(wallet.address, sponsor.address)).toBe(0n)
})

test('a wallet that is not set up as one is told: a key that can do too much, a stranger that can pay', async () => {
  const wallet = createKey()
  await open(wallet, wallet.address)
  await network.act(sponsor, [
    payment({ source: sponsor.address, destination: wallet.address, asset: 'native', amountStroops: 20_000_000n }),
  ])
  await network.act(
    sponsor,
    [
      setOptions({ source: wallet.address, signer: { address: user.address, weight: 1 } }),
      setOptions({ source: wallet.address, lowThreshold: 1 }),
      changeTrust({ source: wallet.address, asset: usd }),
    ],
    [wallet.signer],
  )
  expect(await standing(wallet, wallet.address)).toEqual({ armed: true, tooPowerful: true, strangers: [user.address] })
})
