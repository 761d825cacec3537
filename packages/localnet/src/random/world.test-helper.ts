import { Asset, type Keypair, Operation, type xdr } from '@stellar/stellar-sdk/base'
import { TestNetwork } from '../core/testing.ts'
import type { ClaimableBalanceEntry, OfferEntry, TrustLineEntry } from '../ledger/entries.ts'
import type { Dice } from './dice.test-helper.ts'

/** A small market: its people meet, and all of it can be looked at after every ledger. */
const MOST_ACCOUNTS = 40
const MOST_BARE = 12

/** For tests: operations that belong together, each with its own source, and who must sign them. */
export interface Part {
  readonly operations: readonly xdr.Operation[]
  readonly signers: readonly Keypair[]
}

/** For tests: who is there and what they could do something with. */
export class World {
  readonly net: TestNetwork
  readonly dice: Dice
  /** The first lets everybody do as they like; the second revokes authorizations; the third asks for them and claws back. */
  readonly issuers: readonly [Keypair, Keypair, Keypair]
  readonly assets: readonly Asset[]
  /** The one that is clawed back. */
  readonly bond: Asset
  /** People with lines to everything. */
  #people: Keypair[] = []
  /** People with lumens and nothing else. */
  #bare: Keypair[] = []
  /** Everybody who ever was, to sign for them. */
  readonly #keys = new Map<string, Keypair>()

  private constructor(net: TestNetwork, dice: Dice) {
    this.net = net
    this.dice = dice
    this.issuers = [dice.keypair(), dice.keypair(), dice.keypair()]
    const [open, revocable, strict] = this.issuers
    for (const issuer of this.issuers) this.#keys.set(issuer.publicKey(), issuer)
    this.#keys.set(net.root.publicKey(), net.root)
    this.bond = new Asset('BOND', strict.publicKey())
    this.assets = [
      Asset.native(),
      new Asset('USD', open.publicKey()),
      new Asset('EUROPEANUNIT', revocable.publicKey()),
      this.bond,
    ]
  }

  static async start(dice: Dice): Promise<World> {
    // Ledgers close when this test says so: some hold several transactions.
    const net = await TestNetwork.start({ mode: { everySeconds: 2_000_000 } })
    const world = new World(net, dice)
    const issuers = world.issuers.map((issuer) =>
      Operation.createAccount({ destination: issuer.publicKey(), startingBalance: '100000' }),
    )
    world.#settle(net.root, issuers, [net.root])
    const [, revocable, strict] = world.issuers
    world.#settle(revocable, [Operation.setOptions({ setFlags: 2 })], [revocable])
    world.#settle(strict, [Operation.setOptions({ setFlags: 11 as never })], [strict])
    for (let at = 0; at < 10; at += 1) world.#carryOut(world.newcomer())
    for (let at = 0; at < 4; at += 1) world.#carryOut(world.bareNewcomer())
    return world
  }

  /** Those of the market that are still there. */
  people(): readonly Keypair[] {
    this.#people = this.#people.filter((person) => this.net.exists(person.publicKey()))
    return this.#people
  }

  /** Those without lines. */
  bare(): readonly Keypair[] {
    this.#bare = this.#bare.filter((person) => this.net.exists(person.publicKey()))
    return this.#bare
  }

  person(): Keypair {
    return this.dice.pick(this.people())
  }

  bareOne(): Keypair {
    const bare = this.bare()
    return bare.length === 0 ? this.person() : this.dice.pick(bare)
  }

  /** Somebody who was never heard of. */
  stranger(): Keypair {
    return this.#remember(this.dice.keypair())
  }

  asset(): Asset {
    return this.dice.pick(this.assets)
  }

  credit(): Asset {
    return this.dice.pick(this.assets.slice(1))
  }

  issuerOf(asset: Asset): Keypair {
    return this.keyOf(asset.getIssuer() ?? '')
  }

  /** @throws {Error} if nobody knows the key of that address */
  keyOf(address: string): Keypair {
    const keypair = this.#keys.get(address)
    if (keypair === undefined) throw new Error(`no key of ${address}`)
    return keypair
  }

  knows(address: string): boolean {
    return this.#keys.has(address)
  }

  /** Small and large, odd and round; as operations write it. */
  amount(): string {
    const stroops = this.dice.pick([1, 7, 100, 10_000_000, 123_456_789, 900_000_000]) * (1 + this.dice.below(9))
    return (stroops / 10_000_000).toFixed(7)
  }

  price(): { n: number; d: number } {
    return { n: 1 + this.dice.below(7), d: 1 + this.dice.below(7) }
  }

  offersOf(address: string): OfferEntry[] {
    return [...this.net.core.state.ownedBy(address)].filter((entry) => entry.kind === 'offer')
  }

  linesOf(address: string): TrustLineEntry[] {
    return [...this.net.core.state.ownedBy(address)].filter((entry) => entry.kind === 'trustline')
  }

  balances(): ClaimableBalanceEntry[] {
    return [...this.net.core.state.entries.values()].filter((entry) => entry.kind === 'claimableBalance')
  }

  get isFull(): boolean {
    return this.people().length >= MOST_ACCOUNTS
  }

  get isBareFull(): boolean {
    return this.bare().length >= MOST_BARE
  }

  /** A new account that can trade at once: lumens, a line to everything and some of it. */
  newcomer(): Part {
    const fresh = this.#remember(this.dice.keypair())
    this.#people.push(fresh)
    const destination = fresh.publicKey()
    const source = this.net.root.publicKey()
    const operations = [
      Operation.createAccount({ destination, startingBalance: '400', source }),
      ...this.assets.slice(1).map((asset) => Operation.changeTrust({ asset, source: destination })),
      Operation.setTrustLineFlags({
        trustor: destination,
        asset: this.bond,
        flags: { authorized: true },
        source: this.bond.getIssuer(),
      }),
      ...this.assets
        .slice(1)
        .map((asset) => Operation.payment({ destination, asset, amount: '500', source: asset.getIssuer() })),
    ]
    return { operations, signers: [this.net.root, fresh, ...this.issuers] }
  }

  /** Somebody who is about to come and will own nothing but lumens. */
  bareToCome(): Keypair {
    const fresh = this.stranger()
    this.#bare.push(fresh)
    return fresh
  }

  /** A new account that owns nothing but lumens. */
  bareNewcomer(startingBalance = '20'): Part {
    const source = this.net.root.publicKey()
    const destination = this.bareToCome().publicKey()
    const operation = Operation.createAccount({ destination, startingBalance, source })
    return { operations: [operation], signers: [this.net.root] }
  }

  #remember(keypair: Keypair): Keypair {
    this.#keys.set(keypair.publicKey(), keypair)
    return keypair
  }

  #carryOut({ operations, signers }: Part): void {
    this.#settle(this.net.root, operations, signers)
  }

  #settle(source: Keypair, operations: readonly xdr.Operation[], signers: readonly Keypair[]): void {
    const { sent } = this.net.submit(source, operations, { signers })
    this.net.core.close()
    if (this.net.core.transaction(sent.hash)?.successful !== true) throw new Error('the world could not be made')
  }
}
