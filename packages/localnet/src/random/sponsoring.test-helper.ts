import { Asset, type Keypair, LiquidityPoolId, Operation, type xdr } from '@stellar/stellar-sdk/base'
import { altered } from '../ops/codes/table.test-helper.ts'
import { alone } from './accounts.test-helper.ts'
import { idOf } from './balances.test-helper.ts'
import { poolsOf } from './pools.test-helper.ts'
import type { Part, World } from './world.test-helper.ts'

const begin = (sponsor: Keypair, sponsored: Keypair): xdr.Operation =>
  Operation.beginSponsoringFutureReserves({ sponsoredId: sponsored.publicKey(), source: sponsor.publicKey() })
const end = (sponsored: Keypair): xdr.Operation =>
  Operation.endSponsoringFutureReserves({ source: sponsored.publicKey() })

/** Something that takes a reserve, or moves one, in the name of the sponsored. */
function inside(world: World, who: Keypair): xdr.Operation {
  const { dice } = world
  const source = who.publicKey()
  const signer = { ed25519PublicKey: dice.pick(world.issuers).publicKey(), weight: 1 }
  return dice.weighted<() => xdr.Operation>([
    [2, () => Operation.manageData({ name: `data${dice.below(4)}`, value: 'x', source })],
    [
      2,
      () =>
        Operation.manageSellOffer({
          selling: Asset.native(),
          buying: world.credit(),
          amount: '1',
          price: world.price(),
          source,
        }),
    ],
    [2, () => Operation.changeTrust({ asset: new Asset(`NEW${dice.below(3)}`, world.issuers[0].publicKey()), source })],
    [2, () => Operation.changeTrust({ asset: dice.pick(poolsOf(world)).share, source })],
    [2, () => Operation.setOptions({ signer, source })],
    [2, () => Operation.createAccount({ destination: world.stranger().publicKey(), startingBalance: '0', source })],
    [2, () => revocation(world, who)],
  ])()
}

/** Gives up, or takes over, the sponsorship of something of somebody. */
function revocation(world: World, by: Keypair): xdr.Operation {
  const { dice } = world
  const source = by.publicKey()
  const account = dice.once(2) ? source : sponsoredBy(world, source)
  const offers = world.offersOf(account)
  const balances = world.balances().filter(({ sponsor }) => sponsor === source)
  return dice.weighted<() => xdr.Operation>([
    [3, () => Operation.revokeTrustlineSponsorship({ account, asset: world.credit(), source })],
    [1, () => Operation.revokeTrustlineSponsorship({ account, asset: sharesOf(world), source })],
    [2, () => Operation.revokeDataSponsorship({ account, name: `data${dice.below(4)}`, source })],
    [
      2,
      () =>
        Operation.revokeOfferSponsorship({
          seller: account,
          offerId: String(offers.length === 0 ? 1 : dice.pick(offers).offerId),
          source,
        }),
    ],
    [1, () => Operation.revokeAccountSponsorship({ account, source })],
    [
      1,
      () =>
        Operation.revokeSignerSponsorship({
          account,
          signer: { ed25519PublicKey: dice.pick(world.issuers).publicKey() },
          source,
        }),
    ],
    [
      2,
      () =>
        Operation.revokeClaimableBalanceSponsorship({
          balanceId: idOf(balances.length === 0 ? undefined : dice.pick(balances)),
          source,
        }),
    ],
  ])()
}

const sharesOf = (world: World): LiquidityPoolId => new LiquidityPoolId(world.dice.pick(poolsOf(world)).id)

function sponsoredBy(world: World, sponsor: string): string {
  const sponsored = world.net.core.state.sponsoredBy(sponsor).filter((address) => world.knows(address))
  return sponsored.length === 0 ? world.person().publicKey() : world.dice.pick(sponsored)
}

/** A bracket, or one that is put together wrongly. */
export function sponsoring(world: World): Part {
  const { dice } = world
  const [sponsor, sponsored, third] = threeOf(world)
  const all = [sponsor, sponsored, third]
  return dice.weighted<() => Part>([
    [
      12,
      () => ({
        operations: [begin(sponsor, sponsored), inside(world, sponsored), end(sponsored)],
        signers: all.slice(0, 2),
      }),
    ],
    [2, () => sponsoredNewcomer(world, sponsor)],
    [1, () => ({ operations: [begin(sponsor, sponsored), begin(third, sponsored), end(sponsored)], signers: all })],
    [1, () => ({ operations: [begin(sponsor, sponsored), begin(sponsored, third), end(third)], signers: all })],
    [1, () => ({ operations: [begin(sponsor, sponsored), end(third)], signers: [sponsor, third] })],
    [1, () => alone(begin(sponsor, sponsor), sponsor)],
    [1, () => alone(begin(sponsor, sponsored), sponsor)],
    [1, () => alone(end(sponsor), sponsor)],
  ])()
}

/** An account that another pays all reserves of. */
function sponsoredNewcomer(world: World, sponsor: Keypair): Part {
  if (world.isBareFull) return alone(revocation(world, sponsor), sponsor)
  const who = world.bareToCome()
  const source = sponsor.publicKey()
  const created = Operation.createAccount({ destination: who.publicKey(), startingBalance: '0', source })
  return { operations: [begin(sponsor, who), created, end(who)], signers: [sponsor, who] }
}

function threeOf(world: World): [Keypair, Keypair, Keypair] {
  const sponsor = world.person()
  const others = world.people().filter((one) => one !== sponsor)
  const sponsored = world.dice.pick(others)
  return [sponsor, sponsored, world.dice.pick(others.filter((one) => one !== sponsored))]
}

export function revokeSponsorship(world: World): Part {
  const { dice } = world
  const sponsors = world.people().filter((one) => world.net.account(one.publicKey()).numSponsoring > 0)
  const by = sponsors.length === 0 || dice.once(4) ? world.person() : dice.pick(sponsors)
  return dice.weighted<() => Part>([
    [8, () => alone(revocation(world, by), by)],
    [1, () => alone(malformed(by), by)],
    [4, () => handOver(world, by)],
  ])()
}

/** The new sponsor begins, the old one revokes. */
function handOver(world: World, from: Keypair): Part {
  const to = world.dice.pick(world.people().filter((one) => one !== from))
  return { operations: [begin(to, from), revocation(world, from), end(from)], signers: [from, to] }
}

const malformed = (by: Keypair): xdr.Operation =>
  altered(
    Operation.revokeOfferSponsorship({ seller: by.publicKey(), offerId: '1', source: by.publicKey() }),
    18,
    (body) => {
      const { revokeSponsorshipOp: op } = body
      if (op.type !== 0 || op.ledgerKey.type !== 2) return body
      const ledgerKey = { ...op.ledgerKey, offer: { ...op.ledgerKey.offer, offerId: 0n } }
      return { ...body, revokeSponsorshipOp: { ...op, ledgerKey } }
    },
  )
