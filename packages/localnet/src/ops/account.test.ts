import { Asset, Keypair, Operation } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { TestNetwork } from '../core/testing.ts'

let net: TestNetwork
let alice: Keypair
let bob: Keypair

beforeEach(async () => {
  net = await TestNetwork.start()
  alice = net.fund()
  bob = net.fund()
})

const addSigner = (signer: Keypair, weight = 1) =>
  Operation.setOptions({ signer: { ed25519PublicKey: signer.publicKey(), weight } })

describe('signers', () => {
  test('are kept in order, take a reserve each, and go with weight 0', () => {
    const others = Array.from({ length: 3 }, () => Keypair.random())
    net.must(
      alice,
      others.map((signer) => addSigner(signer)),
    )
    const ids = net.account(alice.publicKey()).signers.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(net.account(alice.publicKey()).numSubEntries).toBe(3)
    const [first] = others
    if (first === undefined) throw new Error('no signer')
    expect(net.core.accountsBy({ signer: first.publicKey() })).toEqual([alice.publicKey()])
    net.must(alice, [addSigner(first, 0)])
    expect(net.account(alice.publicKey()).numSubEntries).toBe(2)
    expect(net.core.accountsBy({ signer: first.publicKey() })).toEqual([])
  })

  test('are at most twenty', () => {
    net.must(
      alice,
      Array.from({ length: 20 }, () => addSigner(Keypair.random())),
    )
    expect(net.submit(alice, [addSigner(Keypair.random())]).operations).toEqual(['too_many_signers'])
  })

  test('are never the account itself', () => {
    expect(net.submit(alice, [addSigner(alice)]).operations).toEqual(['bad_signer'])
  })
})

test('options that cannot be are refused', () => {
  const code = (options: Parameters<typeof Operation.setOptions>[0]) =>
    net.submit(alice, [Operation.setOptions(options)]).operations[0]
  expect(code({ setFlags: 16 as 1 })).toBe('unknown_flag')
  expect(code({ setFlags: 1, clearFlags: 1 })).toBe('bad_flags')
  expect(code({ inflationDest: Keypair.random().publicKey() })).toBe('invalid_inflation')
  expect(code({ homeDomain: 'a\nb' })).toBe('invalid_home_domain')
  const poor = net.fund('1.1')
  expect(net.submit(poor, [addSigner(bob)]).operations).toEqual(['low_reserve'])
})

describe('data', () => {
  test('is written, changed and removed', () => {
    net.must(alice, [Operation.manageData({ name: 'plan', value: 'a' })])
    net.must(alice, [Operation.manageData({ name: 'plan', value: 'b' })])
    expect(net.account(alice.publicKey()).numSubEntries).toBe(1)
    net.must(alice, [Operation.manageData({ name: 'plan', value: null })])
    expect(net.account(alice.publicKey()).numSubEntries).toBe(0)
  })

  test('that is not there cannot be removed', () => {
    expect(net.submit(alice, [Operation.manageData({ name: 'plan', value: null })]).operations).toEqual([
      'name_not_found',
    ])
    expect(net.submit(net.fund('1.1'), [Operation.manageData({ name: 'plan', value: 'a' })]).operations).toEqual([
      'low_reserve',
    ])
  })
})

test('a sequence number is raised, never lowered', () => {
  const now = net.account(alice.publicKey()).sequence
  net.must(alice, [Operation.bumpSequence({ bumpTo: String(now + 50n) })])
  expect(net.account(alice.publicKey()).sequence).toBe(now + 50n)
  net.must(alice, [Operation.bumpSequence({ bumpTo: '1' })])
  expect(net.account(alice.publicKey()).sequence).toBe(now + 51n)
})

describe('merging', () => {
  const merge = (into: Keypair) => Operation.accountMerge({ destination: into.publicKey() })

  test('gives everything to the destination and leaves nothing', () => {
    net.core.close()
    const before = net.account(bob.publicKey()).balanceStroops + net.account(alice.publicKey()).balanceStroops
    net.must(alice, [addSigner(bob)])
    net.must(alice, [merge(bob)])
    expect(net.exists(alice.publicKey())).toBe(false)
    expect(net.account(bob.publicKey()).balanceStroops).toBe(before - 200n)
    expect(
      net.submit(net.root, [Operation.payment({ destination: alice.publicKey(), asset: Asset.native(), amount: '1' })])
        .operations,
    ).toEqual(['no_destination'])
  })

  test.each([
    ['into itself', () => merge(alice), 'malformed'],
    ['into nobody', () => merge(Keypair.random()), 'no_account'],
    ['while it owns something', () => merge(bob), 'has_sub_entries'],
    ['with a sequence number of the future', () => merge(bob), 'seqnum_too_far'],
  ])('is refused %s', (_, operation, code) => {
    if (code === 'has_sub_entries') net.must(alice, [Operation.manageData({ name: 'plan', value: 'a' })])
    if (code === 'seqnum_too_far') {
      const far = BigInt(net.core.latestLedger().sequence + 10) << 32n
      net.must(alice, [Operation.bumpSequence({ bumpTo: String(far) })])
    }
    expect(net.submit(alice, [operation()]).operations).toEqual([code])
  })
})

test('what this network does not have is refused by name', () => {
  const [fate] = [net.submit(alice, [Operation.inflation()])]
  expect([fate.code, fate.operations]).toEqual(['tx_failed', ['op_not_supported']])
})
