import { Asset, Keypair, Operation, type xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { TestNetwork } from '../core/testing.ts'

let net: TestNetwork
let sponsor: Keypair
let alice: Keypair
let issuer: Keypair
let usd: Asset

beforeEach(async () => {
  net = await TestNetwork.start()
  sponsor = net.fund()
  issuer = net.fund()
  alice = net.fund()
  usd = new Asset('USD', issuer.publicKey())
})

const begin = (sponsored: Keypair, source: Keypair) =>
  Operation.beginSponsoringFutureReserves({ sponsoredId: sponsored.publicKey(), source: source.publicKey() })
const end = (sponsored: Keypair) => Operation.endSponsoringFutureReserves({ source: sponsored.publicKey() })

function sponsored(operations: xdr.Operation[], by = sponsor, of = alice) {
  return net.submit(by, [begin(of, by), ...operations, end(of)], { signers: [by, of] })
}

const counts = (keypair: Keypair) => {
  const { numSponsoring, numSponsored, numSubEntries } = net.account(keypair.publicKey())
  return { numSponsoring, numSponsored, numSubEntries }
}

test('an account can be opened without any lumens', () => {
  const child = Keypair.random()
  const create = Operation.createAccount({ destination: child.publicKey(), startingBalance: '0' })
  expect(sponsored([create], sponsor, child).code).toBe('tx_success')
  expect(counts(child)).toEqual({ numSponsoring: 0, numSponsored: 2, numSubEntries: 0 })
  expect(counts(sponsor)).toEqual({ numSponsoring: 2, numSponsored: 0, numSubEntries: 0 })
  expect(net.core.accountsBy({ sponsor: sponsor.publicKey() })).toEqual([child.publicKey()])
})

test('lines, signers, data and offers are sponsored, and give the reserve back when they go', () => {
  const source = alice.publicKey()
  const signer = Keypair.random().publicKey()
  const fate = sponsored([
    Operation.changeTrust({ asset: usd, source }),
    Operation.setOptions({ signer: { ed25519PublicKey: signer, weight: 1 }, source }),
    Operation.manageData({ name: 'plan', value: 'a', source }),
    Operation.manageSellOffer({ selling: Asset.native(), buying: usd, amount: '1', price: '1', source }),
  ])
  expect(fate.code).toBe('tx_success')
  expect(counts(alice)).toEqual({ numSponsoring: 0, numSponsored: 4, numSubEntries: 4 })
  expect(counts(sponsor).numSponsoring).toBe(4)
  const [offer] = net.core.state.book.offers('native', usd.toString())
  net.must(alice, [
    Operation.manageSellOffer({
      selling: Asset.native(),
      buying: usd,
      amount: '0',
      price: '1',
      offerId: String(offer?.offerId),
    }),
    Operation.manageData({ name: 'plan', value: null }),
    Operation.setOptions({ signer: { ed25519PublicKey: signer, weight: 0 } }),
    Operation.changeTrust({ asset: usd, limit: '0' }),
  ])
  expect(counts(alice)).toEqual({ numSponsoring: 0, numSponsored: 0, numSubEntries: 0 })
  expect(counts(sponsor).numSponsoring).toBe(0)
  expect(net.core.accountsBy({ sponsor: sponsor.publicKey() })).toEqual([])
})

describe('a sponsorship is refused', () => {
  test('if it is left open', () => {
    expect(net.submit(sponsor, [begin(alice, sponsor)]).code).toBe('tx_bad_sponsorship')
  })

  test('of oneself, twice, or of a sponsor', () => {
    expect(net.submit(sponsor, [begin(sponsor, sponsor)]).operations).toEqual(['malformed'])
    expect(net.submit(sponsor, [begin(alice, sponsor), begin(alice, sponsor)]).operations[1]).toBe('already_sponsored')
    const chain = net.submit(sponsor, [begin(alice, sponsor), begin(issuer, alice)], { signers: [sponsor, alice] })
    expect(chain.operations[1]).toBe('recursive')
    expect(net.submit(alice, [end(alice)]).operations).toEqual(['not_sponsored'])
  })

  test('by somebody without the lumens', () => {
    const poor = net.fund('1.1')
    const line = Operation.changeTrust({ asset: usd, source: alice.publicKey() })
    const fate = sponsored([line], poor)
    expect(fate.operations[1]).toBe('low_reserve')
  })
})

describe('revoking', () => {
  const revoke = (source: Keypair) =>
    Operation.revokeTrustlineSponsorship({ account: alice.publicKey(), asset: usd, source: source.publicKey() })

  beforeEach(() => {
    expect(sponsored([Operation.changeTrust({ asset: usd, source: alice.publicKey() })]).code).toBe('tx_success')
  })

  test('gives the reserve to the owner', () => {
    net.must(sponsor, [revoke(sponsor)])
    expect(counts(sponsor).numSponsoring).toBe(0)
    expect(counts(alice)).toEqual({ numSponsoring: 0, numSponsored: 0, numSubEntries: 1 })
  })

  test('hands it to another sponsor', () => {
    const next = net.fund()
    const operations = [begin(sponsor, next), revoke(sponsor), end(sponsor)]
    expect(net.submit(next, operations, { signers: [next, sponsor] }).code).toBe('tx_success')
    expect(counts(sponsor).numSponsoring).toBe(0)
    expect(counts(next).numSponsoring).toBe(1)
    expect(net.line(alice.publicKey(), usd).sponsor).toBe(next.publicKey())
  })

  test('is the sponsor’s right alone, and of what exists', () => {
    expect(net.submit(alice, [revoke(alice)]).operations).toEqual(['not_sponsor'])
    const data = Operation.revokeDataSponsorship({ account: alice.publicKey(), name: 'none' })
    expect(net.submit(sponsor, [data]).operations).toEqual(['does_not_exist'])
  })

  test('fails if the owner cannot pay', () => {
    const { balanceStroops } = net.account(alice.publicKey())
    const rest = balanceStroops - 10_000_100n
    const amount = `${rest / 10_000_000n}.${String(rest % 10_000_000n).padStart(7, '0')}`
    net.must(alice, [Operation.payment({ destination: issuer.publicKey(), asset: Asset.native(), amount })])
    expect(net.submit(sponsor, [revoke(sponsor)]).operations).toEqual(['low_reserve'])
  })

  test('works for a signer too', () => {
    const ed25519PublicKey = Keypair.random().publicKey()
    const add = Operation.setOptions({ signer: { ed25519PublicKey, weight: 1 }, source: alice.publicKey() })
    expect(sponsored([add]).code).toBe('tx_success')
    net.must(sponsor, [Operation.revokeSignerSponsorship({ account: alice.publicKey(), signer: { ed25519PublicKey } })])
    expect(net.account(alice.publicKey()).signers.map((signer) => signer.sponsor)).toEqual([null])
    expect(counts(sponsor).numSponsoring).toBe(1)
  })
})

test('a sponsor cannot leave before its sponsorships', () => {
  expect(sponsored([Operation.changeTrust({ asset: usd, source: alice.publicKey() })]).code).toBe('tx_success')
  const merge = Operation.accountMerge({ destination: issuer.publicKey() })
  expect(net.submit(sponsor, [merge]).operations).toEqual(['is_sponsor'])
})
