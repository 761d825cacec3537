import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Asset,
  advanceBook,
  assetOf,
  balances,
  changeTrust,
  claimClaimableBalance,
  createClaimableBalance,
  createSac,
  emptyBook,
  holdersFromEvents,
  manageSellOffer,
  payment,
  type Signer,
  sacAddress,
  setOptions,
  tokenOf,
  turnClock,
} from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

describe('who held the bond at a record time', () => {
  let network: TestNetwork
  let issuer: Signer
  let anna: Signer
  let bert: Signer
  let carl: Signer
  let bond: Asset
  let usd: Asset
  let contractId: string
  let firstLedger: number
  let vault: string

  beforeAll(async () => {
    network = await startTestNetwork()
    issuer = await network.account()
    anna = await network.account()
    bert = await network.account()
    carl = await network.account()
    bond = assetOf('SOLAR2031', issuer.address)
    usd = assetOf('USDC', issuer.address)
    contractId = sacAddress(bond, network.chain.config.passphrase)
    firstLedger = await network.chain.ledger()
    await network.act(issuer, [setOptions({ flags: { authRevocable: true, authClawbackEnabled: true } })])
    for (const holder of [anna, bert, carl]) {
      await network.act(holder, [changeTrust({ asset: bond }), changeTrust({ asset: usd })])
    }
    await network.act(issuer, [createSac({ asset: bond })])
    await network.act(issuer, [createSac({ asset: usd })])
    // Any contract address can hold; this one is the stablecoin's own.
    vault = sacAddress(usd, network.chain.config.passphrase)

    const token = tokenOf(bond, network.chain)
    await network.act(issuer, [token.mint({ to: anna.address, amountStroops: 1_000n })])
    await network.act(issuer, [payment({ destination: bert.address, asset: bond, amountStroops: 500n })])
    await network.act(issuer, [payment({ destination: carl.address, asset: usd, amountStroops: 10_000n })])
    await network.act(anna, [payment({ destination: bert.address, asset: bond, amountStroops: 100n })])
    // 300 of anna's lie in an offer: they stay hers until carl takes 120 of them.
    await network.act(anna, [
      manageSellOffer({ selling: bond, buying: usd, amountStroops: 300n, price: { n: 2, d: 1 } }),
    ])
    await network.act(carl, [
      manageSellOffer({ selling: usd, buying: bond, amountStroops: 240n, price: { n: 1, d: 2 } }),
    ])
    await network.act(bert, [token.transfer({ from: bert.address, to: vault, amountStroops: 50n })])
    await network.act(issuer, [token.clawback({ from: bert.address, amountStroops: 25n })])
    await network.act(carl, [payment({ destination: issuer.address, asset: bond, amountStroops: 20n })])
  })
  afterAll(() => network.close())

  test('is replayed exactly, adds up, and agrees with the ledger', async () => {
    const recordTime = await network.chain.now()
    const recordLedger = await network.chain.ledger()
    await turnClock(network.chain, { seconds: 3_600 })
    // What happens after the record time changes nothing.
    await network.act(anna, [payment({ destination: carl.address, asset: bond, amountStroops: 7n })])

    const snapshot = await holdersFromEvents(network.chain, { contractId, firstLedger, recordTime })
    if (!snapshot.ok) throw new Error(snapshot.error.code)
    const { value } = snapshot
    expect(value.ledger).toEqual({ sequence: recordLedger, closedAt: recordTime })
    expect(new Map(value.holders.map(({ address, stroops }) => [address, stroops]))).toEqual(
      new Map([
        [anna.address, 1_000n - 100n - 120n],
        [bert.address, 500n + 100n - 50n - 25n],
        [carl.address, 120n - 20n],
        [vault, 50n],
      ]),
    )
    expect(value).toMatchObject({
      mintedStroops: 1_500n,
      clawedBackStroops: 25n,
      burntStroops: 20n,
      supplyStroops: 1_455n,
      unattributed: [],
      unattributedStroops: 0n,
    })
    expect(value.holders.reduce((sum, { stroops }) => sum + stroops, 0n)).toBe(value.supplyStroops)
    const addresses = value.holders.map(({ address }) => address)
    expect(addresses).toEqual(addresses.toSorted())
    expect(createHash('sha256').update(value.lines).digest('hex')).toBe(value.hash)
    expect(value.lines.split('\n')).toHaveLength(1 + 4 + 1)

    // Read again, with a page of events at a time and from a book kept before, it is the same to the byte.
    const kept = await advanceBook(network.chain, emptyBook(contractId, firstLedger), recordLedger - 4)
    if (!kept.ok) throw new Error(kept.error.code)
    const again = await holdersFromEvents(network.chain, { contractId, firstLedger, recordTime, book: kept.value })
    expect(again.ok && again.value.hash).toBe(value.hash)

    // And the ledger says the same of those whose balance has not changed since.
    const held = await balances(network.chain, [bert.address], bond)
    expect(held.get(bert.address)).toBe(525n)
    expect(await tokenOf(bond, network.chain).balance(vault)).toBe(50n)
  })

  test('counts a claimable balance as its sole claimant’s, one of several people as nobody’s', async () => {
    const claimants = (...addresses: string[]) => addresses.map((address) => ({ address }))
    const aside = (amountStroops: bigint, ...addresses: string[]) =>
      createClaimableBalance({ asset: bond, amountStroops, claimants: claimants(...addresses) })
    const before = await network.chain.ledger()
    await network.act(anna, [aside(30n, carl.address), aside(20n, bert.address, carl.address)])
    const soon = { address: carl.address, before: (await network.chain.now()) + 1_000_000n }
    await network.act(anna, [createClaimableBalance({ asset: bond, amountStroops: 5n, claimants: [soon] })])
    const recordTime = await network.chain.now()
    await turnClock(network.chain, { seconds: 60 })
    const query = { contractId, firstLedger, recordTime }
    const snapshot = await holdersFromEvents(network.chain, query)
    if (!snapshot.ok) throw new Error(snapshot.error.code)
    const held = (address: string) => snapshot.value.holders.find((line) => line.address === address)?.stroops
    expect(held(carl.address)).toBe(100n + 7n + 30n)
    expect(snapshot.value.unattributed.map(({ stroops }) => stroops).sort()).toEqual([20n, 5n])
    const mine = snapshot.value.placed.find(({ place, holder }) => place === 'claimable' && holder === carl.address)
    expect(mine?.stroops).toBe(30n)

    // Once it is claimed the bond is where it was counted before, and a book kept from before comes to the same.
    await network.act(carl, [claimClaimableBalance({ id: mine?.placeId ?? '' })])
    const afterwards = await network.chain.now()
    await turnClock(network.chain, { seconds: 60 })
    const kept = await advanceBook(network.chain, emptyBook(contractId, firstLedger), before)
    if (!kept.ok) throw new Error(kept.error.code)
    for (const book of [undefined, kept.value]) {
      const later = await holdersFromEvents(network.chain, {
        ...query,
        recordTime: afterwards,
        ...(book && { book }),
      })
      if (!later.ok) throw new Error(later.error.code)
      expect(later.value.holders).toEqual(snapshot.value.holders)
    }
  })

  test('is not told before a ledger has closed after that time', async () => {
    const recordTime = await network.chain.now()
    const early = await holdersFromEvents(network.chain, { contractId, firstLedger, recordTime })
    expect(early).toMatchObject({ ok: false, error: { code: 'TIME_NOT_PASSED', latestClosedAt: recordTime } })
  })

  test('cannot be told of a time before the network’s memory', async () => {
    const long = await holdersFromEvents(network.chain, { contractId, firstLedger, recordTime: 1n })
    expect(long).toMatchObject({ ok: false, error: { code: 'HISTORY_MISSING' } })
  })

  test('needs the events from the beginning', async () => {
    const recordTime = (await network.chain.now()) - 1n
    const late = await holdersFromEvents(network.chain, { contractId, firstLedger: 0, recordTime })
    expect(late).toMatchObject({ ok: false, error: { code: 'EVENTS_MISSING', wantedLedger: 0 } })
  })
})
