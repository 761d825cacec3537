import { Asset, Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { TestNetwork } from '../../core/testing.ts'
import { accountIdWire } from '../../ledger/keys.ts'
import { type AssetWire, INT64_MAX } from '../../ledger/wire.ts'
import {
  altered,
  describeCodes,
  drain,
  freeze,
  lumens,
  type Scene,
  sceneOn,
  submitOperation,
} from './table.test-helper.ts'

const XLM = Asset.native()

const NO_ISSUER = 'since protocol 13 nobody asks whether the issuer exists (PathPaymentOpFrameBase::checkIssuer)'

const create = (destination: Keypair, startingBalance: string) =>
  Operation.createAccount({ destination: destination.publicKey(), startingBalance })

describeCodes('CreateAccount', xdr.CreateAccountResultCode, {
  ways: {
    success: [
      {
        rule: 'two base reserves are enough, and nothing of the source’s own reserve is touched',
        reach: (scene) => {
          drain(scene, scene.alice, 10_000_000n)
          return scene.net.submit(scene.alice, [create(Keypair.random(), '1')])
        },
      },
    ],
    malformed: [
      {
        rule: 'an account does not create itself',
        whenSent: true,
        reach: ({ net, alice }) => net.submit(alice, [create(alice, '1')]),
      },
      {
        rule: 'a starting balance below zero is none (from protocol 14 on zero is one)',
        whenSent: true,
        reach: ({ net, alice }) =>
          net.submit(alice, [
            altered(create(Keypair.random(), '1'), 0, (body) => ({
              ...body,
              createAccountOp: { ...body.createAccountOp, startingBalance: -1n },
            })),
          ]),
      },
    ],
    underfunded: {
      rule: 'the source keeps its reserve',
      reach: (scene) => {
        drain(scene, scene.alice, 9_999_999n)
        return scene.net.submit(scene.alice, [create(Keypair.random(), '1')])
      },
    },
    low_reserve: [
      {
        rule: 'a new account pays two base reserves of its own',
        reach: ({ net, alice }) => net.submit(alice, [create(Keypair.random(), '0.9999999')]),
      },
      {
        rule: 'and says so before it is asked whether the source has that much (doApplyFromV14)',
        reach: ({ net, alice }) => {
          net.must(alice, [Operation.payment({ destination: net.root.publicKey(), asset: XLM, amount: '9998' })])
          return net.submit(alice, [create(Keypair.random(), '0.9999999')])
        },
      },
    ],
    already_exist: {
      rule: 'an account is created once',
      reach: ({ net, alice, bob }) => net.submit(alice, [create(bob, '1')]),
    },
  },
})

const issuer = (scene: Scene) => accountIdWire(scene.issuer.publicKey())

function code(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  bytes.set(Buffer.from(text))
  return bytes
}

function payOf({ net, alice, bob }: Scene, asset: AssetWire) {
  const destination = { type: 0, ed25519: bob.rawPublicKey() } as const
  return submitOperation(net, alice, { type: 1, paymentOp: { destination, asset, amount: 1n } })
}

const pay = (destination: Keypair, asset: Asset, amount: string) =>
  Operation.payment({ destination: destination.publicKey(), asset, amount })

/** Lets a holder promise to take so many lumens that there is no room for another hundred. */
function fillLumens({ net, usd }: Scene, holder: Keypair): void {
  const { balanceStroops } = net.account(holder.publicKey())
  // The fee of the offer itself makes room: it is taken before the offer is placed.
  const amount = INT64_MAX - balanceStroops + 100n
  net.must(holder, [
    Operation.manageBuyOffer({
      selling: usd,
      buying: XLM,
      buyAmount: lumens(amount),
      price: { n: 1, d: 1_000_000_000 },
    }),
  ])
}

describeCodes('Payment', xdr.PaymentResultCode, {
  ways: {
    success: [
      { rule: 'lumens to another', reach: ({ net, alice, bob }) => net.submit(alice, [pay(bob, XLM, '1')]) },
      {
        rule: 'lumens to oneself, even more than one has: they do not move (PaymentOpFrame)',
        reach: ({ net, alice }) => net.submit(alice, [pay(alice, XLM, '99999')]),
      },
      {
        rule: 'an asset back to its issuer, who needs no account any more',
        reach: ({ net, issuer, usd, alice, bob }) => {
          net.must(issuer, [Operation.accountMerge({ destination: bob.publicKey() })])
          return net.submit(alice, [pay(issuer, usd, '1')])
        },
      },
      {
        rule: 'an asset between holders whose issuer is gone',
        reach: ({ net, issuer, usd, alice, bob }) => {
          net.must(issuer, [Operation.accountMerge({ destination: bob.publicKey() })])
          return net.submit(alice, [pay(bob, usd, '1')])
        },
      },
      { rule: 'an asset to oneself', reach: ({ net, usd, alice }) => net.submit(alice, [pay(alice, usd, '1')]) },
    ],
    malformed: [
      {
        rule: 'an amount is above zero',
        whenSent: true,
        reach: ({ net, usd, alice, bob }) =>
          net.submit(alice, [
            altered(pay(bob, usd, '1'), 1, (body) => ({ ...body, paymentOp: { ...body.paymentOp, amount: 0n } })),
          ]),
      },
      {
        rule: 'an asset code has letters and digits only (isAssetValid)',
        whenSent: true,
        reach: (scene) => payOf(scene, { type: 1, alphaNum4: { assetCode: code('U-D', 4), issuer: issuer(scene) } }),
      },
      {
        rule: 'nothing follows its end',
        whenSent: true,
        reach: (scene) => payOf(scene, { type: 1, alphaNum4: { assetCode: code('U\0D', 4), issuer: issuer(scene) } }),
      },
      {
        rule: 'it is not empty',
        whenSent: true,
        reach: (scene) => payOf(scene, { type: 1, alphaNum4: { assetCode: code('', 4), issuer: issuer(scene) } }),
      },
      {
        rule: 'and a code of four letters is no long code',
        whenSent: true,
        reach: (scene) => payOf(scene, { type: 2, alphaNum12: { assetCode: code('USDX', 12), issuer: issuer(scene) } }),
      },
    ],
    underfunded: [
      {
        rule: 'the reserve is not spent',
        reach: (scene) => {
          drain(scene, scene.alice, 9_999_999n)
          return scene.net.submit(scene.alice, [pay(scene.bob, XLM, '1')])
        },
      },
      {
        rule: 'nor is what one’s offers promise',
        reach: ({ net, usd, alice, bob }) => {
          net.must(alice, [Operation.manageSellOffer({ selling: usd, buying: XLM, amount: '999.5', price: '9' })])
          return net.submit(alice, [pay(bob, usd, '1')])
        },
      },
    ],
    src_no_trust: {
      rule: 'who sends an asset has a line to it',
      reach: ({ net, usd, bob }) => net.submit(net.root, [pay(bob, usd, '1')]),
    },
    src_not_authorized: [
      {
        rule: 'a frozen line sends nothing',
        reach: (scene) => {
          freeze(scene, scene.alice)
          return scene.net.submit(scene.alice, [pay(scene.bob, scene.usd, '1')])
        },
      },
      {
        rule: 'nor does one that may only keep its liabilities, and be it to the issuer',
        reach: (scene) => {
          freeze(scene, scene.alice, true)
          return scene.net.submit(scene.alice, [pay(scene.issuer, scene.usd, '1')])
        },
      },
    ],
    no_destination: {
      rule: 'lumens are not sent to nobody',
      reach: ({ net, alice }) => net.submit(alice, [pay(Keypair.random(), XLM, '1')]),
    },
    no_trust: {
      rule: 'the destination has a line',
      reach: ({ net, usd, alice }) => net.submit(alice, [pay(net.root, usd, '1')]),
    },
    not_authorized: [
      {
        rule: 'a frozen line receives nothing, and the destination is looked at before the source',
        reach: (scene) => {
          freeze(scene, scene.bob)
          return scene.net.submit(scene.alice, [pay(scene.bob, scene.usd, '99999')])
        },
      },
    ],
    line_full: [
      {
        rule: 'a line holds its limit at most',
        reach: ({ net, usd, alice, bob }) => {
          net.must(bob, [Operation.changeTrust({ asset: usd, limit: '1000.5' })])
          return net.submit(alice, [pay(bob, usd, '1')])
        },
      },
      {
        rule: 'and keeps room for what its offers buy',
        reach: ({ net, usd, alice, bob }) => {
          net.must(bob, [
            Operation.changeTrust({ asset: usd, limit: '1010' }),
            Operation.manageBuyOffer({ selling: XLM, buying: usd, buyAmount: '9.5', price: '0.1' }),
          ])
          return net.submit(alice, [pay(bob, usd, '1')])
        },
      },
      {
        rule: 'lumens have 64 bits less what offers buy (addBalance)',
        reach: (scene) => {
          fillLumens(scene, scene.bob)
          return scene.net.submit(scene.alice, [pay(scene.bob, XLM, '100')])
        },
      },
    ],
  },
  unreachable: { no_issuer: NO_ISSUER },
})

test('a payment to a muxed address goes to the account beneath, and one from a muxed source comes from it', async () => {
  const { net, alice, bob } = sceneOn(await TestNetwork.start())
  const before = net.account(bob.publicKey()).balanceStroops
  const muxed = (keypair: Keypair, id: bigint) =>
    xdr.MuxedAccount.fromXdrObject({ type: 256, med25519: { id, ed25519: keypair.rawPublicKey() } })
  const operation = altered(pay(bob, XLM, '1'), 1, (body) => ({
    ...body,
    paymentOp: { ...body.paymentOp, destination: muxed(bob, 7n).toXdrObject() },
  }))
  const fromMuxed = xdr.Operation.fromXdrObject({
    ...operation.toXdrObject(),
    sourceAccount: muxed(alice, 9n).toXdrObject(),
  })
  net.must(alice, [operation, fromMuxed])
  expect(net.account(bob.publicKey()).balanceStroops - before).toBe(20_000_000n)
})
