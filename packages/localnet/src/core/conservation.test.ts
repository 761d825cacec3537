import { randomInt } from 'node:crypto'
import {
  Address,
  Asset,
  Claimant,
  Keypair,
  nativeToScVal,
  Operation,
  type Transaction,
  TransactionBuilder,
  type xdr,
} from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { addressOf } from '../ledger/keys.ts'
import { brokenLaws, Shadow } from './invariants.ts'
import { type Fate, TestNetwork } from './testing.ts'

/** Enough for every run; the long one is told by the environment. */
const OPERATIONS = Number(process.env.LOCALNET_OPERATIONS ?? 10_000)
const COMPARED_EVERY = 25
/** Each kind of operation succeeds at least as many times. */
const OFTEN = 10
/** A small market: its people meet, and all of it can be looked at after every ledger. */
const MOST_ACCOUNTS = 50
const MOST_BALANCES = 100

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

/** A transaction to be: whose, what, and who signs if not its source. */
interface Step {
  readonly source: Keypair
  readonly operations: xdr.Operation[]
  readonly signers?: Keypair[]
  /** Simulated first; what cannot run is not sent. */
  readonly isContractCall?: boolean
}

/** Makes operations at random on a small market, so that they meet each other. */
class Market {
  readonly #net: TestNetwork
  readonly #random: (below: number) => number
  readonly issuers: Keypair[]
  readonly assets: Asset[]
  accounts: Keypair[] = []
  readonly #bare: Keypair[] = []

  constructor(net: TestNetwork, random: (below: number) => number) {
    this.#net = net
    this.#random = random
    this.issuers = [net.fund(), net.fund()]
    const [open, strict] = this.issuers.map((issuer) => issuer.publicKey())
    net.must(this.pick(this.issuers.slice(1)), [Operation.setOptions({ setFlags: 10 as 2 })])
    this.assets = [Asset.native(), new Asset('USD', open), new Asset('EUR', open), new Asset('BOND', strict)]
    for (const asset of this.assets) {
      if (net.invoke(net.root, Operation.createStellarAssetContract({ asset })).code !== 'tx_success') {
        throw new Error(`no contract of ${asset}`)
      }
    }
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
  next(): Step {
    this.accounts = this.accounts.filter((account) => this.#net.exists(account.publicKey()))
    if (this.accounts.length < 6) return this.#newcomer()
    const source = this.pick(this.accounts)
    const other = this.pick(this.accounts)
    const [asset, second] = [this.pick(this.assets), this.pick(this.assets)]
    const credit = this.pick(this.assets.slice(1))
    const destination = other.publicKey()
    const amount = this.#amount()
    switch (this.#random(22)) {
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
      case 15:
      case 16:
        if (this.#balances().length >= MOST_BALANCES) return this.#takeBalance(source)
        return { source, operations: [this.#setAside(source, other, asset, amount)] }
      case 17:
        return this.#takeBalance(source)
      case 18:
        return this.#oddity(source, other, credit)
      case 19:
        return { source, operations: [this.#callAsset(source, other, asset)], isContractCall: true }
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

  /** What is seldom asked for. */
  #oddity(source: Keypair, other: Keypair, credit: Asset): Step {
    switch (this.#random(4)) {
      case 0: {
        const trustor = other.publicKey()
        const operation = Operation.allowTrust({
          trustor,
          assetCode: credit.getCode(),
          authorize: this.#random(3) !== 0,
        })
        return { source: this.issuerOf(credit), operations: [operation] }
      }
      case 1:
        return { source, operations: [Operation.bumpSequence({ bumpTo: String(this.#random(2 ** 31)) })] }
      case 2:
        return {
          source,
          operations: [
            Operation.setOptions({ signer: { ed25519PublicKey: source.publicKey(), weight: 1 } }),
            Operation.setOptions({ homeDomain: 'example.org' }),
          ],
        }
      default:
        return { source, operations: [Operation.setOptions({ homeDomain: `h${this.#random(9)}.example` })] }
    }
  }

  /** A transfer by the asset's contract: by one who has it, or has not. */
  #callAsset(source: Keypair, other: Keypair, asset: Asset): xdr.Operation {
    const address = (of: Keypair) => Address.fromString(of.publicKey()).toScVal()
    const amount = BigInt(Math.round(Number(this.#amount()) * 10_000_000))
    return Operation.invokeContractFunction({
      contract: asset.contractId(this.#net.core.passphrase),
      function: 'transfer',
      args: [address(source), address(other), nativeToScVal(amount, { type: 'i128' })],
    })
  }

  #setAside(source: Keypair, other: Keypair, asset: Asset, amount: string): xdr.Operation {
    const predicates = [
      Claimant.predicateUnconditional(),
      Claimant.predicateBeforeRelativeTime(String(this.#random(30))),
      Claimant.predicateNot(Claimant.predicateBeforeAbsoluteTime(String(this.#random(3_000_000_000)))),
    ]
    const claimants = [...new Set([source.publicKey(), other.publicKey()])]
      .slice(this.#random(2))
      .map((address) => new Claimant(address, this.pick(predicates)))
    if (claimants.length === 0) claimants.push(new Claimant(other.publicKey()))
    return Operation.createClaimableBalance({ asset, amount, claimants })
  }

  #balances() {
    return [...this.#net.core.state.entries.values()].filter((entry) => entry.kind === 'claimableBalance')
  }

  /** Claims, claws back or passes on the sponsorship of a balance, or tries to. */
  #takeBalance(source: Keypair): Step {
    const balances = this.#balances()
    const balance = balances[this.#random(Math.max(1, balances.length))]
    const balanceId = `00000000${balance?.balanceId ?? 'ab'.repeat(32)}`
    const claimant = this.accounts.find((account) =>
      balance?.claimants.some(({ v0 }) => addressOf(v0.destination.ed25519) === account.publicKey()),
    )
    switch (this.#random(4)) {
      case 0: {
        // Half of them as they can succeed: a balance with clawback, and its issuer.
        const meant = this.#random(2) === 0 ? balances.find((one) => one.clawbackEnabled) : undefined
        const own = this.issuers.find((one) => meant?.asset.endsWith(one.publicKey()))
        return {
          source: own ?? this.pick(this.issuers),
          operations: [
            Operation.clawbackClaimableBalance({ balanceId: meant ? `00000000${meant.balanceId}` : balanceId }),
          ],
        }
      }
      case 1: {
        const sponsored = this.accounts.find((account) => account.publicKey() === balance?.sponsor) ?? source
        const operations = [
          Operation.beginSponsoringFutureReserves({ sponsoredId: sponsored.publicKey() }),
          Operation.revokeClaimableBalanceSponsorship({ balanceId, source: sponsored.publicKey() }),
          Operation.endSponsoringFutureReserves({ source: sponsored.publicKey() }),
        ]
        return { source, operations, signers: source === sponsored ? [source] : [source, sponsored] }
      }
      default:
        return { source: claimant ?? source, operations: [Operation.claimClaimableBalance({ balanceId })] }
    }
  }

  #comeOrGo(source: Keypair, destination: string) {
    const fresh = Keypair.random()
    switch (this.#random(4)) {
      case 0:
        return { source, operations: [Operation.accountMerge({ destination })] }
      case 1: {
        // Comes and goes: an account that owns nothing. It can go in a later ledger only, by its sequence number.
        const bare = this.#bare.pop()
        if (bare !== undefined && this.#net.exists(bare.publicKey())) {
          return { source: bare, operations: [Operation.accountMerge({ destination })] }
        }
        this.#bare.push(fresh)
        const startingBalance = this.pick(['0.5', '1.1', '20'])
        return { source, operations: [Operation.createAccount({ destination: fresh.publicKey(), startingBalance })] }
      }
      case 2:
        return { source, operations: [Operation.createAccount({ destination, startingBalance: '1' })] }
      default:
        if (this.accounts.length < MOST_ACCOUNTS) return this.#newcomer()
        return { source, operations: [Operation.payment({ destination, asset: Asset.native(), amount: '1' })] }
    }
  }
}

function bumped(net: TestNetwork, transaction: Transaction, payer: Keypair) {
  const outer = TransactionBuilder.buildFeeBumpTransaction(payer, '100', transaction, net.core.passphrase)
  outer.sign(payer)
  return outer
}

/** A contract call, or what the simulation says against it. */
function call(net: TestNetwork, source: Keypair, operations: readonly xdr.Operation[]): Fate {
  const [operation] = operations
  if (operation === undefined) throw new Error('nothing to call')
  try {
    return net.invoke(source, operation)
  } catch (error) {
    if (!String(error).includes('HostError')) throw error
    return { code: 'not simulated', operations: [], applied: undefined, sent: { status: 'ERROR', hash: '' } }
  }
}

/** How each kind of operation ended, and how often. */
class Outcomes {
  readonly #byKind = new Map<string, Map<string, number>>()
  operations = 0

  count(kind: string, code: string): void {
    this.operations += 1
    const codes = this.#byKind.get(kind) ?? new Map<string, number>()
    codes.set(code, (codes.get(code) ?? 0) + 1)
    this.#byKind.set(kind, codes)
  }

  of(kind: string): ReadonlyMap<string, number> {
    return this.#byKind.get(kind) ?? new Map()
  }

  toString(): string {
    return [...this.#byKind.entries()]
      .sort()
      .map(([kind, codes]) => `${kind}: ${[...codes].map(([code, times]) => `${code} ${times}`).join(', ')}`)
      .join('\n')
  }
}

/** Every kind that this test makes: each must succeed often and be refused at times. */
const KINDS = [
  'accountMerge',
  'changeTrust',
  'claimClaimableBalance',
  'clawback',
  'clawbackClaimableBalance',
  'createAccount',
  'createClaimableBalance',
  'createPassiveSellOffer',
  'invokeHostFunction',
  'manageBuyOffer',
  'manageData',
  'manageSellOffer',
  'pathPaymentStrictReceive',
  'pathPaymentStrictSend',
  'payment',
  'revokeSponsorship',
  'setOptions',
  'setTrustLineFlags',
] as const

// Guards the laws on which every balance that the servers show depends: whatever happens, nothing is made or lost.
test('nothing is created or lost, and meta and events tell it all', { timeout: 3_600_000 }, async () => {
  const seed = Number(process.env.LOCALNET_SEED ?? randomInt(2 ** 31))
  const net = await TestNetwork.start()
  const market = new Market(net, randomness(seed))
  const shadow = new Shadow(net.core.state)
  const outcomes = new Outcomes()
  const sendIt = (operations: xdr.Operation[], source: Keypair, signers: Keypair[] | undefined, at: number) => {
    const transaction = net.build(source, operations, { signers: signers ?? [source] })
    const payer = at % 8 === 0 ? market.pick(market.accounts) : null
    return net.send(payer === null ? transaction : bumped(net, transaction, payer))
  }
  for (let at = 0; outcomes.operations < OPERATIONS; at += 1) {
    const { source, operations, signers, isContractCall } = market.next()
    if (!net.exists(source.publicKey())) continue
    const fate = isContractCall ? call(net, source, operations) : sendIt(operations, source, signers, at)
    for (const [index, { body }] of operations.entries()) {
      outcomes.count(body.type, fate.operations[index] ?? fate.code)
    }
    if (fate.applied !== undefined) shadow.follow(fate.applied)
    const broken = brokenLaws(net.core.state)
    // Every entry and balance is compared now and then: what differs once differs from then on.
    const isLast = outcomes.operations >= OPERATIONS
    if (at % COMPARED_EVERY === 0 || isLast) broken.push(...shadow.differences(net.core.state))
    const kinds = operations.map(({ body }) => body.type).join(', ')
    expect(broken, `seed ${seed}, transaction ${at} (${kinds}: ${fate.code} ${fate.operations})`).toEqual([])
  }
  console.log(`seed ${seed}, ${outcomes.operations} operations\n${outcomes}`)
  for (const kind of KINDS) {
    const codes = outcomes.of(kind)
    const succeeded = codes.get('success') ?? 0
    expect(succeeded, `${kind} succeeds; seed ${seed}\n${outcomes}`).toBeGreaterThanOrEqual(OFTEN)
    expect(codes.size, `${kind} is refused at times; seed ${seed}\n${outcomes}`).toBeGreaterThan(1)
  }
})
