import { Asset, Claimant, type Keypair, Operation } from '@stellar/stellar-sdk/base'
import type { ClaimableBalanceEntry } from '../ledger/entries.ts'
import { addressOf } from '../ledger/keys.ts'
import { altered } from '../ops/codes/table.test-helper.ts'
import { alone } from './accounts.test-helper.ts'
import type { Part, World } from './world.test-helper.ts'

const MOST_BALANCES = 80

/** The id of a balance as operations write it. */
export const idOf = (balance: ClaimableBalanceEntry | undefined): string =>
  `00000000${balance?.balanceId ?? 'ab'.repeat(32)}`

function claimants(world: World, creator: Keypair): Claimant[] {
  const { dice } = world
  const predicate = () =>
    dice.pick([
      Claimant.predicateUnconditional(),
      Claimant.predicateUnconditional(),
      Claimant.predicateBeforeRelativeTime(String(dice.below(30))),
      Claimant.predicateNot(Claimant.predicateBeforeAbsoluteTime(String(dice.below(3_000_000_000)))),
    ])
  const addresses = new Set([world.person().publicKey(), creator.publicKey(), world.bareOne().publicKey()])
  return [...addresses].slice(0, 1 + dice.below(3)).map((address) => new Claimant(address, predicate()))
}

export function createClaimableBalance(world: World): Part {
  const { dice } = world
  if (world.balances().length >= MOST_BALANCES) return claimClaimableBalance(world)
  const source = world.person()
  const create = (by: Keypair, asset: Asset, amount: string): Part =>
    alone(
      Operation.createClaimableBalance({ asset, amount, claimants: claimants(world, by), source: by.publicKey() }),
      by,
    )
  return dice.weighted([
    [10, () => create(source, world.asset(), world.amount())],
    [3, () => create(world.issuerOf(world.bond), world.bond, world.amount())],
    [2, () => create(source, world.asset(), '90000')],
    [1, () => create(world.bareOne(), world.credit(), '1')],
    [1, () => create(world.bareOne(), Asset.native(), '0.0000001')],
    [1, () => ofNobody(create(source, Asset.native(), '1'))],
  ])()
}

const ofNobody = ({ operations: [operation], signers: [signer] }: Part): Part => {
  if (operation === undefined || signer === undefined) throw new Error('nothing to change')
  return alone(
    altered(operation, 14, (body) => ({
      ...body,
      createClaimableBalanceOp: { ...body.createClaimableBalanceOp, claimants: [] },
    })),
    signer,
  )
}

const claimantOf = (world: World, balance: ClaimableBalanceEntry | undefined): Keypair | undefined => {
  const addresses = balance?.claimants.map(({ v0 }) => addressOf(v0.destination.ed25519)) ?? []
  const there = addresses.filter((address) => world.knows(address) && world.net.exists(address))
  return there.length === 0 ? undefined : world.keyOf(world.dice.pick(there))
}

export function claimClaimableBalance(world: World): Part {
  const { dice } = world
  const balances = world.balances()
  const balance = balances.length === 0 ? undefined : dice.pick(balances)
  const claim = (by: Keypair, balanceId: string): Part =>
    alone(Operation.claimClaimableBalance({ balanceId, source: by.publicKey() }), by)
  return dice.weighted([
    [10, () => claim(claimantOf(world, balance) ?? world.person(), idOf(balance))],
    [2, () => claim(world.person(), idOf(balance))],
    [1, () => claim(world.person(), idOf(undefined))],
  ])()
}

export function clawbackClaimableBalance(world: World): Part {
  const { dice } = world
  const balances = world.balances()
  const meant = balances.filter(({ clawbackEnabled }) => clawbackEnabled)
  const others = balances.filter(({ clawbackEnabled, asset }) => !clawbackEnabled && asset !== 'native')
  const some = (from: ClaimableBalanceEntry[]) => (from.length === 0 ? undefined : dice.pick(from))
  const back = (by: Keypair, balance: ClaimableBalanceEntry | undefined): Part =>
    alone(Operation.clawbackClaimableBalance({ balanceId: idOf(balance), source: by.publicKey() }), by)
  const issuer = world.issuerOf(world.bond)
  const other = some(others)
  const itsIssuer = world.issuers.find((one) => other?.asset.endsWith(one.publicKey())) ?? issuer
  return dice.weighted([
    [4, () => back(issuer, some(meant))],
    [1, () => back(world.person(), some(meant))],
    [1, () => back(itsIssuer, other)],
    [1, () => back(issuer, undefined)],
  ])()
}
