import { createHash } from 'node:crypto'
import { Asset, Claimant, type Keypair, Operation, StrKey, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { TEST_TIME, TestNetwork } from '../core/testing.ts'
import { brokenLaws } from '../laws/state.ts'
import type { ClaimableBalanceEntry } from '../ledger/entries.ts'

// Rules: stellar-core, CreateClaimableBalanceOpFrame.cpp, ClaimClaimableBalanceOpFrame.cpp, ClawbackClaimableBalanceOpFrame.cpp,
// RevokeSponsorshipOpFrame.cpp, SponsorshipUtils.cpp; CAP-23, CAP-33, CAP-35.

let net: TestNetwork
let issuer: Keypair
let usd: Asset
let alice: Keypair
let bob: Keypair

beforeEach(async () => {
  net = await TestNetwork.start()
  issuer = net.fund()
  net.must(issuer, [Operation.setOptions({ setFlags: 10 as 2 })])
  usd = new Asset('USD', issuer.publicKey())
  alice = net.holder([[usd, '100']], [issuer])
  bob = net.holder([[usd, '0']], [issuer])
})

const create = (options: Partial<Parameters<typeof Operation.createClaimableBalance>[0]> = {}) =>
  Operation.createClaimableBalance({ asset: usd, amount: '40', claimants: [new Claimant(bob.publicKey())], ...options })

function balances(): ClaimableBalanceEntry[] {
  return [...net.core.state.entries.values()].filter((entry) => entry.kind === 'claimableBalance')
}

/** The id of the one balance there is, as operations want it. */
function onlyId(): string {
  const [balance, ...more] = balances()
  if (balance === undefined || more.length > 0) throw new Error('not one balance')
  return `00000000${balance.balanceId}`
}

/** What the SDK does not build. */
function withoutClaimants(): xdr.Operation {
  const wire = xdr.Operation.schema.decode(create().toXdr())
  if (wire.body.type !== 14) throw new Error('another operation')
  const body = { ...wire.body, createClaimableBalanceOp: { ...wire.body.createClaimableBalanceOp, claimants: [] } }
  return xdr.Operation.fromXdr(xdr.Operation.schema.encode({ ...wire, body }))
}

const codesOf = (source: Keypair, operation: xdr.Operation, signers = [source]) => {
  const fate = net.submit(source, [operation], { signers })
  return fate.operations[0] ?? fate.code
}

describe('creating', () => {
  it('takes the amount, books a reserve for each claimant, and answers with the id of its place', () => {
    const sequence = net.account(alice.publicKey()).sequence + 1n
    const claimants = [new Claimant(bob.publicKey()), new Claimant(alice.publicKey())]
    const applied = net.must(alice, [Operation.bumpSequence({ bumpTo: '0' }), create({ claimants })])
    const preimage = xdr.HashIdPreimage.schema.encode({
      type: 6,
      operationId: { sourceAccount: { type: 0, ed25519: alice.rawPublicKey() }, seqNum: sequence, opNum: 1 },
    })
    const id = createHash('sha256').update(preimage).digest('hex')
    expect(balances()[0]?.balanceId).toBe(id)
    const result = JSON.stringify(xdr.TransactionResult.fromXdr(applied.resultXdr).toJson())
    expect(result).toContain(StrKey.encodeClaimableBalance(Uint8Array.from(Buffer.from(`00${id}`, 'hex'))))
    expect(net.line(alice.publicKey(), usd).balanceStroops).toBe(60_0000000n)
    // CAP-23: its creator sponsors it, one base reserve a claimant, and it is no subentry.
    expect(net.account(alice.publicKey())).toMatchObject({ numSponsoring: 2, numSubEntries: 1 })
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  it('is told as a transfer to the balance, and from the issuer as a mint', () => {
    const names = (applied: { contractEvents: readonly (readonly xdr.ContractEvent[])[] }) =>
      applied.contractEvents.flat().map(({ body }) => body.v0.topics.map((topic) => JSON.stringify(topic.toJson())))
    const [transfer] = names(net.must(alice, [create()]))
    expect(transfer?.[0]).toContain('transfer')
    const address = /B[A-Z2-7]{57}/.exec(transfer?.[2] ?? '')?.[0] ?? ''
    expect(Buffer.from(StrKey.decodeClaimableBalance(address)).toString('hex')).toBe(`00${balances()[0]?.balanceId}`)
    const [mint] = names(net.must(issuer, [create()]))
    expect(mint?.[0]).toContain('mint')
  })

  const deep = (levels: number): ReturnType<typeof Claimant.predicateUnconditional> =>
    levels === 1 ? Claimant.predicateUnconditional() : Claimant.predicateNot(deep(levels - 1))

  it.each([
    ['no claimant', () => withoutClaimants(), 'malformed'],
    [
      'the same claimant twice',
      () => create({ claimants: [new Claimant(bob.publicKey()), new Claimant(bob.publicKey())] }),
      'malformed',
    ],
    ['a predicate of five levels', () => create({ claimants: [new Claimant(bob.publicKey(), deep(5))] }), 'malformed'],
    ['a predicate of four levels', () => create({ claimants: [new Claimant(bob.publicKey(), deep(4))] }), 'success'],
    [
      'a time before the epoch',
      () => create({ claimants: [new Claimant(bob.publicKey(), Claimant.predicateBeforeAbsoluteTime('-1'))] }),
      'malformed',
    ],
    [
      'a negative span',
      () => create({ claimants: [new Claimant(bob.publicKey(), Claimant.predicateBeforeRelativeTime('-1'))] }),
      'malformed',
    ],
    ['more than there is', () => create({ amount: '100.0000001' }), 'underfunded'],
    ['lumens that the reserve needs', () => create({ asset: Asset.native(), amount: '9999' }), 'underfunded'],
    ['an asset without a line', () => create({ asset: new Asset('EUR', issuer.publicKey()) }), 'no_trust'],
  ])('of %s', (_, operation, code) => {
    expect(codesOf(alice, operation())).toBe(code)
  })

  it('from a frozen line is refused', () => {
    net.must(issuer, [
      Operation.setTrustLineFlags({ trustor: alice.publicKey(), asset: usd, flags: { authorized: false } }),
    ])
    expect(codesOf(alice, create())).toBe('not_authorized')
  })

  it('without lumens for the reserve is refused', () => {
    const spare = net.account(alice.publicKey()).balanceStroops - 15_000_000n - 200n
    net.must(alice, [
      Operation.payment({ destination: bob.publicKey(), asset: Asset.native(), amount: String(Number(spare) / 1e7) }),
    ])
    expect(codesOf(alice, create())).toBe('low_reserve')
  })
})

describe('claiming', () => {
  it('moves the amount, releases the reserve and removes the balance', () => {
    net.must(alice, [create()])
    net.must(bob, [Operation.claimClaimableBalance({ balanceId: onlyId() })])
    expect(balances()).toEqual([])
    expect(net.line(bob.publicKey(), usd).balanceStroops).toBe(40_0000000n)
    expect(net.account(alice.publicKey()).numSponsoring).toBe(0)
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  it.each([
    ['never', Claimant.predicateNot(Claimant.predicateUnconditional()), 0n, 'cannot_claim'],
    ['before a span is over', Claimant.predicateBeforeRelativeTime('100'), 99n, 'success'],
    ['once a span is over', Claimant.predicateBeforeRelativeTime('100'), 100n, 'cannot_claim'],
    [
      'not before a span is over',
      Claimant.predicateNot(Claimant.predicateBeforeRelativeTime('100')),
      99n,
      'cannot_claim',
    ],
    ['from the end of a span on', Claimant.predicateNot(Claimant.predicateBeforeRelativeTime('100')), 100n, 'success'],
    [
      'within a window',
      Claimant.predicateAnd(
        Claimant.predicateNot(Claimant.predicateBeforeRelativeTime('50')),
        Claimant.predicateBeforeRelativeTime('100'),
      ),
      60n,
      'success',
    ],
    [
      'outside a window',
      Claimant.predicateAnd(
        Claimant.predicateNot(Claimant.predicateBeforeRelativeTime('50')),
        Claimant.predicateBeforeRelativeTime('100'),
      ),
      40n,
      'cannot_claim',
    ],
    [
      'by either of two',
      Claimant.predicateOr(
        Claimant.predicateBeforeAbsoluteTime('1'),
        Claimant.predicateBeforeAbsoluteTime(String(TEST_TIME + 1_000n)),
      ),
      10n,
      'success',
    ],
    ['a span past the end of time', Claimant.predicateBeforeRelativeTime('9223372036854775807'), 1_000_000n, 'success'],
  ])('%s', (_, predicate, seconds, code) => {
    net.must(alice, [create({ claimants: [new Claimant(bob.publicKey(), predicate)] })])
    const created = net.core.latestLedger().closeTime
    net.clock.now = created + seconds
    expect(codesOf(bob, Operation.claimClaimableBalance({ balanceId: onlyId() }))).toBe(code)
  })

  it('is refused to others, for unknown ids, and to lines that cannot take it', () => {
    net.must(alice, [create()])
    const claim = Operation.claimClaimableBalance({ balanceId: onlyId() })
    expect(codesOf(alice, claim)).toBe('cannot_claim')
    expect(codesOf(bob, Operation.claimClaimableBalance({ balanceId: `00000000${'ab'.repeat(32)}` }))).toBe(
      'does_not_exist',
    )
    net.must(bob, [Operation.changeTrust({ asset: usd, limit: '39' })])
    expect(codesOf(bob, claim)).toBe('line_full')
    net.must(issuer, [
      Operation.setTrustLineFlags({ trustor: bob.publicKey(), asset: usd, flags: { authorized: false } }),
    ])
    expect(codesOf(bob, claim)).toBe('not_authorized')
    net.must(bob, [Operation.changeTrust({ asset: usd, limit: '0' })])
    expect(codesOf(bob, claim)).toBe('no_trust')
  })
})

describe('clawing back', () => {
  it('burns a balance that comes from a line with clawback, by its issuer alone', () => {
    net.must(alice, [create()])
    const clawback = Operation.clawbackClaimableBalance({ balanceId: onlyId() })
    expect(codesOf(alice, clawback)).toBe('not_issuer')
    expect(codesOf(issuer, clawback)).toBe('success')
    expect(codesOf(issuer, clawback)).toBe('does_not_exist')
    expect(net.account(alice.publicKey()).numSponsoring).toBe(0)
  })

  it('is refused where the line had no clawback when it was made (CAP-35)', async () => {
    const plain = net.fund()
    const eur = new Asset('EUR', plain.publicKey())
    const holder = net.holder([[eur, '10']], [plain])
    net.must(plain, [Operation.setOptions({ setFlags: 10 as 2 })])
    net.must(holder, [create({ asset: eur, amount: '1' })])
    expect(codesOf(plain, Operation.clawbackClaimableBalance({ balanceId: onlyId() }))).toBe('not_clawback_enabled')
    expect(codesOf(alice, create({ asset: Asset.native(), amount: '1' }))).toBe('success')
  })
})

describe('sponsorship', () => {
  it('is handed over to another account and never given up', () => {
    net.must(alice, [create()])
    const revoke = Operation.revokeClaimableBalanceSponsorship({ balanceId: onlyId(), source: alice.publicKey() })
    expect(codesOf(bob, Operation.revokeClaimableBalanceSponsorship({ balanceId: onlyId() }))).toBe('not_sponsor')
    expect(codesOf(alice, revoke)).toBe('only_transferable')
    net.must(
      bob,
      [
        Operation.beginSponsoringFutureReserves({ sponsoredId: alice.publicKey() }),
        revoke,
        Operation.endSponsoringFutureReserves({ source: alice.publicKey() }),
      ],
      { signers: [bob, alice] },
    )
    expect(net.account(alice.publicKey()).numSponsoring).toBe(0)
    expect(net.account(bob.publicKey()).numSponsoring).toBe(1)
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  it('keeps the sponsor from being merged', () => {
    net.must(alice, [create({ amount: '100' }), Operation.changeTrust({ asset: usd, limit: '0' })])
    expect(codesOf(alice, Operation.accountMerge({ destination: bob.publicKey() }))).toBe('is_sponsor')
  })
})

it('balances survive a restart of the network', async () => {
  net.must(alice, [create()])
  const before = balances()
  const again = await TestNetwork.start()
  again.core.restore(net.core.serialize())
  expect([...again.core.state.entries.values()].filter((entry) => entry.kind === 'claimableBalance')).toEqual(before)
})
