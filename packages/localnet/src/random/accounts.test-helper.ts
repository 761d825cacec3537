import { Asset, type Keypair, Operation } from '@stellar/stellar-sdk/base'
import { altered } from '../ops/codes/table.test-helper.ts'
import type { Part, World } from './world.test-helper.ts'

/** For tests: one operation and the one who signs it. */
export const alone = (operation: Part['operations'][number], signer: Keypair): Part => ({
  operations: [operation],
  signers: [signer],
})

export function createAccount(world: World): Part {
  const { dice } = world
  const source = world.person()
  const create = (destination: Keypair, startingBalance: string): Part =>
    alone(
      Operation.createAccount({ destination: destination.publicKey(), startingBalance, source: source.publicKey() }),
      source,
    )
  return dice.weighted([
    [6, () => (world.isFull ? create(world.person(), '1') : world.newcomer())],
    [6, () => (world.isBareFull ? create(world.person(), '2') : world.bareNewcomer(dice.pick(['1.5', '3', '20'])))],
    [2, () => create(world.person(), '5')],
    [1, () => create(world.stranger(), '0.5')],
    [1, () => create(world.stranger(), '90000000')],
    [1, () => create(source, '5')],
  ])()
}

export function accountMerge(world: World): Part {
  const { dice } = world
  const merge = (source: Keypair, destination: string): Part =>
    alone(Operation.accountMerge({ destination, source: source.publicKey() }), source)
  const sponsors = world.people().filter((person) => world.net.account(person.publicKey()).numSponsoring > 0)
  return dice.weighted([
    [6, () => merge(world.bareOne(), world.person().publicKey())],
    [2, () => merge(world.person(), world.person().publicKey())],
    [1, () => merge(world.bareOne(), world.stranger().publicKey())],
    [1, () => mergeItself(world.person())],
    [1, () => merge(sponsors.length === 0 ? world.person() : dice.pick(sponsors), world.person().publicKey())],
  ])()
}

const mergeItself = (source: Keypair): Part =>
  alone(Operation.accountMerge({ destination: source.publicKey(), source: source.publicKey() }), source)

export function manageData(world: World): Part {
  const { dice } = world
  const person = world.person()
  const manage = (name: string, value: string | null, owner = person): Part =>
    alone(Operation.manageData({ name, value, source: owner.publicKey() }), owner)
  const name = `data${dice.below(4)}`
  return dice.weighted([
    [8, () => manage(name, String(dice.below(1000)))],
    [3, () => manage(name, null)],
    [1, () => manage('never', null)],
    [1, () => manage('\u0001', 'x')],
    [1, () => manage('poor', 'x', world.bareOne())],
  ])()
}

export function bumpSequence(world: World): Part {
  const source = world.person()
  const bump = Operation.bumpSequence({ bumpTo: '1', source: source.publicKey() })
  const to = world.dice.weighted([
    [4, 1n],
    [4, world.net.account(source.publicKey()).sequence + BigInt(world.dice.below(1000))],
    [3, -1n],
  ])
  const operation = altered(bump, 11, (body) => ({ ...body, bumpSequenceOp: { ...body.bumpSequenceOp, bumpTo: to } }))
  return alone(operation, source)
}

export function setOptions(world: World): Part {
  const { dice } = world
  const person = world.person()
  const set = (options: Parameters<typeof Operation.setOptions>[0], of = person): Part =>
    alone(Operation.setOptions({ ...options, source: of.publicKey() }), of)
  const weight = dice.below(3)
  const signer = dice.pick([
    { ed25519PublicKey: dice.pick(world.issuers).publicKey(), weight },
    { ed25519PublicKey: world.person().publicKey(), weight },
    { sha256Hash: dice.bytes(32), weight: 1 },
    { preAuthTx: dice.bytes(32), weight: 1 },
  ])
  return dice.weighted([
    [6, () => set({ signer })],
    [3, () => set({ homeDomain: `h${dice.below(9)}.example` })],
    [2, () => set({ masterWeight: 10 + dice.below(5), lowThreshold: dice.below(5), medThreshold: dice.below(9) })],
    [1, () => set({ inflationDest: world.person().publicKey() })],
    [1, () => set({ signer: { ed25519PublicKey: person.publicKey(), weight: 1 } })],
    [1, () => set({ inflationDest: world.stranger().publicKey() })],
    [1, () => set({ setFlags: 16 as never })],
    [1, () => set({ setFlags: 1, clearFlags: 1 })],
    [1, () => tooHighThreshold(person)],
    [1, () => set({ homeDomain: 'a\nb' })],
    [1, () => set({ setFlags: 8 as never })],
    [1, () => set({ signer: { sha256Hash: dice.bytes(32), weight: 1 } }, world.bareOne())],
  ])()
}

const tooHighThreshold = (source: Keypair): Part =>
  alone(
    altered(Operation.setOptions({ highThreshold: 1, source: source.publicKey() }), 5, (body) => ({
      ...body,
      setOptionsOp: { ...body.setOptionsOp, highThreshold: 256 },
    })),
    source,
  )

export function payment(world: World): Part {
  const { dice } = world
  const asset = world.asset()
  const credit = world.credit()
  const amount = world.amount()
  const pay = (from: Keypair, to: string, what: Asset, howMuch = amount): Part =>
    alone(Operation.payment({ destination: to, asset: what, amount: howMuch, source: from.publicKey() }), from)
  const to = world.person().publicKey()
  return dice.weighted([
    [8, () => pay(world.person(), to, asset)],
    [3, () => pay(world.issuerOf(credit), to, credit)],
    // Fees and reserves eat up what people have.
    [3, () => pay(world.net.root, to, Asset.native(), '300')],
    [2, () => pay(world.person(), credit.getIssuer() ?? '', credit)],
    [1, () => pay(world.person(), to, asset, '90000')],
    [1, () => pay(world.person(), world.stranger().publicKey(), asset)],
    [1, () => pay(world.bareOne(), to, credit)],
    [1, () => pay(world.person(), world.bareOne().publicKey(), credit)],
    [1, () => pay(world.issuerOf(credit), to, credit, '900000000000')],
    [1, () => payNothing(world, to)],
    [1, () => pay(world.person(), world.bareOne().publicKey(), Asset.native(), '3')],
  ])()
}

function payNothing(world: World, destination: string): Part {
  const source = world.person()
  const one = Operation.payment({ destination, asset: Asset.native(), amount: '1', source: source.publicKey() })
  return alone(
    altered(one, 1, (body) => ({ ...body, paymentOp: { ...body.paymentOp, amount: 0n } })),
    source,
  )
}
