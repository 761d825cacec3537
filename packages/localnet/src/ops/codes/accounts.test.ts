import { Asset, Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { TestNetwork } from '../../core/testing.ts'
import { INT64_MAX } from '../../ledger/wire.ts'
import { describeCodes, drain, lumens, type Scene, sceneOn, submitOperation } from './table.test-helper.ts'

const XLM = Asset.native()

const merge = (destination: Keypair) => Operation.accountMerge({ destination: destination.publicKey() })

/** An account that owns nothing but lumens. */
const bare = ({ net }: Scene) => net.fund()

const sponsorship = (sponsor: Keypair, sponsored: Keypair, operations: xdr.Operation[]) => [
  Operation.beginSponsoringFutureReserves({ sponsoredId: sponsored.publicKey(), source: sponsor.publicKey() }),
  ...operations,
  Operation.endSponsoringFutureReserves({ source: sponsored.publicKey() }),
]

/** Merges the issuer while its number is so far from the one that accounts of that ledger start with. */
function mergeAtStart({ net, issuer, alice }: Scene, by: bigint) {
  // One ledger for the bump, one for the merge.
  const starting = BigInt(net.core.latestLedger().sequence + 2) << 32n
  net.must(issuer, [Operation.bumpSequence({ bumpTo: String(starting + by) })])
  const operation = Operation.accountMerge({ destination: alice.publicKey(), source: issuer.publicKey() })
  return net.submit(alice, [operation], { signers: [alice, issuer] })
}

describeCodes('AccountMerge', xdr.AccountMergeResultCode, {
  ways: {
    success: [
      {
        rule: 'with signers of its own, which go with it',
        reach: (scene) => {
          const account = bare(scene)
          const ed25519PublicKey = scene.bob.publicKey()
          scene.net.must(account, [Operation.setOptions({ signer: { ed25519PublicKey, weight: 1 } })])
          return scene.net.submit(account, [merge(scene.alice)])
        },
      },
      {
        rule: 'of an issuer, whose asset lives on',
        reach: ({ net, issuer, alice }) => net.submit(issuer, [merge(alice)]),
      },
      {
        rule: 'one below the number at which it would start again in this ledger',
        reach: (scene) => mergeAtStart(scene, -1n),
      },
    ],
    malformed: {
      rule: 'not into itself',
      whenSent: true,
      reach: ({ net, issuer }) => net.submit(issuer, [merge(issuer)]),
    },
    no_account: {
      rule: 'not into nobody',
      reach: ({ net, issuer }) => net.submit(issuer, [merge(Keypair.random())]),
    },
    immutable_set: {
      rule: 'not if it is immutable',
      reach: ({ net, issuer, alice }) => {
        net.must(issuer, [Operation.setOptions({ setFlags: 4 })])
        return net.submit(issuer, [merge(alice)])
      },
    },
    has_sub_entries: [
      { rule: 'not with a line', reach: ({ net, alice, bob }) => net.submit(alice, [merge(bob)]) },
      {
        rule: 'not with data',
        reach: ({ net, issuer, alice }) => {
          net.must(issuer, [Operation.manageData({ name: 'plan', value: 'a' })])
          return net.submit(issuer, [merge(alice)])
        },
      },
      {
        rule: 'not with an offer, even an issuer’s',
        reach: ({ net, issuer, usd, alice }) => {
          net.must(issuer, [Operation.manageSellOffer({ selling: usd, buying: XLM, amount: '1', price: '1' })])
          return net.submit(issuer, [merge(alice)])
        },
      },
    ],
    seqnum_too_far: {
      rule: 'not at the number at which it would start again in this ledger',
      reach: (scene) => mergeAtStart(scene, 0n),
    },
    dest_full: {
      rule: 'not beyond 64 bits, what offers buy included',
      reach: ({ net, usd, issuer, alice }) => {
        const amount = INT64_MAX - net.account(alice.publicKey()).balanceStroops
        net.must(alice, [
          Operation.manageBuyOffer({
            selling: usd,
            buying: XLM,
            buyAmount: lumens(amount),
            price: { n: 1, d: 1_000_000_000 },
          }),
        ])
        return net.submit(issuer, [merge(alice)])
      },
    },
    is_sponsor: [
      {
        rule: 'not while it pays the reserve of another’s entry',
        reach: ({ net, issuer, alice }) => {
          const data = Operation.manageData({ name: 'plan', value: 'a', source: alice.publicKey() })
          net.must(issuer, sponsorship(issuer, alice, [data]), { signers: [issuer, alice] })
          return net.submit(issuer, [merge(alice)])
        },
      },
      {
        rule: 'nor while it sponsors future reserves in this very transaction',
        reach: ({ net, issuer, alice }) =>
          net.submit(issuer, sponsorship(issuer, alice, [merge(alice)]), { signers: [issuer, alice] }),
      },
    ],
  },
})

const put = (name: string, value: string | null) => Operation.manageData({ name, value })

const dataNamed = ({ net, alice }: Scene, name: Uint8Array) =>
  submitOperation(net, alice, {
    type: 10,
    manageDataOp: { dataName: new xdr.XdrString(name), dataValue: Uint8Array.of(1) },
  })

describeCodes('ManageData', xdr.ManageDataResultCode, {
  ways: {
    success: [
      {
        rule: 'a name of 64 and a value of 64 bytes',
        reach: ({ net, alice }) => net.submit(alice, [put('n'.repeat(64), 'v'.repeat(64))]),
      },
      {
        rule: 'an empty value is a value',
        reach: ({ net, alice }) =>
          submitOperation(net, alice, {
            type: 10,
            manageDataOp: { dataName: new xdr.XdrString('plan'), dataValue: new Uint8Array() },
          }),
      },
      {
        rule: 'changed without any reserve to spare',
        reach: (scene) => {
          scene.net.must(scene.alice, [put('plan', 'a')])
          drain(scene, scene.alice, 0n)
          return scene.net.submit(scene.alice, [put('plan', 'b')])
        },
      },
      {
        rule: 'removed',
        reach: ({ net, alice }) => {
          net.must(alice, [put('plan', 'a')])
          return net.submit(alice, [put('plan', null)])
        },
      },
    ],
    name_not_found: {
      rule: 'only what is there is removed',
      reach: ({ net, alice }) => net.submit(alice, [put('plan', null)]),
    },
    low_reserve: {
      rule: 'an entry takes a base reserve',
      reach: (scene) => {
        drain(scene, scene.alice, 4_999_999n)
        return scene.net.submit(scene.alice, [put('plan', 'a')])
      },
    },
    invalid_name: [
      { rule: 'a name is not empty', whenSent: true, reach: (scene) => dataNamed(scene, new Uint8Array()) },
      { rule: 'nor has control characters', whenSent: true, reach: (scene) => dataNamed(scene, Uint8Array.of(65, 0)) },
      {
        rule: 'nor anything beyond ASCII',
        whenSent: true,
        reach: (scene) => dataNamed(scene, Uint8Array.of(0xc3, 0xa4)),
      },
    ],
  },
  unreachable: { not_supported_yet: 'data entries came with the second protocol' },
})

const bump = ({ net, alice }: Scene, bumpTo: bigint) =>
  submitOperation(net, alice, { type: 11, bumpSequenceOp: { bumpTo } })

describeCodes('BumpSequence', xdr.BumpSequenceResultCode, {
  ways: {
    success: [
      { rule: 'to a lower number, which changes nothing', reach: (scene) => bump(scene, 0n) },
      { rule: 'to the last number there is', reach: (scene) => bump(scene, INT64_MAX) },
    ],
    bad_seq: { rule: 'not below zero', whenSent: true, reach: (scene) => bump(scene, -1n) },
  },
})

test('after the last number an account can do nothing any more', async () => {
  const scene = sceneOn(await TestNetwork.start())
  const { net, alice, bob } = scene
  expect(bump(scene, INT64_MAX).code).toBe('tx_success')
  const payment = Operation.payment({ destination: bob.publicKey(), asset: XLM, amount: '1' })
  expect(net.submit(alice, [payment], { sequence: INT64_MAX - 1n }).code).toBe('tx_bad_seq')
  const other = Operation.payment({ destination: bob.publicKey(), asset: XLM, amount: '1', source: alice.publicKey() })
  expect(net.submit(bob, [other], { signers: [alice, bob] }).code).toBe('tx_success')
})

describeCodes('what any operation may end with', xdr.OperationResultCode, {
  ways: {
    op_bad_auth: {
      rule: 'every source of an operation has signed',
      whenSent: true,
      reach: ({ net, alice, bob }) =>
        net.submit(alice, [Operation.bumpSequence({ bumpTo: '0', source: bob.publicKey() })]),
    },
    op_no_account: [
      {
        rule: 'a source that is not there when its turn comes, its own signature being enough until then',
        reach: ({ net, alice }) => {
          const nobody = Keypair.random()
          const operation = Operation.bumpSequence({ bumpTo: '0', source: nobody.publicKey() })
          return net.submit(alice, [operation], { signers: [alice, nobody] })
        },
      },
      {
        rule: 'nor is one that was merged away by the operation before',
        reach: ({ net, issuer, alice }) => net.submit(issuer, [merge(alice), Operation.bumpSequence({ bumpTo: '0' })]),
      },
    ],
    op_not_supported: {
      rule: 'inflation ended with protocol 12 (InflationOpFrame::isOpSupported)',
      whenSent: true,
      reach: ({ net, alice }) => net.submit(alice, [Operation.inflation()]),
    },
    op_too_many_subentries: {
      rule: 'a thousand entries at most (ACCOUNT_SUBENTRY_LIMIT)',
      reach: ({ net, issuer }) => {
        for (let round = 0; round < 10; round += 1) {
          net.must(
            issuer,
            Array.from({ length: 100 }, (_, at) => put(`${round}-${at}`, 'a')),
          )
        }
        return net.submit(issuer, [put('one more', 'a')])
      },
    },
    op_too_many_sponsoring: {
      rule: 'no more reserves than a number of 32 bits counts; as nobody lays down so many one by one, they are written down',
      reach: ({ net, alice, bob }) => {
        net.core.setAccount({ address: alice.publicKey(), balanceStroops: 3n * 10n ** 16n })
        const sponsor = net.account(alice.publicKey())
        net.core.state.put({ ...sponsor, numSponsoring: 0xffff_ffff - sponsor.numSubEntries, extensionLevel: 2 })
        const operations = sponsorship(alice, bob, [
          Operation.manageData({ name: 'one more', value: 'a', source: bob.publicKey() }),
        ])
        return net.submit(alice, operations, { signers: [alice, bob] })
      },
    },
  },
  unreachable: {
    op_inner: 'it says that the operation has a result of its own: every other table is of those',
    op_exceeded_work_limit: 'reached where a thousand offers are taken: see the tests of offers',
  },
})

test('of the codes of inflation none is given any more', async () => {
  const { net, alice } = sceneOn(await TestNetwork.start())
  const fate = net.submit(alice, [Operation.inflation()])
  expect([fate.code, fate.operations, fate.sent.status]).toEqual(['tx_failed', ['op_not_supported'], 'ERROR'])
})

test('what an operation lays down for its source is weighed by its threshold', async () => {
  const scene = sceneOn(await TestNetwork.start())
  const { net, issuer, usd, alice, bob } = scene
  const weak = Keypair.random()
  net.must(issuer, [
    Operation.setOptions({ setFlags: 2 }),
    Operation.setOptions({
      signer: { ed25519PublicKey: weak.publicKey(), weight: 1 },
      masterWeight: 3,
      lowThreshold: 1,
      medThreshold: 2,
      highThreshold: 3,
    }),
  ])
  const trustor = alice.publicKey()
  const low = [
    Operation.setTrustLineFlags({ trustor, asset: usd, flags: { authorized: true } }),
    Operation.allowTrust({ trustor, assetCode: 'USD', authorize: 1 }),
    Operation.bumpSequence({ bumpTo: '0' }),
  ]
  const rest = [
    Operation.payment({ destination: trustor, asset: XLM, amount: '1' }),
    Operation.createAccount({ destination: Keypair.random().publicKey(), startingBalance: '1' }),
    Operation.pathPaymentStrictSend({
      sendAsset: usd,
      sendAmount: '1',
      destination: trustor,
      destAsset: usd,
      destMin: '1',
    }),
    Operation.pathPaymentStrictReceive({
      sendAsset: usd,
      sendMax: '1',
      destination: trustor,
      destAsset: usd,
      destAmount: '1',
    }),
    Operation.manageSellOffer({ selling: usd, buying: XLM, amount: '1', price: '1' }),
    Operation.manageBuyOffer({ selling: usd, buying: XLM, buyAmount: '1', price: '1' }),
    Operation.createPassiveSellOffer({ selling: usd, buying: XLM, amount: '1', price: '1' }),
    Operation.changeTrust({ asset: new Asset('EUR', bob.publicKey()) }),
    Operation.manageData({ name: 'a', value: 'a' }),
    Operation.clawback({ asset: usd, amount: '1', from: trustor }),
    Operation.beginSponsoringFutureReserves({ sponsoredId: trustor }),
    Operation.endSponsoringFutureReserves({}),
    Operation.revokeAccountSponsorship({ account: issuer.publicKey() }),
    Operation.setOptions({ homeDomain: 'town.example', setFlags: 1 }),
  ]
  const high = [
    merge(alice),
    Operation.setOptions({ masterWeight: 3 }),
    Operation.setOptions({ lowThreshold: 1 }),
    Operation.setOptions({ signer: { ed25519PublicKey: weak.publicKey(), weight: 1 } }),
  ]
  for (const operation of low)
    expect(net.submit(issuer, [operation], { signers: [weak] }).operations).toEqual(['success'])
  for (const operation of [...rest, ...high]) {
    expect(net.submit(issuer, [operation], { signers: [weak] }).operations).toEqual(['op_bad_auth'])
  }
  net.must(issuer, [Operation.setOptions({ signer: { ed25519PublicKey: weak.publicKey(), weight: 2 } })])
  for (const operation of rest) {
    expect(net.submit(issuer, [operation], { signers: [weak] }).operations).not.toEqual(['op_bad_auth'])
  }
  for (const operation of high) {
    expect(net.submit(issuer, [operation], { signers: [weak] }).operations).toEqual(['op_bad_auth'])
  }
})
