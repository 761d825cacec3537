import { Asset, type Keypair, Operation, scValToNative } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { TestNetwork } from '../core/testing.ts'

const REQUIRED = 1
const REVOCABLE = 2
const IMMUTABLE = 4
const CLAWBACK = 8

let net: TestNetwork
let issuer: Keypair
let bond: Asset
let alice: Keypair

beforeEach(async () => {
  net = await TestNetwork.start()
  issuer = net.fund()
  bond = new Asset('BOND', issuer.publicKey())
  alice = net.fund()
})

const setFlags = (flags: number) => net.must(issuer, [Operation.setOptions({ setFlags: flags as 1 })])
const trust = (limit?: string) => Operation.changeTrust({ asset: bond, ...(limit !== undefined && { limit }) })
const authorize = (authorized: boolean, maintain?: boolean) =>
  Operation.setTrustLineFlags({
    trustor: alice.publicKey(),
    asset: bond,
    flags: { authorized, ...(maintain !== undefined && { authorizedToMaintainLiabilities: maintain }) },
  })
const mint = (amount: string) => Operation.payment({ destination: alice.publicKey(), asset: bond, amount })
const clawback = (amount: string) => Operation.clawback({ from: alice.publicKey(), asset: bond, amount })

describe('a trustline', () => {
  test('is opened, limited and closed, and takes a reserve while it is open', () => {
    net.must(alice, [trust('5')])
    expect(net.account(alice.publicKey()).numSubEntries).toBe(1)
    net.must(issuer, [mint('5')])
    expect(net.submit(alice, [trust('4.9999999')]).operations).toEqual(['invalid_limit'])
    expect(net.submit(alice, [trust('0')]).operations).toEqual(['invalid_limit'])
    net.must(alice, [Operation.payment({ destination: issuer.publicKey(), asset: bond, amount: '5' }), trust('0')])
    expect(net.account(alice.publicKey()).numSubEntries).toBe(0)
    expect(net.core.accountsBy({ asset: bond.toString() })).toEqual([])
  })

  test.each([
    ['of the issuer itself', () => issuer, () => trust(), 'malformed'],
    ['to an issuer that is not there', () => alice, () => Operation.changeTrust({ asset: absent() }), 'no_issuer'],
    ['without a reserve', () => net.fund('1.1'), () => trust(), 'low_reserve'],
    ['closed before it is open', () => alice, () => trust('0'), 'invalid_limit'],
  ])('is refused %s', (_, source, operation, code) => {
    expect(net.submit(source(), [operation()]).operations).toEqual([code])
  })

  const absent = () => new Asset('BOND', 'GAAZI4TCR3TY5OJHCTJC2A4QSY6CJWJH5IAJTGKIN2ER7LBNVKOCCWN7')
})

describe('authorization', () => {
  test('is needed where the issuer requires it, and told as an event', () => {
    setFlags(REQUIRED | REVOCABLE)
    net.must(alice, [trust()])
    expect(net.submit(issuer, [mint('1')]).operations).toEqual(['not_authorized'])
    const [event] = net.must(issuer, [authorize(true)]).contractEvents[0] ?? []
    expect(event?.body.v0.topics.map((topic) => scValToNative(topic))).toEqual([
      'set_authorized',
      alice.publicKey(),
      bond.toString(),
    ])
    expect(event && scValToNative(event.body.v0.data)).toBe(true)
    net.must(issuer, [mint('1')])
  })

  test('cannot be taken away unless the issuer may revoke', () => {
    net.must(alice, [trust()])
    expect(net.submit(issuer, [authorize(false)]).operations).toEqual(['cant_revoke'])
    setFlags(REVOCABLE)
    net.must(issuer, [authorize(false)])
    expect(net.line(alice.publicKey(), bond).flags).toBe(0)
  })

  test('taken away withdraws offers; kept for liabilities it leaves them', () => {
    setFlags(REVOCABLE)
    net.must(alice, [trust()])
    net.must(issuer, [mint('10')])
    net.must(alice, [Operation.manageSellOffer({ selling: bond, buying: Asset.native(), amount: '10', price: '1' })])
    net.must(issuer, [authorize(false, true)])
    expect(net.core.state.book.offers(bond.toString(), 'native')).toHaveLength(1)
    net.must(issuer, [authorize(false, false)])
    expect(net.core.state.book.offers(bond.toString(), 'native')).toHaveLength(0)
    expect(net.line(alice.publicKey(), bond).sellingLiabilitiesStroops).toBe(0n)
    expect(net.account(alice.publicKey()).buyingLiabilitiesStroops).toBe(0n)
    expect(net.account(alice.publicKey()).numSubEntries).toBe(1)
  })

  test('by the older operation does the same', () => {
    setFlags(REQUIRED)
    net.must(alice, [trust()])
    net.must(issuer, [Operation.allowTrust({ trustor: alice.publicKey(), assetCode: 'BOND', authorize: 1 })])
    expect(net.line(alice.publicKey(), bond).flags).toBe(1)
    const revoke = Operation.allowTrust({ trustor: alice.publicKey(), assetCode: 'BOND', authorize: 0 })
    expect(net.submit(issuer, [revoke]).operations).toEqual(['cant_revoke'])
  })

  test('is for lines that exist, and for the issuer to give', () => {
    expect(net.submit(issuer, [authorize(true)]).operations).toEqual(['no_trust_line'])
    expect(net.submit(alice, [authorize(true)]).operations).toEqual(['malformed'])
  })
})

describe('clawback', () => {
  test('needs the flag before the line, and stops at what offers promise', () => {
    net.must(alice, [trust()])
    net.must(issuer, [mint('10')])
    setFlags(REVOCABLE | CLAWBACK)
    expect(net.submit(issuer, [clawback('1')]).operations).toEqual(['not_clawback_enabled'])
    const other = new Asset('LATER', issuer.publicKey())
    net.must(alice, [Operation.changeTrust({ asset: other })])
    net.must(issuer, [Operation.payment({ destination: alice.publicKey(), asset: other, amount: '10' })])
    net.must(alice, [Operation.manageSellOffer({ selling: other, buying: Asset.native(), amount: '4', price: '1' })])
    const take = (amount: string) => Operation.clawback({ from: alice.publicKey(), asset: other, amount })
    expect(net.submit(issuer, [take('6.0000001')]).operations).toEqual(['underfunded'])
    net.must(issuer, [take('6')])
    expect(net.line(alice.publicKey(), other).balanceStroops).toBe(40_000_000n)
  })

  test('is for the issuer, of lines that exist', () => {
    expect(net.submit(issuer, [clawback('1')]).operations).toEqual(['no_trust'])
    expect(
      net.submit(alice, [Operation.clawback({ from: issuer.publicKey(), asset: bond, amount: '1' })]).operations,
    ).toEqual(['malformed'])
  })

  test('cannot be enabled without revocability, nor anything changed once immutable', () => {
    expect(net.submit(issuer, [Operation.setOptions({ setFlags: CLAWBACK })]).operations).toEqual([
      'auth_revocable_required',
    ])
    setFlags(IMMUTABLE)
    expect(net.submit(issuer, [Operation.setOptions({ setFlags: REQUIRED })]).operations).toEqual(['cant_change'])
    const merge = Operation.accountMerge({ destination: alice.publicKey() })
    expect(net.submit(issuer, [merge]).operations).toEqual(['immutable_set'])
  })
})
