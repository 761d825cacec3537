import { Asset, type Keypair, Operation } from '@stellar/stellar-sdk/base'
import { altered } from '../ops/codes/table.test-helper.ts'
import { alone } from './accounts.test-helper.ts'
import type { Part, World } from './world.test-helper.ts'

export function changeTrust(world: World): Part {
  const { dice } = world
  const credit = world.credit()
  const trust = (of: Keypair, asset: Asset, limit: string): Part =>
    alone(Operation.changeTrust({ asset, limit, source: of.publicKey() }), of)
  return dice.weighted([
    [6, () => trust(world.person(), credit, dice.pick(['700', '5000', '100000']))],
    [2, () => trust(world.person(), new Asset(`NEW${dice.below(3)}`, dice.pick(world.issuers).publicKey()), '50')],
    [2, () => trust(world.person(), new Asset(`NEW${dice.below(3)}`, dice.pick(world.issuers).publicKey()), '0')],
    [2, () => trust(world.person(), credit, '0.0000001')],
    [1, () => trust(world.issuerOf(credit), credit, '5')],
    [1, () => trust(world.person(), new Asset('LOST', world.stranger().publicKey()), '5')],
    [1, () => trust(world.bareOne(), credit, '5')],
    [1, () => trust(world.bareOne(), credit, '0')],
  ])()
}

/** Gives or takes an authorization, mostly gives: a market where everybody is frozen is a quiet one. */
export function setTrustLineFlags(world: World): Part {
  const { dice } = world
  const credit = world.credit()
  const set = (
    trustor: Keypair,
    flags: { authorized?: boolean; authorizedToMaintainLiabilities?: boolean; clawbackEnabled?: boolean },
    asset = credit,
    by = world.issuerOf(asset),
  ): Part =>
    alone(Operation.setTrustLineFlags({ trustor: trustor.publicKey(), asset, flags, source: by.publicKey() }), by)
  const given = { authorized: true, authorizedToMaintainLiabilities: false }
  const kept = { authorized: false, authorizedToMaintainLiabilities: true }
  const taken = { authorized: false, authorizedToMaintainLiabilities: false }
  return dice.weighted([
    [9, () => set(world.person(), given)],
    [2, () => set(world.person(), kept)],
    [2, () => set(world.person(), taken)],
    [1, () => set(world.person(), { authorizedToMaintainLiabilities: true })],
    [1, () => set(world.person(), { clawbackEnabled: false })],
    [1, () => set(world.bareOne(), given)],
    [1, () => set(world.person(), given, credit, world.person())],
    [1, () => set(world.issuerOf(credit), given)],
  ])()
}

export function allowTrust(world: World): Part {
  const { dice } = world
  const credit = world.credit()
  const issuer = world.issuerOf(credit)
  const allow = (trustor: Keypair, authorize: number): Part => {
    const one = Operation.allowTrust({
      trustor: trustor.publicKey(),
      assetCode: credit.getCode(),
      authorize: 1,
      source: issuer.publicKey(),
    })
    return alone(
      altered(one, 7, (body) => ({ ...body, allowTrustOp: { ...body.allowTrustOp, authorize } })),
      issuer,
    )
  }
  return dice.weighted([
    [8, () => allow(world.person(), 1)],
    [2, () => allow(world.person(), 2)],
    [2, () => allow(world.person(), 0)],
    [1, () => allow(world.person(), 3)],
    [1, () => allow(issuer, 1)],
    [1, () => allow(world.bareOne(), 1)],
  ])()
}

export function clawback(world: World): Part {
  const { dice, bond } = world
  const back = (from: Keypair, asset: Asset, amount: string, by = world.issuerOf(asset)): Part =>
    alone(Operation.clawback({ from: from.publicKey(), asset, amount, source: by.publicKey() }), by)
  return dice.weighted([
    [8, () => back(world.person(), bond, world.amount())],
    [2, () => back(world.person(), bond, '90000')],
    [1, () => back(world.person(), dice.pick(world.assets.slice(1, 3)), '1')],
    [1, () => back(world.bareOne(), bond, '1')],
    [1, () => back(world.person(), bond, '1', world.person())],
  ])()
}
