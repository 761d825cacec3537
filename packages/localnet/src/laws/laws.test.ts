import { Address, Asset, Claimant, type Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { beforeAll, describe, expect, test } from 'vitest'
import { BASE_RESERVE_STROOPS } from '../core/ledger-maker.ts'
import { TestNetwork } from '../core/testing.ts'
import type { AppliedTransaction } from '../core/types.ts'
import { keyOf } from '../ledger/codec.ts'
import type { Entry } from '../ledger/entries.ts'
import { accountKey } from '../ledger/keys.ts'
import { Pool } from '../ops/codes/pools.test-helper.ts'
import { CounterNetwork } from '../soroban/test-network.ts'
import { Shadow } from './shadow.ts'
import { brokenLaws } from './state.ts'
import { type ToldTransaction, toldOf } from './told.ts'
import { brokenBy } from './transaction.ts'

// A law that cannot be broken guards nothing: each is broken here by hand, and must be missed.
let net: TestNetwork
let issuer: Keypair
let ana: Keypair
let luis: Keypair
let usd: Asset

beforeAll(async () => {
  net = await TestNetwork.start()
  issuer = net.fund()
  usd = new Asset('USD', issuer.publicKey())
  ana = net.holder([[usd, '1000']], [issuer])
  luis = net.holder([[usd, '1000']], [issuer])
  const unconditional = [new Claimant(luis.publicKey())]
  net.must(ana, [
    Operation.manageSellOffer({ selling: usd, buying: Asset.native(), amount: '10', price: '2' }),
    Operation.manageData({ name: 'meter', value: 'seven' }),
    Operation.setOptions({ signer: { ed25519PublicKey: issuer.publicKey(), weight: 1 } }),
    Operation.createClaimableBalance({ asset: Asset.native(), amount: '5', claimants: unconditional }),
  ])
  net.must(luis, [Operation.manageSellOffer({ selling: Asset.native(), buying: usd, amount: '10', price: '1' })])
  const pool = new Pool(Asset.native(), usd)
  net.must(luis, [pool.trust(), pool.deposit(1000n, 1000n)])
})

/** Changes one entry behind the ledger's back, looks, and puts it back. */
function brokenWhen<Kind extends Entry['kind']>(
  kind: Kind,
  change: (entry: Extract<Entry, { kind: Kind }>) => Partial<Extract<Entry, { kind: Kind }>>,
): string[] {
  const { state } = net.core
  const own = [...state.entries.values()].filter((entry) => entry.kind === kind) as Extract<Entry, { kind: Kind }>[]
  const entry = own.find((one) => !('address' in one) || one.address === ana.publicKey()) ?? own[0]
  if (entry === undefined) throw new Error(`there is no ${kind}`)
  const changed = { ...entry, ...change(entry) }
  state.delete(keyOf(entry))
  state.put(changed)
  const broken = brokenLaws(state)
  state.delete(keyOf(changed))
  state.put(entry)
  expect(brokenLaws(state)).toEqual([])
  return broken
}

describe('a state', () => {
  test.each([
    [
      'more lumens than there were',
      () => brokenWhen('account', (of) => ({ balanceStroops: of.balanceStroops + 1n })),
      /lumens in the world/,
    ],
    [
      'a subentry that is not counted',
      () => brokenWhen('account', (of) => ({ numSubEntries: of.numSubEntries - 1 })),
      /subentries/,
    ],
    [
      'a sponsorship of nothing',
      () => brokenWhen('account', (of) => ({ numSponsoring: of.numSponsoring + 1 })),
      /sponsoring/,
    ],
    [
      'being sponsored by nobody',
      () => brokenWhen('account', (of) => ({ numSponsored: of.numSponsored + 1 })),
      /sponsored/,
    ],
    [
      'liabilities without offers',
      () => brokenWhen('account', () => ({ buyingLiabilitiesStroops: 3n })),
      /buying liabilities/,
    ],
    ['flags that are none', () => brokenWhen('account', () => ({ flags: 16 })), /flags/],
    [
      'signers of no weight',
      () => brokenWhen('account', (of) => ({ signers: of.signers.map((one) => ({ ...one, weight: 0 })) })),
      /weight/,
    ],
    ['an offer that cannot be delivered', () => brokenWhen('trustline', () => ({ balanceStroops: 1n })), /deliver/],
    ['more than a line holds', () => brokenWhen('trustline', () => ({ limitStroops: 1n })), /hold/],
    ['a frozen line with liabilities', () => brokenWhen('trustline', () => ({ flags: 0 })), /frozen/],
    ['a line authorized twice over', () => brokenWhen('trustline', () => ({ flags: 3 })), /twice/],
    ['an offer of nothing', () => brokenWhen('offer', () => ({ amountStroops: 0n })), /offers nothing/],
    ['an offer under an id that was not given', () => brokenWhen('offer', () => ({ offerId: 99n })), /never given/],
    ['a balance without a sponsor', () => brokenWhen('claimableBalance', () => ({ sponsor: null })), /sponsor/],
    ['a balance for nobody', () => brokenWhen('claimableBalance', () => ({ claimants: [] })), /claimants/],
    [
      'shares of a pool that nobody holds',
      () => brokenWhen('pool', (of) => ({ totalShares: of.totalShares + 1n })),
      /shares/,
    ],
    [
      'a line to shares that is not counted',
      () => brokenWhen('pool', (of) => ({ lineCount: of.lineCount + 1n })),
      /lines to its shares/,
    ],
    ['a pool of one asset', () => brokenWhen('pool', () => ({ reserveBStroops: 0n })), /alone/],
    ['a pool under another id', () => brokenWhen('pool', () => ({ poolId: 'ab'.repeat(32) })), /another pool/],
    ['a line that is in no pool', () => brokenWhen('trustline', () => ({ poolUseCount: 1 })), /pools of it/],
    ['data without a name', () => brokenWhen('data', () => ({ name: new xdr.XdrString('') })), /name/],
  ] as const)('with %s is broken', (_what, breakIt, says) => {
    expect(breakIt().join('\n')).toMatch(says)
  })

  test('whose book is crossed is broken', () => {
    const { state } = net.core
    const [mine] = state.book.offers(usd.toString(), 'native')
    if (mine === undefined) throw new Error('there is no offer')
    state.put({ ...mine, priceN: 1, priceD: 2 })
    expect(brokenLaws(state).join('\n')).toMatch(/cross/)
    state.put(mine)
    expect(brokenLaws(state)).toEqual([])
  })
})

/** The laws that the transaction breaks when its first change that fits is told otherwise. */
function brokenTelling(
  told: ToldTransaction,
  type: 'account' | 'trustLine',
  change: (data: Record<string, unknown>) => object,
) {
  const operations = told.operations.map((changes) =>
    changes.map((one) => {
      if (one.type !== 1 || !(type in one.updated.data)) return one
      const data = one.updated.data as unknown as Record<string, Record<string, unknown>>
      return {
        ...one,
        updated: { ...one.updated, data: { ...data, [type]: { ...data[type], ...change(data[type] ?? {}) } } },
      }
    }),
  )
  return brokenBy({ ...told, operations } as ToldTransaction, BASE_RESERVE_STROOPS).join('\n')
}

describe('a transaction', () => {
  test('that brings an account below its reserve, or a sequence number back, breaks a law', () => {
    const told = toldOf(
      net.must(ana, [Operation.payment({ destination: luis.publicKey(), asset: Asset.native(), amount: '1' })]),
    )
    expect(brokenBy(told, BASE_RESERVE_STROOPS)).toEqual([])
    expect(brokenTelling(told, 'account', () => ({ balance: 1n }))).toMatch(/below its reserve/)
    expect(brokenTelling(told, 'account', () => ({ seqNum: 1n }))).toMatch(/sequence number fell/)
    expect(brokenBy({ ...told, offeredStroops: 1n }, BASE_RESERVE_STROOPS).join()).toMatch(/more than was offered/)
    const failed = { ...told, applied: { ...told.applied, successful: false } as AppliedTransaction }
    expect(brokenBy(failed, BASE_RESERVE_STROOPS).join()).toMatch(/failed transaction changed/)
  })

  test('that moves what is frozen breaks a law', () => {
    const told = toldOf(net.must(ana, [Operation.payment({ destination: luis.publicKey(), asset: usd, amount: '1' })]))
    const frozen = told.operations.map((changes) =>
      changes.map((one) => {
        const entry = one.type === 3 ? one.state : one.type === 1 ? one.updated : null
        if (entry?.data.type !== 1) return one
        const data = { ...entry.data, trustLine: { ...entry.data.trustLine, flags: 0 } }
        return one.type === 3 ? { ...one, state: { ...entry, data } } : { ...one, updated: { ...entry, data } }
      }),
    )
    expect(brokenBy({ ...told, operations: frozen } as ToldTransaction, BASE_RESERVE_STROOPS).join()).toMatch(
      /frozen line moved/,
    )
  })

  test('that takes more out of a pool than is due breaks a law', () => {
    const pool = new Pool(Asset.native(), usd)
    const told = toldOf(net.must(luis, [pool.withdraw(10n)]))
    expect(brokenBy(told, BASE_RESERVE_STROOPS)).toEqual([])
    const operations = told.operations.map((changes) =>
      changes.map((one) => {
        if (one.type !== 1 || one.updated.data.type !== 5) return one
        const { liquidityPool } = one.updated.data
        const constantProduct = { ...liquidityPool.body.constantProduct, reserveA: 900n }
        const data = { type: 5, liquidityPool: { ...liquidityPool, body: { type: 0, constantProduct } } } as const
        return { ...one, updated: { ...one.updated, data } }
      }),
    )
    expect(brokenBy({ ...told, operations }, BASE_RESERVE_STROOPS).join()).toMatch(/lost of its worth/)
  })

  test('that writes outside of its footprint breaks a law', async () => {
    const network = await CounterNetwork.start()
    const who = network.payer.publicKey()
    const readWrite = [network.countKey(who)]
    const operation = network.authorized('count', Address.fromString(who).toScVal())
    const { applied } = network.send(operation, { readOnly: [network.instance, network.code], readWrite })
    if (applied === undefined) throw new Error('the call was not applied')
    const told = toldOf(applied)
    expect(brokenBy(told, BASE_RESERVE_STROOPS)).toEqual([])
    const { ext } = told.envelope
    if (ext.v !== 1) throw new Error('no footprint')
    const { resources } = ext.sorobanData
    const footprint = { ...resources.footprint, readWrite: [] }
    const sorobanData = { ...ext.sorobanData, resources: { ...resources, footprint } }
    const narrow = { ...told, envelope: { ...told.envelope, ext: { ...ext, sorobanData } } }
    expect(brokenBy(narrow, BASE_RESERVE_STROOPS).join()).toMatch(/outside of the footprint/)
    const classic = toldOf(net.must(ana, [Operation.bumpSequence({ bumpTo: '0' })])).envelope
    expect(brokenBy({ ...told, envelope: classic }, BASE_RESERVE_STROOPS).join()).toMatch(/calls no contract/)
  })
})

describe('a shadow', () => {
  test('misses what was not told, and what was told and did not happen', () => {
    const { core } = net
    const shadow = new Shadow(core.state, core.networkId)
    const applied = net.must(ana, [Operation.payment({ destination: luis.publicKey(), asset: usd, amount: '1' })])
    const missed = shadow.differences(core.state).join('\n')
    expect(missed).toMatch(/meta of/)
    expect(missed).toMatch(/events of/)
    expect(missed).toMatch(/fees come to/)
    shadow.follow(core.latestLedger(), [toldOf(applied)])
    expect(shadow.differences(core.state)).toEqual([])
    const key = accountKey(ana.publicKey())
    const entry = core.state.get(key)
    core.state.delete(key)
    expect(shadow.differences(core.state).join('\n')).toMatch(/which is not there/)
    if (entry !== null) core.state.put(entry)
    expect(shadow.differences(core.state)).toEqual([])
  })
})
