import { account, changeTrust, contractOf, parseAsset, trustline } from '@heliobond/chain'
import { Type } from 'typebox'
import { createCouponProofs } from '../../coupon-proof.ts'
import { Problem } from '../../errors.ts'
import { offeringOf } from '../../lookup.ts'
import { defineAction, planCall, planClassic, type Tools } from '../action.ts'
import { BASE_RESERVE_STROOPS, refused, requireReserve } from '../checks.ts'
import { assetIn, params, stroopsOf } from '../params.ts'

/** The two assets of an offering. @throws {Problem} if there is no such offering. */
export async function assetsOf({ database }: Tools, id: number) {
  const offering = await offeringOf(database, id)
  const bond = parseAsset(offering.bondAsset)
  const settlement = parseAsset(offering.settlementAsset)
  if (!bond.ok || !settlement.ok) throw new Error(`offering ${id} has assets that are none`)
  return { offering, bond: bond.value, settlement: settlement.value }
}

const trust = defineAction({
  name: 'trust',
  summary: 'Opens a line of an asset, so that the account can hold it. Any account.',
  params: Type.Object({ asset: params.asset('What is to be held.') }, { additionalProperties: false }),
  async plan({ asset: text }, { chain, source }) {
    const asset = assetIn(text, 'asset')
    if (asset === 'native') throw refused('LINE_EXISTS', 'Every account holds lumens.')
    if (await trustline(chain, source, asset))
      throw refused('LINE_EXISTS', 'The account has a line of {asset} already.', { asset })
    if (!(await account(chain, asset.split(':')[1] ?? ''))) {
      throw new Problem(
        'HELIOBOND_INVALID_REQUEST',
        'The issuer of the asset has no account on this network.',
        {},
        { reason: 'NO_ISSUER' },
      )
    }
    await requireReserve(chain, source, 1)
    return planClassic([changeTrust({ asset })], {
      moves: [],
      facts: { asset, reserveStroops: BASE_RESERVE_STROOPS.toString() },
    })
  },
})

const invest = defineAction({
  name: 'invest',
  summary:
    'Buys bonds at issue: the stablecoin goes and the bonds come in one transaction. An investor on the allow-list.',
  params: Type.Object(
    { offering: params.offering, bondStroops: params.stroops('Bonds to buy.') },
    { additionalProperties: false },
  ),
  returns: { contract: 'offering', method: 'invest' },
  async plan({ offering: id, bondStroops }, tools) {
    const { offering, bond, settlement } = await assetsOf(tools, id)
    const amount = stroopsOf(bondStroops, 'bondStroops')
    const { source } = tools
    return planCall(tools, 'offering', offering.contractId, 'invest', { investor: source, amount }, (returned) => {
      const cost: bigint = returned
      return {
        moves: [
          { from: source, to: offering.contractId, asset: settlement, amountStroops: cost },
          { from: offering.contractId, to: source, asset: bond, amountStroops: amount },
        ],
        facts: { offering: String(id), bondStroops: amount.toString(), costStroops: cost.toString() },
      }
    })
  },
})

const refund = defineAction({
  name: 'refund',
  summary: 'Takes the deposit back against the bonds, when the minimum was missed. The investor, or anyone for them.',
  params: Type.Object({ offering: params.offering }, { additionalProperties: false }),
  returns: { contract: 'offering', method: 'refund' },
  async plan({ offering: id }, tools) {
    const { offering, bond, settlement } = await assetsOf(tools, id)
    const { source } = tools
    const deposit = await contractOf('offering', offering.contractId, tools.chain).read('deposit', { investor: source })
    return planCall(tools, 'offering', offering.contractId, 'refund', { investor: source }, (returned) => ({
      moves: [
        { from: source, to: offering.contractId, asset: bond, amountStroops: deposit.bonds },
        { from: offering.contractId, to: source, asset: settlement, amountStroops: returned },
      ],
      facts: { offering: String(id), refundStroops: String(returned) },
    }))
  },
})

const claim = defineAction({
  name: 'claim',
  summary: "Pays out the source's claim on a coupon. Any holder on the record date.",
  params: Type.Object({ offering: params.offering, coupon: params.coupon }, { additionalProperties: false }),
  returns: { contract: 'offering', method: 'claim' },
  async plan({ offering: id, coupon: number }, tools) {
    const { database, chain, source } = tools
    const { offering, settlement } = await assetsOf(tools, id)
    const coupon = await database.prisma.coupon.findUnique({ where: { offeringId_number: { offeringId: id, number } } })
    if (!coupon)
      throw new Problem('HELIOBOND_COUPON_NOT_FOUND', 'Offering {offering} has no coupon {coupon}.', {
        offering: id,
        coupon: number,
      })
    const { root } = coupon
    if (!root) throw refused('NOT_RECORDED', 'The holders of this coupon are not recorded yet.')
    const leaf = await database.prisma.couponLeaf.findFirst({ where: { offeringId: id, number, holder: source } })
    if (!leaf) throw refused('NO_CLAIM', '{source} earned nothing on coupon {coupon}.', { source, coupon: number })
    const proofs = createCouponProofs(database, chain.config.passphrase)
    const { proof } = await proofs.prove(offering, { number, root }, leaf.index)
    const claimed = {
      holder: source,
      index: leaf.index,
      amount: leaf.amountStroops,
      proof: proof.siblings.map((hash) => Uint8Array.from(hash)),
    }
    return planCall(tools, 'offering', offering.contractId, 'claim', { number, leaf: claimed }, (returned) => ({
      moves: [{ from: offering.contractId, to: source, asset: settlement, amountStroops: returned }],
      facts: {
        offering: String(id),
        coupon: String(number),
        amountStroops: leaf.amountStroops.toString(),
        paidStroops: String(returned),
      },
    }))
  },
})

const redeem = defineAction({
  name: 'redeem',
  summary: "Redeems the source's bonds against their price, at the end. Any holder.",
  params: Type.Object({ offering: params.offering }, { additionalProperties: false }),
  returns: { contract: 'offering', method: 'redeem' },
  async plan({ offering: id }, tools) {
    const { chain, source } = tools
    const { offering, bond, settlement } = await assetsOf(tools, id)
    const line = await trustline(chain, source, bond)
    const bondStroops = line?.balanceStroops ?? 0n
    if (bondStroops === 0n)
      throw refused('BALANCE_TOO_SMALL', '{source} holds none of these bonds.', { source }, { asset: bond })
    return planCall(tools, 'offering', offering.contractId, 'redeem', { holders: [source] }, ([paid = 0n]) => ({
      moves: [
        { from: source, to: offering.contractId, asset: bond, amountStroops: bondStroops },
        { from: offering.contractId, to: source, asset: settlement, amountStroops: paid },
      ],
      facts: { offering: String(id), bondStroops: bondStroops.toString(), paidStroops: String(paid) },
    }))
  },
})

export const investorActions = [trust, invest, refund, claim, redeem]
