import { Asset, type Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { TestNetwork } from '../../core/testing.ts'
import { INT64_MAX } from '../../ledger/wire.ts'
import {
  altered,
  type CodeTable,
  describeCodes,
  drain,
  freeze,
  lumens,
  type Scene,
  sceneOn,
} from './table.test-helper.ts'

const XLM = Asset.native()

/** An offer that sells `selling` for `buying` at a price in units bought for each sold. */
interface Terms {
  readonly selling: Asset
  readonly buying: Asset
  readonly amount: string
  readonly price: string | { n: number; d: number }
  readonly offerId?: string
}

type Place = (terms: Terms) => xdr.Operation

const sell: Place = (terms) => Operation.manageSellOffer(terms)
const passive: Place = ({ offerId: _, ...terms }) => Operation.createPassiveSellOffer(terms)
/** The same promise, named by what it buys: for the round numbers here, both come to the same. */
const buy: Place = ({ amount, price, ...terms }) => Operation.manageBuyOffer({ ...terms, buyAmount: amount, price })

const other = (scene: Scene) => new Asset('EUR', scene.issuer.publicKey())

const reach =
  (place: Place, terms: (scene: Scene) => Partial<Terms>, by: (scene: Scene) => Keypair = ({ alice }) => alice) =>
  (scene: Scene) => {
    const whole = { selling: scene.usd, buying: XLM, amount: '10', price: '1', ...terms(scene) }
    return scene.net.submit(by(scene), [place(whole)])
  }

const offerOf = ({ net, alice }: Scene): string => {
  const [offer] = [...net.core.state.entries.values()].filter(
    (entry) => entry.kind === 'offer' && entry.seller === alice.publicKey(),
  )
  if (offer?.kind !== 'offer') throw new Error('no offer')
  return String(offer.offerId)
}

/** Refusals that the three operations have in common (ManageOfferOpFrameBase). */
const common = (place: Place): CodeTable['ways'] => ({
  sell_no_trust: {
    rule: 'what is sold has a line',
    reach: reach(place, (scene) => ({ selling: other(scene) })),
  },
  buy_no_trust: {
    rule: 'what is bought has a line',
    reach: reach(place, (scene) => ({ buying: other(scene) })),
  },
  sell_not_authorized: [
    {
      rule: 'a frozen line sells nothing',
      reach: (scene) => {
        freeze(scene, scene.alice)
        return reach(place, () => ({}))(scene)
      },
    },
    {
      rule: 'one that may keep its liabilities takes on no new ones',
      reach: (scene) => {
        freeze(scene, scene.alice, true)
        return reach(place, () => ({}))(scene)
      },
    },
  ],
  buy_not_authorized: {
    rule: 'a frozen line buys nothing',
    reach: (scene) => {
      freeze(scene, scene.alice)
      return reach(place, ({ usd }) => ({ selling: XLM, buying: usd }))(scene)
    },
  },
  line_full: [
    {
      rule: 'what is bought must fit the line, whatever is in the book',
      reach: (scene) => {
        scene.net.must(scene.alice, [Operation.changeTrust({ asset: scene.usd, limit: '1005' })])
        return reach(place, ({ usd }) => ({ selling: XLM, buying: usd }))(scene)
      },
    },
    {
      rule: 'a line with no room left buys nothing, however little it is (computeOfferExchangeParameters)',
      reach: (scene) => {
        scene.net.must(scene.alice, [Operation.changeTrust({ asset: scene.usd, limit: '1000' })])
        return reach(place, ({ usd }) => ({ selling: XLM, buying: usd, amount: '0.0000001' }))(scene)
      },
    },
  ],
  underfunded: [
    {
      rule: 'what is sold must be there',
      reach: reach(place, () => ({ amount: '1000.0000001' })),
    },
    {
      rule: 'an empty line is underfunded before it is not authorized',
      reach: (scene) => {
        const { net, alice, issuer, usd } = scene
        net.must(alice, [Operation.payment({ destination: issuer.publicKey(), asset: usd, amount: '1000' })])
        freeze(scene, alice)
        return reach(place, () => ({}))(scene)
      },
    },
    {
      rule: 'lumens are sold above the reserve of the new offer only',
      reach: (scene) => {
        drain(scene, scene.alice, 5_000_000n + 99_999_999n)
        return reach(place, ({ usd }) => ({ selling: XLM, buying: usd }))(scene)
      },
    },
    {
      rule: 'and above what other offers promise',
      reach: (scene) => {
        scene.net.must(scene.alice, [
          Operation.manageSellOffer({ selling: scene.usd, buying: XLM, amount: '991', price: '3' }),
        ])
        return reach(place, () => ({}))(scene)
      },
    },
  ],
  low_reserve: {
    rule: 'an offer takes a base reserve, even one that is taken whole at once',
    reach: (scene) => {
      const { net, usd, alice, bob } = scene
      net.must(bob, [Operation.manageSellOffer({ selling: XLM, buying: usd, amount: '100', price: '1' })])
      drain(scene, alice, 4_999_999n)
      return reach(place, () => ({ price: '0.5' }))(scene)
    },
  },
})

const NO_ISSUER = 'since protocol 13 nobody asks whether the issuer exists (ManageOfferOpFrameBase::checkOfferValid)'

/** An offer of one's own stands at 1; `price` is one that crosses it. */
const crossSelf = (place: Place, price: string): CodeTable['ways'] => ({
  cross_self: {
    rule: 'an account does not trade with itself',
    reach: (scene) => {
      const { net, usd, alice } = scene
      net.must(alice, [Operation.manageSellOffer({ selling: XLM, buying: usd, amount: '10', price: '1' })])
      return reach(place, () => ({ price }))(scene)
    },
  },
})

const fields = {
  amount: (amount: bigint) => ({ amount }),
  price: (n: number, d: number) => ({ price: { n, d } }),
}

describeCodes('ManageSellOffer', xdr.ManageSellOfferResultCode, {
  ways: {
    success: [
      { rule: 'placed', reach: reach(sell, () => ({})) },
      { rule: 'all that the line has', reach: reach(sell, () => ({ amount: '1000' })) },
      {
        rule: 'changed to other assets, as long as the id is its own',
        reach: (scene) => {
          reach(sell, () => ({}))(scene)
          return reach(sell, ({ usd }) => ({ selling: XLM, buying: usd, offerId: offerOf(scene) }))(scene)
        },
      },
      {
        rule: 'withdrawn, and be the line frozen',
        reach: (scene) => {
          reach(sell, () => ({}))(scene)
          const offerId = offerOf(scene)
          freeze(scene, scene.alice, true)
          return reach(sell, () => ({ amount: '0', offerId }))(scene)
        },
      },
      {
        rule: 'the issuer sells more than there is',
        reach: reach(
          sell,
          () => ({ amount: lumens(INT64_MAX), price: { n: 1, d: 1000 } }),
          ({ issuer }) => issuer,
        ),
      },
    ],
    malformed: [
      {
        rule: 'nothing is sold for itself',
        whenSent: true,
        reach: reach(sell, ({ usd }) => ({ buying: usd })),
      },
      {
        rule: 'a new offer of nothing (protocol 11 on)',
        whenSent: true,
        reach: reach(sell, () => ({ amount: '0' })),
      },
      ...[
        ['an amount below zero', fields.amount(-1n)] as const,
        ['a price of zero', fields.price(0, 1)] as const,
        ['a price without a denominator', fields.price(1, 0)] as const,
        ['a price below zero', fields.price(-1, -1)] as const,
        ['an id below zero (protocol 15 on)', { offerId: -1n }] as const,
      ].map(([rule, wrong]) => ({
        rule,
        whenSent: true as const,
        reach: ({ net, usd, alice }: Scene) =>
          net.submit(alice, [
            altered(sell({ selling: usd, buying: XLM, amount: '10', price: '1' }), 3, (body) => ({
              ...body,
              manageSellOfferOp: { ...body.manageSellOfferOp, ...wrong },
            })),
          ]),
      })),
    ],
    ...common(sell),
    ...crossSelf(sell, '1'),
    not_found: [
      { rule: 'an id of no offer', reach: reach(sell, () => ({ offerId: '999999' })) },
      {
        rule: 'the offer of another',
        reach: (scene) => {
          reach(sell, () => ({}))(scene)
          return reach(
            sell,
            () => ({ offerId: offerOf(scene), amount: '0' }),
            ({ bob }) => bob,
          )(scene)
        },
      },
    ],
  },
  unreachable: { sell_no_issuer: NO_ISSUER, buy_no_issuer: NO_ISSUER },
})

describeCodes('ManageBuyOffer', xdr.ManageBuyOfferResultCode, {
  ways: {
    success: [
      { rule: 'placed', reach: reach(buy, () => ({})) },
      {
        rule: 'withdrawn',
        reach: (scene) => {
          reach(buy, () => ({}))(scene)
          return reach(buy, () => ({ amount: '0', offerId: offerOf(scene) }))(scene)
        },
      },
    ],
    malformed: [
      { rule: 'nothing is bought with itself', whenSent: true, reach: reach(buy, ({ usd }) => ({ buying: usd })) },
      { rule: 'a new offer of nothing', whenSent: true, reach: reach(buy, () => ({ amount: '0' })) },
      ...[
        ['an amount below zero', { buyAmount: -1n }] as const,
        ['a price of zero', fields.price(0, 1)] as const,
        ['a price without a denominator', fields.price(1, 0)] as const,
        ['an id below zero', { offerId: -1n }] as const,
      ].map(([rule, wrong]) => ({
        rule,
        whenSent: true as const,
        reach: ({ net, usd, alice }: Scene) =>
          net.submit(alice, [
            altered(buy({ selling: usd, buying: XLM, amount: '10', price: '1' }), 12, (body) => ({
              ...body,
              manageBuyOfferOp: { ...body.manageBuyOfferOp, ...wrong },
            })),
          ]),
      })),
    ],
    ...common(buy),
    ...crossSelf(buy, '1'),
    not_found: { rule: 'an id of no offer', reach: reach(buy, () => ({ offerId: '999999' })) },
  },
  unreachable: { sell_no_issuer: NO_ISSUER, buy_no_issuer: NO_ISSUER },
})

describeCodes('CreatePassiveSellOffer', xdr.ManageSellOfferResultCode, {
  ways: {
    success: [
      { rule: 'placed', reach: reach(passive, () => ({})) },
      {
        rule: 'beside an offer of one’s own at the same price, which it does not take',
        reach: (scene) => {
          const { net, usd, alice } = scene
          net.must(alice, [Operation.manageSellOffer({ selling: XLM, buying: usd, amount: '10', price: '1' })])
          return reach(passive, () => ({}))(scene)
        },
      },
    ],
    malformed: [
      { rule: 'nothing is sold for itself', whenSent: true, reach: reach(passive, ({ usd }) => ({ buying: usd })) },
      ...[
        ['an offer of nothing', fields.amount(0n)] as const,
        ['an amount below zero', fields.amount(-1n)] as const,
        ['a price of zero', fields.price(0, 1)] as const,
        ['a price without a denominator', fields.price(1, 0)] as const,
      ].map(([rule, wrong]) => ({
        rule,
        whenSent: true as const,
        reach: ({ net, usd, alice }: Scene) =>
          net.submit(alice, [
            altered(passive({ selling: usd, buying: XLM, amount: '10', price: '1' }), 4, (body) => ({
              ...body,
              createPassiveSellOfferOp: { ...body.createPassiveSellOfferOp, ...wrong },
            })),
          ]),
      })),
    ],
    ...common(passive),
    ...crossSelf(passive, '0.9'),
  },
  unreachable: {
    sell_no_issuer: NO_ISSUER,
    buy_no_issuer: NO_ISSUER,
    not_found: 'a passive offer is always a new one; it is changed as a plain one is',
  },
})

/** What an operation's result says of the offer: the arm of the result, the effect, and whether the offer is passive. */
function outcome(resultXdr: Uint8Array) {
  const { result } = xdr.TransactionResult.fromXdr(resultXdr).toXdrObject()
  const [first] = result.code === 0 ? result.results : []
  const tr = first?.code === 0 ? first.tr : undefined
  const managed = tr?.type === 3 ? tr.manageSellOfferResult : tr?.type === 12 ? tr.manageBuyOfferResult : undefined
  if (tr === undefined || managed?.code !== 0) throw new Error('unexpected result')
  const { offer, offersClaimed } = managed.success
  return {
    arm: tr.type,
    effect: offer.effect,
    flags: offer.effect === 2 ? null : offer.offer.flags,
    claimed: offersClaimed.length,
  }
}

test('a passive offer is answered as a plain sell offer, and stays passive when it is changed', async () => {
  const scene = sceneOn(await TestNetwork.start())
  const { net, usd, alice, bob } = scene
  const terms = { selling: usd, buying: XLM, amount: '10', price: '1' }
  const placed = net.must(alice, [passive(terms)])
  expect(outcome(placed.resultXdr)).toEqual({ arm: 3, effect: 0, flags: 1, claimed: 0 })
  net.must(bob, [passive({ selling: XLM, buying: usd, amount: '10', price: '2' })])
  const changed = net.must(alice, [sell({ ...terms, price: '0.5', offerId: offerOf(scene) })])
  expect(outcome(changed.resultXdr)).toEqual({ arm: 3, effect: 1, flags: 1, claimed: 0 })
  const bought = net.must(bob, [buy({ selling: XLM, buying: usd, amount: '10', price: '1' })])
  expect(outcome(bought.resultXdr)).toEqual({ arm: 12, effect: 2, flags: null, claimed: 1 })
})

test('an operation takes a thousand offers and no more', { timeout: 60_000 }, async () => {
  const { net, issuer, usd, bob } = sceneOn(await TestNetwork.start())
  const makers = [net.holder([[usd, '1000']], [issuer]), net.holder([[usd, '1000']], [issuer])]
  const offer = Operation.manageSellOffer({ selling: usd, buying: XLM, amount: '0.01', price: '1' })
  for (const maker of makers) {
    for (let round = 0; round < 5; round += 1)
      net.must(
        maker,
        Array.from({ length: 100 }, () => offer),
      )
  }
  net.must(net.holder([[usd, '1']], [issuer]), [offer])
  const all = net.submit(bob, [sell({ selling: XLM, buying: usd, amount: '10.01', price: '1' })])
  expect(all.operations).toEqual(['op_exceeded_work_limit'])
  const path = Operation.pathPaymentStrictSend({
    sendAsset: XLM,
    sendAmount: '10.01',
    destination: bob.publicKey(),
    destAsset: usd,
    destMin: '1',
  })
  expect(net.submit(bob, [path]).operations).toEqual(['op_exceeded_work_limit'])
  const most = net.must(bob, [sell({ selling: XLM, buying: usd, amount: '10', price: '1' })])
  expect(outcome(most.resultXdr)).toEqual({ arm: 3, effect: 2, flags: null, claimed: 1000 })
})
