import { Asset, type Keypair, Operation } from '@stellar/stellar-sdk/base'
import { altered } from '../ops/codes/table.test-helper.ts'
import { alone } from './accounts.test-helper.ts'
import type { Part, World } from './world.test-helper.ts'

interface Terms {
  readonly owner: Keypair
  readonly selling: Asset
  readonly buying: Asset
  readonly amount: string
  readonly offerId?: string
}

type Build = (terms: Terms) => Part

/** What goes well mostly, and everything that can be wrong with an offer. */
function anyOffer(world: World, build: Build, hasIds: boolean): Part {
  const { dice } = world
  const selling = world.asset()
  const buying = dice.pick(world.assets.filter((asset) => !asset.equals(selling)))
  const terms = { owner: world.person(), selling, buying, amount: world.amount() }
  const withId = (change: Partial<Terms>): Part => build({ ...terms, ...(hasIds ? change : {}) })
  return dice.weighted([
    [10, () => build(terms)],
    [2, () => withId(ownOffer(world))],
    [1, () => withId({ offerId: '999999999' })],
    [1, () => build({ ...terms, buying: selling })],
    [1, () => build({ ...terms, amount: '900000' })],
    [1, () => build({ ...terms, owner: world.bareOne(), selling: Asset.native(), buying: world.credit() })],
    [1, () => build({ ...terms, owner: world.bareOne(), selling: world.credit(), buying: Asset.native() })],
    [1, () => build({ ...terms, owner: world.issuerOf(world.bond), selling: world.bond, buying: Asset.native() })],
  ])()
}

/** An open offer of somebody, to be changed or withdrawn. */
function ownOffer(world: World): Partial<Terms> {
  const owner = world.person()
  const offers = world.offersOf(owner.publicKey())
  const offer = offers.length === 0 ? undefined : world.dice.pick(offers)
  if (offer === undefined) return {}
  const amount = world.dice.once(2) ? '0' : world.amount()
  const asset = (name: string): Asset => world.assets.find((one) => one.toString() === name) ?? Asset.native()
  return { owner, offerId: String(offer.offerId), selling: asset(offer.selling), buying: asset(offer.buying), amount }
}

export function manageSellOffer(world: World): Part {
  const build: Build = ({ owner, offerId = '0', ...terms }) =>
    alone(Operation.manageSellOffer({ ...terms, offerId, price: world.price(), source: owner.publicKey() }), owner)
  return anyOffer(world, build, true)
}

export function manageBuyOffer(world: World): Part {
  const build: Build = ({ owner, amount: buyAmount, offerId = '0', ...terms }) =>
    alone(
      Operation.manageBuyOffer({ ...terms, buyAmount, offerId, price: world.price(), source: owner.publicKey() }),
      owner,
    )
  return anyOffer(world, build, true)
}

export function createPassiveSellOffer(world: World): Part {
  const build: Build = ({ owner, offerId: _, ...terms }) =>
    alone(Operation.createPassiveSellOffer({ ...terms, price: world.price(), source: owner.publicKey() }), owner)
  return anyOffer(world, build, false)
}

interface Route {
  readonly source: Keypair
  readonly sendAsset: Asset
  readonly destination: string
  readonly destAsset: Asset
  readonly amount: string
  readonly path: Asset[]
  /** What may be sent at most, or must arrive at least; nothing in the way unless given. */
  readonly bound?: string
}

function anyRoute(world: World, build: (route: Route) => Part): Part {
  const { dice } = world
  const hops = dice.weighted([
    [8, 0],
    [5, 1],
    [2, 2],
    [1, 5],
  ])
  const route: Route = {
    source: world.person(),
    sendAsset: world.asset(),
    destination: world.person().publicKey(),
    destAsset: world.asset(),
    amount: world.amount(),
    path: Array.from({ length: hops }, () => world.asset()),
  }
  return dice.weighted([
    [10, () => build(route)],
    [4, () => build({ ...route, sendAsset: route.destAsset, path: [] })],
    [1, () => build({ ...route, destination: world.stranger().publicKey() })],
    [1, () => build({ ...route, source: world.bareOne(), sendAsset: world.credit() })],
    [1, () => build({ ...route, destination: world.bareOne().publicKey(), destAsset: world.credit() })],
    [1, () => build({ ...route, amount: '90000', sendAsset: route.destAsset, path: [] })],
    [1, () => build({ ...route, bound: 'strict' })],
    [1, () => ofNothing(build(route))],
  ])()
}

/** What the client would not build. */
const ofNothing = ({ operations: [operation], signers }: Part): Part => {
  if (operation?.body.type === 'pathPaymentStrictReceive') {
    const nothing = altered(operation, 2, (body) => ({
      ...body,
      pathPaymentStrictReceiveOp: { ...body.pathPaymentStrictReceiveOp, destAmount: 0n },
    }))
    return { operations: [nothing], signers }
  }
  if (operation === undefined) throw new Error('nothing to change')
  const nothing = altered(operation, 13, (body) => ({
    ...body,
    pathPaymentStrictSendOp: { ...body.pathPaymentStrictSendOp, sendAmount: 0n },
  }))
  return { operations: [nothing], signers }
}

export function pathPaymentStrictReceive(world: World): Part {
  return anyRoute(world, ({ source, amount: destAmount, bound, ...route }) => {
    const sendMax = bound === undefined ? '100000' : '0.0000001'
    return alone(
      Operation.pathPaymentStrictReceive({ ...route, sendMax, destAmount, source: source.publicKey() }),
      source,
    )
  })
}

export function pathPaymentStrictSend(world: World): Part {
  return anyRoute(world, ({ source, amount: sendAmount, bound, ...route }) => {
    const destMin = bound === undefined ? '0.0000001' : '90000'
    return alone(Operation.pathPaymentStrictSend({ ...route, sendAmount, destMin, source: source.publicKey() }), source)
  })
}
