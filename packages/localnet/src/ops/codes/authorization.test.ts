import { Asset, type Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { TestNetwork } from '../../core/testing.ts'
import {
  LINE_AUTHORIZED,
  LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES,
  LINE_CLAWBACK_ENABLED,
} from '../../ledger/entries.ts'
import { accountIdWire, assetWire } from '../../ledger/keys.ts'
import { REVOKED_RULE, revokeWhileSponsored } from './pools.test-helper.ts'
import { altered, describeCodes, freeze, type Scene, sceneOn, submitOperation } from './table.test-helper.ts'

const XLM = Asset.native()
const AUTHORIZED = LINE_AUTHORIZED
const MAINTAIN = LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES
const CLAWBACK = LINE_CLAWBACK_ENABLED

/** Flags of an account, as SetOptions takes them. */
const REQUIRED = 1
const REVOCABLE = 2
const CLAWBACK_ENABLED = 8

const MALFORMED_SINCE_16 = 'since protocol 16 it is malformed to begin with (doCheckValid)'

const options = (scene: Scene, flags: number) =>
  scene.net.must(scene.issuer, [Operation.setOptions({ setFlags: flags as 1 })])

function allow({ net, issuer, usd, alice }: Scene, authorize: number, trustor = alice, by = issuer) {
  const wire = assetWire(usd.toString())
  if (wire.type !== 1) throw new Error('asset of another type')
  return submitOperation(net, by, {
    type: 7,
    allowTrustOp: {
      trustor: accountIdWire(trustor.publicKey()),
      asset: { type: 1, assetCode4: wire.alphaNum4.assetCode },
      authorize,
    },
  })
}

describeCodes('AllowTrust', xdr.AllowTrustResultCode, {
  ways: {
    success: [
      {
        rule: 'authorized, which needs no flag of the issuer (protocol 16 on)',
        reach: (scene) => allow(scene, AUTHORIZED),
      },
      {
        rule: 'frozen by who may revoke',
        reach: (scene) => {
          options(scene, REVOCABLE)
          return allow(scene, 0)
        },
      },
      {
        rule: 'from keeping liabilities to full authorization, without the right to revoke',
        reach: (scene) => {
          freeze(scene, scene.alice, true)
          scene.net.must(scene.issuer, [Operation.setOptions({ clearFlags: REVOCABLE })])
          return allow(scene, AUTHORIZED)
        },
      },
    ],
    malformed: [
      {
        rule: 'both kinds of authorization at once',
        whenSent: true,
        reach: (scene) => allow(scene, AUTHORIZED | MAINTAIN),
      },
      { rule: 'another flag than those of authorization', whenSent: true, reach: (scene) => allow(scene, CLAWBACK) },
      {
        rule: 'of the issuer’s own line (protocol 16 on)',
        whenSent: true,
        reach: (scene) => allow(scene, AUTHORIZED, scene.issuer),
      },
      {
        rule: 'an asset code that is none',
        whenSent: true,
        reach: ({ net, issuer, alice }) =>
          submitOperation(net, issuer, {
            type: 7,
            allowTrustOp: {
              trustor: accountIdWire(alice.publicKey()),
              asset: { type: 1, assetCode4: new Uint8Array(4) },
              authorize: AUTHORIZED,
            },
          }),
      },
    ],
    no_trust_line: {
      rule: 'there must be a line',
      reach: (scene) => allow(scene, AUTHORIZED, scene.net.root),
    },
    cant_revoke: [
      {
        rule: 'frozen only by who may revoke, seen before the line is',
        reach: (scene) => allow(scene, 0, scene.net.root),
      },
      {
        rule: 'lowered to keeping liabilities only by who may revoke',
        reach: (scene) => allow(scene, MAINTAIN),
      },
    ],
    low_reserve: {
      rule: REVOKED_RULE,
      reach: (scene) => {
        const taken = { trustor: scene.alice.publicKey(), assetCode: 'USD', authorize: 1 } as const
        return revokeWhileSponsored(
          scene,
          altered(Operation.allowTrust(taken), 7, (body) => ({
            ...body,
            allowTrustOp: { ...body.allowTrustOp, authorize: 0 },
          })),
        )
      },
    },
  },
  unreachable: {
    trust_not_required: 'since protocol 16 nobody asks whether the issuer requires authorization',
    self_not_allowed: MALFORMED_SINCE_16,
  },
})

interface FlagChange {
  readonly set?: number
  readonly clear?: number
  readonly trustor?: Keypair
  readonly by?: Keypair
  readonly asset?: Asset
}

function change(scene: Scene, { set = 0, clear = 0, ...rest }: FlagChange) {
  const { trustor = scene.alice, by = scene.issuer, asset = scene.usd } = rest
  return submitOperation(scene.net, by, {
    type: 21,
    setTrustLineFlagsOp: {
      trustor: accountIdWire(trustor.publicKey()),
      asset: assetWire(asset.toString()),
      setFlags: set,
      clearFlags: clear,
    },
  })
}

describeCodes('SetTrustLineFlags', xdr.SetTrustLineFlagsResultCode, {
  ways: {
    success: [
      { rule: 'nothing asked, nothing done', reach: (scene) => change(scene, {}) },
      {
        rule: 'frozen by who may revoke',
        reach: (scene) => {
          options(scene, REVOCABLE)
          return change(scene, { clear: AUTHORIZED })
        },
      },
      {
        rule: 'the right to claw back is given up for good by anybody who has it',
        reach: (scene) => change(scene, { clear: CLAWBACK }),
      },
      {
        rule: 'clearing and setting authorization at once revokes nothing (isAuthRevocationValid)',
        reach: (scene) => change(scene, { clear: MAINTAIN, set: AUTHORIZED }),
      },
    ],
    malformed: [
      { rule: 'a flag both set and cleared', set: AUTHORIZED, clear: AUTHORIZED },
      { rule: 'both kinds of authorization set', set: AUTHORIZED | MAINTAIN },
      { rule: 'clawback cannot be set', set: CLAWBACK },
      { rule: 'an unknown flag set', set: 8 },
      { rule: 'an unknown flag cleared', clear: 8 },
    ]
      .map(({ rule, ...flags }) => ({
        rule,
        whenSent: true as const,
        reach: (scene: Scene) => change(scene, flags),
      }))
      .concat([
        { rule: 'of lumens', whenSent: true, reach: (scene) => change(scene, { asset: XLM }) },
        { rule: 'by another than the issuer', whenSent: true, reach: (scene) => change(scene, { by: scene.bob }) },
        { rule: 'of the issuer itself', whenSent: true, reach: (scene) => change(scene, { trustor: scene.issuer }) },
      ]),
    no_trust_line: { rule: 'there must be a line', reach: (scene) => change(scene, { trustor: scene.net.root }) },
    cant_revoke: [
      {
        rule: 'frozen only by who may revoke, seen before the line is',
        reach: (scene) => change(scene, { clear: AUTHORIZED, trustor: scene.net.root }),
      },
      {
        rule: 'lowered to keeping liabilities only by who may revoke',
        reach: (scene) => change(scene, { clear: AUTHORIZED, set: MAINTAIN }),
      },
    ],
    invalid_state: {
      rule: 'a line never has both kinds of authorization',
      reach: (scene) => change(scene, { set: MAINTAIN }),
    },
    low_reserve: {
      rule: REVOKED_RULE,
      reach: (scene) => {
        const { alice, usd } = scene
        const flags = { authorized: false }
        return revokeWhileSponsored(
          scene,
          Operation.setTrustLineFlags({ trustor: alice.publicKey(), asset: usd, flags }),
        )
      },
    },
  },
})

/** Gives Alice a line that can be clawed back from, with 10 in it. */
function clawable(scene: Scene): Asset {
  options(scene, REVOCABLE | CLAWBACK_ENABLED)
  const asset = new Asset('EUR', scene.issuer.publicKey())
  scene.net.must(scene.alice, [Operation.changeTrust({ asset })])
  scene.net.must(scene.issuer, [Operation.payment({ destination: scene.alice.publicKey(), asset, amount: '10' })])
  return asset
}

const clawback = (scene: Scene, asset: Asset, amount: string, from = scene.alice) =>
  Operation.clawback({ asset, amount, from: from.publicKey() })

describeCodes('Clawback', xdr.ClawbackResultCode, {
  ways: {
    success: [
      {
        rule: 'all that the line has, and be it frozen',
        reach: (scene) => {
          const asset = clawable(scene)
          expect(change(scene, { asset, clear: AUTHORIZED }).code).toBe('tx_success')
          return scene.net.submit(scene.issuer, [clawback(scene, asset, '10')])
        },
      },
    ],
    malformed: [
      {
        rule: 'from the issuer itself',
        whenSent: true,
        reach: (scene) => scene.net.submit(scene.issuer, [clawback(scene, scene.usd, '1', scene.issuer)]),
      },
      {
        rule: 'by another than the issuer',
        whenSent: true,
        reach: (scene) => scene.net.submit(scene.bob, [clawback(scene, scene.usd, '1')]),
      },
      {
        rule: 'of lumens',
        whenSent: true,
        reach: (scene) => scene.net.submit(scene.issuer, [clawback(scene, XLM, '1')]),
      },
      {
        rule: 'of nothing',
        whenSent: true,
        reach: (scene) =>
          scene.net.submit(scene.issuer, [
            altered(clawback(scene, scene.usd, '1'), 19, (body) => ({
              ...body,
              clawbackOp: { ...body.clawbackOp, amount: 0n },
            })),
          ]),
      },
    ],
    not_clawback_enabled: {
      rule: 'a line opened before the issuer could claw back is safe from it',
      reach: (scene) => {
        options(scene, REVOCABLE | CLAWBACK_ENABLED)
        return scene.net.submit(scene.issuer, [clawback(scene, scene.usd, '1')])
      },
    },
    no_trust: {
      rule: 'there must be a line',
      reach: (scene) => scene.net.submit(scene.issuer, [clawback(scene, scene.usd, '1', scene.net.root)]),
    },
    underfunded: [
      {
        rule: 'not more than the line has',
        reach: (scene) => scene.net.submit(scene.issuer, [clawback(scene, clawable(scene), '10.0000001')]),
      },
      {
        rule: 'nor what its offers sell',
        reach: (scene) => {
          const asset = clawable(scene)
          scene.net.must(scene.alice, [
            Operation.manageSellOffer({ selling: asset, buying: XLM, amount: '1', price: '1' }),
          ])
          return scene.net.submit(scene.issuer, [clawback(scene, asset, '9.0000001')])
        },
      },
    ],
  },
})

test('a line takes the flags of its issuer as they are when it is opened', async () => {
  const scene = sceneOn(await TestNetwork.start())
  const { net, issuer, alice } = scene
  const flagsAfter = (flags: number, code: string) => {
    if (flags !== 0) options(scene, flags)
    const asset = new Asset(code, issuer.publicKey())
    net.must(alice, [Operation.changeTrust({ asset })])
    return net.line(alice.publicKey(), asset).flags
  }
  expect(flagsAfter(0, 'A')).toBe(AUTHORIZED)
  expect(flagsAfter(REVOCABLE | CLAWBACK_ENABLED, 'B')).toBe(AUTHORIZED | CLAWBACK)
  expect(flagsAfter(REQUIRED, 'C')).toBe(CLAWBACK)
})

test.each([
  ['SetTrustLineFlags', (scene: Scene) => change(scene, { clear: AUTHORIZED })],
  ['AllowTrust', (scene: Scene) => allow(scene, 0)],
] as const)(
  'freezing by %s withdraws every offer on either side, also a sponsored one, and nobody else’s',
  async (_, revoke) => {
    const scene = sceneOn(await TestNetwork.start())
    const { net, usd, alice, bob } = scene
    options(scene, REVOCABLE)
    const source = alice.publicKey()
    const selling = { selling: usd, buying: XLM, amount: '1', price: '2', source }
    net.must(alice, [Operation.manageSellOffer(selling)])
    net.must(bob, [Operation.manageSellOffer({ ...selling, source: bob.publicKey() })])
    net.must(
      bob,
      [
        Operation.beginSponsoringFutureReserves({ sponsoredId: source }),
        Operation.manageSellOffer({ selling: XLM, buying: usd, amount: '1', price: '1', source }),
        Operation.endSponsoringFutureReserves({ source }),
      ],
      { signers: [alice, bob] },
    )
    const before = net.account(source).numSubEntries
    expect(revoke(scene).code).toBe('tx_success')
    const offers = [...net.core.state.entries.values()].filter((entry) => entry.kind === 'offer')
    expect(offers.map(({ seller }) => seller)).toEqual([bob.publicKey()])
    const after = net.account(source)
    expect([before - after.numSubEntries, after.numSponsored, net.account(bob.publicKey()).numSponsoring]).toEqual([
      2, 0, 0,
    ])
    expect([after.sellingLiabilitiesStroops, after.buyingLiabilitiesStroops]).toEqual([0n, 0n])
    const line = net.line(source, usd)
    expect([line.sellingLiabilitiesStroops, line.buyingLiabilitiesStroops, line.flags]).toEqual([0n, 0n, 0])
  },
)
