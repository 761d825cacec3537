import { Asset, Claimant, Keypair, Operation, StrKey, xdr } from '@stellar/stellar-sdk/base'
import { describe, expect, test } from 'vitest'
import { type Fate, TestNetwork } from '../../core/testing.ts'
import { accountIdWire, assetWire } from '../../ledger/keys.ts'
import type { LedgerKeyWire } from '../../ledger/wire.ts'
import { describeCodes, drain, type Scene, sceneOn, submitOperation } from './table.test-helper.ts'

const XLM = Asset.native()

const begin = (sponsor: Keypair, sponsored: Keypair) =>
  Operation.beginSponsoringFutureReserves({ sponsoredId: sponsored.publicKey(), source: sponsor.publicKey() })
const end = (sponsored: Keypair) => Operation.endSponsoringFutureReserves({ source: sponsored.publicKey() })

const submit = ({ net, alice }: Scene, signers: Keypair[], operations: xdr.Operation[]): Fate =>
  net.submit(alice, operations, { signers: [...new Set([alice, ...signers])] })

describeCodes('BeginSponsoringFutureReserves', xdr.BeginSponsoringFutureReservesResultCode, {
  ways: {
    success: [
      {
        rule: 'one sponsors many',
        reach: (scene) => {
          const { alice, bob, issuer } = scene
          return submit(scene, [bob, issuer], [begin(alice, bob), begin(alice, issuer), end(bob), end(issuer)])
        },
      },
      {
        rule: 'an account that is not there yet, whose own signature ends it once it is',
        reach: (scene) => {
          const child = Keypair.random()
          const create = Operation.createAccount({ destination: child.publicKey(), startingBalance: '0' })
          return submit(scene, [child], [begin(scene.alice, child), create, end(child)])
        },
      },
      {
        rule: 'again, once it was ended',
        reach: (scene) => {
          const { alice, bob } = scene
          return submit(scene, [bob], [begin(alice, bob), end(bob), begin(alice, bob), end(bob)])
        },
      },
    ],
    malformed: {
      rule: 'not oneself',
      whenSent: true,
      reach: (scene) => submit(scene, [], [begin(scene.alice, scene.alice)]),
    },
    already_sponsored: {
      rule: 'by one sponsor at a time',
      reach: (scene) => {
        const { alice, bob, issuer } = scene
        return submit(scene, [bob, issuer], [begin(alice, bob), begin(issuer, bob), end(bob)])
      },
    },
    recursive: [
      {
        rule: 'a sponsor is not sponsored',
        reach: (scene) => {
          const { alice, bob, issuer } = scene
          return submit(scene, [bob, issuer], [begin(alice, bob), begin(issuer, alice), end(alice), end(bob)])
        },
      },
      {
        rule: 'nor does the sponsored one sponsor',
        reach: (scene) => {
          const { alice, bob, issuer } = scene
          return submit(scene, [bob, issuer], [begin(alice, bob), begin(bob, issuer), end(issuer), end(bob)])
        },
      },
    ],
  },
})

describeCodes('EndSponsoringFutureReserves', xdr.EndSponsoringFutureReservesResultCode, {
  ways: {
    success: {
      rule: 'by who is sponsored',
      reach: (scene) => submit(scene, [scene.bob], [begin(scene.alice, scene.bob), end(scene.bob)]),
    },
    not_sponsored: [
      { rule: 'only what was begun', reach: (scene) => submit(scene, [], [end(scene.alice)]) },
      {
        rule: 'not by the sponsor',
        reach: (scene) => submit(scene, [], [begin(scene.alice, scene.bob), end(scene.alice)]),
      },
    ],
  },
})

/** Something that takes reserves: how it comes to be, and how its sponsorship is revoked. */
interface Kind {
  readonly name: string
  /** Base reserves that it takes. */
  readonly units: number
  /** Made by Alice. */
  readonly make: (scene: Scene) => xdr.Operation | null
  readonly revoke: (scene: Scene, source: Keypair) => xdr.Operation
}

const newest = (scene: Scene, kind: 'offer' | 'claimableBalance') => {
  const found = [...scene.net.core.state.entries.values()].filter((entry) => entry.kind === kind).at(-1)
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}

const payload = StrKey.encodeSignedPayload(
  Buffer.concat([Keypair.random().rawPublicKey(), Uint8Array.of(0, 0, 0, 4, 1, 2, 3, 4)]),
)
const hash = Buffer.alloc(32, 7)

const signerKinds = [
  ['an Ed25519 key', { ed25519PublicKey: Keypair.random().publicKey() }],
  ['a hash', { sha256Hash: hash }],
  ['a transaction', { preAuthTx: hash }],
  ['a signed payload', { ed25519SignedPayload: payload }],
] as const

/** Everything that has an owner who would pay its reserve otherwise. */
const OWNED: Kind[] = [
  {
    name: 'an account',
    units: 2,
    make: () => null,
    revoke: ({ alice }, source) =>
      Operation.revokeAccountSponsorship({ account: alice.publicKey(), source: source.publicKey() }),
  },
  {
    name: 'a line',
    units: 1,
    make: ({ bob, alice }) =>
      Operation.changeTrust({ asset: new Asset('BOB', bob.publicKey()), source: alice.publicKey() }),
    revoke: ({ alice, bob }, source) =>
      Operation.revokeTrustlineSponsorship({
        account: alice.publicKey(),
        asset: new Asset('BOB', bob.publicKey()),
        source: source.publicKey(),
      }),
  },
  {
    name: 'an offer',
    units: 1,
    make: ({ usd, alice }) =>
      Operation.manageSellOffer({ selling: usd, buying: XLM, amount: '1', price: '1', source: alice.publicKey() }),
    revoke: (scene, source) => {
      const offer = newest(scene, 'offer')
      if (offer.kind !== 'offer') throw new Error('not an offer')
      return Operation.revokeOfferSponsorship({
        seller: scene.alice.publicKey(),
        offerId: String(offer.offerId),
        source: source.publicKey(),
      })
    },
  },
  {
    name: 'data',
    units: 1,
    make: ({ alice }) => Operation.manageData({ name: 'plan', value: 'a', source: alice.publicKey() }),
    revoke: ({ alice }, source) =>
      Operation.revokeDataSponsorship({ account: alice.publicKey(), name: 'plan', source: source.publicKey() }),
  },
  ...signerKinds.map(([name, key]) => ({
    name: `a signer that is ${name}`,
    units: 1,
    make: ({ alice }: Scene) => Operation.setOptions({ signer: { ...key, weight: 1 }, source: alice.publicKey() }),
    revoke: ({ alice }: Scene, source: Keypair) =>
      Operation.revokeSignerSponsorship({ account: alice.publicKey(), signer: key, source: source.publicKey() }),
  })),
]

const counts = ({ net }: Scene, of: Keypair) => {
  const { numSponsoring, numSponsored, numSubEntries } = net.account(of.publicKey())
  return { numSponsoring, numSponsored, numSubEntries }
}

function must(fate: Fate): void {
  expect([fate.code, ...fate.operations.filter((code) => code !== 'success')]).toEqual(['tx_success'])
}

describe('the sponsorship of every kind of entry', () => {
  test.each(OWNED)('$name: taken on, handed over and given up', async ({ units, make, revoke }) => {
    const scene = sceneOn(await TestNetwork.start())
    const { alice, bob, issuer } = scene
    const entry = make(scene)
    if (entry !== null) must(submit(scene, [], [entry]))
    const { numSubEntries } = counts(scene, alice)
    const held = (sponsored: number, byBob: number, byIssuer: number) => {
      expect(counts(scene, alice)).toEqual({ numSponsoring: 0, numSponsored: sponsored, numSubEntries })
      expect(counts(scene, bob).numSponsoring).toBe(byBob)
      expect(counts(scene, issuer).numSponsoring).toBe(byIssuer)
    }
    held(0, 0, 0)
    // Not sponsored, and nobody sponsors its owner: nothing to do, and no error (RevokeSponsorshipOpFrame).
    must(submit(scene, [], [revoke(scene, alice)]))
    held(0, 0, 0)
    must(submit(scene, [bob], [begin(bob, alice), revoke(scene, alice), end(alice)]))
    held(units, units, 0)
    must(submit(scene, [bob, issuer], [begin(issuer, bob), revoke(scene, bob), end(bob)]))
    held(units, 0, units)
    // Sponsored by the owner itself means sponsored by nobody.
    must(submit(scene, [issuer], [begin(alice, issuer), revoke(scene, issuer), end(issuer)]))
    held(0, 0, 0)
    must(submit(scene, [bob], [begin(bob, alice), revoke(scene, alice), end(alice)]))
    must(submit(scene, [bob], [revoke(scene, bob)]))
    held(0, 0, 0)
  })

  test('a claimable balance: handed over only, with one reserve for each claimant', async () => {
    const scene = sceneOn(await TestNetwork.start())
    const { alice, bob, issuer } = scene
    const claimants = [bob, issuer].map((claimant) => new Claimant(claimant.publicKey()))
    must(submit(scene, [], [Operation.createClaimableBalance({ asset: XLM, amount: '1', claimants })]))
    expect(counts(scene, alice).numSponsoring).toBe(2)
    must(submit(scene, [bob], [begin(bob, alice), revokeBalance(scene, alice), end(alice)]))
    expect([counts(scene, alice).numSponsoring, counts(scene, bob).numSponsoring]).toEqual([0, 2])
  })
})

function revokeBalance(scene: Scene, source: Keypair): xdr.Operation {
  const entry = newest(scene, 'claimableBalance')
  if (entry.kind !== 'claimableBalance') throw new Error('not a claimable balance')
  return Operation.revokeClaimableBalanceSponsorship({
    balanceId: `00000000${entry.balanceId}`,
    source: source.publicKey(),
  })
}

/** Alice’s data, paid by Bob. */
function sponsoredData(scene: Scene): xdr.Operation {
  const { alice, bob } = scene
  const data = Operation.manageData({ name: 'plan', value: 'a', source: alice.publicKey() })
  must(submit(scene, [bob], [begin(bob, alice), data, end(alice)]))
  return Operation.revokeDataSponsorship({ account: alice.publicKey(), name: 'plan', source: bob.publicKey() })
}

const revokeKey = ({ net, alice }: Scene, ledgerKey: LedgerKeyWire) =>
  submitOperation(net, alice, { type: 18, revokeSponsorshipOp: { type: 0, ledgerKey } })

const own = ({ alice }: Scene) => accountIdWire(alice.publicKey())

describeCodes('RevokeSponsorship', xdr.RevokeSponsorshipResultCode, {
  ways: {
    success: {
      rule: 'by who pays, without the owner',
      reach: (scene) => scene.net.submit(scene.bob, [sponsoredData(scene)]),
    },
    does_not_exist: [
      {
        rule: 'no such entry',
        reach: (scene) =>
          submit(scene, [], [Operation.revokeDataSponsorship({ account: scene.alice.publicKey(), name: 'none' })]),
      },
      {
        rule: 'no such signer',
        reach: (scene) => {
          const signer = { ed25519PublicKey: scene.bob.publicKey() }
          return submit(scene, [], [Operation.revokeSignerSponsorship({ account: scene.alice.publicKey(), signer })])
        },
      },
      {
        rule: 'no such account with signers',
        reach: (scene) => {
          const signer = { ed25519PublicKey: scene.bob.publicKey() }
          const account = Keypair.random().publicKey()
          return submit(scene, [], [Operation.revokeSignerSponsorship({ account, signer })])
        },
      },
    ],
    not_sponsor: [
      {
        rule: 'not by the owner of what another pays',
        reach: (scene) => {
          sponsoredData(scene)
          return submit(
            scene,
            [],
            [Operation.revokeDataSponsorship({ account: scene.alice.publicKey(), name: 'plan' })],
          )
        },
      },
      {
        rule: 'not by another of what its owner pays',
        reach: (scene) => submit(scene, [], [Operation.revokeAccountSponsorship({ account: scene.bob.publicKey() })]),
      },
    ],
    low_reserve: [
      {
        rule: 'the owner must be able to pay',
        reach: (scene) => {
          const revoke = sponsoredData(scene)
          drain(scene, scene.alice, 4_999_999n - 100n)
          return scene.net.submit(scene.bob, [revoke])
        },
      },
      {
        rule: 'or the next sponsor',
        reach: (scene) => {
          const { bob, issuer } = scene
          const revoke = sponsoredData(scene)
          drain(scene, issuer, 4_999_999n - 100n)
          return submit(scene, [bob, issuer], [begin(issuer, bob), revoke, end(bob)])
        },
      },
    ],
    only_transferable: {
      rule: 'a claimable balance has no owner to fall back to',
      reach: (scene) => {
        const claimants = [new Claimant(scene.bob.publicKey())]
        must(submit(scene, [], [Operation.createClaimableBalance({ asset: XLM, amount: '1', claimants })]))
        return submit(scene, [], [revokeBalance(scene, scene.alice)])
      },
    },
    malformed: [
      {
        rule: 'no line to lumens (protocol 15 on)',
        whenSent: true,
        reach: (scene) => revokeKey(scene, { type: 1, trustLine: { accountId: own(scene), asset: { type: 0 } } }),
      },
      {
        rule: 'no line of an issuer to itself',
        whenSent: true,
        reach: (scene) => {
          const asset = assetWire(new Asset('MINE', scene.alice.publicKey()).toString())
          return revokeKey(scene, { type: 1, trustLine: { accountId: own(scene), asset } })
        },
      },
      {
        rule: 'no offer without an id',
        whenSent: true,
        reach: (scene) => revokeKey(scene, { type: 2, offer: { sellerId: own(scene), offerId: 0n } }),
      },
      {
        rule: 'no data without a name',
        whenSent: true,
        reach: (scene) =>
          revokeKey(scene, { type: 3, data: { accountId: own(scene), dataName: new xdr.XdrString('') } }),
      },
      {
        rule: 'no pool (protocol 18 on)',
        whenSent: true,
        reach: (scene) => revokeKey(scene, { type: 5, liquidityPool: { liquidityPoolId: new Uint8Array(32) } }),
      },
      {
        rule: 'no code of a contract',
        whenSent: true,
        reach: (scene) => revokeKey(scene, { type: 7, contractCode: { hash: new Uint8Array(32) } }),
      },
    ],
  },
})
