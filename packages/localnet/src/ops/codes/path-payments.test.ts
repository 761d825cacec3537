import { Asset, Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { TestNetwork } from '../../core/testing.ts'
import { altered, describeCodes, drain, freeze, type Scene, sceneOn } from './table.test-helper.ts'

const XLM = Asset.native()

const NO_ISSUER = 'since protocol 13 nobody asks whether the issuer exists (PathPaymentOpFrameBase::checkIssuer)'

const receive = (scene: Scene, changed: Partial<Parameters<typeof Operation.pathPaymentStrictReceive>[0]> = {}) =>
  Operation.pathPaymentStrictReceive({
    sendAsset: XLM,
    sendMax: '100',
    destination: scene.bob.publicKey(),
    destAsset: scene.usd,
    destAmount: '10',
    ...changed,
  })

const send = (scene: Scene, changed: Partial<Parameters<typeof Operation.pathPaymentStrictSend>[0]> = {}) =>
  Operation.pathPaymentStrictSend({
    sendAsset: XLM,
    sendAmount: '20',
    destination: scene.bob.publicKey(),
    destAsset: scene.usd,
    destMin: '10',
    ...changed,
  })

/** A third party sells the asset at 2 lumens each. */
function makeMarket({ net, issuer, usd }: Scene, amount = '500'): Keypair {
  const maker = net.holder([[usd, amount]], [issuer])
  net.must(maker, [Operation.manageSellOffer({ selling: usd, buying: XLM, amount, price: '2' })])
  return maker
}

describeCodes('PathPaymentStrictReceive', xdr.PathPaymentStrictReceiveResultCode, {
  ways: {
    success: {
      rule: 'at exactly the most that may be sent',
      reach: (scene) => {
        makeMarket(scene)
        return scene.net.submit(scene.alice, [receive(scene, { sendMax: '20' })])
      },
    },
    malformed: [
      {
        rule: 'the amount received is above zero',
        whenSent: true,
        reach: (scene) =>
          scene.net.submit(scene.alice, [
            altered(receive(scene), 2, (body) => ({
              ...body,
              pathPaymentStrictReceiveOp: { ...body.pathPaymentStrictReceiveOp, destAmount: 0n },
            })),
          ]),
      },
      {
        rule: 'so is the most that may be sent',
        whenSent: true,
        reach: (scene) =>
          scene.net.submit(scene.alice, [
            altered(receive(scene), 2, (body) => ({
              ...body,
              pathPaymentStrictReceiveOp: { ...body.pathPaymentStrictReceiveOp, sendMax: 0n },
            })),
          ]),
      },
    ],
    underfunded: {
      rule: 'what the path came to cost is not there',
      reach: (scene) => {
        makeMarket(scene)
        drain(scene, scene.alice, 199_999_999n)
        return scene.net.submit(scene.alice, [receive(scene)])
      },
    },
    src_no_trust: {
      rule: 'who sends an asset has a line to it',
      reach: (scene) => scene.net.submit(scene.net.root, [receive(scene, { sendAsset: scene.usd })]),
    },
    src_not_authorized: {
      rule: 'a frozen line sends nothing',
      reach: (scene) => {
        freeze(scene, scene.alice)
        return scene.net.submit(scene.alice, [receive(scene, { sendAsset: scene.usd })])
      },
    },
    no_destination: [
      {
        rule: 'the destination exists',
        reach: (scene) =>
          scene.net.submit(scene.alice, [receive(scene, { destination: Keypair.random().publicKey() })]),
      },
      {
        rule: 'even the issuer does, if the asset comes by a path (shouldBypassIssuerCheck)',
        reach: (scene) => {
          makeMarket(scene)
          scene.net.must(scene.issuer, [Operation.accountMerge({ destination: scene.bob.publicKey() })])
          return scene.net.submit(scene.alice, [receive(scene, { destination: scene.issuer.publicKey() })])
        },
      },
    ],
    no_trust: {
      rule: 'the destination has a line',
      reach: (scene) => scene.net.submit(scene.alice, [receive(scene, { destination: scene.net.root.publicKey() })]),
    },
    not_authorized: {
      rule: 'a frozen line receives nothing',
      reach: (scene) => {
        freeze(scene, scene.bob)
        return scene.net.submit(scene.alice, [receive(scene)])
      },
    },
    line_full: {
      rule: 'the destination is filled before the path is walked: no offers are needed to see it',
      reach: (scene) => {
        scene.net.must(scene.bob, [Operation.changeTrust({ asset: scene.usd, limit: '1009' })])
        return scene.net.submit(scene.alice, [receive(scene)])
      },
    },
    too_few_offers: [
      { rule: 'nobody trades', reach: (scene) => scene.net.submit(scene.alice, [receive(scene)]) },
      {
        rule: 'the book has less than is asked for',
        reach: (scene) => {
          makeMarket(scene, '9.9999999')
          return scene.net.submit(scene.alice, [receive(scene)])
        },
      },
    ],
    offer_cross_self: {
      rule: 'the source does not trade with itself',
      reach: (scene) => {
        scene.net.must(scene.alice, [
          Operation.manageSellOffer({ selling: scene.usd, buying: XLM, amount: '100', price: '2' }),
        ])
        return scene.net.submit(scene.alice, [receive(scene)])
      },
    },
    over_sendmax: {
      rule: 'one stroop above the most that may be sent',
      reach: (scene) => {
        makeMarket(scene)
        return scene.net.submit(scene.alice, [receive(scene, { sendMax: '19.9999999' })])
      },
    },
  },
  unreachable: { no_issuer: NO_ISSUER },
})

describeCodes('PathPaymentStrictSend', xdr.PathPaymentStrictSendResultCode, {
  ways: {
    success: {
      rule: 'for exactly the least that must arrive',
      reach: (scene) => {
        makeMarket(scene)
        return scene.net.submit(scene.alice, [send(scene)])
      },
    },
    malformed: [
      {
        rule: 'the amount sent is above zero',
        whenSent: true,
        reach: (scene) =>
          scene.net.submit(scene.alice, [
            altered(send(scene), 13, (body) => ({
              ...body,
              pathPaymentStrictSendOp: { ...body.pathPaymentStrictSendOp, sendAmount: 0n },
            })),
          ]),
      },
      {
        rule: 'so is the least that must arrive',
        whenSent: true,
        reach: (scene) =>
          scene.net.submit(scene.alice, [
            altered(send(scene), 13, (body) => ({
              ...body,
              pathPaymentStrictSendOp: { ...body.pathPaymentStrictSendOp, destMin: 0n },
            })),
          ]),
      },
    ],
    underfunded: {
      rule: 'what is sent is taken before the path is walked',
      reach: (scene) => {
        drain(scene, scene.alice, 199_999_999n)
        return scene.net.submit(scene.alice, [send(scene)])
      },
    },
    src_no_trust: {
      rule: 'who sends an asset has a line to it',
      reach: (scene) => scene.net.submit(scene.net.root, [send(scene, { sendAsset: scene.usd })]),
    },
    src_not_authorized: {
      rule: 'a frozen line sends nothing',
      reach: (scene) => {
        freeze(scene, scene.alice)
        return scene.net.submit(scene.alice, [send(scene, { sendAsset: scene.usd })])
      },
    },
    no_destination: {
      rule: 'the destination exists',
      reach: (scene) => scene.net.submit(scene.alice, [send(scene, { destination: Keypair.random().publicKey() })]),
    },
    no_trust: {
      rule: 'the destination has a line, asked for after the path was walked',
      reach: (scene) => {
        makeMarket(scene)
        return scene.net.submit(scene.alice, [send(scene, { destination: scene.net.root.publicKey() })])
      },
    },
    not_authorized: {
      rule: 'a frozen line receives nothing',
      reach: (scene) => {
        makeMarket(scene)
        freeze(scene, scene.bob)
        return scene.net.submit(scene.alice, [send(scene)])
      },
    },
    line_full: {
      rule: 'a line holds its limit at most',
      reach: (scene) => {
        makeMarket(scene)
        scene.net.must(scene.bob, [Operation.changeTrust({ asset: scene.usd, limit: '1009' })])
        return scene.net.submit(scene.alice, [send(scene)])
      },
    },
    too_few_offers: [
      {
        rule: 'nobody trades, which is seen before the destination’s line is missed',
        reach: (scene) => scene.net.submit(scene.alice, [send(scene, { destination: scene.net.root.publicKey() })]),
      },
      {
        rule: 'the book takes less than is sent',
        reach: (scene) => {
          makeMarket(scene, '9.9999999')
          return scene.net.submit(scene.alice, [send(scene, { destMin: '1' })])
        },
      },
    ],
    offer_cross_self: {
      rule: 'the source does not trade with itself',
      reach: (scene) => {
        scene.net.must(scene.alice, [
          Operation.manageSellOffer({ selling: scene.usd, buying: XLM, amount: '100', price: '2' }),
        ])
        return scene.net.submit(scene.alice, [send(scene)])
      },
    },
    under_destmin: {
      rule: 'one stroop below the least that must arrive, seen before the destination’s line',
      reach: (scene) => {
        makeMarket(scene)
        return scene.net.submit(scene.alice, [
          send(scene, { destMin: '10.0000001', destination: scene.net.root.publicKey() }),
        ])
      },
    },
  },
  unreachable: { no_issuer: NO_ISSUER },
})

/** Seven assets in a row, each sold by one maker at 2 of the one before. */
async function chain() {
  const net = await TestNetwork.start()
  const { issuer } = sceneOn(net)
  const assets = Array.from({ length: 7 }, (_, at) => new Asset(`A${at}`, issuer.publicKey()))
  const maker = net.holder(
    assets.map((asset) => [asset, '10000']),
    [issuer],
  )
  for (const [at, selling] of assets.entries()) {
    const buying = assets[at - 1]
    if (buying !== undefined) {
      net.must(maker, [Operation.manageSellOffer({ selling, buying, amount: '5000', price: '2' })])
    }
  }
  const [first, ...rest] = assets
  const last = rest.pop()
  if (first === undefined || last === undefined) throw new Error('no assets')
  const alice = net.holder([[first, '1000']], [issuer])
  const bob = net.holder([[last, '0']], [issuer])
  return { net, alice, bob, first, last, path: rest }
}

test('a path has up to five assets in between: six trades, told in the order of the path', async () => {
  const { net, alice, bob, first, last, path } = await chain()
  expect(path).toHaveLength(5)
  const applied = net.must(alice, [
    Operation.pathPaymentStrictReceive({
      sendAsset: first,
      sendMax: '64',
      destination: bob.publicKey(),
      destAsset: last,
      destAmount: '1',
      path,
    }),
    Operation.pathPaymentStrictSend({
      sendAsset: first,
      sendAmount: '128',
      destination: bob.publicKey(),
      destAsset: last,
      destMin: '2',
      path,
    }),
  ])
  expect(net.line(alice.publicKey(), first).balanceStroops).toBe(10_000_000_000n - 640_000_000n - 1_280_000_000n)
  expect(net.line(bob.publicKey(), last).balanceStroops).toBe(30_000_000n)
  const { result } = xdr.TransactionResult.fromXdr(applied.resultXdr)
  if (result.type !== 'txSuccess') throw new Error('unexpected result')
  const sold = result.results.map((each) => {
    if (each.type !== 'opInner') throw new Error('unexpected result')
    const { tr } = each
    const path =
      tr.type === 'pathPaymentStrictReceive'
        ? tr.pathPaymentStrictReceiveResult
        : tr.type === 'pathPaymentStrictSend'
          ? tr.pathPaymentStrictSendResult
          : undefined
    if (path === undefined || !('success' in path)) throw new Error('unexpected result')
    return path.success.offers.map((atom) => {
      if (atom.type !== 'claimAtomTypeOrderBook') throw new Error('not an offer')
      return [Asset.fromOperation(atom.orderBook.assetSold).getCode(), atom.orderBook.amountSold]
    })
  })
  const trail = (last: bigint) => [1, 2, 3, 4, 5, 6].map((at) => [`A${at}`, last * 2n ** BigInt(6 - at)])
  expect(sold).toEqual([trail(10_000_000n), trail(20_000_000n)])
})

test('an asset named twice in a row in the path takes no trade', async () => {
  const { net, alice, bob, first, last, path } = await chain()
  const [second, third, ...others] = path
  if (second === undefined || third === undefined) throw new Error('no path')
  net.must(alice, [Operation.changeTrust({ asset: third }), Operation.changeTrust({ asset: second })])
  net.must(alice, [
    Operation.pathPaymentStrictSend({
      sendAsset: first,
      sendAmount: '4',
      destination: alice.publicKey(),
      destAsset: third,
      destMin: '1',
      path: [first, second, second, third],
    }),
  ])
  expect(net.line(alice.publicKey(), third).balanceStroops).toBe(10_000_000n)
  expect(net.line(bob.publicKey(), last).balanceStroops).toBe(0n)
  expect(others).toHaveLength(3)
})
