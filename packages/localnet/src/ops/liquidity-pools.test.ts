import { createHash } from 'node:crypto'
import { Asset, type Keypair, LiquidityPoolId, Memo, Operation, scValToNative, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Fate, TestNetwork } from '../core/testing.ts'
import { brokenLaws } from '../laws/state.ts'
import type { ClaimableBalanceEntry, PoolEntry } from '../ledger/entries.ts'
import { poolKey, poolShareName, trustLineKey } from '../ledger/keys.ts'
import { Pool } from './codes/pools.test-helper.ts'
import { lumens } from './codes/table.test-helper.ts'

// Amounts of stellar-core's own tests: src/transactions/test/LiquidityPool{Deposit,Withdraw,Trade}Tests.cpp.

const XLM = Asset.native()
const MOST = 2n ** 63n - 1n

let net: TestNetwork
let issuer: Keypair
let one: Asset
let two: Asset
let pool: Pool

beforeEach(async () => {
  net = await TestNetwork.start()
  issuer = net.fund()
  one = new Asset('CUR1', issuer.publicKey())
  two = new Asset('CUR2', issuer.publicKey())
  pool = new Pool(one, two)
})

/** A new account with lines to both assets and to the shares, and as much of each asset as told. */
function holder(ofOne: bigint, ofTwo: bigint): Keypair {
  const keypair = net.fund()
  net.must(keypair, [Operation.changeTrust({ asset: one }), Operation.changeTrust({ asset: two }), pool.trust()])
  for (const [asset, amount] of [
    [one, ofOne],
    [two, ofTwo],
  ] as const) {
    if (amount === 0n) continue
    net.must(issuer, [Operation.payment({ destination: keypair.publicKey(), asset, amount: lumens(amount) })])
  }
  return keypair
}

function held(of: Pool = pool): PoolEntry {
  const entry = net.core.state.get(poolKey(of.id))
  if (entry?.kind !== 'pool') throw new Error('no pool')
  return entry
}

/** Both reserves, all shares, and the lines to them. */
const inPool = () => [held().reserveAStroops, held().reserveBStroops, held().totalShares, held().lineCount]

function shares(who: Keypair): bigint {
  const entry = net.core.state.get(trustLineKey(who.publicKey(), poolShareName(pool.id)))
  if (entry?.kind !== 'trustline') throw new Error('no line')
  return entry.balanceStroops
}

const has = (who: Keypair) => [one, two].map((asset) => net.line(who.publicKey(), asset).balanceStroops)

describe('deposits and withdrawals', () => {
  test('into an empty pool as much as is offered, into another in proportion, what goes in rounded up', () => {
    const [first, second] = [holder(800n, 1800n), holder(1000n, 1000n)]
    net.must(first, [pool.deposit(400n, 900n, { n: 4, d: 9 }, { n: 4, d: 9 })])
    expect([has(first), shares(first), inPool()]).toEqual([[400n, 900n], 600n, [400n, 900n, 600n, 2n]])
    net.must(second, [pool.deposit(101n, 151n, { n: 3, d: 9 }, { n: 5, d: 9 })])
    expect([has(second), shares(second), inPool()]).toEqual([[933n, 850n], 100n, [467n, 1050n, 700n, 2n]])
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  test('out of it in proportion, rounded down; who stays has what was lost in rounding', () => {
    const who = holder(200n, 50n)
    net.must(who, [pool.deposit(90n, 24n, { n: 90, d: 24 }, { n: 90, d: 24 })])
    expect([has(who), shares(who), inPool()]).toEqual([[110n, 26n], 46n, [90n, 24n, 46n, 1n]])
    net.must(who, [pool.withdraw(2n)])
    expect([has(who), shares(who), inPool()]).toEqual([[113n, 27n], 44n, [87n, 23n, 44n, 1n]])
    net.must(who, [pool.withdraw(44n)])
    expect([has(who), shares(who), inPool()]).toEqual([[200n, 50n], 0n, [0n, 0n, 0n, 1n]])
  })

  test('where the shares for one of the assets would be beyond 64 bits', () => {
    const [first, second] = [holder(1000n, 1000n), holder(MOST, MOST)]
    net.must(first, [pool.deposit(900n, 400n, { n: 9, d: 4 }, { n: 9, d: 4 })])
    net.must(second, [pool.deposit(MOST - 1000n, MOST - 1000n)])
    expect(shares(second)).toBe(6_148_914_691_236_516_538n)
    expect(inPool()).toEqual([9_223_372_036_854_775_707n, 4_099_276_460_824_344_759n, 6_148_914_691_236_517_138n, 2n])
    net.must(second, [
      pool.withdraw(6_148_914_691_236_516_538n, 9_223_372_036_854_774_807n, 4_099_276_460_824_344_358n),
    ])
    expect([has(second), inPool()]).toEqual([
      [MOST, MOST - 1n],
      [900n, 401n, 600n, 2n],
    ])
    net.must(first, [pool.withdraw(600n, 900n, 401n)])
    expect([has(first), inPool()]).toEqual([
      [1000n, 1001n],
      [0n, 0n, 0n, 2n],
    ])
  })

  test('of which one asset comes back as nothing', () => {
    const who = holder(1n, 10n)
    net.must(who, [pool.deposit(1n, 10n, { n: 1, d: 10 }, { n: 1, d: 10 })])
    net.must(who, [pool.withdraw(2n, 0n, 6n)])
    expect(inPool()).toEqual([1n, 4n, 1n, 1n])
    net.must(who, [pool.withdraw(1n, 1n, 4n)])
    expect(has(who)).toEqual([1n, 10n])
  })
})

describe('a pool', () => {
  test('comes with the first line to its shares, goes with the last, and holds the lines to its assets', () => {
    const [first, second] = [holder(0n, 0n), holder(0n, 0n)]
    expect(inPool()).toEqual([0n, 0n, 0n, 2n])
    expect(net.account(first.publicKey()).numSubEntries).toBe(4)
    expect(net.line(first.publicKey(), one).poolUseCount).toBe(1)
    net.must(first, [pool.trust(0n), Operation.changeTrust({ asset: one, limit: '0' })])
    expect(inPool()).toEqual([0n, 0n, 0n, 1n])
    net.must(second, [pool.trust(0n)])
    expect(net.core.state.get(poolKey(pool.id))).toBeNull()
    expect(net.line(second.publicKey(), one).poolUseCount).toBe(0)
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  test('is read by its key, and survives a snapshot byte for byte', () => {
    const who = holder(1000n, 1000n)
    net.must(who, [pool.deposit(1000n, 1000n)])
    const key = xdr.LedgerKey.liquidityPool(
      new xdr.LedgerKeyLiquidityPool({ liquidityPoolId: new xdr.PoolId(Buffer.from(pool.id, 'hex')) }),
    )
    const found = net.core.entry(key.toXdr())
    const { data } = xdr.LedgerEntry.fromXdr(found?.entryXdr ?? new Uint8Array())
    if (data.type !== 'liquidityPool') throw new Error(data.type)
    expect(data.liquidityPool.body.constantProduct).toMatchObject({ reserveA: 1000n, poolSharesTrustLineCount: 1n })
    const before = net.core.serialize()
    net.must(who, [pool.withdraw(10n)])
    net.core.restore(before)
    expect(Buffer.compare(net.core.serialize(), before)).toBe(0)
    net.must(who, [pool.withdraw(1000n)])
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  test('has a line to its shares whose sponsor pays two reserves, and hands them on', () => {
    const [who, sponsor] = [net.fund(), net.fund()]
    net.must(who, [Operation.changeTrust({ asset: one }), Operation.changeTrust({ asset: two })])
    net.must(
      sponsor,
      [
        Operation.beginSponsoringFutureReserves({ sponsoredId: who.publicKey() }),
        Operation.changeTrust({ asset: pool.share, source: who.publicKey() }),
        Operation.endSponsoringFutureReserves({ source: who.publicKey() }),
      ],
      { signers: [sponsor, who] },
    )
    expect(net.account(sponsor.publicKey()).numSponsoring).toBe(2)
    expect(net.account(who.publicKey()).numSponsored).toBe(2)
    const asset = new LiquidityPoolId(pool.id)
    net.must(sponsor, [Operation.revokeTrustlineSponsorship({ account: who.publicKey(), asset })])
    expect(net.account(sponsor.publicKey()).numSponsoring).toBe(0)
    expect(net.account(who.publicKey()).numSponsored).toBe(0)
    expect(brokenLaws(net.core.state)).toEqual([])
  })
})

const trailOf = ({ applied }: Fate): { type: string; sold: bigint; bought: bigint }[] => {
  const { result } = xdr.TransactionResult.fromXdr(applied?.resultXdr ?? new Uint8Array())
  if (result.type !== 'txSuccess') throw new Error(result.type)
  const [first] = result.results
  if (first?.type !== 'opInner') throw new Error('no result')
  const wire = first.toXdrObject()
  if (wire.code !== 0) throw new Error('refused')
  const { tr } = wire
  const inner =
    tr.type === 2 ? tr.pathPaymentStrictReceiveResult : tr.type === 13 ? tr.pathPaymentStrictSendResult : null
  if (inner === null || inner.code !== 0) throw new Error('no path')
  return inner.success.offers.map((atom) => {
    if (atom.type === 0) throw new Error('an old form')
    const body = atom.type === 1 ? atom.orderBook : atom.liquidityPool
    return { type: atom.type === 1 ? 'book' : 'pool', sold: body.amountSold, bought: body.amountBought }
  })
}

describe('path payments', () => {
  const receive = (who: Keypair, sendMax: bigint, destAmount: bigint, sendAsset = one, destAsset = two) =>
    net.submit(who, [
      Operation.pathPaymentStrictReceive({
        sendAsset,
        sendMax: lumens(sendMax),
        destination: who.publicKey(),
        destAsset,
        destAmount: lumens(destAmount),
      }),
    ])
  const send = (who: Keypair, amount: bigint, destMin: bigint, sendAsset = one, destAsset = two) =>
    net.submit(who, [
      Operation.pathPaymentStrictSend({
        sendAsset,
        sendAmount: lumens(amount),
        destination: who.publicKey(),
        destAsset,
        destMin: lumens(destMin),
      }),
    ])

  test.each([
    ['out of the second asset', 0],
    ['out of the first', 1],
  ])('trade with a pool, %s, within the limits', (_what, way) => {
    const [provider, who] = [holder(10_000n, 10_000n), holder(10_000n, 10_000n)]
    net.must(provider, [pool.deposit(1000n, 1000n)])
    const [give, get] = way === 0 ? [one, two] : [two, one]
    expect(receive(who, 111n, 100n, give, get).operations).toEqual(['over_sendmax'])
    expect(send(who, 112n, 101n, give, get).operations).toEqual(['under_destmin'])
    expect(trailOf(receive(who, 112n, 100n, give, get))).toEqual([{ type: 'pool', sold: 100n, bought: 112n }])
    const [a, b] = inPool()
    expect([a, b]).toEqual(way === 0 ? [1112n, 900n] : [900n, 1112n])
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  test.each([
    [
      'dearer than the pool',
      1000n,
      [
        ['2', 4n],
        ['2', 6n],
      ],
      ['pool'],
    ],
    [
      'as dear as the pool',
      1800n,
      [
        ['1', 1n],
        ['2', 9n],
      ],
      ['pool'],
    ],
    [
      'cheaper than the pool',
      2000n,
      [
        ['2', 4n],
        ['2', 6n],
      ],
      ['book', 'book'],
    ],
  ] as const)('take offers %s only where that is strictly better', (_what, reserve, offers, expected) => {
    const [provider, who] = [holder(10_000n, 10_000n), holder(10_000n, 10_000n)]
    for (const [price, amount] of offers) {
      net.must(provider, [Operation.manageSellOffer({ selling: two, buying: one, amount: lumens(amount), price })])
    }
    net.must(provider, [pool.deposit(reserve, 1000n)])
    expect(trailOf(receive(who, 100n, 10n)).map(({ type }) => type)).toEqual(expected)
  })

  test('are found by way of pools', () => {
    const [provider, who] = [holder(10_000n, 10_000n), holder(10_000n, 10_000n)]
    net.must(provider, [pool.deposit(1000n, 1000n)])
    const paths = net.core.strictReceivePaths({
      sources: [one.toString()],
      destination: { asset: two.toString(), amountStroops: 100n },
      maxHops: 3,
    })
    expect(paths.map(({ source }) => source.amountStroops)).toEqual([112n])
    const ways = net.core.strictSendPaths({
      source: { asset: one.toString(), amountStroops: 112n },
      destinations: [two.toString()],
      maxHops: 3,
    })
    expect(ways.map(({ destination }) => destination.amountStroops)).toEqual([100n])
    expect(receive(who, 112n, 100n).code).toBe('tx_success')
  })
})

const eventsOf = ({ applied }: Fate): string[] =>
  (applied?.contractEvents.flat() ?? []).map(({ body }) => {
    const [name, ...topics] = body.v0.topics.map((topic) => String(scValToNative(topic)))
    const data: unknown = scValToNative(body.v0.data)
    return [name, ...topics.map(short), typeof data === 'bigint' ? data : JSON.stringify(data, bigints)].join(' ')
  })
const bigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
const short = (text: string): string => (text.includes(':') ? (text.split(':')[0] ?? '') : text.slice(0, 1))

test('events tell what goes into a pool and comes out of it (CAP-67)', () => {
  const who = holder(1000n, 1000n)
  expect(eventsOf(net.submit(who, [pool.deposit(1000n, 1000n)]))).toEqual([
    'transfer G L CUR1 1000',
    'transfer G L CUR2 1000',
  ])
  expect(eventsOf(net.submit(who, [pool.withdraw(10n)]))).toEqual(['transfer L G CUR1 10', 'transfer L G CUR2 10'])
  expect(eventsOf(net.submit(issuer, [pool.trust(), pool.deposit(990n, 990n)]))).toEqual([
    'mint L CUR1 990',
    'mint L CUR2 990',
  ])
  expect(eventsOf(net.submit(issuer, [pool.withdraw(990n)]))).toEqual(['burn L CUR1 990', 'burn L CUR2 990'])
  const pay = Operation.pathPaymentStrictSend({
    sendAsset: one,
    sendAmount: lumens(10n),
    destination: who.publicKey(),
    destAsset: two,
    destMin: lumens(1n),
  })
  expect(eventsOf(net.submit(who, [pay]))).toEqual([
    'transfer G L CUR1 10',
    'transfer L G CUR2 9',
    'transfer G G CUR2 9',
  ])
  const withMemo = net.submit(who, [pool.withdraw(100n)], {
    edit: (builder) => void builder.addMemo(Memo.text('back')),
  })
  expect(eventsOf(withMemo)).toEqual([
    'transfer L G CUR1 {"amount":"101","to_muxed_id":"back"}',
    'transfer L G CUR2 {"amount":"99","to_muxed_id":"back"}',
  ])
})

describe('an authorization that is taken away', () => {
  const revoke = (who: Keypair, asset = one): Fate =>
    net.submit(issuer, [
      Operation.setOptions({ setFlags: 2 }),
      Operation.setTrustLineFlags({ trustor: who.publicKey(), asset, flags: { authorized: false } }),
    ])
  const balances = (): ClaimableBalanceEntry[] =>
    [...net.core.state.entries.values()].filter((entry) => entry.kind === 'claimableBalance')

  test('turns pool shares into claimable balances of both assets, paid by who paid for the line', () => {
    const [provider, who] = [holder(1000n, 1000n), holder(1000n, 1000n)]
    net.must(provider, [pool.deposit(1000n, 1000n)])
    net.must(who, [pool.deposit(100n, 100n)])
    const fate = revoke(who)
    expect(eventsOf(fate)).toEqual(['transfer L B CUR1 100', 'transfer L B CUR2 100', 'set_authorized G CUR1 false'])
    expect(balances().map(({ asset, amountStroops, sponsor }) => [asset, amountStroops, sponsor])).toEqual([
      [one.toString(), 100n, who.publicKey()],
      [two.toString(), 100n, who.publicKey()],
    ])
    expect(inPool()).toEqual([1000n, 1000n, 1000n, 1n])
    expect(() => shares(who)).toThrow('no line')
    const { numSubEntries, numSponsoring } = net.account(who.publicKey())
    expect([numSubEntries, numSponsoring]).toEqual([2, 2])
    const [first] = balances()
    const preimage = xdr.HashIdPreimage.envelopeTypePoolRevokeOpId(
      new xdr.HashIdPreimageRevokeId({
        sourceAccount: issuer.xdrAccountId(),
        seqNum: net.account(issuer.publicKey()).sequence,
        opNum: 1,
        liquidityPoolId: new xdr.PoolId(Buffer.from(pool.id, 'hex')),
        asset: one.toXdrObject(),
      }),
    )
    expect(first?.balanceId).toBe(createHash('sha256').update(preimage.toXdr()).digest('hex'))
    expect(first?.clawbackEnabled).toBe(false)
    // The other asset is still hers to claim.
    const [, ofTwo] = balances()
    net.must(who, [Operation.claimClaimableBalance({ balanceId: `00000000${ofTwo?.balanceId}` })])
    expect(has(who)).toEqual([900n, 1000n])
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  test('burns what comes back to its own issuer, and leaves other pools alone', () => {
    const maker = net.fund()
    const own = new Asset('OWN', maker.publicKey())
    const [mine, others] = [new Pool(own, one), new Pool(XLM, two)]
    net.must(maker, [Operation.changeTrust({ asset: one }), Operation.changeTrust({ asset: two })])
    for (const asset of [one, two]) {
      net.must(issuer, [Operation.payment({ destination: maker.publicKey(), asset, amount: '1' })])
    }
    net.must(maker, [mine.trust(), others.trust(), mine.deposit(100n, 100n), others.deposit(100n, 100n)])
    const told = eventsOf(revoke(maker))
    expect(told.toSorted()).toEqual(['burn L OWN 100', 'set_authorized G CUR1 false', 'transfer L B CUR1 100'])
    expect(held(others).totalShares).toBe(100n)
    expect(() => held(mine)).toThrow('no pool')
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  test('closes an empty line to shares as well', () => {
    const who = holder(0n, 0n)
    expect(eventsOf(revoke(who))).toEqual(['set_authorized G CUR1 false'])
    expect(net.core.state.get(poolKey(pool.id))).toBeNull()
    expect(balances()).toEqual([])
  })
})
