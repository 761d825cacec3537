import { randomInt } from 'node:crypto'
import { Asset, Keypair, Operation, type Transaction, TransactionBuilder, type xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { brokenLaws, Shadow } from './invariants.ts'
import { TestNetwork } from './testing.ts'

const TRANSACTIONS = Number(process.env.LOCALNET_TRANSACTIONS ?? 1500)

/** Reproducible randomness: the seed is in every message of failure. */
function randomness(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Makes operations at random on a small market, so that they meet each other. */
class Market {
  readonly #net: TestNetwork
  readonly #random: (below: number) => number
  readonly issuers: Keypair[]
  readonly assets: Asset[]
  accounts: Keypair[] = []

  constructor(net: TestNetwork, random: (below: number) => number) {
    this.#net = net
    this.#random = random
    this.issuers = [net.fund(), net.fund()]
    const [open, strict] = this.issuers.map((issuer) => issuer.publicKey())
    net.must(this.pick(this.issuers.slice(1)), [Operation.setOptions({ setFlags: 10 as 2 })])
    this.assets = [Asset.native(), new Asset('USD', open), new Asset('EUR', open), new Asset('BOND', strict)]
    for (let at = 0; at < 8; at += 1) {
      const { source, operations, signers } = this.#newcomer()
      net.must(source, operations, { signers })
    }
  }

  /** A new account that can trade at once: lumens, a line to everything and some of it. */
  #newcomer() {
    const fresh = Keypair.random()
    const destination = fresh.publicKey()
    this.accounts.push(fresh)
    const operations = [
      Operation.createAccount({ destination, startingBalance: '300' }),
      ...this.assets
        .slice(1)
        .flatMap((asset) => [
          Operation.changeTrust({ asset, source: destination }),
          Operation.payment({ destination, asset, amount: '500', source: asset.getIssuer() }),
        ]),
    ]
    return { source: this.#net.root, operations, signers: [this.#net.root, fresh, ...this.issuers] }
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.#random(from.length)]
    if (picked === undefined) throw new Error('nothing to pick')
    return picked
  }

  issuerOf(asset: Asset): Keypair {
    const issuer = this.issuers.find((candidate) => candidate.publicKey() === asset.getIssuer())
    if (issuer === undefined) throw new Error('no issuer')
    return issuer
  }

  #amount(): string {
    const stroops = this.pick([1, 7, 100, 10_000_000, 123_456_789, 900_000_000]) * (1 + this.#random(9))
    return (stroops / 10_000_000).toFixed(7)
  }

  #price(): { n: number; d: number } {
    return { n: 1 + this.#random(7), d: 1 + this.#random(7) }
  }

  /** An operation and who must sign it. */
  next(): { source: Keypair; operations: xdr.Operation[]; signers?: Keypair[] } {
    this.accounts = this.accounts.filter((account) => this.#net.exists(account.publicKey()))
    if (this.accounts.length < 6) return this.#newcomer()
    const source = this.pick(this.accounts)
    const other = this.pick(this.accounts)
    const [asset, second] = [this.pick(this.assets), this.pick(this.assets)]
    const credit = this.pick(this.assets.slice(1))
    const destination = other.publicKey()
    const amount = this.#amount()
    switch (this.#random(16)) {
      case 0:
      case 1:
        return { source, operations: [Operation.payment({ destination, asset, amount })] }
      case 2:
        return {
          source: this.issuerOf(credit),
          operations: [Operation.payment({ destination, asset: credit, amount })],
        }
      case 3:
        return {
          source,
          operations: [Operation.payment({ destination: this.issuerOf(credit).publicKey(), asset: credit, amount })],
        }
      case 4:
      case 5:
      case 6:
        return { source, operations: [this.#offer(asset, second, amount)] }
      case 7:
        return { source, operations: [this.#changeOffer(source, amount)] }
      case 8:
      case 9:
        return { source, operations: [this.#pathPayment(destination, asset, second, amount)] }
      case 10:
        return { source: this.issuerOf(credit), operations: [this.#authorize(destination, credit)] }
      case 11: {
        const bond = this.assets[3] ?? credit
        return {
          source: this.issuerOf(bond),
          operations: [Operation.clawback({ from: destination, asset: bond, amount })],
        }
      }
      case 12:
        return { source, operations: [this.#small(credit)] }
      case 13:
        return this.#sponsor(source, other, credit)
      case 14:
        return this.#comeOrGo(source, destination)
      default:
        return { source, operations: [this.#small(credit), this.#offer(asset, second, amount)] }
    }
  }

  #offer(selling: Asset, buying: Asset, amount: string): xdr.Operation {
    const price = this.#price()
    switch (this.#random(3)) {
      case 0:
        return Operation.manageBuyOffer({ selling, buying, buyAmount: amount, price })
      case 1:
        return Operation.createPassiveSellOffer({ selling, buying, amount, price })
      default:
        return Operation.manageSellOffer({ selling, buying, amount, price })
    }
  }

  #changeOffer(owner: Keypair, amount: string): xdr.Operation {
    const offers = [...this.#net.core.state.ownedBy(owner.publicKey())].filter((entry) => entry.kind === 'offer')
    const offer = offers[this.#random(Math.max(1, offers.length))]
    const offerId = String(offer?.offerId ?? 1)
    const [selling, buying] = [this.pick(this.assets), this.pick(this.assets)]
    const next = this.#random(2) === 0 ? '0' : amount
    return Operation.manageSellOffer({ selling, buying, amount: next, price: this.#price(), offerId })
  }

  #pathPayment(destination: string, sendAsset: Asset, destAsset: Asset, amount: string): xdr.Operation {
    const path = this.#random(2) === 0 ? [] : [this.pick(this.assets)]
    return this.#random(2) === 0
      ? Operation.pathPaymentStrictReceive({
          sendAsset,
          sendMax: '1000',
          destination,
          destAsset,
          destAmount: amount,
          path,
        })
      : Operation.pathPaymentStrictSend({
          sendAsset,
          sendAmount: amount,
          destination,
          destAsset,
          destMin: '0.0000001',
          path,
        })
  }

  #authorize(trustor: string, asset: Asset): xdr.Operation {
    // Mostly given: a market where everybody is frozen is a quiet one.
    const authorized = this.#random(4) !== 0
    const authorizedToMaintainLiabilities = !authorized && this.#random(2) === 0
    return Operation.setTrustLineFlags({ trustor, asset, flags: { authorized, authorizedToMaintainLiabilities } })
  }

  #small(asset: Asset): xdr.Operation {
    const name = `data${this.#random(3)}`
    const ed25519PublicKey = this.pick(this.issuers).publicKey()
    switch (this.#random(4)) {
      case 0:
        return Operation.manageData({ name, value: this.#random(3) === 0 ? null : String(this.#random(100)) })
      case 1:
        return Operation.setOptions({ signer: { ed25519PublicKey, weight: this.#random(2) } })
      case 2:
        return Operation.changeTrust({ asset, limit: this.pick(['0', '600', '100000']) })
      default:
        return Operation.bumpSequence({ bumpTo: '1' })
    }
  }

  #sponsor(sponsor: Keypair, sponsored: Keypair, asset: Asset) {
    const source = sponsored.publicKey()
    const inside = [
      Operation.manageData({ name: `data${this.#random(3)}`, value: 'x', source }),
      Operation.manageSellOffer({ selling: Asset.native(), buying: asset, amount: '1', price: this.#price(), source }),
      Operation.changeTrust({ asset, source }),
      Operation.setOptions({ signer: { ed25519PublicKey: this.pick(this.issuers).publicKey(), weight: 1 }, source }),
      Operation.revokeTrustlineSponsorship({ account: source, asset, source }),
    ]
    const revoke = Operation.revokeTrustlineSponsorship({ account: source, asset })
    if (this.#random(4) === 0) return { source: sponsor, operations: [revoke] }
    const operations = [
      Operation.beginSponsoringFutureReserves({ sponsoredId: source }),
      this.pick(inside),
      Operation.endSponsoringFutureReserves({ source }),
    ]
    return { source: sponsor, operations, signers: sponsor === sponsored ? [sponsor] : [sponsor, sponsored] }
  }

  #comeOrGo(source: Keypair, destination: string) {
    if (this.#random(3) !== 0) return { source, operations: [Operation.accountMerge({ destination })] }
    return this.#newcomer()
  }
}

function bumped(net: TestNetwork, transaction: Transaction, payer: Keypair) {
  const outer = TransactionBuilder.buildFeeBumpTransaction(payer, '100', transaction, net.core.passphrase)
  outer.sign(payer)
  return outer
}

// Guards the laws on which every balance that the servers show depends: whatever happens, nothing is made or lost.
test('nothing is created or lost, and meta and events tell it all', async () => {
  const seed = Number(process.env.LOCALNET_SEED ?? randomInt(2 ** 31))
  const net = await TestNetwork.start()
  const market = new Market(net, randomness(seed))
  const shadow = new Shadow(net.core.state)
  const outcomes = new Map<string, number>()
  const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  for (let at = 0; at < TRANSACTIONS; at += 1) {
    const { source, operations, signers } = market.next()
    if (!net.exists(source.publicKey())) continue
    const transaction = net.build(source, operations, { signers: signers ?? [source] })
    const payer = at % 8 === 0 ? market.pick(market.accounts) : null
    const fate = net.send(payer === null ? transaction : bumped(net, transaction, payer))
    count(fate.code)
    for (const code of fate.operations) count(code)
    if (fate.applied !== undefined) shadow.follow(fate.applied)
    const broken = [...brokenLaws(net.core.state), ...shadow.differences(net.core.state)]
    const kinds = operations.map(({ body }) => body.type).join(', ')
    expect(broken, `seed ${seed}, transaction ${at} (${kinds}: ${fate.code} ${fate.operations})`).toEqual([])
  }
  expect(outcomes.get('tx_success') ?? 0, `seed ${seed}: ${JSON.stringify([...outcomes])}`).toBeGreaterThan(
    TRANSACTIONS / 3,
  )
})
